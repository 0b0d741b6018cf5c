"""The German sentences of findings: each says what is the matter and why it matters."""

from ikonzept_desktop.checking.gender import GenderForm, GenderUse

SPELLING = "Das Wörterbuch kennt „{word}“ nicht."
DOUBLE_WORD = "„{word}“ steht zweimal hintereinander."
DOUBLE_SPACE = "Hier stehen mehrere Leerzeichen hintereinander; im Druck wird daraus eine Lücke."
STRAIGHT_QUOTE = "Gerade Zeichen gehören zur Schreibmaschine; im Deutschen stehen „Anführungszeichen“ unten und oben."
STRAIGHT_APOSTROPHE = "Ein gerader Strich steht, wo ein Apostroph gemeint ist."
DASH = "Zwischen Leerzeichen steht im Deutschen der Gedankenstrich (–), nicht der Bindestrich."
RANGE = "Zwischen zwei Jahren steht der Strich für „bis“ (–), nicht der Bindestrich."
LONG_SENTENCE = "Der Satz hat {words} Wörter; ab 40 verlieren viele beim Vorlesen den Faden."
NAME = "„{name}“ heißt sonst „{usual}“ ({count}-mal); mit einer Schreibweise findet die Suche jede Stelle."
GENDER = "Hier steht {here}, sonst meist {usual}; eine Form im ganzen Konzept liest sich ruhiger."
MISSING = "„{field}“ ist noch leer; nötig wird es erst für die Druckfassung."
NO_ALTERNATIVE_TEXT = "Die Abbildung hat keinen Alternativtext; wer sie nicht sieht, erfährt nicht, was sie zeigt."
LOGO = "Logo {number}, {place}"
LOGO_PLACES = {"cover": "Umschlag", "imprint": "Impressum", "back": "letzte Seite"}
NO_LOGO_TEXT = "Das Logo hat keinen Alternativtext; vorgelesen wird nur das Wort „Logo“, nicht, wessen es ist."
NO_LOGO_IMAGE = "Das Bild des Logos fehlt oder ist nicht lesbar; gedruckt wird an dieser Stelle nichts."
DANGLING = "Der Querverweis führt ins Leere, denn sein Ziel wurde gelöscht."
DANGLING_LINK = "„{field}“ nennt etwas, das gelöscht wurde."
NO_HEADER = (
    "Die Tabelle hat weder Kopfzeile noch Kopfspalte; vorgelesen weiß niemand, wozu ihre Zellen gehören. "
    "Legen Sie beides im Tabellenbereich fest."
)
EMPTY_LINK = "Der Link auf {link} steht auf Leerzeichen; niemand sieht ihn, und vorgelesen bleibt er stumm."
MISSING_IMAGE = "Das Bild fehlt oder ist nicht lesbar; gedruckt wird an seiner Stelle ein leerer Rahmen."
LOW_RESOLUTION = (
    "Das Bild kommt gedruckt auf {dpi} dpi und wird auch am Bildschirm unscharf; das Web braucht 150, der Druck 300."
)
LOW_FOR_PRINT = "Das Bild kommt gedruckt auf {dpi} dpi; für das Web genügt das, die Druckerei braucht 300."
NO_GLYPH = "Das Zeichen „{sign}“ hat keine der Schriften; gedruckt wird an seiner Stelle ein Kästchen."
NOT_A_DAY = "„{draft}“ ist kein Datum; gedruckt wird es erst, wenn es eines ist, zum Beispiel 28.02.2015."
NOT_A_NUMBER = "In dieser Spalte stehen Zahlen, „{cell}“ ist keine; deutsch geschrieben sieht eine so aus: 1.234,5."
EMPTY = "Im Abschnitt steht noch nichts."
OVERDUE = "Die Frist {day} ist vorbei, und der Abschnitt ist noch nicht abgestimmt."
FIGURE = "Abbildung"
TABLE = "Tabelle"
NO_PAGE_DESCRIPTION = (
    "{pages} der angehängten PDF-Datei: kein lesbarer Text und keine Beschreibung. Öffnen Sie die Anlage."
)
REFERENCE = "Querverweis"
UNTITLED = "Ohne Titel"

_FORMS = {
    GenderForm.STAR: "der Stern",
    GenderForm.COLON: "der Doppelpunkt",
    GenderForm.UNDERSCORE: "der Unterstrich",
    GenderForm.SLASH: "der Schrägstrich",
    GenderForm.DOT: "der Mittelpunkt",
    GenderForm.CAPITAL: "das große I",
    GenderForm.PAIR: "die Paarform",
}


def gender(use: GenderUse, usual: GenderForm) -> str:
    """Say that people are named in another way than elsewhere."""
    return GENDER.format(here=_FORMS[use.form], usual=_FORMS[usual])


def pages(numbers: tuple[int, ...]) -> str:
    """Name pages: `Seite 2`, `Seiten 2, 4`."""
    return f"{'Seite' if len(numbers) == 1 else 'Seiten'} {', '.join(map(str, numbers))}"
