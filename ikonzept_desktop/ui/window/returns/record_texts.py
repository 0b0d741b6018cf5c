"""What the dialog for the record of what came back says, in German."""

from ikonzept_desktop.export.orders import Kind
from ikonzept_desktop.ui.window.output_texts import RowTexts, held_open

TITLE = "Protokoll der Rückläufe"
EXPLANATION = (
    "Das Protokoll hält fest, wer was vorschlägt und wie, wann und warum darüber entschieden wurde. "
    "Es beginnt mit einem Überblick über alle Kopien und folgt dann der Gliederung des Konzepts."
)
SCOPE = "Umfang"
WHOLE = "Ganzes Konzept"
ONLY_DECIDED = "Nur Vorschläge, über die entschieden ist"
START = "Ausgeben"
CLOSE = "Schließen"
NOTHING_CAME = "Bisher ist kein Vorschlag und kein Kommentar zurückgekommen. Nehmen Sie zuerst Rückläufe auf."
NOTHING_HERE = "Dazu gibt es keinen Vorschlag und keinen Kommentar."
ROWS = {
    Kind.WORD: RowTexts(
        "Word-Datei",
        "Zum Weiterbearbeiten, etwa als Anlage zu einer Sitzungsvorlage.",
        held_open(Kind.WORD, "Das Protokoll"),
    ),
    Kind.PDF: RowTexts(
        "PDF",
        "Barrierefrei und haltbar: zum Verteilen und für die Akte.",
        held_open(Kind.PDF, "Das Protokoll"),
    ),
}


def file_title(title: str) -> str:
    """Propose a name for the file without its ending."""
    return f"{title} – {TITLE}"


def held(proposals: int, comments: int, waiting: int) -> str:
    """Say how much the record will hold, and how much of it is still open."""
    counted = ((proposals, "Vorschlag", "Vorschläge"), (comments, "Kommentar", "Kommentare"))
    said = " und ".join(f"{number} {one if number == 1 else many}" for number, one, many in counted if number)
    if not said:
        return NOTHING_HERE
    if not waiting:
        return f"{said}."
    return f"{said}. {'1 Vorschlag ist' if waiting == 1 else f'{waiting} Vorschläge sind'} noch nicht entschieden."
