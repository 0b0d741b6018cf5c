"""What spelling and findings say in the window, in German."""

from ikonzept_desktop.checking.findings import Kind, Severity

FINDINGS = "Befunde"
KINDS = {
    Kind.MISSING: "Pflichtfeld leer",
    Kind.ALTERNATIVE_TEXT: "Abbildung ohne Alternativtext",
    Kind.LOGO_TEXT: "Logo ohne Alternativtext",
    Kind.LOGO_IMAGE: "Logo fehlt",
    Kind.DANGLING: "Verweis ins Leere",
    Kind.MISSING_IMAGE: "Bild fehlt",
    Kind.NO_GLYPH: "Zeichen ohne Schrift",
    Kind.NOT_A_DAY: "Kein Datum",
    Kind.NOT_A_NUMBER: "Keine Zahl",
    Kind.OVERDUE: "Frist vorbei",
    Kind.EMPTY: "Leerer Abschnitt",
    Kind.NO_HEADER: "Tabelle ohne Kopf",
    Kind.EMPTY_LINK: "Link ohne Text",
    Kind.LOW_RESOLUTION: "Bild zu grob",
    Kind.SPELLING: "Rechtschreibung",
    Kind.DOUBLE_WORD: "Doppeltes Wort",
    Kind.DOUBLE_SPACE: "Doppeltes Leerzeichen",
    Kind.NAME: "Schreibweise eines Namens",
    Kind.GENDER: "Geschlechtergerechte Form",
    Kind.QUOTES: "Gerade Anführungszeichen",
    Kind.DASH: "Strich",
    Kind.LONG_SENTENCE: "Langer Satz",
}
SEVERITIES = {
    Severity.MUST: "Vor dem Druck zu beheben",
    Severity.SHOULD: "Bitte prüfen",
    Severity.MAY: "Hinweis",
}
SHAPES = {
    Severity.MUST: ("circle-alert", "red"),
    Severity.SHOULD: ("triangle-alert", "amber"),
    Severity.MAY: ("info", "muted"),
}
SCOPE = "Befunde zeigen"
OF_SECTION, OF_CONCEPT = "Abschnitt", "Konzept"
NONE_IN_SECTION = "Keine Befunde in diesem Abschnitt."
NONE_IN_CONCEPT = "Keine Befunde im ganzen Konzept."
LOOKING = "Das Konzept wird durchgesehen …"
LIST_HELP = "Eingabe führt zur Stelle, die Leertaste übernimmt, Entf übergeht, F7 geht zum nächsten Befund."
GO, TAKE_OVER, SKIP, SUGGESTIONS = "Zur Stelle", "Übernehmen", "Übergehen", "Vorschläge"
MORE = "Weitere Möglichkeiten"
SKIP_TEXT = "„{text}“ überall übergehen"
SKIP_KIND = "Alle Befunde „{kind}“ übergehen"
INTO_CONCEPT = "Ins Wörterbuch des Konzepts"
INTO_OWN = "In mein Wörterbuch"
EVERYWHERE = "Überall übergehen"
SEARCHING = "Vorschläge werden gesucht …"
NO_SUGGESTIONS = "Keine Vorschläge"
INSTEAD = "„{words}“ übernehmen"
INSTEAD_SPACE = "Ein Leerzeichen daraus machen"
NO_SPACE = "Leerzeichen"

TAKE_OVER_STEP = "Befund behoben"
SPELLING_STEP = "Rechtschreibung berichtigt"
SKIP_STEP = "Befund übergangen"
WORD_STEP = "Wort ins Wörterbuch des Konzepts"
WORDS_STEP = "Wörterbuch des Konzepts geändert"
LOOK_AGAIN_STEP = "Befunde wieder gezeigt"

SPELLING_ON = "Deutsch, Rechtschreibung an"
SPELLING_OFF = "Deutsch, Rechtschreibung aus"
SPELLING_BROKEN = "Rechtschreibung nicht möglich"
SWITCH = "Rechtschreibung ein- oder ausschalten"
IS_OFF = "Die Rechtschreibung ist ausgeschaltet."
SWITCH_ON = "Einschalten"
NO_MORE = "Kein weiterer Befund."
FROM_THE_START = "Weiter am Anfang des Konzepts."
FROM_THE_END = "Weiter am Ende des Konzepts."
NO_WRONG_WORD = "An der Schreibmarke steht kein Befund."
ALL_RIGHT = "Hier gibt es nichts zu berichtigen."
CHANGED_MEANWHILE = "Die Stelle hat sich inzwischen geändert; die Befunde werden neu ermittelt."
PASSED = "Übergangen. Rückgängig mit Strg+Z."
TAKEN_UP = "„{word}“ gilt in diesem Konzept als richtig. Rückgängig mit Strg+Z."
TAKEN_UP_BY_USER = "„{word}“ gilt in allen Ihren Konzepten als richtig."

DICTIONARIES = "Wörterbücher"
DICTIONARIES_HINT = "Was hier steht, wird nicht beanstandet; ein s am Ende gilt mit."
WORDS_OF_CONCEPT, WORDS_OF_USER, PASSED_OVER = "Dieses Konzept", "Mein Wörterbuch", "Übergangenes"
LISTS = "Liste"
NEW_WORD = "Neues Wort"
ADD, REMOVE, CLOSE = "Hinzufügen", "Entfernen", "Schließen"
SHOW_AGAIN = "Wieder zeigen"
NO_SUCH_WORD = "„{text}“ ist kein einzelnes Wort."
NO_ENTRIES = "Noch kein Eintrag."
GONE_PLACE = "Stelle, die es nicht mehr gibt"


def suggestion(words: str) -> str:
    """Show what is suggested; spaces and nothing by name."""
    return words if words.strip() else NO_SPACE


def instead(words: str) -> str:
    """Name the deed of putting words in the place of what was found."""
    return INSTEAD.format(words=words) if words.strip() else INSTEAD_SPACE


def spaces(number: int) -> str:
    """Name spaces, which cannot be seen."""
    return NO_SPACE if number == 1 else f"{number} {NO_SPACE}"


def whole_kind(kind: str) -> str:
    """Say that all findings of a kind are passed over."""
    return f"Alle: {kind}"


def count(number: int) -> str:
    """Count findings."""
    return "1 Befund" if number == 1 else f"{number} Befunde"
