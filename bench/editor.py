"""How long writing and review take in a concept of 60,000 words: keys, sections, searches, pastes, proposals."""

import shutil
from pathlib import Path

from bench import tables
from bench.figures import Figure, absolute
from bench.processes import answer, python, run
from ikonzept_desktop.model.store.lock import lock_path

PAGES = 160
"""About 60,000 words."""
KEY, OPENING, SEARCH, PASTE, PANEL = 3.0, 60.0, 150.0, 1000.0, 16.0
"""ms"""


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure keys, sections, searches, pastes and proposals all over a concept."""
    file = _concept(folder, seed)
    return [
        absolute("key to concept, spelling on, p99", _asked("key_probe", file, str(seed)), KEY, "ms"),
        *tables.key_in_table(folder, seed),
        absolute("a section opened, painted, p99", _asked("section_probe", file, str(seed)), OPENING, "ms"),
        absolute("search of the whole concept, the slowest", _asked("search_probe", file), SEARCH, "ms"),
        absolute("20 pages of Word pasted, painted", _asked("paste_probe", file, "20"), PASTE, "ms"),
        _through_proposals(file, seed),
    ]


def _through_proposals(file: Path, seed: int) -> Figure:
    """Measure the arrow keys among 2,000 proposals, beside those of a bare list with a text and a label."""
    reviewed = file.with_stem(f"{file.stem}-reviewed")
    shutil.copyfile(file, reviewed)
    ours, floor = _asked("panel_probe", reviewed, str(seed)), float(answer(python("bench.panel_floor")))
    return Figure(
        "an arrow key among 2,000 proposals, painted, p99", f"{ours:.2f} ms", f"bare list {floor:.2f} ms", ours, PANEL
    )


def an_hour(folder: Path, seed: int) -> list[Figure]:
    """Measure how memory grows over an hour of writing."""
    file = _concept(folder, seed)
    first, last = map(float, answer(python("bench.hour_probe", str(file), str(seed))).split())
    return [Figure("memory after an hour", f"{last:.0f} MiB", f"first minute {first:.0f} MiB", last / first, 1.1)]


def _concept(folder: Path, seed: int) -> Path:
    file = folder / f"editor-{seed}.ikonzept"
    if not file.exists():
        run(python("ikonzept_desktop", "example", str(file), "--pages", str(PAGES), "--seed", str(seed)))
    lock_path(file).unlink(missing_ok=True)
    return file


def _asked(probe: str, file: Path, *words: str) -> float:
    """Ask a probe, on a file that nobody has open: probes end without closing it."""
    lock_path(file).unlink(missing_ok=True)
    return float(answer(python(f"bench.{probe}", str(file), *words)))
