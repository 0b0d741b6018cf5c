"""How long both PDFs take, beside Typst and LibreOffice on the same words, tables, images and notes."""

from pathlib import Path

from bench.figures import Figure, absolute, ratio
from bench.out import LARGE, MIDDLE, SMALL, concept, export, growth, office
from bench.processes import in_turn, python, run

FINDINGS = 1
"""The exit status of an export that was made and has something to say, of images too coarse for print for instance."""
_TYPST, _OFFICE, _MEMORY, _GROWTH = 0.40, 0.60, 150, 1.2


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure the web's PDF and the print shop's of 200 pages, and how both grow from 20 to 2,000."""
    concepts = {pages: concept(folder, pages, seed) for pages in (SMALL, MIDDLE, LARGE)}
    middle, draft = concepts[MIDDLE], folder / "draft.docx"
    run(export(middle, "--word", draft))
    same = folder / "typst"
    run(python("bench.typst_source", str(middle), str(same)))
    web, press, typst, libre = in_turn(
        lambda: run(export(middle, "--pdf", folder / "web.pdf")),
        lambda: run(export(middle, "--print-pdf", folder / "print.pdf"), FINDINGS),
        lambda: run(python("bench.typst_probe", str(same / "same.typ"), str(folder / "typst.pdf"))),
        lambda: run(office(draft, folder)),
        runs=3,
    )
    peers = (("Typst, PDF/UA-1", typst.seconds, _TYPST), ("LibreOffice docx to PDF", libre.seconds, _OFFICE))
    return [
        *(ratio("web PDF of 200 pages", web.seconds, *peer) for peer in peers),
        *(ratio("print PDF of 200 pages", press.seconds, *peer) for peer in peers),
        absolute("memory of the web PDF", web.memory_mb, _MEMORY, "MiB"),
        absolute("memory of the print PDF", press.memory_mb, _MEMORY, "MiB"),
        growth("web PDF", concepts, lambda file: export(file, "--pdf", folder / "grown.pdf"), _GROWTH),
        growth("print PDF", concepts, lambda file: export(file, "--print-pdf", folder / "grown.pdf"), _GROWTH),
    ]
