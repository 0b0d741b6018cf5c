"""What the window says, in German."""

from datetime import date, datetime

from ikonzept_desktop import local_time
from ikonzept_desktop.model.template import Placement
from ikonzept_desktop.ui.editor.commands import BlockKind

PARTS = {Placement.FRONT: "Vorspann", Placement.BODY: "Text", Placement.ANNEX: "Anhang"}
INBOX_PART = "Eingang"
"""Above what came from elsewhere and waits for its place."""
WAITS = "Wartet auf seinen Platz; wird nicht gedruckt"
OUTLINE_COLUMNS = ("Nr.", "Titel", "Status")
UNTITLED = "Ohne Titel"

OUTLINE = "Gliederung"
FILTER_OUTLINE = "Gliederung filtern"
NO_MATCH = "Kein Abschnitt passt zum Filter."
NEW_SECTION = "Neuer Abschnitt"
NEW_SECTION_BELOW = "Neuer Unterabschnitt"
NEW_OF_KIND = "Neuer Abschnitt der Art"
KIND_OF_SECTION = "Art des Abschnitts"
CHANGE_KIND = "Art des Abschnitts ändern"
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


def thousands(count: int) -> str:
    """Write a count the German way: 10.444."""
    return f"{count:,}".replace(",", ".")


def saved_at(when: datetime) -> str:
    """Say when the last commit returned, in local time."""
    return f"Gespeichert um {local_time.here(when):%H:%M:%S}"


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
            counted = thousands(abs(days))
            return f"noch {counted} Tage" if days > 0 else f"seit {counted} Tagen überfällig"


SECTION = "Abschnitt"
STATUS = "Status"
RESPONSIBLE = "Verantwortlich"
DEADLINE = "Frist"
CHOOSE_DAY = "Tag aus dem Kalender wählen"
TARGET = "Ziel (Wörter)"
NO_TARGET = "kein Ziel"
LENGTH = "Umfang"
IN_CONTENTS = "Im Inhaltsverzeichnis"
NUMBERED = "Nummer drucken"
INTERNAL_NOTES = "Interne Notizen"
NEVER_PRINTED = "wird nie gedruckt"
WRITE_NOTE = "Notiz schreiben …"
WRITE_NOTE_STEP = "Notiz schreiben"
ANSWER = "Antworten …"
ANSWER_STEP = "Notiz beantworten"
RESOLVE_NOTE = "Notiz erledigen"
REOPEN_NOTE = "Notiz wieder öffnen"
DELETE_NOTE = "Notiz löschen"
ATTRIBUTE_STEPS = {
    "title": "Umbenennen",
    "status": "Status ändern",
    "responsible": "Verantwortlich ändern",
    "deadline": "Frist ändern",
    "deadline_draft": "Frist ändern",
    "target_words": "Wortziel ändern",
    "target_draft": "Wortziel ändern",
    "in_contents": "Inhaltsverzeichnis ändern",
    "numbered": "Nummerierung ändern",
    "comments": "Notiz ändern",
}


def words_of(words: int, target: int | None) -> str:
    """Say how long the section is, against its target where it has one."""
    return f"{thousands(words)} von {thousands(target)} Wörtern" if target else words_counted(words)


def words_counted(words: int) -> str:
    """Count words in words."""
    return "1 Wort" if words == 1 else f"{thousands(words)} Wörter"


def words_over(words: int) -> str:
    """Say by how much the target is exceeded."""
    return f"{words_counted(words)} über dem Ziel"


def signed(author: str, when: datetime) -> str:
    """Say who wrote a note and when."""
    return f"{author or 'Ohne Namen'}, {local_time.here(when):%d.%m.%Y}"


def resolved(who: str) -> str:
    """Say that a note is settled."""
    return f"{who} · erledigt"


ZOOM = "Größe des Textes"
SMALLER = "Text kleiner"
LARGER = "Text größer"
SAVING = "Wird gespeichert …"
NOT_SAVED_YET = "Noch nicht gespeichert"
NOTHING_TO_SAVE = "Alles gespeichert"
READ_ONLY = "Nur zum Lesen geöffnet"
ONLY_TO_READ = "Dieses Konzept ist nur zum Lesen geöffnet. Zum Schreiben speichern Sie es unter einem anderen Namen."
SAVE_AS = "Speichern unter …"


def window_title(concept: str, *, read_only: bool = False) -> str:
    """Name a concept's window."""
    return f"{concept} ({READ_ONLY}) – iKonzept" if read_only else f"{concept} – iKonzept"


def section_words(count: int) -> str:
    """Say how long the section is."""
    return f"Abschnitt {words_counted(count)}"


def concept_words(count: int) -> str:
    """Say how long the concept is."""
    return f"Konzept {words_counted(count)}"


WORKSPACES = "Arbeitsbereiche"
WRITING = "Schreiben"
SIDE_PAGES = "Seiten neben dem Text"
SHUT_HINT = "Hinweis schließen"
SHUT_DRAWER = "Bereich schließen (Esc)"

TEXT_TOOLS = "Werkzeuge für den Text"
KIND = "Art des Absatzes"
NO_KIND = "Absatzart"
KINDS = {
    BlockKind.PARAGRAPH: "Absatz",
    BlockKind.QUOTE: "Zitat",
    BlockKind.BULLET: "Aufzählung",
    BlockKind.NUMBERED: "Nummerierung",
}


UNDO = "Rückgängig"
REDO = "Wiederholen"
TRY_AGAIN = "Erneut versuchen"
CANNOT_CLOSE = (
    "Der letzte Text ist noch nicht auf dem Laufwerk. Er ist hier sicher, das Fenster bleibt offen. "
    "Geben Sie Platz frei oder prüfen Sie die Verbindung, dann versuchen Sie es erneut."
)


SUBTITLE = "Konzepte gliedern, schreiben, abstimmen und als Word-Entwurf oder PDF ausgeben."
NEW_CONCEPT = "Neues Konzept …"
FROM_TEMPLATE = "aus einer Mustervorlage"
OPEN_CONCEPT = "Konzept öffnen …"
FILE_ENDING = "Datei mit der Endung .ikonzept"
NEW_FROM_WORD = "Neues Konzept aus Word …"
NOTHING_LOST = "nichts geht verloren"
RECENT = "Zuletzt geöffnet"
NO_RECENT = "Noch kein Konzept war geöffnet. Beginnen Sie mit einer Mustervorlage oder öffnen Sie eine Datei."
CLEAR_RECENT = "Liste leeren"
FORGET = "Aus der Liste nehmen"
FIRST_STEPS = "Erste Schritte (F1)"
PRACTICE = "Übungskonzept …"
NOT_REACHABLE = "gerade nicht zu finden"
TEMPLATES = "Mustervorlagen"
TAKE_OVER_TEMPLATE = "Mustervorlage aus einer Datei übernehmen …"
