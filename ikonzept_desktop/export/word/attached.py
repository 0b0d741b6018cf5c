"""An attached PDF in a Word draft: one line that says what stands here in the PDF."""

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import AttachmentElement, Runs, TextRun


def said_of_attached(attachment: AttachmentElement) -> Runs:
    """Give the line: the title, and that the pages are in the PDF alone."""
    return (
        *attachment.title,
        TextRun(f" – PDF-Datei, {attachment.extent}; die Seiten stehen in der PDF-Ausgabe.", Marks.ITALIC, added=True),
    )
