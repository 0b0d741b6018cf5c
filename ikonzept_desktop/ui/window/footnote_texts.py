"""What is said about footnotes, in German."""

NOTES = "Fußnoten"
SCOPE = "Welche Fußnoten"
IN_SECTION = "Abschnitt"
IN_CONCEPT = "Konzept"
FILTER = "Fußnoten filtern"
NONE_IN_SECTION = "Dieser Abschnitt hat keine Fußnote."
NONE_IN_CONCEPT = "Das Konzept hat noch keine Fußnote."
NONE_FITS = "Keine Fußnote passt zum Filter."
EDIT = "Text der Fußnote"
GO = "Zur Fußnote im Text"
DELETE = "Fußnote löschen"
TO_TEXT = "Fußnote in Text umwandeln"
EMPTY = "(noch leer)"
DELETED = "Fußnote gelöscht. Rückgängig mit Strg+Z."
NO_NOTE_HERE = "Setzen Sie den Cursor an eine Fußnote."
NOTHING_TO_NOTE = "Markieren Sie die Wörter, die zur Fußnote werden sollen."
NO_NOTE_FOLLOWS = "In diesem Text folgt keine Fußnote."


def counted(count: int) -> str:
    """Count notes in words."""
    return "1 Fußnote" if count == 1 else f"{count} Fußnoten"


def spoken(number: str, text: str, where: str) -> str:
    """Name a line of the list for a screen reader."""
    return ". ".join(filter(None, (f"Fußnote {number}: {text}", where)))
