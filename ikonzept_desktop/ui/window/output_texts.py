"""What the dialog for giving out says, in German."""

from pathlib import Path

from ikonzept_desktop.export.orders import Delivery, Kind
from ikonzept_desktop.values import dataclass

TITLE = "Ausgeben"
EXPLANATION = (
    "Ausgegeben wird das Konzept, wie es jetzt ist. Jede Ausgabe trägt die Kennung ihrer Fassung; "
    "Sie können währenddessen weiterschreiben."
)
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
REPLACE = "Ersetzen"
OTHER_NAME = "Unter anderem Namen …"


@dataclass(frozen=True, slots=True)
class RowTexts:
    """What is said of one kind of file."""

    name: str
    about: str
    held_open: str
    """When another program holds the old file."""

    @property
    def target(self) -> str:
        """The name of the field that says where the file goes."""
        return f"Speicherort: {self.name}"


def exists(name: str) -> str:
    """Say that there is a file of that name."""
    return f"„{name}“ gibt es schon. Noch ist nichts ersetzt."


def held_open(kind: Kind, finished: str) -> str:
    """Say that a finished file waits because another program holds the old one."""
    if kind is Kind.WORD:
        where, shut = "in Word geöffnet", "Schließen Sie Word"
    else:
        where, shut = "in einem anderen Programm geöffnet", "Schließen Sie es dort"
    return f"Die Datei ist {where}. {finished} ist fertig und liegt bereit. {shut} und wählen Sie Wiederholen."


ROWS = {
    Kind.WORD: RowTexts(
        "Word-Entwurf zum Abstimmen",
        "Für Kolleginnen und Kollegen, die darin ändern und anmerken.",
        held_open(Kind.WORD, "Ihr Entwurf"),
    ),
    Kind.PDF: RowTexts(
        "PDF für Website und Archiv",
        "Barrierefrei und haltbar: PDF/UA-1 und PDF/A-2a in einer Datei.",
        held_open(Kind.PDF, "Ihr PDF"),
    ),
    Kind.PRINT: RowTexts(
        "PDF für die Druckerei",
        "Druckfertig mit Beschnitt: PDF/X-4 nach dem Profil der Druckerei.",
        held_open(Kind.PRINT, "Ihr PDF"),
    ),
}


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
