"""What the palette says, in German."""

from ikonzept_desktop.publication.labels import Sort

SEARCH_OR_COMMAND = "Suchen oder Befehl"
TYPE_COMMAND = "Befehl, Abschnitt oder Suchwort"
GO_TO = "Gehe zu"
TYPE_TARGET = "Nummer oder Titel: Abschnitt, Maßnahme, Tabelle, Abbildung"
ENTRIES = "Befehle und Abschnitte"
RECENT = "zuletzt benutzt"
NO_COMMAND = "Kein Befehl und kein Abschnitt passt dazu."
NO_TARGET = "Nichts im Konzept passt dazu."
SEARCH_IN = "im ganzen Konzept"
NOT_NOW = "Dieser Befehl ist hier zurzeit nicht möglich."
ONLY_TO_READ = "Das Konzept ist nur zum Lesen geöffnet. Nichts daran lässt sich ändern."
NO_TEXT = "Setzen Sie zuerst die Schreibmarke in einen Text."
NOTHING_TO_UNDO = "Es gibt nichts, was sich rückgängig machen lässt."
NOTHING_TO_REDO = "Es gibt nichts, was sich wiederholen lässt."
SORTS = {Sort.SECTION: "Abschnitt", Sort.TABLE: "Tabelle", Sort.FIGURE: "Abbildung", Sort.RECORD: "Eintrag"}


def search_for(words: str) -> str:
    """Name the entry that searches for what was typed."""
    return f"Nach „{words}“ suchen"
