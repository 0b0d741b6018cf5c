"""What the editor says, in German."""

TYPING = "Eingabe"
DELETING = "Löschen"
NEW_PARAGRAPH = "Neuer Absatz"
FORMAT = "Formatierung"
PASTE = "Einfügen"
TYPOGRAPHY = "Typografie"
CUT = "Ausschneiden"
MOVE_TEXT = "Text verschieben"
LIST_LEVEL = "Listenebene"
LINK = "Link"
FOOTNOTE = "Fußnote"
NOTE_FROM_TEXT = "Auswahl in Fußnote umwandeln"
REFERENCE = "Querverweis"
CHANGE_REFERENCE = "Querverweis ändern"
TABLE = "Tabelle"
FIGURE = "Abbildung"
ATTACHMENT = "PDF-Anlage"
WHOLE_PAGE = "als ganze Seiten"
COMMENT = "Interne Notiz"
NO_ALTERNATIVE_TEXT = "Der Alternativtext fehlt."
NO_IMAGE = "Das Bild ist nicht in dieser Datei."
EMPTY_FIELD = "noch leer"
NOTHING_CHOSEN = "nicht gewählt"
NOT_SAID = "keine Angabe"
YES = "ja"
NO = "nein"
CHOOSE_DAY = "Tag aus dem Kalender wählen"
ADD = "Hinzufügen …"
TARGET_GONE = "Ziel fehlt"
NEVER_PRINTED = "wird nie gedruckt"
NOT_PRINTED = "wird nicht gedruckt"
MISSING = "Die Angabe fehlt, nötig erst für die Druckfassung."
TITLE = "Titel des Abschnitts"
CHANGE_TITLE = "Umbenennen"
UNTITLED = "Ohne Titel"
FIELDS = "Felder dieses Abschnitts"
CHANGE_FIELDS = "Felder …"
LEFT_OVER = "Weitere Felder aus einer früheren Art des Abschnitts; sie werden nicht gedruckt"
TABLES = "Aus Tabelle übernehmen oder als Tabelle speichern"
FROM_TABLE = "records_from_table"
TABLE_COMMANDS = {FROM_TABLE: "Aus Tabelle übernehmen …", "records_to_table": "Als Tabelle speichern …"}
NEW = "Neu"
NOTES = "Fußnoten"
NO_SECTION = "Wählen Sie links einen Abschnitt."


def change_of(label: str) -> str:
    """Name the step that changes a field."""
    return f"{label} ändern"


def add_to(label: str) -> str:
    """Name the list that adds to a field."""
    return f"{label}: hinzufügen"


def take_off(name: str) -> str:
    """Name the button that takes a link off."""
    return f"{name} entfernen"


def fields_filled(filled: int, count: int) -> str:
    """Say how many fields there are and how many are filled."""
    fields = "1 Feld" if count == 1 else f"{count} Felder"
    return f"{fields}, {'keines' if filled == 0 else filled} ausgefüllt"


def entries(count: int) -> str:
    """Count the records of a field."""
    return "1 Eintrag" if count == 1 else f"{count} Einträge"


def none_yet(singular: str) -> str:
    """Say that there is no record yet. The word's gender is not known, so it stands alone."""
    return f"Noch kein Eintrag: {singular}."


def new_record(singular: str) -> str:
    """Name the button that adds a record."""
    return f"{singular} hinzufügen"


def delete_record(singular: str) -> str:
    """Name the step that deletes a record."""
    return f"{singular} löschen"


def move_record(singular: str) -> str:
    """Name the step that moves a record."""
    return f"{singular} verschieben"


def move_record_up(singular: str) -> str:
    """Name the button that moves a record up."""
    return f"{singular} nach oben"


def move_record_down(singular: str) -> str:
    """Name the button that moves a record down."""
    return f"{singular} nach unten"


def note(number: str) -> str:
    """Name the editor of a footnote."""
    return f"Fußnote {number}"


NO_RECORD = "Noch kein Eintrag."


def duplicate_record(singular: str) -> str:
    """Name the step that doubles a record."""
    return f"{singular} verdoppeln"


def missing(labels: list[str]) -> str:
    """Say which values are missing; they are needed only for the print."""
    verb = "fehlt" if len(labels) == 1 else "fehlen"
    return f"{', '.join(labels)} {verb}, nötig erst für die Druckfassung." if labels else ""


def with_remark(label: str, internal: bool) -> str:
    """Give a field's label, with a word where it is never printed."""
    return f"{label} ({NEVER_PRINTED})" if internal else label


def to_open(number: str, caption: str) -> str:
    """Name a table or figure of the text, and say how it is opened."""
    return f"{number}: {caption} – öffnen mit Eingabe" if caption else f"{number} – öffnen mit Eingabe"


def attached(extent: str, fills: str) -> str:
    """Say how much of an attached PDF is printed, and how."""
    return ", ".join(part for part in (f"PDF-Datei, {extent}", fills) if part)


def no_such_pages(pages: str, count: int) -> str:
    """Say that none of a PDF's pages is meant by what is written."""
    return f"„{pages.strip()}“ nennt keine Seiten dieser PDF-Datei; sie hat {count}."


def pages_undescribed(pages: tuple[int, ...]) -> str:
    """Say that pages without words are not described either."""
    if len(pages) == 1:
        return f"Seite {pages[0]} hat keinen lesbaren Text; beschreiben Sie sie."
    return f"{len(pages)} Seiten haben keinen lesbaren Text; beschreiben Sie sie."


def reference_to(name: str) -> str:
    """Name a cross-reference by its target."""
    return f"Verweis auf {name}"


def more_rows(count: int) -> str:
    """Say how many rows of a long table are not shown in the text."""
    return "… und 1 weitere Zeile" if count == 1 else f"… und {count:,} weitere Zeilen".replace(",", ".")
