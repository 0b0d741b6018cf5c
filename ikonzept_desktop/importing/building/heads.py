"""The lines in the inbox that say what something was and where it stood."""

from ikonzept_desktop.importing.manuscript import Piece, Where

_LONGEST = 60
_SINGLE = str.maketrans({"„": "‚", "“": "‘", "”": "‘"})
OLD_CONTENTS = "Aus dem alten Inhaltsverzeichnis"
_AT = {
    Where.BOX: ("Aus einem Textfeld", " bei „{place}“"),
    Where.HIDDEN: ("Verborgener Text", " bei „{place}“"),
    Where.LOOSE: ("Ohne Platz im Dokument", ", bei „{place}“"),
    Where.OBJECT: ("Aus einem Objekt", " bei „{place}“"),
    Where.HEADER: ("Aus der Kopfzeile", ""),
    Where.FOOTER: ("Aus der Fußzeile", ""),
    Where.CONTENTS: (OLD_CONTENTS, ""),
    Where.BUILDING_BLOCK: ("Aus einem Textbaustein der Datei", ""),
}
TITLE = "Titel des Dokuments"
SUBTITLE = "Untertitel des Dokuments"
PUBLISHER = "Herausgeber des Dokuments"
AS_OF = "Stand des Dokuments"
DRAFT = "Entwurf, wie das Dokument ihn nennt"
NO_TEXT = "Aus dem Abschnitt „{title}“, der keinen Text aufnimmt"
RESCUED = "Sonst nirgends untergekommen"
LOST_PLACE = "Aus dem Text"
INBOX_TITLE = "Eingang: {name}"


def of(piece: Piece, title: str) -> str:
    """Say where a piece stood: as its place tells, of the body in which section."""
    if piece.where is Where.BODY:
        named = _within(shortened(piece.place or title))
        return f"Aus dem Text bei „{named}“" if named else LOST_PLACE
    what, at = _AT[piece.where]
    return what + (at.format(place=_within(shortened(piece.place))) if piece.place.strip() else "")


def _within(words: str) -> str:
    """Give words as they stand within quotation marks: those in them are single."""
    return words.translate(_SINGLE)


def shortened(words: str) -> str:
    """Give words in one line, cut after a whole one where they are many."""
    line = " ".join(words.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rpartition(" ")[0].rstrip(",;:") + " …"
