"""What the editors of one window share: the open concept, its names, how large its text is shown."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ikonzept_desktop.model.document import field_value, has_place
from ikonzept_desktop.model.edits import Edit, SetField
from ikonzept_desktop.model.fields import FieldAddress, FieldValue, is_empty
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.ui.editor.looks import Colours, Look, TextStyle
from ikonzept_desktop.ui.editor.naming import Naming
from ikonzept_desktop.ui.session import Session

PAUSE = 700
"""ms after the last key until a short field's words go into the concept."""


class EditorContext:
    """Handed to every editor when it is made."""

    def __init__(self, session: Session, naming: Naming) -> None:
        """Begin at 100 %."""
        self.session = session
        self.naming = naming
        self.zoom = 100
        self.on_text: Callable[[QWidget], object] = _nothing
        """Told of every editor that holds words, when it is made: a text, a note, a line, a title."""
        self.on_table: Callable[[FieldAddress, str], object] = _no_table
        """Told of the list of records that a command about tables is asked of: its field, and the command's key."""
        self.middle = 0.0
        """The share of the height that the line which is written keeps from its ends; half: the middle."""

    def look(self, style: TextStyle, *, strong: bool = False) -> Look:
        """Give the look of a text at the present zoom and in the present colours."""
        return Look(style.zoomed(self.zoom), Colours.present(), strong)

    def value(self, address: FieldAddress) -> FieldValue | None:
        """Give what stands in a field."""
        return field_value(self.session.document, address)

    def put(self, address: FieldAddress, after: FieldValue, label: str, initiator: object = None) -> bool:
        """Set a short field; tell whether that changed anything: nothing where its record is gone meanwhile."""
        if not has_place(self.session.document, address):
            return False
        before = self.value(address)
        if before == after or (before is None and is_empty(after)):
            return False
        return self.apply(SetField(address, before, after), label, address, initiator)

    def apply(self, edit: Edit | None, label: str, address: FieldAddress, initiator: object = None) -> bool:
        """Carry out an edit of a field, to which undo leads back."""
        place = Selection(address.section, address)
        return self.session.apply(edit, label, selection=place, initiator=initiator)


def in_record(address: FieldAddress, record: str, column: str) -> FieldAddress:
    """Give the address of a column of a record."""
    return replace(address, record=record, column=column)


def _nothing(_text: QWidget) -> None:
    """Take no notice."""


def _no_table(_address: FieldAddress, _command: str) -> None:
    """Take no notice."""


class Pending(QObject):
    """Puts off carrying out what is being typed until a pause, or until it is asked for."""

    def __init__(self, carry_out: Callable[[], object], parent: QObject) -> None:
        """Call `carry_out` when the pause has come."""
        super().__init__(parent)
        self._carry_out = carry_out
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(carry_out)

    @property
    def waits(self) -> bool:
        """Whether there is something to carry out."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Wait for a pause anew."""
        self._timer.start()

    def drop(self) -> None:
        """Let go of what waits: its place is gone."""
        self._timer.stop()

    def finish(self) -> None:
        """Carry out at once what waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._carry_out()
