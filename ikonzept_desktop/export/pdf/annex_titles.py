"""What stands above the pages of an attached PDF: its title, and which pages there are."""

from dataclasses import replace

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import AttachmentElement, Run, Runs, TextRun


def said_of(attachment: AttachmentElement) -> Runs:
    """Give the line: the title in bold type, and the extent."""
    return (*map(_bold, attachment.title), TextRun(f" ({attachment.extent})"))


def plain_title(attachment: AttachmentElement) -> str:
    """Give the characters of the title."""
    return "".join(run.text for run in attachment.title if isinstance(run, TextRun)).strip()


def _bold(run: Run) -> Run:
    return replace(run, marks=run.marks | Marks.BOLD) if isinstance(run, TextRun) else run


NO_FILE = "Die angehängte PDF-Datei „{title}“ fehlt oder ist nicht lesbar."
NO_WORDS = "Seite {page} der angehängten PDF-Datei „{title}“ hat keinen lesbaren Text und keine Beschreibung."
