"""The tree of the proposed outline: chosen by keys and mouse, moved by dragging, named in place."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QHeaderView, QTreeView, QWidget

from ikonzept_desktop.ui.kit.node_model import set_up_outline
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.plan_delegate import SIGN_WIDTH, PlanDelegate, look_width
from ikonzept_desktop.ui.window.importing.plan_model import BECOMES, LOOK, NUMBER, PIECE_ROLE, TITLE, PlanModel

_NARROWEST_NUMBERS, _WIDEST_NUMBERS, _NUMBER_PADDING = 40, 90, 14
_BECOMES = 132
_WITH_CONTROL = Qt.KeyboardModifier.ControlModifier
_LEAST_TITLE = 190
"""px that a title has before the word beside the sign gives way."""


class PlanTree(QTreeView):
    """Lines of a plan; several can be chosen."""

    current_changed = Signal()

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        """Show the model, sections folded open."""
        super().__init__(parent)
        self.plan = model
        self._folded: set[int] = set()
        self._quiet = False
        self.setModel(model)
        self._set_up()
        self.expandAll()
        self.collapsed.connect(lambda index: self._folded.add(int(index.data(PIECE_ROLE))))
        self.expanded.connect(lambda index: self._folded.discard(int(index.data(PIECE_ROLE))))
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._announce())

    def current(self) -> int:
        """Give the present entry; -1 where there is none."""
        return self.plan.at(self.currentIndex())

    def chosen(self) -> list[int]:
        """Give the chosen entries in the order of the plan."""
        found = {self.plan.at(index) for index in self.selectionModel().selectedRows(TITLE)}
        return sorted(found - {-1}) or [at for at in (self.current(),) if at >= 0]

    def choose(self, pieces: Iterable[int]) -> None:
        """Choose the entries that begin with these pieces, the first of them the present one, and bring it in sight."""
        wanted = list(pieces)
        indexes = [index for index in map(self.plan.index_of, wanted) if index.isValid()]
        if wanted and not indexes:  # what began there does so no more
            indexes = [self.plan.index_of(self.plan.nearest(wanted[0]))]
        if not indexes or not indexes[0].isValid():
            return
        chosen = QItemSelection()
        for index in indexes:
            chosen.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(indexes[0], flag.NoUpdate)
        self.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(indexes[0])

    def show_plan(self, pieces: Iterable[int]) -> None:
        """Show the plan anew, keeping what is folded and scrolled to, with these entries chosen."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)  # a title's editor goes
        scrolled, folded = self.verticalScrollBar().value(), set(self._folded)
        present = self.currentIndex()
        wanted = list(pieces) or ([int(present.data(PIECE_ROLE))] if present.isValid() else [])
        self._quiet = True
        self.plan.show()
        self.expandAll()
        for piece in folded:
            self.collapse(self.plan.index_of(piece, 0))
        self._folded = folded
        self._fit()
        self.verticalScrollBar().setValue(scrolled)
        self.choose(wanted)
        self._quiet = False
        if had_keyboard:
            self.setFocus()
        self._announce()

    def rename(self) -> None:
        """Edit the present title in place."""
        index = self.currentIndex().siblingAtColumn(TITLE)
        if index.isValid():
            self.edit(index)

    def is_editing(self) -> bool:
        """Tell whether a title is being written."""
        return self.state() == QAbstractItemView.State.EditingState

    def closeEditor(self, editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        """End the naming with Tab too, where Qt would go on to name the next one."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the Return that ends the naming from the dialog, which would take everything over."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & _WITH_CONTROL:
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether there is room for the word beside the sign."""
        super().resizeEvent(event)
        self._fit()

    def _announce(self) -> None:
        if not self._quiet:
            self.current_changed.emit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, set(self.plan.numbers())), default=0)
        numbers = min(max(widest + _NUMBER_PADDING, _NARROWEST_NUMBERS), _WIDEST_NUMBERS)
        header = self.header()
        header.resizeSection(NUMBER, numbers)
        rest = self.viewport().width() - numbers - _BECOMES
        header.resizeSection(LOOK, look_width() if rest - look_width() >= _LEAST_TITLE else SIGN_WIDTH)
        header.resizeSection(BECOMES, _BECOMES)

    def _set_up(self) -> None:
        set_up_outline(self, TITLE, texts.OUTLINE)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(PlanDelegate(self))
        header = self.header()
        for column in (NUMBER, BECOMES, LOOK):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self._fit()
