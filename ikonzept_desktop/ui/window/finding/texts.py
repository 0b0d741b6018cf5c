"""What find and replace say, in German."""

from ikonzept_desktop.model.search.passages import Part
from ikonzept_desktop.model.search.query import BadPattern
from ikonzept_desktop.model.search.replacing import Obstacle
from ikonzept_desktop.model.search.search import Where
from ikonzept_desktop.ui.window.texts import thousands

FIND = "Suchen"
FIND_AND_REPLACE = "Suchen und ersetzen"
FIND_WHAT = "Suchen nach"
REPLACE_BY = "Ersetzen durch"
CASE = "Groß- und Kleinschreibung beachten"
WHOLE_WORDS = "Nur ganze Wörter"
UMLAUTS = "ä auch als ae, ß auch als ss"
REGEX = "Regulärer Ausdruck"
INTERNAL = "Interne Notizen und Zuständige einbeziehen"
KEEP_CASE = "Großbuchstaben des ersetzten Textes übernehmen"
SHOW_REPLACE = "Ersetzen einblenden"
PREVIOUS, NEXT = "Vorherige Fundstelle", "Nächste Fundstelle"
REPLACE = "Ersetzen"
REPLACE_ALL = "Alle ersetzen"
HITS = "Fundstellen"
SCOPE = "Wo gesucht wird"
SCOPES = {
    Where.WHOLE: "Ganzes Konzept",
    Where.SECTION: "Dieser Abschnitt",
    Where.BRANCH: "Abschnitt mit allem darunter",
    Where.TITLES: "Nur Überschriften",
    Where.NOTES: "Nur Fußnoten",
    Where.TABLES: "Nur Tabellen und Abbildungen",
}
ABOUT_CONCEPT = "Angaben zum Konzept"
PROPERTY_NAMES = {
    "title": "Titel",
    "subtitle": "Untertitel",
    "publisher": "Herausgeber",
    "as_of": "Stand",
    "draft": "Entwurf",
}
PARTS = {
    Part.TITLE: "Überschrift",
    Part.TEXT: "Text",
    Part.CAPTION: "Beschriftung",
    Part.CELL: "Tabelle",
    Part.SOURCE: "Quelle",
    Part.ALTERNATIVE: "Alternativtext",
    Part.NOTE: "Fußnote",
    Part.RESPONSIBLE: "Verantwortlich",
    Part.COMMENT: "Interne Notiz",
    Part.REPLY: "Antwort",
}
OBSTACLES = {
    Obstacle.NOTE: "nicht ersetzbar: enthält eine Fußnote",
    Obstacle.REFERENCE: "nicht ersetzbar: enthält einen Querverweis",
    Obstacle.CHOSEN: "nicht ersetzbar: wird ausgewählt, nicht geschrieben",
}
NOTHING_FOUND = "Nichts gefunden."
TYPE_TO_FIND = "Gesucht wird, während Sie tippen: in Texten, Feldern, Tabellen, Fußnoten und Notizen."
FROM_THE_START = "Die Suche beginnt wieder am Anfang."
FROM_THE_END = "Die Suche beginnt wieder am Ende."
TOOK_TOO_LONG = (
    "Dieser Ausdruck braucht zu lange; die Suche wurde beendet. Am Konzept ist nichts geändert. "
    "Vereinfachen Sie den Ausdruck."
)
ONLY_TO_READ = "Das Konzept ist nur zum Lesen geöffnet; hier lässt sich nichts ersetzen."
NO_GROUP = "Diese Ersetzung verweist auf eine Gruppe, die es im Ausdruck nicht gibt, etwa \\2 ohne zweite Klammer."
IN_PROPERTIES = "Diese Stelle steht in den Angaben zum Konzept (im Menü „Datei“)."
TICKED, NOT_TICKED = "wird ersetzt", "wird nicht ersetzt"


def bad_pattern(error: BadPattern) -> str:
    """Say that a regular expression cannot be understood, and from where on."""
    if error.position is None:
        return "Dieser Ausdruck ist zu umfangreich oder nicht zu verstehen. Vereinfachen Sie ihn."
    return f"Dieser Ausdruck ist ab Zeichen {error.position + 1} nicht zu verstehen. Prüfen Sie Klammern und Zeichen."


def hits(count: int) -> str:
    """Count hits in words."""
    return "1 Fundstelle" if count == 1 else f"{thousands(count)} Fundstellen"


def hits_in(count: int, sections: int, shown: int) -> str:
    """Say how much was found and which hit is shown: „3 von 12 Fundstellen in 5 Abschnitten“; -1 for none."""
    found = hits(count) if shown < 0 or count == 1 else f"{thousands(shown + 1)} von {hits(count)}"
    return f"{found} in 1 Abschnitt" if sections == 1 else f"{found} in {thousands(sections)} Abschnitten"


def replace_ticked(count: int) -> str:
    """Name the button that replaces what is ticked."""
    return "1 Stelle ersetzen" if count == 1 else f"{thousands(count)} Stellen ersetzen"


def replaced(count: int) -> str:
    """Say what was done."""
    return f"{'1 Stelle' if count == 1 else f'{thousands(count)} Stellen'} ersetzt. Rückgängig mit Strg+Z."


def replace_step(old: str, new: str) -> str:
    """Name the step of undo."""
    return f"„{_short(old)}“ durch „{_short(new)}“ ersetzen"


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"
