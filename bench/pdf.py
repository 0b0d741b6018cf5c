"""What the two PDFs take, beside Typst (as PDF/UA-1) and LibreOffice on the same words, tables, images and notes."""

from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, absolute, ratio
from bench.out import LARGE, MIDDLE, SMALL, concept, export, office
from bench.processes import Took, in_turn, python, run

WEB, PRINT = "--pdf", "--print-pdf"
_NAMES = {WEB: "web PDF", PRINT: "print PDF"}
TYPST, OFFICE, MEMORY, GROWTH = 0.40, 0.60, 150, 1.2


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure both PDFs of 200 pages, their memory, and how both grow from 20 to 2,000 pages."""
    concepts = {pages: concept(folder, pages, seed) for pages in (SMALL, MIDDLE, LARGE)}
    middle = concepts[MIDDLE]
    draft, source = folder / "same.docx", folder / "typst"
    run(export(middle, "--word", draft))
    run(python("bench.typst_peer", "source", str(middle), str(source)))
    took = dict(
        zip(
            (WEB, PRINT, "typst", "office"),
            in_turn(
                _export(middle, WEB, folder / "web.pdf"),
                _export(middle, PRINT, folder / "print.pdf"),
                lambda: run(python("bench.typst_peer", "pdf", str(source / "concept.typ"), str(folder / "typst.pdf"))),
                lambda: run(office(draft, folder)),
            ),
            strict=True,
        )
    )
    figures = []
    for option, name in _NAMES.items():
        ours = took[option]
        figures += [
            ratio(f"{name} of 200 pages", ours.seconds, "Typst, PDF/UA-1", took["typst"].seconds, TYPST),
            ratio(f"{name} of 200 pages", ours.seconds, "LibreOffice docx to PDF", took["office"].seconds, OFFICE),
            absolute(f"memory of the {name} of 200 pages", ours.memory_mb, MEMORY, "MiB"),
            _growth(name, option, concepts, folder),
        ]
    return figures


def _export(file: Path, option: str, out: Path) -> Callable[[], Took]:
    # Status 1: done, with findings; generated images are coarse.
    return lambda: run(export(file, option, out), allowed=(0, 1))


def _growth(name: str, option: str, concepts: dict[int, Path], folder: Path) -> Figure:
    commands = [_export(concepts[pages], option, folder / "grown.pdf") for pages in (SMALL, MIDDLE, LARGE)]
    small, middle, large = (took.seconds for took in in_turn(*commands, runs=3))
    early, late = (middle - small) / (MIDDLE - SMALL), (large - middle) / (LARGE - MIDDLE)
    return ratio(f"{name}: a page more, 200 to 2,000", late * 1000, "20 to 200", early * 1000, GROWTH, "ms")
