"""What the dialog for giving out says, in German."""

from pathlib import Path

from ikonzept_desktop.export.orders import Delivery, Kind

TITLE = "Ausgeben"
EXPLANATION = (
    "Ausgegeben wird das Konzept, wie es jetzt ist. Jede Ausgabe trägt die Kennung ihrer Fassung; "
    "Sie können währenddessen weiterschreiben."
)
KINDS = {
    Kind.WORD: "Word-Entwurf zum Abstimmen",
    Kind.PDF: "PDF für Website und Archiv",
    Kind.PRINT: "PDF für die Druckerei",
}
ABOUT = {
    Kind.WORD: "Für Kolleginnen und Kollegen, die darin ändern und anmerken.",
    Kind.PDF: "Barrierefrei und haltbar: PDF/UA-1 und PDF/A-2a in einer Datei.",
    Kind.PRINT: "Druckfertig mit Beschnitt: PDF/X-4 nach dem Profil der Druckerei.",
}
FILTERS = {Kind.WORD: "Word-Dokument (*.docx)", Kind.PDF: "PDF (*.pdf)", Kind.PRINT: "PDF (*.pdf)"}
START = "Ausgeben"
CLOSE = "Schließen"
BROWSE = "Wählen …"
CANCEL = "Abbrechen"
CANCELLED = "Abgebrochen. Eine ältere Datei ist unverändert."
NO_NAME = "Hier fehlt der Name der Datei. Bitte wählen Sie, wohin sie gespeichert werden soll."
OPEN = "Öffnen"
SHOW_IN_FOLDER = "Im Ordner zeigen"
PRINT = "Drucken …"
RETRY = "Wiederholen"
OTHER_NAME = "Unter anderem Namen …"
HELD_OPEN = {
    Kind.WORD: (
        "Die Datei ist in Word geöffnet. Ihr Entwurf ist fertig und liegt bereit. "
        "Schließen Sie Word und wählen Sie Wiederholen."
    ),
    **dict.fromkeys(
        (Kind.PDF, Kind.PRINT),
        "Die Datei ist in einem anderen Programm geöffnet. Ihr PDF ist fertig und liegt bereit. "
        "Schließen Sie es dort und wählen Sie Wiederholen.",
    ),
}


def target_of(kind: Kind) -> str:
    """Name the field that says where a file goes."""
    return f"Speicherort: {KINDS[kind]}"


def file_title(title: str, kind: Kind) -> str:
    """Propose a name for a file without its ending."""
    return title + {Kind.WORD: " – Entwurf", Kind.PDF: "", Kind.PRINT: " – Druck"}[kind]


def delivered(delivery: Delivery, name: str = "") -> str:
    """Say that a file is finished, and what came out other than it was written; `name` where there are several."""
    pages = f"Fertig, {_pages(delivery.pages, delivery.blank_pages)}." if delivery.pages else "Fertig."
    return "\n".join((f"{name}: {pages}" if name else pages, *delivery.findings))


def all_delivered(made: list[tuple[Path, Delivery]]) -> str:
    """Say that files are finished, by name where there are several."""
    several = len(made) > 1
    return "\n".join(delivered(delivery, path.name if several else "") for path, delivery in made)


def _pages(count: int, blank: int) -> str:
    pages = "1 Seite" if count == 1 else f"{count} Seiten"
    if not blank:
        return pages
    return f"{pages}, davon {'eine leere' if blank == 1 else f'{blank} leere'}, damit sich die Bogen falzen lassen"
