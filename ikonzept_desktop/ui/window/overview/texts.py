"""What the overview says, in German."""

from datetime import date

from ikonzept_desktop.model.document import BindingDate
from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.model.overview import Line
from ikonzept_desktop.ui.window.texts import UNTITLED, days_left, thousands, words_counted

OVERVIEW = "Überblick"
COLUMNS = ("Nr.", "Abschnitt", "Status", "Verantwortlich", "Frist", "Wörter", "Ziel", "Anteil", "Notizen", "Befunde")
SORT_TIP = "Sortieren; noch einmal: umgekehrt, danach wieder nach der Gliederung (in der Spalte F4)"
FILTER = "Abschnitte filtern"
EVERYONE = "Alle Zuständigen"
NOBODY = "Ohne Zuständige"
ANY_STATUS = "Jeder Status"
ONLY_LATE = "Nur überfällige"
PRINT = "Liste drucken …"
PRINT_TIP = "Die Liste drucken, so wie sie zu sehen ist"
ASIDE = "Stand und Termine"
DONE = "erledigt"
LATE = "überfällig"
NOTHING = "–"
TABLE = "Abschnitte"
NONE_FITS = "Kein Abschnitt passt zum Filter."
SHOW_ALL = "Filter aufheben"
SUM = "Summe"
IN_OUTLINE_ORDER = "Sortiert nach Gliederung"
HINT = "Eingabe öffnet den Abschnitt, F2 ändert die Zelle."
READ_HINT = "Eingabe öffnet den Abschnitt."
OPEN = "Abschnitt öffnen"
CHANGE = {"responsible": "Verantwortlich ändern …", "deadline": "Frist ändern …", "target_words": "Wortziel ändern …"}
STATUS_MENU = "Status"
SORT_BY = "Nach „{column}“ sortieren"
STEPS = {
    "status": "Status",
    "responsible": "Verantwortlich",
    "deadline": "Frist",
    "deadline_draft": "Frist",
    "target_words": "Wortziel",
}
DAY_PLACEHOLDER = "TT.MM.JJJJ"

DATES = "Termine, die binden"
EDIT_DATES = "Bearbeiten …"
NO_DATES = "Noch kein Termin."
SHOW_LATE = "Überfällige zeigen"


def sections_counted(count: int) -> str:
    """Count sections in words."""
    return "1 Abschnitt" if count == 1 else f"{thousands(count)} Abschnitte"


def sections_shown(shown: int, every: int) -> str:
    """Say how many sections the filter leaves."""
    return sections_counted(every) if shown == every else f"{thousands(shown)} von {sections_counted(every)}n"


def sorted_by(column: str, *, descending: bool) -> str:
    """Say how the list is sorted."""
    return f"Sortiert nach {column}, absteigend" if descending else f"Sortiert nach {column}"


def step(name: str, count: int) -> str:
    """Name the step of undo that changes an attribute of some sections."""
    what = STEPS[name]
    return f"{what} ändern" if count == 1 else f"{what} von {thousands(count)} Abschnitten ändern"


def standing_today(today: date) -> str:
    """Head the counts."""
    return f"Stand heute, {written(today)}"


def late_counted(count: int) -> str:
    """Say how many sections are late."""
    return "1 Abschnitt ist überfällig." if count == 1 else f"{thousands(count)} Abschnitte sind überfällig."


def late_line(line: Line, today: date) -> str:
    """Say which section is late, and since when."""
    days = line.days_late(today)
    since = "seit 1 Tag" if days == 1 else f"seit {thousands(days)} Tagen"
    return f"{named(line)}, {since}"


def late_more(count: int) -> str:
    """Say that more are late than are named."""
    return "und 1 weiterer" if count == 1 else f"und {thousands(count)} weitere"


def named(line: Line) -> str:
    """Name a section by number and title."""
    return f"{line.number} {line.title or UNTITLED}".strip()


def deadline_spoken(line: Line, today: date) -> str:
    """Say a deadline whole, for tool tips and screen readers."""
    if line.deadline is None:
        return ""
    if line.done:
        return f"{written(line.deadline)}, {DONE}"
    return f"{written(line.deadline)}, {days_left(line.deadline, today)}"


def said(known: BindingDate) -> str:
    """Say when: the day, or what is said instead of it."""
    return known.said or written(known.day)


def days_until(day: date, today: date) -> str:
    """Say how far away a date is that is still to come."""
    days = (day - today).days
    match days:
        case 0:
            return "heute"
        case 1:
            return "morgen"
        case _:
            return f"in {thousands(days)} Tagen"


def still_open(count: int) -> str:
    """Say how many sections are still to be agreed on by then."""
    return "1 Abschnitt offen" if count == 1 else f"{thousands(count)} Abschnitte offen"


def words_summed(words: int, target: int) -> str:
    """Sum the words up, against the targets where there are any."""
    return f"{thousands(words)} von {thousands(target)} Wörtern" if target else words_counted(words)


def notes_summed(count: int) -> str:
    """Sum the open notes up."""
    return "1 Notiz" if count == 1 else f"{thousands(count)} Notizen"


def findings_summed(count: int) -> str:
    """Sum the findings up."""
    return "1 Befund" if count == 1 else f"{thousands(count)} Befunde"
