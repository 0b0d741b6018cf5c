"""Which chapter of the Handbuch fits where the keyboard is."""

from PySide6.QtCore import QObject

from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Fit:
    """A place in the Handbuch."""

    chapter: str
    anchor: str = ""
    anywhere: bool = False
    """Whether one is there most of the time, so that a book that is being read is left where it is."""


_NOTES, _REFERENCES = Fit("08-fussnoten-und-verweise", "fußnoten"), Fit("08-fussnoten-und-verweise", "querverweise")
_COMMANDS = Fit("10-suchen-und-befehle", "jeder-befehl-ohne-maus")
FITS = {
    "OutlinePane": Fit("03-gliedern", anywhere=True),
    "SectionView": Fit("04-schreiben", anywhere=True),
    "Inspector": Fit("02-das-fenster", "die-angaben-zum-abschnitt"),
    "NotesPanel": Fit("11-ueberblick", "notizen"),
    "RecordsField": Fit("05-felder", "maßnahmen-teilziele-und-andere-einträge"),
    "FieldTabs": Fit("05-felder"),
    "NotesView": _NOTES,
    "TablePanel": Fit("06-tabellen", "in-den-zellen"),
    "FigurePanel": Fit("07-bilder", "ändern"),
    "AttachmentPanel": Fit("07-bilder", "pdf-dateien-anhängen"),
    "FindPanel": Fit("10-suchen-und-befehle"),
    "DanglingPanel": _REFERENCES,
    "ReferencePopup": _REFERENCES,
    "FootnotesPage": _NOTES,
    "FindingsPage": Fit("09-rechtschreibung", "befunde"),
    "CommentsPage": Fit("11-ueberblick", "notizen"),
    "SecondText": Fit("11-ueberblick", "zweiter-text"),
    "PreviewPanel": Fit("12-ausgeben", "seitenansicht"),
    "ReturnsPage": Fit("13-zur-durchsicht", "wer-welche-kopie-hat"),
    "ReviewPage": Fit("14-vorschlaege"),
    "OverviewPage": Fit("11-ueberblick"),
    "Palette": _COMMANDS,
    "CommandBox": _COMMANDS,
}
"""By the name of a pane, page or panel, none of which is to be imported for this; the innermost one counts."""
_ELSEWHERE = Fit("", anywhere=True)


def fitting(focused: QObject | None) -> Fit:
    """Give the place that fits what has the keyboard; no chapter where none does."""
    while focused is not None:
        if (fit := FITS.get(type(focused).__name__)) is not None:
            return fit
        focused = focused.parent()
    return _ELSEWHERE
