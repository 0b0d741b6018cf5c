"""How long a key takes from the event to the changed concept, without painting, and a paste from Word."""

from pathlib import Path

from bench.figures import Figure, absolute
from bench.processes import answer, python, run

PAGES = 160


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure keys all over a concept of 60,000 words, and a paste into it."""
    file = folder / f"keys-{seed}.ikonzept"
    run(python("ikonzept_desktop", "example", str(file), "--pages", str(PAGES), "--seed", str(seed)))
    p99 = float(answer(python("bench.key_probe", str(file), str(seed))))
    pasted = float(answer(python("bench.paste_probe", str(file), "20")))
    return [
        absolute("key to concept, p99", p99, 5.0, "ms"),
        absolute("20 pages of Word pasted, painted", pasted, 1000.0, "ms"),
    ]
