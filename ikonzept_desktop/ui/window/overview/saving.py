"""The overview as a table for spreadsheet programs: the lines that are shown, in their order."""

from ikonzept_desktop.export.sheets import CellValue, OutSheet, Share
from ikonzept_desktop.model.overview import Line
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.columns import Column
from ikonzept_desktop.ui.window.overview.table_model import OverviewModel


def out_sheet(model: OverviewModel) -> OutSheet:
    """Give what the overview shows: days, numbers and shares as such."""
    columns = [column for column in Column if column is not Column.FINDINGS or model.findings_of is not None]
    count = model.findings_of or (lambda _section: 0)
    rows = tuple(tuple(_value(line, column, count(line.section)) for column in columns) for line in model.shown)
    return OutSheet(texts.OVERVIEW, tuple(texts.COLUMNS[column] for column in columns), rows)


def _value(line: Line, column: Column, findings: int) -> CellValue:
    match column:
        case Column.NUMBER:
            return line.number or None
        case Column.TITLE:
            return line.title or None
        case Column.STATUS:
            return line.status.label
        case Column.RESPONSIBLE:
            return line.responsible or None
        case Column.DEADLINE:
            return line.deadline_draft or line.deadline
        case Column.WORDS:
            return line.words
        case Column.TARGET:
            return line.target
        case Column.SHARE:
            return Share(line.share) if line.share is not None else None
        case Column.NOTES:
            return line.open_notes
        case _:
            return findings
