"""How soon pages follow what is written: in a file that is given out again, and in the page view."""

from pathlib import Path

from bench.figures import Figure, absolute, ratio
from bench.processes import RUNS, answer, median, python, run
from ikonzept_desktop.model.store.lock import lock_path

PAGES = 200
AGAIN = 0.35
"""Of the time of a first file."""
AFTER_THE_PAUSE = 300.0
"""ms"""


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure files given out again after a paragraph has changed, and the page that is written on."""
    file = folder / f"preview-{seed}.ikonzept"
    run(python("ikonzept_desktop", "example", str(file), "--pages", str(PAGES), "--seed", str(seed)))
    rounds = [_asked("again_probe", file, seed) for _ in range(RUNS)]
    web, web_again, press, press_again = (median(row) for row in zip(*rounds, strict=True))
    page = median([value for _ in range(RUNS) for value in _asked("pages_probe", file, seed)])
    return [
        ratio("PDF of 200 pages, a paragraph changed", web_again, "the first one", web, AGAIN),
        ratio("print PDF of 200 pages, a paragraph changed", press_again, "the first one", press, AGAIN),
        absolute("page being written, after the pause", page, AFTER_THE_PAUSE, "ms"),
    ]


def _asked(probe: str, file: Path, seed: int) -> list[float]:
    """Ask a probe, on a file that nobody has open: probes end without closing it."""
    lock_path(file).unlink(missing_ok=True)
    return [float(word) for word in answer(python(f"bench.{probe}", str(file), str(seed))).split()]
