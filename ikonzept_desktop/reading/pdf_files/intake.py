"""What the child process does with a foreign PDF: it reads the one file it is told, and opens nothing else.

pikepdf and pypdfium2 are imported there when they are needed; the window's own process only names the function.
"""

from pathlib import Path

from ikonzept_desktop.jobs import Report
from ikonzept_desktop.reading.pdf_files.taken import (
    MOST_BYTES,
    PdfRefused,
    TakenPdf,
    damaged,
    not_a_pdf,
    too_large,
    unreadable,
)
from ikonzept_desktop.reading.whole_file import Refusals, whole_file


def take_in(report: Report, source: Path, name: str) -> TakenPdf:
    """Make a PDF fit to be kept; raises PdfRefused, whose text is for the user."""
    data = whole_file(source, name, MOST_BYTES, _REFUSALS)
    try:
        return taken(report, data, name)
    except MemoryError as error:
        raise too_large(name) from error


def taken(report: Report, data: bytes, name: str) -> TakenPdf:
    """Clean the bytes of a PDF and look at each of its pages; raises PdfRefused."""
    from ikonzept_desktop.reading.pdf_files.cleaning import cleaned
    from ikonzept_desktop.reading.pdf_files.opening import BROKEN, open_pdf

    with open_pdf(data, name) as pdf:
        try:
            clean, remarks = cleaned(pdf)
        except BROKEN as error:
            raise damaged(name) from error
    drawn = _unfit(report, clean, name)
    return _looked_at(report, clean, name, drawn, remarks)


def _unfit(report: Report, data: bytes, name: str) -> tuple[int, ...]:
    from ikonzept_desktop.reading.pdf_files.faults import NotFit
    from ikonzept_desktop.reading.pdf_files.fitting import PageFitter
    from ikonzept_desktop.reading.pdf_files.opening import open_pdf

    found = []
    with open_pdf(data, name) as pdf:
        fitter, count = PageFitter(pdf), len(pdf.pages)
        for number, page in enumerate(pdf.pages, start=1):
            report(0.6 * number / count, name)
            try:
                fitter.fit(page)
            except NotFit:
                found.append(number)
    return tuple(found)


def _looked_at(report: Report, data: bytes, name: str, drawn: tuple[int, ...], remarks: tuple[str, ...]) -> TakenPdf:
    import pypdfium2

    from ikonzept_desktop.reading.pdf_files.drawing import preview_of
    from ikonzept_desktop.reading.pdf_files.words import has_ink, paragraphs_of

    wordless = []
    try:
        with pypdfium2.PdfDocument(data) as file:
            count = len(file)
            for number in range(1, count + 1):
                report(0.6 + 0.4 * number / count, name)
                page = file[number - 1]
                if has_ink(page) and not paragraphs_of(page):
                    wordless.append(number)
                page.close()
            preview = preview_of(file[0])
    except pypdfium2.PdfiumError as error:
        raise damaged(name) from error
    return TakenPdf(data, preview, count, tuple(wordless), drawn, remarks)


_REFUSALS = Refusals(not_a_pdf, too_large, unreadable)

__all__ = ["PdfRefused", "take_in"]
