"""What the dialog for giving out says, in German."""

from ikonzept_desktop.export.orders import Kind

TITLE = "Ausgeben"
EXPLANATION = (
    "Ausgegeben wird das Konzept, wie es jetzt ist. Jede Ausgabe trägt die Kennung ihrer Fassung; "
    "Sie können währenddessen weiterschreiben."
)
KINDS = {Kind.WORD: "Word-Entwurf zum Abstimmen", Kind.PDF: "PDF"}
FILTERS = {Kind.WORD: "Word-Dokument (*.docx)", Kind.PDF: "PDF (*.pdf)"}
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
    Kind.PDF: (
        "Die Datei ist in einem anderen Programm geöffnet. Ihr PDF ist fertig und liegt bereit. "
        "Schließen Sie es dort und wählen Sie Wiederholen."
    ),
}


def target_of(kind: Kind) -> str:
    """Name the field that says where a file goes."""
    return f"Speicherort: {KINDS[kind]}"


def file_title(title: str, kind: Kind) -> str:
    """Propose a name for a file without its ending."""
    return f"{title} – Entwurf" if kind is Kind.WORD else title


def delivered(pages: int | None, findings: tuple[str, ...]) -> str:
    """Say that a file is finished, and what came out other than it was written."""
    done = f"Fertig, {pages} Seiten." if pages else "Fertig."
    return "\n".join((done, *findings))
