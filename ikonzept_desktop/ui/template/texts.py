"""What the dialog of fields and kinds says, in German."""

from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, RecordForm, SectionKind
from ikonzept_desktop.model.template_usage import Use

TITLE = "Felder und Arten"
PAGES = "Teile der Mustervorlage"
FIELDS_PAGE = "Felder und Arten"
STATUS_PAGE = "Status"
NUMBERING_PAGE = "Nummerierung"
CLOSE = "Schließen"
SAVE_TEMPLATE = "Als Mustervorlage sichern …"
SAVE_TITLE = "Als Mustervorlage sichern"
FILTER = "Mustervorlage (*.toml)"
READ_ONLY = "Dieses Konzept ist nur zum Lesen geöffnet; die Felder lassen sich ansehen, nicht ändern."
LIVE = "Jede Änderung gilt sofort. Rückgängig mit Strg+Z."

KINDS = "Arten von Abschnitten"
FIELDS = "Felder"
NEW_KIND = "Neue Art"
NEW_FIELD = "Neues Feld"
NEW_COLUMN = "Neue Spalte"
NEW_STATUS = "Neuer Status"
NEW_OPTION = "Neue Möglichkeit"
ADD_KIND = "Art hinzufügen"
ADD_FIELD = "Feld hinzufügen"
ADD_COLUMN = "Spalte hinzufügen"
ADD_STATUS = "Status hinzufügen"
ADD_OPTION = "Möglichkeit hinzufügen"
UP = "Nach oben"
DOWN = "Nach unten"
MOVE_FIELD = "Feld verschieben"
MOVE_KIND = "Art verschieben"
MOVE_STATUS = "Status verschieben"
DELETE_FIELD = "Feld löschen"
DELETE_COLUMN = "Spalte löschen"
DELETE_KIND = "Art löschen"
DELETE_STATUS = "Status löschen"
DELETE_OPTION = "Möglichkeit löschen"
HIDE_FIELD = "Feld ausblenden"
HIDE_COLUMN = "Spalte ausblenden"
HIDE_KIND = "Art ausblenden"
HIDE_STATUS = "Status ausblenden"
HIDE_OPTION = "Möglichkeit ausblenden"
SHOW_OPTION = "Möglichkeit wieder anbieten"
CHANGE_FIELD = "Feld ändern"
CHANGE_KIND = "Art ändern"
CHANGE_STATUS = "Status ändern"
CHANGE_NUMBERING = "Nummerierung ändern"

LABEL = "Bezeichnung"
KIND_OF_FIELD = "Art des Feldes"
HELP = "Hilfe beim Ausfüllen"
HEADING = "Bezeichnung mitdrucken"
PRINTED = "Wird gedruckt"
REQUIRED = "Pflichtfeld"
INTERNAL = "Nur intern, wird nie gedruckt"
HIDDEN = "Ausgeblendet"
OPTIONS = "Möglichkeiten"
TARGET = "Zeigt auf"
SINGULAR = "Ein Eintrag heißt"
FORM = "Gedruckt als"
NUMBERS = "Nummer der Einträge"
COLUMNS_HINT = "Die Spalten stehen in der Liste unter dem Feld."
PLURAL = "Mehrzahl"
PLACEMENT = "Steht im"
PLACEMENT_FIXED = "Umschlag und Impressum stehen immer im Vorspann."
PREFIX = "Wort vor der Nummer"
PREFIX_EXAMPLE = "zum Beispiel Anlage"
NUMBERED = "Nummer drucken"
IN_CONTENTS = "Im Inhaltsverzeichnis"
KIND_HIDDEN = "Ausgeblendet, nicht mehr angeboten"
CHILD_KINDS = "Darunter können stehen"
SHAPE = "Zeichen"
COLOUR = "Farbe"
STATUS_HIDDEN = "Ausgeblendet, nicht mehr zur Wahl"
FINAL_DOT = "Punkt nach der letzten Zahl"
DEPTH = "Nummerierte Ebenen"
CONTENTS_DEPTH = "Ebenen im Inhaltsverzeichnis"
TABLE_LABEL = "Wort vor der Nummer einer Tabelle"
FIGURE_LABEL = "Wort vor der Nummer einer Abbildung"
NO_FIELD = "Diese Art hat noch kein Feld."

