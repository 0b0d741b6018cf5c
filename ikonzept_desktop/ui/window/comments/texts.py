"""What the list of notes says, in German."""

from ikonzept_desktop.model.comments import Noted
from ikonzept_desktop.ui.window.texts import UNTITLED, signed

NOTES = "Notizen"
WHICH = "Welche Notizen"
OPEN, RESOLVED, ALL = "Offen", "Erledigt", "Alle"
WHERE = "Wo"
CONCEPT, SECTION = "Konzept", "Abschnitt"
LIST = "Liste der Notizen"
GO_THERE = "Zur Stelle"
HINT = "Eingabe führt zur Stelle, die Leertaste erledigt, Entf löscht."
READ_HINT = "Eingabe führt zur Stelle."
DELETED = "Notiz gelöscht. Rückgängig mit Strg+Z."
NO_ANCHOR = "Diese Notiz gilt dem ganzen Abschnitt."
NONE = {
    ("open", "concept"): "Im Konzept ist keine Notiz offen.",
    ("resolved", "concept"): "Im Konzept ist noch keine Notiz erledigt.",
    ("all", "concept"): "Das Konzept hat noch keine Notiz.",
    ("open", "section"): "In diesem Abschnitt ist keine Notiz offen.",
    ("resolved", "section"): "In diesem Abschnitt ist noch keine Notiz erledigt.",
    ("all", "section"): "Dieser Abschnitt hat noch keine Notiz.",
}


def place(noted: Noted, number: str) -> str:
    """Say which section a note belongs to."""
    return f"{number} {noted.section.title or UNTITLED}".strip()


def state(noted: Noted) -> str:
    """Say whether a note is resolved, and how often it was answered."""
    answers = len(noted.comment.replies)
    said = ["erledigt"] if noted.comment.resolved else []
    if answers:
        said.append("1 Antwort" if answers == 1 else f"{answers} Antworten")
    return ", ".join(said)


def spoken(noted: Noted, number: str) -> str:
    """Say a note whole, for screen readers."""
    comment = noted.comment
    parts = (place(noted, number), signed(comment.author, comment.created), state(noted), comment.text)
    return ". ".join(part for part in parts if part)
