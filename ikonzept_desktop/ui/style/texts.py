"""What the form of the house style says, in German."""

from ikonzept_desktop.export.contrast import ENOUGH, GOOD, Contrast
from ikonzept_desktop.export.style_names import LABELS

TITLE = "Gestaltung"
PAGES = "Teile der Gestaltung"
STYLES_PAGE = "Stil"
TYPE_PAGE = "Schrift"
COLOURS_PAGE = "Farben"
SHEET_PAGE = "Seite"
PARTS_PAGE = "Bausteine"
LOGOS_PAGE = "Logos"
READ_ONLY = "Dieses Konzept ist nur zum Lesen geöffnet; die Gestaltung lässt sich ansehen, nicht ändern."
LIVE = "Jede Änderung gilt sofort. Rückgängig mit Strg+Z."
CLOSE = "Schließen"
LOAD = "Laden …"
LOAD_TITLE = "Gestaltung laden"
SAVE = "Sichern …"
SAVE_TITLE = "Gestaltung sichern"
FILTER = "Gestaltung (*.toml)"
RESET = "Eigene Angaben zurücknehmen"
CHOOSE = "Gestaltung wählen"
RESET_STEP = "Eigene Angaben der Gestaltung zurücknehmen"
LOAD_STEP = "Gestaltung laden"
STYLES_HEAD = "Fertige Gestaltungen"
STYLES_HELP = "Wählen Sie eine als Grundlage. Was Sie auf den anderen Seiten ändern, gilt zusätzlich."
CHOSEN = "gewählt"
SAMPLE = "Muster mit Ihren Texten"
SAMPLE_STALE = "Muster wird gesetzt …"
SAMPLE_CURRENT = "So sehen Umschlag, Kapitel, Handlungsfeld und Anhang aus."
SAMPLE_FAILED = "Das Muster lässt sich gerade nicht zeigen. Ihre Angaben gelten trotzdem."
SAME_FONT = "wie der Text"
OWN_FORMAT = "Eigenes Format"
FORMAT_SIZE = "Breite x Höhe in mm"
OPENINGS = "Mit eigener Eröffnung beginnen"
FIELD_COLOURS_HELP = "Der Reihe nach für die Handlungsfelder; ohne Farben gilt überall die Hauptfarbe."
ADD_COLOUR = "Farbe hinzufügen"
REMOVE_COLOUR = "Farbe entfernen"
PICK = "Farbe aussuchen …"
PICK_TITLE = "Farbe aussuchen"
INSTEAD = "Stattdessen"
NO_COLOUR = "Bitte so: #0E5A6B"
NO_NUMBER = "Bitte eine Zahl, zum Beispiel 10,5."

LOGOS_HELP = (
    "Logos stehen auf dem Umschlag, bei den Förderern im Impressum oder auf der letzten Seite, in dieser Reihenfolge."
)
NO_LOGOS = "Noch keine Logos."
ADD_LOGO = "Logo hinzufügen …"
LOGO_TITLE = "Logo wählen"
LOGO_FILTER = "Bilder (*.png *.jpg *.jpeg *.svg *.tif *.tiff *.webp *.gif *.bmp)"
LOGO_TEXT = "Alternativtext"
LOGO_TEXT_EXAMPLE = "z. B. Logo des Kreises Mettmann"
LOGO_TEXT_MISSING = "Bitte sagen Sie, wessen Logo es ist; es wird vorgelesen."
LOGO_PLACE = "Ort"
LOGO_PLACES = {
    "cover": "auf dem Umschlag",
    "imprint": "bei den Förderern im Impressum",
    "back": "auf der letzten Seite",
}
UP = "Nach vorn"
DOWN = "Nach hinten"
REMOVE = "Logo entfernen"
ADD_LOGO_STEP = "Logo hinzufügen"
MOVE_LOGO_STEP = "Logo verschieben"
REMOVE_LOGO_STEP = "Logo entfernen"
CHANGE_LOGO_STEP = "Logo ändern"
LOOKING = "Das Bild wird geprüft …"

_UNITS = {"mm": "mm", "pt": "pt"}


def label_of(name: str) -> str:
    """Give what a value is called, with its unit."""
    unit = _UNITS.get(name.rpartition("_")[2], "")
    return f"{LABELS[name]} ({unit})" if unit else LABELS[name]


def step(name: str) -> str:
    """Name the step that changes a value."""
    return f"Gestaltung: {LABELS[name]}"


def choose_step(title: str) -> str:
    """Name the step that chooses a finished style."""
    return f"Gestaltung „{title}“ wählen"


def field_colour(index: int) -> str:
    """Name the colour of a field of action, counted from 0."""
    return f"{index + 1}. Handlungsfeld"


def contrast(pair: Contrast) -> str:
    """Say whether a pair of colours can be read."""
    ratio = f"{pair.ratio:.1f}".replace(".", ",")
    if pair.ratio >= GOOD:
        verdict = "sehr gut lesbar (AAA)"
    elif pair.is_enough:
        verdict = "gut lesbar (AA)"
    else:
        verdict = f"zu schwach, nötig sind {ENOUGH:.1f} : 1".replace(".", ",")
    return f"{pair.what}: {ratio} : 1, {verdict}."


def take_instead(colour: str) -> str:
    """Offer the nearest colour that can be read."""
    return f"{INSTEAD} {colour}"


def own_count(count: int) -> str:
    """Say how much is other than the finished style has it."""
    return "Eine eigene Angabe weicht davon ab." if count == 1 else f"{count} eigene Angaben weichen davon ab."


def loaded(title: str, unknown: tuple[str, ...], faults: tuple[str, ...]) -> str:
    """Say what was taken over from a file, and what was not."""
    parts = [f"„{title}“ gilt jetzt."]
    if unknown:
        parts.append(f"Unbekannt und übergangen: {', '.join(unknown[:5])}{' …' if len(unknown) > 5 else ''}.")
    parts += faults[:3]
    return " ".join(parts)


def unreadable(name: str, reason: str) -> str:
    """Say that a file cannot be read."""
    return f"„{name}“ ist nicht lesbar ({reason}). Ihre Gestaltung ist unverändert."


def saved(name: str) -> str:
    """Say that a style was saved."""
    return f"Gesichert in „{name}“. Andere Konzepte übernehmen sie mit „{LOAD}“."


def not_saved(name: str, reason: str) -> str:
    """Say that a style could not be saved."""
    return f"„{name}“ konnte nicht geschrieben werden ({reason}). Ihre Gestaltung ist unverändert."
