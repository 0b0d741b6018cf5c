"""What is said after a paste, in German."""

AS_SECTIONS = "Eingefügtes in Abschnitte gliedern"
AS_PARAGRAPHS = "Zeilen zu Absätzen verbinden"
BELOW = "Als Unterabschnitte"
AFTER = "Als Abschnitte danach"
JOIN = "Zu Absätzen verbinden"
WRAPPED = "Der eingefügte Text endet Zeile für Zeile wie auf einer Druckseite. Sollen die Zeilen wieder Absätze werden?"
TOO_MUCH = "Die Formatierung war zu umfangreich. Eingefügt wurde der reine Text; es fehlt kein Wort."
CONTENTS = "Das Inhaltsverzeichnis wurde nicht übernommen; das Programm führt es selbst."
NO_PLACE = "Hier kann kein Abschnitt mit Text stehen. Der eingefügte Text bleibt, wie er ist."
_THINGS = (
    ("Bild", "Bilder"),
    ("Kommentar", "Kommentare"),
    ("gelöschte Stelle", "gelöschte Stellen"),
)


def with_headings(count: int) -> str:
    """Say that headings came along."""
    came = "1 Überschrift steht" if count == 1 else f"{count} Überschriften stehen"
    return f"{came} jetzt als fette Zeilen im Text. Sollen daraus Abschnitte werden?"


def left_out(*counts: int) -> str:
    """Say how many images, comments and deleted passages stayed behind; nothing where none did."""
    named = [
        f"{count} {one if count == 1 else many}" for count, (one, many) in zip(counts, _THINGS, strict=True) if count
    ]
    if not named:
        return ""
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} und {named[-1]}"
    return f"{listed} {'wurde' if sum(counts) == 1 else 'wurden'} nicht übernommen."


def sections_made(count: int) -> str:
    """Say how many sections a paste has become."""
    return "1 Abschnitt eingefügt." if count == 1 else f"{count} Abschnitte eingefügt."
