"""How soon the window stands, beside a bare one of three panes."""

from pathlib import Path

from bench.figures import Figure, absolute, ratio
from bench.processes import RUNS, answer, in_turn, median, python, run
from ikonzept_desktop.model.store.lock import lock_path

PAGES = 160
"""About 60,000 words."""


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure first paint, readiness, memory and rest on a concept of 60,000 words."""
    file = folder / f"window-{seed}.ikonzept"
    run(python("ikonzept_desktop", "example", str(file), "--pages", str(PAGES), "--seed", str(seed)))
    floor, paint, ready = in_turn(
        lambda: run(python("bench.window_floor")),
        lambda: run(_probe("paint", file)),
        lambda: run(_probe("ready", file)),
    )
    memory = median([float(answer(_probe("ready", file))) for _ in range(RUNS)])
    idle = float(answer(_probe("idle", file)))
    return [
        ratio("first paint, outline filled", paint.seconds, "bare window", floor.seconds, 2.0),
        ratio("60,000 words ready for a key", ready.seconds, "bare window", floor.seconds, 3.0),
        absolute("memory with 60,000 words open", memory, 150, "MiB"),
        absolute("processor at rest", idle, 0.5, "%"),
    ]


def _probe(asked: str, file: Path) -> list[str]:
    """Give the command of a probe, on a file that nobody has open: probes end without closing it."""
    lock_path(file).unlink(missing_ok=True)
    return python("bench.window_probe", asked, str(file))
