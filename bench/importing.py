"""How long a Word concept takes to be imported, beside pandoc; and hostile files, where a corpus is named."""

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from bench.figures import Figure, absolute
from bench.out import MIDDLE, concept, export
from bench.processes import Took, in_turn, python, run
from bench.word import CORPUS, MEGABYTES, SECONDS

SHARE, ALLOWED = 0.5, 1.0
"""Of pandoc's time, and seconds beside it."""


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure a concept of 200 pages that becomes a new file, and the hostile files."""
    draft = folder / "rahmenkonzept.docx"
    run(export(concept(folder, MIDDLE, seed), "--word", draft))
    ours, theirs = in_turn(
        _importing(draft, folder),
        lambda: run(["pandoc", str(draft), "-t", "json", "-o", str(folder / "theirs.json")]),
    )
    allowed = SHARE * theirs.seconds + ALLOWED
    beside = f"half of pandoc's docx to json {theirs.seconds:.3f} s, and 1 s"
    return [
        Figure("Word concept of 200 pages imported", f"{ours.seconds:.3f} s", beside, ours.seconds / allowed, 1.0),
        absolute("Word concept of 200 pages imported, memory", ours.memory_mb, MEGABYTES, "MiB"),
        *_hostile(folder),
    ]


def _importing(draft: Path, folder: Path) -> Callable[[], Took]:
    """Give what imports a draft, each time into a file of its own."""
    numbers = count()
    return lambda: run(_command(draft, folder / f"new{next(numbers)}.ikonzept"), (0, 1))


def _command(source: Path, out: Path) -> list[str]:
    return python("ikonzept_desktop", "import", str(source), str(out))


def _hostile(folder: Path) -> list[Figure]:
    named = os.environ.get(CORPUS)
    maker, hostile = Path(named or ".").parent / "make_hostile.py", folder / "hostile-imports"
    if not named or not maker.exists():
        return []
    run([sys.executable, "-W", "ignore", str(maker), str(hostile)])
    out = folder / "hostile.ikonzept"
    taken = []
    for file in sorted(hostile.iterdir()):
        out.unlink(missing_ok=True)
        taken.append(run(_command(file, out), (0, 1, 2)))
    return [
        absolute("a hostile file imported or refused, the slowest", max(took.seconds for took in taken), SECONDS, "s"),
        absolute("a hostile file imported or refused, memory", max(took.memory_mb for took in taken), MEGABYTES, "MiB"),
    ]
