"""What is said in German while a document is read, looked through and taken over."""

from collections.abc import Sequence

from ikonzept_desktop.importing.plan import Becomes, Reason

TITLE = "Aus Word übernehmen"
CHOOSE = "Datei zum Übernehmen wählen"
FILTER = "Dokumente ({endings})"
ANY = "Alle Dateien (*)"
NEW_FILE_TITLE = "Neues Konzept aus der Datei anlegen"
READING = "„{name}“ wird gelesen …"
READING_BAR = "Die Datei wird gelesen"
CANCEL = "Abbrechen"
STOPPED = "Das Lesen wurde abgebrochen. Nichts wurde verändert."
FAILED = (
    "„{name}“ konnte nicht gelesen werden: {reason} Ihr Konzept ist unverändert. "
    "Bitte öffnen Sie die Datei in Word, speichern Sie sie dort neu und versuchen Sie es noch einmal."
)
UNDERSTOOD = "Verstanden"

WHOLE = "Ganzes Konzept"
INSERT = "Einfügen"
AT_END = "am Ende des Konzepts"
BELOW = "unter „{title}“"
UNTITLED = "(ohne Titel)"
OUTLINE = "Vorgeschlagene Gliederung"
SHOWN = "Text des Eintrags, wie er stehen wird"
COLUMNS = ("Nr.", "Titel", "Wird zu", "Hinweis")
LOOK = "bitte ansehen"
REPORT = "Bericht …"
REPORT_TITLE = "Bericht über die Übernahme"
REPORT_OF = "Hier steht, was entschieden worden ist. Der Text lässt sich auswählen und kopieren."
NOTHING_TOLD = "Beim Lesen der Datei war nichts zu entscheiden."
COPY = "Kopieren"
SAVE = "Speichern unter …"
SAVE_FILTER = "Textdatei (*.txt)"
NOT_SAVED = "„{name}“ konnte nicht geschrieben werden: {reason}. Der Bericht steht noch hier."
CLOSE = "Schließen"
GIVE_UP = "Was Sie im Vorschlag berichtigt haben, geht dabei verloren. Das Konzept bleibt, wie es ist."
GIVE_UP_TITLE = "Übernahme abbrechen?"
DISCARD = "Verwerfen"
GO_ON = "Weiter berichtigen"
ACCEPT = "Übernehmen"
STEP = "Übernehmen aus Word"
SEE_REPORT = "Bericht ansehen …"
NOTHING_TAKEN = "Nichts wurde übernommen. Das Konzept ist noch leer."
AGAIN = "Aus Word übernehmen …"
NOT_TAKEN = "Die Datei konnte nicht übernommen werden: {reason} Ihr Konzept ist unverändert."
ONE_FILE = "Bitte übernehmen Sie eine Datei nach der anderen."
TARGET_GONE = "Der Abschnitt, in den eingefügt werden sollte, ist nicht mehr da. Bitte wählen Sie einen anderen."

SECTION_OR_TEXT = "Abschnitt oder Text"
PROMOTE = "Eine Ebene höher"
DEMOTE = "Eine Ebene tiefer"
UP = "Nach oben"
DOWN = "Nach unten"
KIND = "Art des Abschnitts …"
FIELD = "Feld des Abschnitts …"
INBOX = "In den Eingang legen"
RENAME = "Umbenennen"
SPLIT = "Hier beginnt ein Abschnitt"
SPLIT_IN_TEXT = "Abschnitt im Text beginnen …"
FIELD_HERE = "Hier beginnt das Feld"
RECORDS_HERE = "Zeilen werden Einträge in"
NEXT = "Nächste unsichere Stelle"
FITS = "Passt so"
UNDO = "Rückgängig"
REDO = "Wiederholen"
NEW_SECTION = "neuer Abschnitt"
AS_TITLE = "Titel des Konzepts"
NO_FIELDS = "Der Abschnitt darüber hat keine Felder."
MAPPING = "Spalten der Tabelle"
ROWS_MAPPING = "Zeilen der Tabelle"
NO_COLUMN = "(in den Text)"
SPLIT_HINT = "Gehen Sie mit den Pfeiltasten zum Absatz und drücken Sie S."
NO_UNSURE = "Alles ist angesehen."

KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("N",), "nächste unsichere"),
    (("Leertaste",), "passt"),
    (("Eingabe",), "Abschnitt oder Text"),
    (("K",), "Art"),
    (("F",), "Feld"),
    (("E",), "Eingang"),
    (("S",), "teilen"),
    (("F2",), "umbenennen"),
    (("Alt+Umschalt+Pfeile",), "verschieben"),
    (("Strg+Z",), "zurück"),
    (("Strg+Eingabe",), "übernehmen"),
)
"""What the line of keys says, the most important first."""

