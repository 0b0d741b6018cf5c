"""How long a Word draft takes, beside pandoc on the same content."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, ratio
from bench.processes import Took, answer, in_turn, python, run

SMALL, MIDDLE, LARGE = 20, 200, 2000
WARM = 0.15
"""Share of pandoc's time for a draft in a process that has made one before."""


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure a Word draft of 200 pages, and how it grows from 20 to 2,000."""
    concepts = {pages: concept(folder, pages, seed) for pages in (SMALL, MIDDLE, LARGE)}
    middle = concepts[MIDDLE]
    draft, markdown = folder / "draft.docx", folder / "same.md"
    run(export(middle, "--word", draft))
    run(["pandoc", str(draft), "--extract-media", str(folder / "media"), "-o", str(markdown)])
    word, pandoc = in_turn(
        lambda: run(export(middle, "--word", folder / "ours.docx")),
        lambda: run(["pandoc", str(markdown), "-o", str(folder / "theirs.docx")]),
    )
    warm = float(answer(python("bench.draft_probe", str(middle))))
    return [
        ratio("Word draft of 200 pages for review, warm", warm, "pandoc markdown to docx", pandoc.seconds, WARM),
        ratio("Word draft of 200 pages", word.seconds, "pandoc markdown to docx", pandoc.seconds, 0.35),
        _growth("Word", concepts, lambda file: export(file, "--word", folder / "grown.docx")),
    ]


def concept(folder: Path, pages: int, seed: int) -> Path:
    """Make a concept of that many times 375 words, where it is not there yet."""
    file = folder / f"{pages}-{seed}.ikonzept"
    if file.exists():
        return file
    run(python("ikonzept_desktop", "example", str(file), "--pages", str(pages), "--seed", str(seed)))
    return file


def export(file: Path, option: str, out: Path) -> list[str]:
    """Give the command that gives a concept out."""
    return python("ikonzept_desktop", "export", str(file), option, str(out))


def office(draft: Path, folder: Path) -> list[str]:
    """Give the command that makes a PDF of a Word draft."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice is missing: `python3 dev.py bench` installs it or names the line that does")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    return [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office"), str(draft)]


def _growth(name: str, concepts: dict[int, Path], command: Callable[[Path], list[str]]) -> Figure:
    def timed(pages: int) -> Callable[[], Took]:
        return lambda: run(command(concepts[pages]))

    small, middle, large = (took.seconds for took in in_turn(timed(SMALL), timed(MIDDLE), timed(LARGE), runs=3))
    early, late = (middle - small) / (MIDDLE - SMALL), (large - middle) / (LARGE - MIDDLE)
    return ratio(f"{name}: a page more, 200 to 2,000", late * 1000, "20 to 200", early * 1000, 1.3, "ms")
