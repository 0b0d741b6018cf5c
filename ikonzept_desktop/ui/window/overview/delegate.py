"""How a cell of the overview is drawn and edited."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionFocusRect,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ikonzept_desktop.model.edits import AttributeValue
from ikonzept_desktop.model.german_days import read_day, written
from ikonzept_desktop.model.overview import Line
from ikonzept_desktop.model.template import Status
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon, status_icon
from ikonzept_desktop.ui.kit.painting import draw_box, draw_pill
from ikonzept_desktop.ui.kit.quiet import QuietCombo, QuietSpin
from ikonzept_desktop.ui.window import texts as window_texts
from ikonzept_desktop.ui.window.overview import texts
from ikonzept_desktop.ui.window.overview.columns import AT_RIGHT, ATTRIBUTES, DRAFT_ROLE, LINE_ROLE, Column
from ikonzept_desktop.ui.window.overview.table_model import OverviewModel
from ikonzept_desktop.values import dataclass

Index = QModelIndex | QPersistentModelIndex
ROW = 24
MARGIN, INDENT, SHAPE, BAR_WIDTH, BAR_HEIGHT = 10, 14, 16, 56, 7
"""px"""
FULL, TOO_MUCH = 100, 105
"""Per cent of the target: the bar is full, the text too long."""
_AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_State = QStyle.StateFlag
_Position = QStyleOptionViewItem.ViewItemPosition


class OverviewDelegate(QStyledItemDelegate):
    """Draws shapes, bars and what is late; edits a status by choice, a deadline as it is written in German."""

    def __init__(
        self,
        view: QTableView,
        model: OverviewModel,
        *,
        statuses: Callable[[], Sequence[Status]],
        people: Callable[[], list[str]],
        commit: Callable[[str, str, AttributeValue, str], None],
    ) -> None:
        """`commit` takes section, attribute, value, and the draft that is no value."""
        super().__init__(view)
        self._view = view
        self._model = model
        self._statuses = statuses
        self._people = people
        self._commit = commit

    def sizeHint(self, option: Any, index: Index) -> QSize:
        """Rows of 24 px, higher where the font needs it."""
        return QSize(super().sizeHint(option, index).width(), max(ROW, option.fontMetrics.height() + 6))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Draw a cell: its ground, what stands in it, the line below, the ring of the one that has the keyboard.

        The style is asked only about the ground of what is chosen: there are three hundred cells to a screen.
        """
        line, column = self._model.shown[index.row()], Column(index.column())
        rect, chosen = option.rect, bool(option.state & _State.State_Selected)
        if chosen:
            self._draw_ground(painter, option, index)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        painter.setFont(self._view.font())
        self._draw(painter, _Cell(rect, self._model.words(line, column), chosen), column, line)
        if option.state & _State.State_HasFocus:
            ring: Any = QStyleOptionFocusRect()
            ring.rect, ring.state = rect, option.state
            ring.backgroundColor = theme.colour("soft" if chosen else "paper")
            self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, ring, painter, self._view)

    def _draw_ground(self, painter: QPainter, option: Any, index: Index) -> None:
        ground: Any = QStyleOptionViewItem(option)
        first = self._view.horizontalHeader().logicalIndexAt(0) == index.column()
        ground.viewItemPosition = _Position.Beginning if first else _Position.Middle
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, ground, painter, self._view)

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        """Give the editor of a cell, named for screen readers."""
        column = Column(index.column())
        made: dict[Column, Callable[[QWidget], QWidget]] = {
            Column.STATUS: self._status_editor,
            Column.RESPONSIBLE: self._people_editor,
            Column.DEADLINE: _deadline_editor,
            Column.TARGET: _target_editor,
        }
        editor = made[column](parent)
        editor.setAccessibleName(texts.COLUMNS[column])
        editor.setAutoFillBackground(True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands in the cell."""
        line: Line = index.data(LINE_ROLE)
        match editor:
            case QuietCombo():
                editor.setCurrentIndex(editor.findData(line.status.key))
            case QuietSpin():
                editor.setValue(line.target or 0)
                editor.selectAll()
            case QLineEdit() if index.column() == Column.DEADLINE:
                editor.setText(index.data(DRAFT_ROLE) or written(line.deadline))
            case QLineEdit():
                editor.setText(line.responsible)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Have what was entered become an edit."""
        section, name = index.data(LINE_ROLE).section, ATTRIBUTES[Column(index.column())]
        match editor:
            case QuietCombo():
                self._commit(section, name, str(editor.currentData()), "")
            case QuietSpin():
                editor.interpretText()
                self._commit(section, name, editor.value() or None, "")
            case QLineEdit() if index.column() == Column.DEADLINE:
                text = editor.text().strip()
                day = read_day(text)
                self._commit(section, name, day, "" if day else text)
            case QLineEdit():
                self._commit(section, name, editor.text().strip(), "")

    def updateEditorGeometry(self, editor: QWidget, option: Any, _index: Index) -> None:
        """Lay an editor over its cell, a little higher and at least as wide as what it offers."""
        rect = QRect(option.rect)
        rect.setHeight(max(rect.height(), editor.sizeHint().height()))
        rect.setWidth(max(rect.width(), min(editor.sizeHint().width(), 200)))
        rect.moveCenter(QRect(rect.left(), option.rect.top(), rect.width(), option.rect.height()).center())
        editor.setGeometry(rect)

    def _status_editor(self, parent: QWidget) -> QWidget:
        box = QuietCombo(parent)
        for status in self._statuses():
            box.addItem(status_icon(status.shape, status.colour), status.label, status.key)
        box.activated.connect(lambda _row: self._take_at_once(box))
        return box

    def _take_at_once(self, box: QWidget) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)

    def _people_editor(self, parent: QWidget) -> QWidget:
        line = QLineEdit(parent)
        completer = QCompleter(self._people(), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
        return line

    def _draw(self, painter: QPainter, cell: "_Cell", column: Column, line: Line) -> None:
        ink = "on_soft" if cell.chosen else "ink"
        match column:
            case Column.NUMBER | Column.TARGET:
                _write(painter, cell, "muted", right=True)
            case Column.TITLE:
                _write(painter, cell, ink, left=line.depth * INDENT)
            case Column.STATUS:
                _draw_with_icon(painter, cell, status_icon(line.status.shape, line.status.colour), ink)
            case Column.DEADLINE:
                self._draw_deadline(painter, cell, line)
            case Column.SHARE if line.share is not None:
                _draw_share(painter, cell, line.share)
            case Column.FINDINGS if cell.words:
                _draw_findings(painter, cell)
            case _:
                _write(painter, cell, ink, right=column in AT_RIGHT)

    def _draw_deadline(self, painter: QPainter, cell: "_Cell", line: Line) -> None:
        wrong = bool(line.deadline_draft)
        if wrong or line.days_late(self._model.today()):
            painter.setFont(fonts.emphasised(self._view.font()))
            whole = f"{cell.words} {texts.LATE}"
            room = cell.rect.width() - SHAPE - 6 - 2 * MARGIN
            if not wrong and painter.fontMetrics().horizontalAdvance(whole) <= room:
                cell = _Cell(cell.rect, whole, cell.chosen)
            _draw_with_icon(painter, cell, icon("circle-alert", "red"), "red")
        else:
            _write(painter, cell, "muted" if line.done else "on_soft" if cell.chosen else "ink")


@dataclass(frozen=True, slots=True)
class _Cell:
    """What is drawn, and where."""

    rect: QRect
    words: str
    chosen: bool

    @property
    def mode(self) -> QIcon.Mode:
        """How icons are drawn on its ground."""
        return QIcon.Mode.Selected if self.chosen else QIcon.Mode.Normal


def _write(painter: QPainter, cell: _Cell, token: str, *, right: bool = False, left: int = 0) -> None:
    """Write the words of a cell in a colour by its token, cut off with … where there is no room."""
    if not cell.words:
        return
    box = cell.rect.adjusted(MARGIN + left, 0, -MARGIN, 0)
    painter.setPen(theme.colour(token, chosen=cell.chosen))
    elided = painter.fontMetrics().elidedText(cell.words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _AT_RIGHT if right else _AT_LEFT, elided)


def _draw_with_icon(painter: QPainter, cell: _Cell, shape: QIcon, token: str) -> None:
    spot = QRect(cell.rect.left() + MARGIN, cell.rect.center().y() - SHAPE // 2 + 1, SHAPE, SHAPE)
    shape.paint(painter, spot, Qt.AlignmentFlag.AlignCenter, cell.mode)
    _write(painter, cell, token, left=SHAPE + 6)


def _draw_share(painter: QPainter, cell: _Cell, share: int) -> None:
    token = "amber" if share > TOO_MUCH else "accent"
    groove = QRectF(cell.rect.left() + MARGIN, cell.rect.center().y() - BAR_HEIGHT / 2 + 0.5, BAR_WIDTH, BAR_HEIGHT)
    draw_box(painter, groove, theme.colour("hover"), theme.colour("border", chosen=cell.chosen))
    filled = min(share, FULL) / FULL * (BAR_WIDTH - 2)
    if filled >= 1:
        bar = QRectF(groove.left() + 1, groove.top() + 1, filled, BAR_HEIGHT - 2)
        draw_pill(painter, bar, theme.colour(token, chosen=cell.chosen), min(2.0, filled / 2))
    _write(painter, cell, "amber" if share > TOO_MUCH else "muted", right=True, left=BAR_WIDTH)


def _draw_findings(painter: QPainter, cell: _Cell) -> None:
    width = painter.fontMetrics().horizontalAdvance(cell.words)
    spot = QRect(cell.rect.right() - MARGIN - width - SHAPE - 2, cell.rect.center().y() - 6, 14, 14)
    icon("triangle-alert", "amber").paint(painter, spot, Qt.AlignmentFlag.AlignCenter, cell.mode)
    _write(painter, cell, "amber", right=True)


def _deadline_editor(parent: QWidget) -> QWidget:
    line = QLineEdit(parent)
    line.setPlaceholderText(texts.DAY_PLACEHOLDER)
    return line


def _target_editor(parent: QWidget) -> QWidget:
    spin = QuietSpin(parent)
    spin.setRange(0, 100_000)
    spin.setSingleStep(50)
    spin.setSpecialValueText(window_texts.NO_TARGET)
    spin.setGroupSeparatorShown(True)
    return spin
