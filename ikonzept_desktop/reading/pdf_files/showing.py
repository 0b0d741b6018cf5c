"""A page of a kept PDF for the window, drawn in the child process."""

from ikonzept_desktop.jobs import Report


def shown_page(report: Report, data: bytes, number: int, side: int) -> bytes:
    """Give the PNG of a page, counted from 1, its longer side of about so many px; nothing where it cannot be drawn."""
    import pypdfium2

    from ikonzept_desktop.reading.pdf_files.drawing import preview_of

    report(0.0, "")
    try:
        with pypdfium2.PdfDocument(data) as file:
            return preview_of(file[number - 1], side) if 1 <= number <= len(file) else b""
    except pypdfium2.PdfiumError:
        return b""
