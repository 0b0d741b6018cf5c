"""What the dialog for comparing two states says, in German."""

from ikonzept_desktop.export.orders import Kind
from ikonzept_desktop.ui.window.output_texts import RowTexts, held_open

TITLE = "Fassungen vergleichen"
EXPLANATION = (
    "Ausgegeben wird eine Word-Datei mit dem neueren Stand, in der jede Änderung gegenüber dem älteren nachverfolgt "
    "ist: Wer alle annimmt, liest den neueren Text, wer alle ablehnt, den älteren."
)
OLD = "Älterer Stand"
NEW = "Neuerer Stand"
NO_VERSIONS = "Die Datei hält noch keine Fassung fest. Eine entsteht mit jeder Ausgabe."
SAME = "Hier steht derselbe Stand wie darüber. Bitte wählen Sie zwei verschiedene."
ROW = RowTexts("Word-Datei", "Word-Datei mit nachverfolgten Änderungen", held_open(Kind.WORD, "Der Vergleich"))
START = "Vergleichen"
CLOSE = "Schließen"


def file_title(title: str) -> str:
    """Propose a name for the file without its ending."""
    return f"{title} – Vergleich"
