"""What the window says, in German."""

from datetime import date, datetime

from ikonzept_desktop.model.template import Placement

PARTS = {Placement.FRONT: "Vorspann", Placement.BODY: "Text", Placement.ANNEX: "Anhang"}
OUTLINE_COLUMNS = ("Nr.", "Titel", "Status")
UNTITLED = "Ohne Titel"

OUTLINE = "Gliederung"
FILTER_OUTLINE = "Gliederung filtern"
NO_MATCH = "Kein Abschnitt passt zum Filter."
NEW_SECTION = "Neuer Abschnitt"
NEW_SECTION_BELOW = "Neuer Unterabschnitt"
RENAME = "Umbenennen"
DUPLICATE = "Abschnitt verdoppeln"
DELETE_SECTION = "Abschnitt löschen"
MOVE_UP = "Nach oben"
MOVE_DOWN = "Nach unten"
PROMOTE = "Eine Ebene höher"
DEMOTE = "Eine Ebene tiefer"
MOVE_SECTION = "Abschnitt verschieben"
RESTORE_SECTION = "Abschnitt wiederherstellen"
SECTION_DELETED = "Abschnitt gelöscht. Rückgängig mit Strg+Z."


def outline_tip(number: str, title: str, status: str) -> str:
    """Name a section in full where its line in the outline is too short."""
    return f"{number} {title}".strip() + f"\n{status}"


def saved_at(when: datetime) -> str:
    """Say when the last commit returned, in local time."""
    return f"Gespeichert um {when.astimezone():%H:%M:%S}"


def days_left(deadline: date, today: date) -> str:
    """Say how far away a deadline is."""
    days = (deadline - today).days
    match days:
        case 0:
            return "heute"
        case 1:
            return "noch 1 Tag"
        case -1:
            return "seit 1 Tag überfällig"
        case _:
            return f"noch {days} Tage" if days > 0 else f"seit {-days} Tagen überfällig"


def thousands(count: int) -> str:
    """Write a count the German way: 10.444."""
    return f"{count:,}".replace(",", ".")
