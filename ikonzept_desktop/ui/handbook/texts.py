"""What the window of the Handbuch says, in German."""

HANDBOOK = "Handbuch"
SEARCH = "Im Handbuch suchen"
CONTENTS = "Inhalt des Handbuchs"
PAGE = "Seite des Handbuchs"
BACK = "Zurück"
NOTHING_FOUND = "Dazu steht nichts im Handbuch. Versuchen Sie ein anderes Wort."
MISSING = "Das Handbuch fehlt in dieser Installation. Ihr Konzept ist davon nicht berührt; bitte melden Sie es der IT."
KEYS_TITLE = "Alle Tasten"
KEYS_INTRO = "Diese Liste kommt aus dem Programm selbst; sie stimmt immer."
KEYS_HEAD = ("Befehl", "Tasten")


def window_title(chapter: str) -> str:
    """Name the window after the chapter that is read."""
    return f"{chapter} – Handbuch – iKonzept" if chapter else "Handbuch – iKonzept"
