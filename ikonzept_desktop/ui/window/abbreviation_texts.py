"""What is said about abbreviations, in German."""

ABBREVIATIONS = "Abkürzungen"
SHORT, LONG, COUNT, FIRST = "Abkürzung", "Bedeutung", "Verwendet", "Zuerst in"
LIST_HINT = "Nach dem Inhalt gedruckt werden nur die Abkürzungen, die der gedruckte Text verwendet."
PRINT = "Abkürzungsverzeichnis drucken"
NEW = "Neue Abkürzung"
REMOVE = "Entfernen"
GO = "Zur ersten Stelle"
FOUND = "Im Text gefunden"
FOUND_HINT = "Mindestens zweimal verwendet und noch nicht in der Liste."
NONE_LISTED = "Noch keine Abkürzung in der Liste."
NONE_FOUND = "Im Text steht keine weitere Abkürzung, die zweimal oder öfter verwendet wird."
TAKE = "In die Liste übernehmen"
CLOSE = "Schließen"
EDIT_STEP = "Abkürzungen ändern"
TAKE_STEP = "Abkürzungen übernehmen"
PRINT_STEP = "Abkürzungsverzeichnis umschalten"
NO_SHORT = "Eine Bedeutung hat noch keine Abkürzung. Sie wird gespeichert, sobald beides da ist."
NOT_USED = "nie"


def twice(short: str) -> str:
    """Say that an abbreviation stands in the list already."""
    return f"„{short}“ steht schon in der Liste. Bitte ändern oder entfernen Sie eine der beiden Zeilen."


def times(count: int) -> str:
    """Say how often something is used."""
    return NOT_USED if not count else f"{count}-mal"


def candidate(short: str, long: str, count: int) -> str:
    """Name something found in the text."""
    return f"{short} – {long} ({times(count)})" if long else f"{short} ({times(count)})"
