"""The place of one table in the concept, and the one way its shape is changed."""

from ikonzept_desktop.model.blocks import Blocks, Table
from ikonzept_desktop.model.edits import ReplaceBlocks
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.table_grid import Area, Grid
from ikonzept_desktop.ui.editor.line_port import LinePort
from ikonzept_desktop.ui.editor.port import blocks_at
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.tables.steps import Step


class TablePlace:
    """A table by its id in the field at an address."""

    def __init__(self, session: Session, address: FieldAddress, id: str) -> None:
        """Stand for the table, whether or not it is there."""
        self.session = session
        self.address = address
        self.id = id

    @property
    def read_only(self) -> bool:
        """Whether the concept is only to be read."""
        return self.session.read_only

    def table(self) -> Table | None:
        """Give the table as it stands; None where it is gone."""
        found = next((block for block in self._blocks() if block.id == self.id), None)
        return found if isinstance(found, Table) else None

    def port(self, line: str) -> LinePort:
        """Give the place to write in of a cell, by its id, or of `caption` or `source`."""
        return LinePort(self.session.project, self.address, self.id, line)

    def carry_out(self, step: Step | None, before: Area) -> bool:
        """Make a step one edit, to which undo and redo lead back; tell whether there was anything to do."""
        table = self.table()
        if step is None or table is None or self.read_only:
            return False
        blocks = self._blocks()
        at = next(index for index, block in enumerate(blocks) if block.id == self.id)
        self.session.project.apply(
            ReplaceBlocks(self.address, at, (table,), (step.table,)),
            step.label,
            before=self._selection(table, before),
            after=self._selection(step.table, step.area),
        )
        return True

    def _blocks(self) -> Blocks:
        return blocks_at(self.session.document, self.address)

    def _selection(self, table: Table, area: Area) -> Selection:
        row, column = min(area.row, len(table.rows) - 1), min(area.column, len(table.columns) - 1)
        cell = Grid(table).cell(table, row, column).cell
        return Selection(self.address.section, self.address, self.id, cell.id)