REASONS = {
    Reason.STYLE: "Die Datei führt diese Zeile als Überschrift.",
    Reason.NUMBER: "Die Zeile beginnt mit einer getippten Nummer wie andere Überschriften.",
    Reason.LOOK: "Eine kurze Zeile für sich, fett oder größer als der Text.",
    Reason.WORDS: "An den Wörtern erkannt: So heißt eine Art von Abschnitt oder ein Feld.",
    Reason.RECURRING: "Dieselbe Zwischenüberschrift steht unter mehreren Abschnitten.",
    Reason.HEADS: "Die Köpfe der Tabelle heißen wie die Spalten des Feldes.",
    Reason.PLACE: "An der Stelle erkannt, an der es in der Datei steht.",
    Reason.PERSON: "Sie haben es so entschieden.",
}
_BECOMES = {
    Becomes.TITLE: "Titel des Konzepts",
    Becomes.SUBTITLE: "Untertitel",
    Becomes.TEXT: "Text",
    Becomes.INBOX: "Eingang",
    Becomes.CONTENTS: "wird ersetzt",
}
_OF_WHOLE = {"publisher": "Herausgeber", "as_of": "Stand", "draft": "Name des Entwurfs"}
"""By the names of properties."""
COULD_BE = "Könnte eine Überschrift sein; Eingabe macht einen Abschnitt daraus."
REPLACED = "Das alte Inhaltsverzeichnis wird durch das berechnete ersetzt."
TO_INBOX = "Kommt in den Abschnitt „Eingang“, der nie gedruckt wird, und lässt sich später einordnen."
STOOD = "Stand bei „{place}“."


def becomes(entry_becomes: Becomes, kind: str, field: str, rows: int) -> str:
    """Say what an entry becomes, by the label of its kind or of its field and the rows of its table."""
    match entry_becomes:
        case Becomes.SECTION:
            return kind
        case Becomes.FIELD:
            return f"Feld: {field}"
        case Becomes.RECORDS:
            return f"{field}: {rows} {'Zeile' if rows == 1 else 'Zeilen'}"
        case Becomes.PROPERTY:
            return _OF_WHOLE.get(field, field)
        case _:
            return _BECOMES[entry_becomes]


def why(entry_becomes: Becomes, reason: Reason, place: str, *, sure: bool) -> str:
    """Say why an entry is proposed as it is."""
    said = [] if sure else ["Bitte ansehen."]
    if entry_becomes is Becomes.TEXT and reason is not Reason.PERSON:
        said.append(COULD_BE)
    elif entry_becomes is Becomes.CONTENTS:
        said.append(REPLACED)
    elif entry_becomes is Becomes.INBOX:
        said.append(TO_INBOX)
    said.append(REASONS[reason])
    if place:
        said.append(STOOD.format(place=place))
    return " ".join(said)


def counted(sections: int, fields: int, tables: Sequence[str], inbox: int, unsure: int) -> str:
    """Say how much a plan comes to; of tables the labels of the fields they go to."""
    kinds = set(tables)
    as_what = next(iter(kinds)) if len(kinds) == 1 else "Einträge"
    parts = [
        _many(sections, "Abschnitt", "Abschnitte"),
        _many(fields, "Feld", "Felder") if fields else "",
        f"{_many(len(tables), 'Tabelle', 'Tabellen')} als {as_what}" if tables else "",
        f"{inbox} im Eingang" if inbox else "",
        f"{unsure} bitte ansehen" if unsure else "",
    ]
    return ", ".join(filter(None, parts))


def taken(sections: int) -> str:
    """Say that something was taken over, and how it goes again."""
    return f"{_many(sections, 'Abschnitt', 'Abschnitte')} übernommen. Rückgängig mit Strg+Z."


def with_changes(sentence: str, proposals: int) -> str:
    """Say besides how many tracked changes have become proposals."""
    return f"{sentence} {_many(proposals, 'Vorschlag', 'Vorschläge')} im Rücklauf." if proposals else sentence


def below(title: str) -> str:
    """Name a section as the place of what is taken over."""
    return BELOW.format(title=title or UNTITLED)


def endings(suffixes: Sequence[str]) -> str:
    """Give the filter of a file dialog."""
    return FILTER.format(endings=" ".join(f"*{suffix}" for suffix in suffixes))


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}".replace(",", ".")
