"""What taking tables over into records, and saving records as tables, says in German."""

from collections.abc import Sequence

from ikonzept_desktop.model.taken_rows import Kind, Taken, Told
from ikonzept_desktop.reading.cells import Sheet
from ikonzept_desktop.reading.sheet_rows import ReadRows

TITLE = "Einträge aus einer Tabelle übernehmen"
SOURCE = "Woher die Tabelle kommt"
FILE, CLIPBOARD = "Datei", "Zwischenablage"
FIELD = "Einträge"
HEADER = "Kopfzeile ist Zeile"
HEADER_ROW = "Zeile der Tabelle, die die Kopfzeile ist"
HIDDEN = "Ausgeblendetes mitnehmen"
PREVIEW = "Vorschau der Tabelle"
TAKE_IN = "Übernehmen"
CANCEL = "Abbrechen"
WAYS = "Was mit den Zeilen geschieht"
NEW, COMPLETE, UPDATE = "Alle neu anhängen", "Vorhandene ergänzen", "Vorhandene ersetzen"
WAY_TIPS = (
    "Jede Zeile wird ein neuer Eintrag am Ende.",
    "Bekannte Zeilen füllen nur aus, was in ihrem Eintrag noch leer ist; andere werden neue Einträge.",
    "Bekannte Zeilen ersetzen, was in ihrem Eintrag anders steht; andere werden neue Einträge.",
)
KEY = "Erkannt an"
NOT_MAPPED = "nicht zuordnen"
NUMBER = "Nr. (automatisch)"
TOLD = "Hinweise"
NOTHING_TO_DO = "Die Tabelle enthält nichts Neues."
NO_COLUMN = "Noch ist keine Spalte zugeordnet. Wählen Sie über den Spalten, wohin sie gehören."
NO_KEY = "Ordnen Sie eine Spalte zu, an der vorhandene Einträge zu erkennen sind."
NO_RECORDS = "Dieser Abschnitt hat keine Einträge. Öffnen Sie ein Handlungsfeld oder eine Anlage mit Einträgen."
NONE_TO_SAVE = "Hier ist noch kein Eintrag, der gespeichert werden könnte."
FROM_TABLE, TO_TABLE = "Aus Tabelle übernehmen …", "Als Tabelle speichern …"
TABLE = "Tabelle"
FILTER = "Excel-Arbeitsmappe (*.xlsx);;Text mit Trennzeichen (*.csv)"
_ROWS_NAMED = 4
_LONGEST = 60


def step(count: int, field: str) -> str:
    """Name the step of undo."""
    return f"{field} aus Tabelle übernehmen" if count != 1 else f"Eintrag aus Tabelle übernehmen ({field})"


def rest(column: str) -> str:
    """Ask what becomes of columns without a place."""
    return f"Nicht zugeordnete Spalten in „{column}“ aufnehmen, mit ihrer Überschrift davor"


def column_of(head: str) -> str:
    """Name the choice over a column of the table."""
    return f"Spalte „{head}“ gehört zu"


def save_title(field: str) -> str:
    """Head the dialog that asks for a file."""
    return f"{field} als Tabelle speichern"


def done(found: Taken) -> str:
    """Say what was taken over."""
    return f"{counted(found)} Rückgängig mit Strg+Z."


def cut(count: int) -> str:
    """Say that a workbook has no room for texts."""
    texts = "1 Text ist" if count == 1 else f"{count} Texte sind"
    return f"{texts} länger, als Excel in einer Zelle aufnimmt, und darin gekürzt. Als .csv gespeichert bleibt alles."


def counted(found: Taken) -> str:
    """Say what becomes of the rows."""
    parts = [
        ("1 neuer Eintrag" if found.new == 1 else f"{found.new} neue Einträge") if found.new else "",
        ("1 Eintrag geändert" if found.changed == 1 else f"{found.changed} Einträge geändert") if found.changed else "",
        ("1 Eintrag unverändert" if found.same == 1 else f"{found.same} Einträge unverändert") if found.same else "",
        ("1 leere Zeile" if found.empty == 1 else f"{found.empty} leere Zeilen") + " übergangen" if found.empty else "",
    ]
    return ", ".join(filter(None, parts)) + "."


