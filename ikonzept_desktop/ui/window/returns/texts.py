"""What giving out for review and the list of copies say, in German."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ikonzept_desktop.model.copies import Standing, days_late, standing
from ikonzept_desktop.model.document import GivenCopy
from ikonzept_desktop.model.german_days import written
from ikonzept_desktop.ui.window.texts import thousands

RETURNS = "Rückläufe"
TABLE = "Kopien zur Durchsicht"
COLUMNS = ("Stand", "Für", "Umfang", "Verschickt", "Frist", "Zurück", "Datei")
NONE_YET = "Noch niemand hat eine Kopie zur Durchsicht."
DROP_HERE = "Word-Dateien, die zurückkommen, können Sie auf diese Seite ziehen."
GIVE_OUT = "Zur Durchsicht geben …"
RETURNED = "Als zurück vermerken"
OUT_AGAIN = "Wieder erwarten"
CLOSE_COPY = "Nicht mehr erwarten"
CHANGE_DUE = "Frist ändern …"
WHOLE = "Ganzes Konzept"
NOTHING = "–"
HINT = "Eingabe vermerkt die gewählte Kopie als zurück."
READ_HINT = "Dieses Konzept ist nur zum Lesen geöffnet."
STANDINGS = {
    Standing.OVERDUE: ("Überfällig", "triangle-alert", "red"),
    Standing.OUT: ("Unterwegs", "clock", "muted"),
    Standing.RETURNED: ("Zurück", "circle-check", "green"),
    Standing.CLOSED: ("Nicht mehr erwartet", "circle-x", "muted"),
}
"""The word, the shape and the colour of each."""

STEP_GIVEN = "Zur Durchsicht gegeben"
STEP_RETURNED = "Rücklauf vermerkt"
STEP_OUT = "Kopie wieder erwartet"
STEP_CLOSED = "Kopie nicht mehr erwartet"
STEP_DUE = "Frist einer Kopie"

DUE_TITLE = "Frist ändern"
DUE_OF = "Wann soll die Kopie für „{name}“ zurück sein?"
TAKE_OVER = "Übernehmen"
CANCEL = "Abbrechen"

TITLE = "Zur Durchsicht geben"
EXPLANATION = (
    "Jede Person bekommt eine eigene Word-Datei. Daran erkennt iKonzept später, von wem eine Änderung kommt, "
    "auch wenn die Datei umbenannt wird. Die Nachverfolgung ist darin eingeschaltet."
)
REVIEWER = "Für wen"
REVIEWER_EXAMPLE = "Jobcenter, Frau Demir …"
SCOPE = "Umfang"
PACKET = "Paket: {group}"
ADD = "Weitere Person"
REMOVE = "Diese Person entfernen"
DUE = "Zurück bis"
CALENDAR = "Kalender öffnen"
RETURN_TO = "Zurück an"
RETURN_EXAMPLE = "Sozialamt, integration@kreis.example"
REVISIONS = "Nur Überarbeitungen zulassen"
REVISIONS_HINT = "Word zeichnet dann jede Änderung auf; die Nachverfolgung lässt sich nicht aus Versehen ausschalten."
ONLY_PACKETS = "In Paketen ist ohnehin geschützt, was zum Lesen dabei ist; der Schutz gilt nur für ganze Konzepte."
FOLDER = "Ordner"
CHOOSE_FOLDER = "Wählen …"
START = "Ausgeben"
STOP = "Abbrechen"
DONE = "Schließen"
SHOW = "Im Ordner zeigen"
NO_NAME = "Bitte sagen Sie, für wen die Datei ist."
TWICE = "Diese Person hat diesen Umfang schon."
NO_FOLDER = "Diesen Ordner gibt es nicht. Bitte wählen Sie einen anderen."
PAST = "Dieser Tag ist schon vorbei. Bitte wählen Sie einen späteren."
STOPPED = "Abgebrochen."


def scope(copy: GivenCopy) -> str:
    """Say what may be changed in a copy."""
    return f"Paket „{copy.packet}“" if copy.packet else WHOLE


def due(copy: GivenCopy, today: date) -> str:
    """Give the last day of a copy, and how late it is."""
    if copy.due is None:
        return NOTHING
    late = days_late(copy, today)
    said = f", seit {thousands(late)} Tagen" if late > 1 else ", seit gestern" if late else ""
    return written(copy.due) + said


def counted(copies: Iterable[GivenCopy], today: date) -> str:
    """Say how many copies there are, and how they stand."""
    standings = Counter(standing(copy, today) for copy in copies)
    words = ((Standing.OVERDUE, "überfällig"), (Standing.OUT, "unterwegs"), (Standing.RETURNED, "zurück"))
    said = [f"{standings[each]} {word}" for each, word in words if standings[each]]
    total = standings.total()
    head = "1 Kopie" if total == 1 else f"{total} Kopien"
    return f"{head}: {', '.join(said)}" if said else head


def making(at: int, total: int, reviewer: str) -> str:
    """Say which file is being made."""
    return f"Datei {at} von {total} wird geschrieben: {reviewer}"


def given(count: int, folder: str) -> str:
    """Say what was given out."""
    made = "1 Datei liegt" if count == 1 else f"{count} Dateien liegen"
    return f"{made} in „{folder}“. Wer welche hat, steht jetzt unter „{RETURNS}“."
