"""What is said of attached PDFs, in German."""

from collections.abc import Sequence

CHOOSE = "PDF-Datei wählen"
FILTER = "PDF-Dateien (*.pdf);;Alle Dateien (*)"
ATTACHMENT = "PDF-Anlage"
TITLE = "Titel der Anlage"
PAGES = "Seiten"
PAGES_HELP = "Zum Beispiel 1-3, 5. Leer heißt: alle Seiten."
SIZE = "Größe"
IN_TEXT_AREA = "im Satzspiegel"
WHOLE_PAGE = "ganze Seite"
SIZE_HELP = "Im Satzspiegel behalten die Seiten Kopfzeile und Seitenzahl; als ganze Seite füllen sie das Papier."
DESCRIPTION_HELP = "Sagen Sie, was zu sehen ist: Der Text dieser Seite lässt sich nicht vorlesen."
NEXT_UNDESCRIBED = "Nächste Seite ohne Beschreibung"
PREVIOUS_PAGE = "Vorherige Seite"
NEXT_PAGE = "Nächste Seite"
NO_PAGE = "Die Seite lässt sich nicht zeigen."
COMING = "Die Seite wird gezeichnet …"
REPLACE = "PDF ersetzen …"
REPLACE_HELP = "Andere PDF-Datei an dieser Stelle; der Titel bleibt"
SAVE = "PDF sichern unter …"
SAVE_HELP = "Die PDF-Datei sichern, wie sie im Konzept liegt: ohne Skripte, Formulare und eingebettete Dateien"
SAVE_TITLE = "PDF sichern unter"
SAVE_FILTER = "PDF-Datei (*.pdf)"
UNDERSTOOD = "Verstanden"
ALL_WELL = "Alle Seiten werden so gedruckt, wie sie sind."

CHANGE_PAGES = "Seiten der Anlage"
CHANGE_SIZE = "Größe der Anlage"
CHANGE_DESCRIPTION = "Beschreibung der Seite"
CHANGE_FILE = "PDF ersetzen"

NO_PLACE = (
    "Hier kann keine PDF-Datei stehen. Setzen Sie die Schreibmarke in einen Text und versuchen Sie es noch einmal."
)


def checking(name: str, share: float = 0.0) -> str:
    """Say that a PDF is being looked at, and how far that is."""
    done = f" {round(share * 100)} Prozent" if share else ""
    return f"„{name}“ wird geprüft …{done}"


def inserted(title: str, pages: int) -> str:
    """Say that a PDF is in the text."""
    return f"„{title}“ steht im Text: {'1 Seite' if pages == 1 else f'{pages} Seiten'}."


def page(number: int, count: int) -> str:
    """Name the page that is shown."""
    return f"Seite {number} von {count}"


def not_printed(number: int, count: int) -> str:
    """Name a page that is shown and left out in print."""
    return f"{page(number, count)} (wird nicht gedruckt)"


def description_of(number: int) -> str:
    """Ask what is to be seen on a page."""
    return f"Was ist auf Seite {number} zu sehen?"


def no_such_pages(count: int) -> str:
    """Say that what is written names no pages."""
    has = "hat nur 1 Seite" if count == 1 else f"hat {count} Seiten"
    return f"Die Datei {has}. Schreiben Sie zum Beispiel 1-3, 5."


def drawn(pages: Sequence[int]) -> str:
    """Say which pages are printed as images."""
    verb = "wird als Bild gedruckt, ihr" if len(pages) == 1 else "werden als Bild gedruckt, ihr"
    return f"{listed(pages)} {verb} Text lässt sich weiter vorlesen und durchsuchen."


def undescribed(pages: Sequence[int]) -> str:
    """Say which pages still need a description."""
    verb = "hat" if len(pages) == 1 else "haben"
    return f"{listed(pages)} {verb} keinen lesbaren Text und keine Beschreibung."


def listed(pages: Sequence[int]) -> str:
    """Name pages: `Seite 3`, `Seiten 2–4, 7`."""
    runs: list[list[int]] = []
    for each in sorted(pages):
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"{'Seite' if len(pages) == 1 else 'Seiten'} {said}"
