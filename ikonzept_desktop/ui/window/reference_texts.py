"""What is said about cross-references, visited places and targets that are gone, in German."""

from ikonzept_desktop.model.inline import ReferenceForm

FIND_TARGET = "Nummer oder Titel eingeben"
TARGETS = "Ziele"
FORM = "Gedruckt wird"
FORMS = {
    ReferenceForm.NUMBER: "Nummer",
    ReferenceForm.TITLE: "Titel",
    ReferenceForm.NUMBER_TITLE: "Nummer und Titel",
    ReferenceForm.PAGE: "Seite",
}
KEYS = "Eingabe fügt ein, Tab ändert die Form, Esc schließt."
NO_TARGET = "Nichts passt dazu."
SHAPES = {  # by the values of `publication.target_search.Shape`, which is not needed at the start
    "section": "Abschnitt",
    "annex": "Anlage",
    "table": "Tabelle",
    "figure": "Abbildung",
    "record": "Eintrag",
}
PAGE_EXAMPLE = "die Seite, erst beim Ausgeben"
NOT_PRINTED = "wird nicht gedruckt"

GO_TO_TARGET = "Zum Ziel gehen"
OTHER_TARGET = "Anderes Ziel wählen …"
REMOVE_REFERENCE = "Verweis entfernen"
CHANGE_REFERENCE = "Querverweis ändern"
TARGET_GONE = "Das Ziel dieses Verweises fehlt."
NO_PLACE_BACK = "Von hier führt kein Weg zurück."
NO_PLACE_ON = "Von hier führt kein Weg weiter."

LOOK_AT_THEM = "Ansehen …"
UNDERSTOOD = "Schließen"
WITHOUT_TARGET = "Querverweise ohne Ziel"
ALL_HAVE_TARGETS = "Alle Querverweise haben ein Ziel."
GO_TO_PLACE = "Zur Stelle"
IN_TABLE = "in einer Tabelle, Bildunterschrift oder Quelle"
IN_NOTE = "in einer Fußnote"


def point_nowhere(count: int) -> str:
    """Say how many references lost their target just now."""
    if count == 1:
        return "1 Querverweis zeigt jetzt ins Leere."
    return f"{count} Querverweise zeigen jetzt ins Leere."


def preview(words: str) -> str:
    """Say what a reference will print."""
    return f"Im Text: {words}"


def in_field(label: str) -> str:
    """Say of a link that it is one of a field."""
    return f"Verknüpfung im Feld „{label}“"
