"""What printing the overview says, in German."""

from ikonzept_desktop.model.template import Template
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.arranging import Arrangement

TITLE = "Liste drucken"
PREVIEW = "Seiten der Liste"
LANDSCAPE, PORTRAIT = "Querformat", "Hochformat"
FORMAT = "Format"
PRINT = "Drucken …"
PDF = "Als PDF sichern …"
CLOSE = "Schließen"
PDF_FILES = "PDF (*.pdf)"
NO_PRINTER = "Hier ist kein Drucker eingerichtet. Sichern Sie die Liste als PDF."
CANNOT_WRITE = "Die Datei „{name}“ konnte nicht geschrieben werden. Nichts ging verloren. Wählen Sie einen anderen Ort."
WRITTEN = "„{name}“ ist geschrieben."


def file_name(stem: str) -> str:
    """Name the PDF after the concept's file."""
    return f"{stem} – Überblick.pdf"


def page_of(number: int, count: int) -> str:
    """Number a page."""
    return f"Seite {number} von {count}"


def shown(asked: Arrangement, count: int, every: int, template: Template) -> str:
    """Say what a list shows and how it is sorted."""
    parts = [f"Überblick, {texts.sections_shown(count, every)}"]
    if asked.words:
        parts.append(f"mit „{asked.words}“")
    if asked.responsible is not None:
        parts.append(asked.responsible or texts.NOBODY)
    if asked.status:
        parts.append(template.status(asked.status).label)
    if asked.only_late:
        parts.append("nur überfällige")
    if asked.column is not None:
        sorting = texts.sorted_by(texts.COLUMNS[asked.column], descending=asked.descending)
        parts.append(sorting[0].lower() + sorting[1:])
    return " · ".join(parts)