FIELD_KINDS = {
    FieldKind.RICH_TEXT: "Text",
    FieldKind.LINE: "Zeile",
    FieldKind.CHOICE: "Auswahl",
    FieldKind.DAY: "Datum",
    FieldKind.YES_NO: "Ja oder Nein",
    FieldKind.LINKS: "Verknüpfungen",
    FieldKind.RECORDS: "Einträge",
}
FORMS = {RecordForm.TABLE: "Tabelle", RecordForm.BOXES: "Kästen", RecordForm.LIST: "Liste"}
PLACEMENTS = {Placement.FRONT: "Vorspann", Placement.BODY: "Text", Placement.ANNEX: "Anhang"}
SHAPES = {
    "ring": "Ring",
    "half": "halbe Scheibe",
    "diamond": "Raute",
    "tick": "Haken",
    "lock": "Schloss",
}
COLOURS = {"muted": "Grau", "amber": "Ocker", "blue": "Blau", "green": "Grün", "accent": "Petrol"}


def saved(name: str, *, own: bool) -> str:
    """Say that the template is saved, and how to begin with it."""
    if own:
        return f"„{name}“ ist gesichert und steht auf der Startseite unter den Mustervorlagen."
    return f"„{name}“ ist gesichert. Auf der Startseite lässt sich die Datei als Mustervorlage übernehmen."


def not_saved(name: str, reason: str) -> str:
    """Say that the template is not saved, and why."""
    return f"„{name}“ wurde nicht gesichert: {reason}. Das Konzept ist unverändert. Bitte wählen Sie einen anderen Ort."


def marks_of(type: FieldType) -> str:
    """Say in a few words what a field is and how it is treated."""
    words = [FIELD_KINDS[type.kind]]
    if type.hidden:
        words.append("ausgeblendet")
    if type.required:
        words.append("Pflichtfeld")
    if type.internal:
        words.append("nur intern")
    elif not type.printed:
        words.append("nicht gedruckt")
    return " · ".join(words)


def sections(count: int) -> str:
    """Count sections."""
    return "1 Abschnitt" if count == 1 else f"{count} Abschnitte"


def use_of_kind_short(kind: SectionKind, use: Use) -> str:
    """Say under a kind's name how many sections are of it."""
    counted = sections(use.sections) if use.sections else "noch kein Abschnitt"
    return f"{counted} · ausgeblendet" if kind.hidden else counted


def use_of_field(use: Use) -> str:
    """Say where something stands in a field."""
    if not use:
        return "In diesem Feld steht noch nirgends etwas."
    return f"{_in_sections(use)} steht etwas. Löschen geht deshalb nicht; ausgeblendet bleibt alles erhalten."


def use_of_kind(use: Use) -> str:
    """Say how many sections are of a kind."""
    if not use:
        return "Kein Abschnitt ist von dieser Art."
    return f"{_sections_of(use)} von dieser Art. Löschen geht deshalb nicht; ausgeblendet bleibt alles erhalten."


def use_of_status(use: Use) -> str:
    """Say how many sections are in a status."""
    if not use:
        return "Kein Abschnitt ist in diesem Status."
    return f"{_sections_of(use)} in diesem Status. Löschen geht deshalb nicht."


def _in_sections(use: Use) -> str:
    here = "In 1 Abschnitt" if use.sections == 1 else f"In {use.sections} Abschnitten"
    if not use.trashed:
        return here
    there = "1 Abschnitt" if use.trashed == 1 else f"{use.trashed} Abschnitten"
    return f"{here} und in {there} im Papierkorb" if use.sections else f"In {there} im Papierkorb"


def _sections_of(use: Use) -> str:
    verb = "ist" if use.sections + use.trashed == 1 else "sind"
    if not use.trashed:
        return f"{sections(use.sections)} {verb}"
    there = f"{sections(use.trashed)} im Papierkorb"
    return f"{sections(use.sections)} und {there} {verb}" if use.sections else f"{there} {verb}"


def hidden_instead(label: str) -> str:
    """Say that what was to be deleted is hidden now."""
    return f"„{label}“ wird verwendet und ist jetzt ausgeblendet. Was geschrieben ist, bleibt."


def sections_of_kind(label: str) -> str:
    """Name what links of a field point at."""
    return f"Abschnitte der Art „{label}“"


ALL_SECTIONS = "alle Abschnitte"
NO_NUMBER = "keine"
PLAIN_NUMBER = "1, 2, 3"


def entries_of(label: str) -> str:
    """Name the entries of a field as what links point at."""
    return f"Einträge von „{label}“"


def number_with(label: str) -> str:
    """Name a number that begins with the words of another field."""
    return f"„{label}“ und Zahl"


def field_head(kind: str, above: str, label: str) -> str:
    """Name the field that is being changed, and where it belongs."""
    return " › ".join(filter(None, (kind, above, label)))


def option_row(label: str, hidden: bool) -> str:
    """Name an answer in the list."""
    return f"{label} (ausgeblendet)" if hidden else label


def number_example(final_dot: bool) -> str:
    """Show what a number looks like."""
    return "Zum Beispiel: 5.2.1. Sprache" if final_dot else "Zum Beispiel: 5.2.1 Sprache"
