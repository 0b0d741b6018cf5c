"""What is said, in German, of what a Word file holds and nobody could take over."""

from ikonzept_desktop.model.proposals import LeftOut

TITLE = "Nicht übernommene Stellen"
LOOK = "Ansehen …"
CLOSE = "Schließen"
EXPLANATION = (
    "Das steht in „{name}“ und lässt sich nicht in den Text des Konzepts übernehmen. "
    "Sehen Sie es dort an, und tragen Sie von Hand nach, was Sie brauchen. Die Datei bleibt, wie sie ist."
)
_KINDS = {
    "ole": "Eingebettetes Objekt, eine Excel-Tabelle etwa",
    "chart": "Diagramm",
    "smartart": "SmartArt-Grafik",
    "alternate": "Zeichnung, die andere Programme anders zeigen",
    "chunk": "Eingefügtes fremdes Dokument",
}
_ANY = "Etwas, das iKonzept nicht kennt"
_NOWHERE = "Ganz am Anfang"


def look(name: str) -> str:
    """Name the button that shows what was left out, for whoever does not see what it stands beside."""
    return f"Nicht übernommene Stellen in „{name}“ ansehen …"


def kind(left: LeftOut) -> str:
    """Say what something is."""
    return _KINDS.get(left.kind, _ANY)


def place(left: LeftOut) -> str:
    """Say where in the file it stands."""
    return f"Bei „{left.place}“" if left.place else _NOWHERE


def words(left: LeftOut) -> str:
    """Give the words in it, or nothing."""
    return f"Darin steht: „{left.text.strip()}“" if left.text.strip() else ""
