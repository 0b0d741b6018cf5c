"""What comes of a PDF of others: one that can be kept, or a sentence why not."""

from ikonzept_desktop.model.page_choice import MOST_PAGES
from ikonzept_desktop.values import dataclass

MOST_BYTES = 100_000_000
"""Of a file that is taken in."""

_SAFE = "Ihr Text ist unverändert."


class PdfRefused(Exception):
    """A PDF that is not taken in; its text is a German sentence for the user."""


@dataclass(frozen=True, slots=True)
class TakenPdf:
    """A PDF as it is kept: its pages with what is to be seen on them, and nothing that acts."""

    data: bytes
    preview: bytes
    """A PNG of the first page."""
    pages: int
    wordless: tuple[int, ...] = ()
    """Pages on which there is something, but no word that can be read, counted from 1."""
    drawn: tuple[int, ...] = ()
    """Pages that can be given out as images alone."""
    remarks: tuple[str, ...] = ()
    """German sentences on what was left out."""


def not_a_pdf(name: str) -> PdfRefused:
    """Refuse what is no PDF."""
    return PdfRefused(f"„{name}“ ist keine PDF-Datei. {_SAFE} Sichern Sie das Dokument als PDF und wählen Sie es dann.")


def locked(name: str) -> PdfRefused:
    """Refuse what a password is needed for."""
    return PdfRefused(
        f"„{name}“ ist mit einem Kennwort geschützt. {_SAFE} "
        "Sichern Sie die Datei in Ihrem PDF-Programm ohne Kennwort und versuchen Sie es noch einmal."
    )


def damaged(name: str) -> PdfRefused:
    """Refuse what begins like a PDF and has no pages that can be read."""
    return PdfRefused(
        f"„{name}“ ist beschädigt oder unvollständig. {_SAFE} "
        "Öffnen Sie die Datei in einem PDF-Programm, sichern Sie sie dort neu und versuchen Sie es noch einmal."
    )


def empty(name: str) -> PdfRefused:
    """Refuse a PDF without a page."""
    return PdfRefused(f"„{name}“ hat keine Seiten. {_SAFE} Prüfen Sie, ob es die richtige Datei ist.")


def only_a_form(name: str) -> PdfRefused:
    """Refuse a form that Adobe's programs alone can draw (XFA)."""
    return PdfRefused(
        f"„{name}“ ist ein Formular, das nur die Programme von Adobe anzeigen (XFA). {_SAFE} "
        "Drucken Sie es dort in eine PDF-Datei und hängen Sie diese an."
    )


def too_large(name: str) -> PdfRefused:
    """Refuse what would take too much memory, or time, to look at."""
    return PdfRefused(
        f"„{name}“ ist zu groß. {_SAFE} Möglich sind PDF-Dateien bis {MOST_BYTES // 1_000_000} MB und "
        f"{MOST_PAGES} Seiten; teilen Sie die Datei in einem PDF-Programm."
    )


def unreadable(name: str, reason: str) -> PdfRefused:
    """Refuse a file that cannot be read; the reason is a half-sentence."""
    return PdfRefused(f"„{name}“ lässt sich nicht lesen: {reason}. {_SAFE} Prüfen Sie die Datei und das Laufwerk.")


def broken(name: str) -> PdfRefused:
    """Refuse a file that the program itself stumbled over."""
    return PdfRefused(
        f"„{name}“ konnte nicht übernommen werden. {_SAFE} "
        "Drucken Sie die Datei in Ihrem PDF-Programm in eine neue PDF-Datei und hängen Sie diese an."
    )
