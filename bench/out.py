"""How long finished files take, beside pandoc and LibreOffice on the same content."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, absolute, ratio
from bench.processes import Took, in_turn, python, run

SMALL, MIDDLE, LARGE = 20, 200, 2000


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure a Word draft and a PDF of 200 pages, and how both grow from 20 to 2,000."""
    concepts = {pages: concept(folder, pages, seed) for pages in (SMALL, MIDDLE, LARGE)}
    middle = concepts[MIDDLE]
    draft, markdown = folder / "draft.docx", folder / "same.md"
    run(export(middle, "--word", draft))
    run(["pandoc", str(draft), "--extract-media", str(folder / "media"), "-o", str(markdown)])
    word, pandoc = in_turn(
        lambda: run(export(middle, "--word", folder / "ours.docx")),
        lambda: run(["pandoc", str(markdown), "-o", str(folder / "theirs.docx")]),
    )
    pdf, theirs = in_turn(
        lambda: run(export(middle, "--pdf", folder / "ours.pdf")),
        lambda: run(office(draft, folder)),
    )
    return [
        ratio("Word draft of 200 pages", word.seconds, "pandoc markdown to docx", pandoc.seconds, 0.35),
        ratio("PDF of 200 pages", pdf.seconds, "LibreOffice docx to PDF", theirs.seconds, 0.8),
        absolute("memory of the PDF of 200 pages", pdf.memory_mb, 150, "MiB"),
        growth("Word", concepts, lambda file: export(file, "--word", folder / "grown.docx")),
        growth("PDF", concepts, lambda file: export(file, "--pdf", folder / "grown.pdf")),
    ]


def concept(folder: Path, pages: int, seed: int) -> Path:
    """Make a concept of so many pages, unless it is there, and give its file."""
    file = folder / f"{pages}-{seed}.ikonzept"
    if not file.exists():
        run(python("ikonzept_desktop", "example", str(file), "--pages", str(pages), "--seed", str(seed)))
    return file


def export(file: Path, option: str, out: Path) -> list[str]:
    """Give the command that gives out one file."""
    return python("ikonzept_desktop", "export", str(file), option, str(out))


def office(draft: Path, folder: Path) -> list[str]:
    """Give the command with which LibreOffice makes a PDF of a Word file."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice is missing: `python3 dev.py bench` installs it or names the line that does")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    return [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office"), str(draft)]


def growth(name: str, concepts: dict[int, Path], command: Callable[[Path], list[str]], bound: float = 1.3) -> Figure:
    """Measure what a page more costs in long concepts beside what it costs in short ones."""

    def timed(pages: int) -> Callable[[], Took]:
        return lambda: run(command(concepts[pages]), most=1)

    small, middle, large = (took.seconds for took in in_turn(timed(SMALL), timed(MIDDLE), timed(LARGE), runs=3))
    early, late = (middle - small) / (MIDDLE - SMALL), (large - middle) / (LARGE - MIDDLE)
    return ratio(f"{name}: a page more, 200 to 2,000", late * 1000, "20 to 200", early * 1000, bound, "ms")