def sheet_remarks(sheet: Sheet, read: ReadRows, *, hidden: bool) -> list[str]:
    """Say what is special about a sheet."""
    said = []
    parts = [_several(read.hidden_rows, "Zeile", "Zeilen"), _several(read.hidden_columns, "Spalte", "Spalten")]
    if any(parts) and not hidden:
        verb = "ist" if read.hidden_rows + read.hidden_columns == 1 else "sind"
        said.append(f"{' und '.join(filter(None, parts))} {verb} ausgeblendet und nicht dabei.")
    if read.repeated:
        one = read.repeated == 1
        cells = "Der Inhalt einer verbundenen Zelle" if one else f"Der Inhalt von {read.repeated} verbundenen Zellen"
        said.append(f"{cells} steht in jeder ihrer Zeilen.")
    if sheet.marks.uncomputed:
        one = sheet.marks.uncomputed == 1
        formulas = "1 Formel hat" if one else f"{sheet.marks.uncomputed} Formeln haben"
        cells = "die Zelle bleibt" if one else "die Zellen bleiben"
        said.append(f"{formulas} kein Ergebnis; {cells} leer. Öffnen und speichern Sie die Datei in Excel.")
    if sheet.left_out:
        lines = "1 weitere Zeile wird" if sheet.left_out == 1 else f"{sheet.left_out} weitere Zeilen werden"
        said.append(f"{lines} nicht gelesen, weil die Tabelle zu lang ist.")
    if sheet.is_cut:
        said.append("Die Tabelle ist breiter, oder Zellen sind länger, als gelesen wird; das Ende fehlt.")
    if sheet.hidden_sheets:
        pages = "1 ausgeblendetes Blatt" if sheet.hidden_sheets == 1 else f"{sheet.hidden_sheets} ausgeblendete Blätter"
        said.append(f"{pages} der Datei {'wird' if sheet.hidden_sheets == 1 else 'werden'} nicht angeboten.")
    return said


def remark(told: Told, head: str, place: str) -> str:
    """Say what is told of the cells of a column; `place` is the column that takes what has none."""
    before = "" if told.kind is Kind.ABOVE else f"{head}: "
    return f"{before}{_what(told, place)} ({_where(told)})."


def _what(told: Told, place: str) -> str:
    one = len(told.rows) == 1
    said, are, stand = ("1 Angabe", "ist", "steht") if one else (f"{len(told.rows)} Angaben", "sind", "stehen")
    stay = "bleibt" if one else "bleiben"
    went = f"{stand} nun in „{place}“" if place else f"{stay} weg"
    match told.kind:
        case Kind.DAY:
            return f"{said} {are} kein Datum und {stay} als Entwurf"
        case Kind.CHOICE:
            return f"{said} {are} keine der Antworten und {went}"
        case Kind.ANSWER:
            return f"{said} {are} weder Ja noch Nein und {went}"
        case Kind.LINK:
            return f"{said} {'nennt' if one else 'nennen'} nichts, worauf verwiesen werden kann, und {went}"
        case Kind.NUMBER:
            numbers = "1 Nummer weicht" if one else f"{len(told.rows)} Nummern weichen"
            return f"{numbers} ab; das Programm vergibt eigene"
        case Kind.REST:
            return f"nicht zugeordnet; {said} {went}"
        case Kind.LEFT:
            return f"nicht zugeordnet; {said} {stay} weg"
        case Kind.KEPT:
            return f"im Eintrag steht anderes; {said} der Tabelle {stay} weg"
        case Kind.ABOVE:
            return "Text über der Kopfzeile wird nicht übernommen"


def _where(told: Told) -> str:
    rows = [str(row) for row in told.rows[:_ROWS_NAMED]]
    more = len(told.rows) - len(rows)
    numbers = _listed(rows, more)
    lines = "Zeile" if len(told.rows) == 1 else "Zeilen"
    text = told.texts[0] if told.texts else ""
    sample = f"„{text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}“"
    if len(told.rows) == 1:
        return f"{lines} {numbers}: {sample}"
    return f"{lines} {numbers}; zum Beispiel {sample}"


def _listed(words: Sequence[str], more: int) -> str:
    if more:
        return f"{', '.join(words)} und {more} weitere"
    return " und ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _several(count: int, one: str, many: str) -> str:
    return "" if not count else f"1 {one}" if count == 1 else f"{count} {many}"
