"""What the dialog for comparing two states says, in German."""

TITLE = "Fassungen vergleichen"
EXPLANATION = (
    "Ausgegeben wird eine Word-Datei mit dem neueren Stand, in der jede Änderung gegenüber dem älteren nachverfolgt "
    "ist: Wer alle annimmt, liest den neueren Text, wer alle ablehnt, den älteren."
)
OLD = "Älterer Stand"
NEW = "Neuerer Stand"
NO_VERSIONS = "Die Datei hält noch keine Fassung fest. Eine entsteht mit jeder Ausgabe."
SAME = "Hier steht derselbe Stand wie darüber. Bitte wählen Sie zwei verschiedene."
ABOUT = "Word-Datei mit nachverfolgten Änderungen"
TARGET = "Speicherort der Word-Datei"
TAKEN = (
    "Die Datei „{name}“ gibt es schon; sie ist unverändert. Wählen Sie einen anderen Namen. "
    "Ersetzen lässt sie sich über „{choose}“."
)
START = "Vergleichen"
CLOSE = "Schließen"


def file_title(title: str) -> str:
    """Propose a name for the file without its ending."""
    return f"{title} – Vergleich"
