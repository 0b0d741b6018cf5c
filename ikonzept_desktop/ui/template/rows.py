"""A list of parts of the template: a name, a few quiet words below it, and keys to move and delete."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QWidget

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon, status_icon
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.values import dataclass

_ROW = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _INDENT, _SHAPE = 8, 18, 16
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    key: str
    title: str
    detail: str = ""
    depth: int = 0
    hidden: bool = False
    shape: str = ""
    """The shape of a status, with its colour."""
    colour: str = ""


class RowList(QListWidget):
    """Shows rows; Alt+Umschalt+arrows and dragging move, Entf deletes, Return and F2 lead on."""

    chosen = Signal(str)
    """The key of the row one went to."""
    move_asked = Signal(str, int)
    """A key, and 1 for down, -1 for up."""
    drop_asked = Signal(str, int)
    """A key, and the row before which it was dropped."""
    delete_asked = Signal(str)
    left = Signal()
    """On to what can be said of the chosen row."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Be empty, under a name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "field")
        self.setItemDelegate(_RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._rows: tuple[Row, ...] = ()
        self.currentItemChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[Row], chosen: str) -> None:
        """Show rows, one of them chosen or none, without a signal."""
        blocked = self.blockSignals(True)
        scrolled = self.verticalScrollBar().value()
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.clear()
            for _ in rows:
                self.addItem(QListWidgetItem())
        self._rows = tuple(rows)
        for at, row in enumerate(rows):
            self._fill(self.item(at), row)
        self.choose(chosen)
        self.verticalScrollBar().setValue(scrolled)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())
        self.blockSignals(blocked)
        self.viewport().update()

    def choose(self, key: str) -> None:
        """Choose a row by its key, or none, without a signal."""
        blocked = self.blockSignals(True)
        at = next((at for at, row in enumerate(self._rows) if row.key == key), -1)
        self.setCurrentRow(at)
        if at < 0:
            self.clearSelection()
        self.blockSignals(blocked)
        self.viewport().update()

    def key(self) -> str:
        """Give the key of the chosen row; nothing where none is."""
        at = self.currentRow()
        return self._rows[at].key if 0 <= at < len(self._rows) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, delete and lead on by keys."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if steps and held == both and self.key():
            self.move_asked.emit(self.key(), steps)
        elif event.key() == Qt.Key.Key_Delete and not held and self.key():
            self.delete_asked.emit(self.key())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and not held and self.key():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the rows come anew when the template has it."""
        at = self.indexAt(event.position().toPoint())
        row = at.row() if at.isValid() else self.count()
        if at.isValid() and event.position().y() > self.visualRect(at).center().y():
            row += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if self.key():
            self.drop_asked.emit(self.key(), row)

    def _fill(self, item: QListWidgetItem, row: Row) -> None:
        item.setText(row.title)
        item.setData(_ROW, row)
        item.setToolTip(tip(f"{row.title}\n{row.detail}" if row.detail else row.title))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (row.title, row.detail))))

    def _tell(self) -> None:
        if self.key():
            self.chosen.emit(self.key())


class _RowDelegate(QStyledItemDelegate):
    """Paints name and details, an eye struck through for what is hidden, and the shape of a status."""

    def sizeHint(self, option: object, index: _Index) -> QSize:
        """Give room for one line or two."""
        row: Row = index.data(_ROW)
        title = QFontMetrics(fonts.ui_font()).lineSpacing()
        detail = QFontMetrics(fonts.ui_font(fonts.SMALL_SIZE)).lineSpacing() + 1 if row.detail else 0
        return QSize(80, title + detail + 10)

    def paint(self, painter: QPainter, option: object, index: _Index) -> None:
        """Paint one row."""
        row: Row = index.data(_ROW)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # as Qt has it
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as Qt has it
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.colour("soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        words = rect.adjusted(_PAD + 2 + row.depth * _INDENT, 5, -_PAD, -5)
        if row.hidden:
            words = _painted(painter, words, icon("eye-off", "muted"))
        if row.shape:
            words = _painted(painter, words, status_icon(row.shape, row.colour))
        _paint_words(painter, words, row, chosen=chosen)
        painter.restore()


def _painted(painter: QPainter, words: QRect, shape: QIcon) -> QRect:
    spot = QRect(words.right() - _SHAPE, words.center().y() - _SHAPE // 2 + 1, _SHAPE, _SHAPE)
    shape.paint(painter, spot)
    return words.adjusted(0, 0, -_SHAPE - 6, 0)


def _paint_words(painter: QPainter, words: QRect, row: Row, *, chosen: bool) -> None:
    font = fonts.ui_font(strong=chosen)
    metrics, elide = QFontMetrics(font), Qt.TextElideMode.ElideRight
    painter.setFont(font)
    painter.setPen(theme.colour("muted" if row.hidden else "ink", chosen=chosen))
    title = QRect(words.left(), words.top(), words.width(), metrics.lineSpacing())
    painter.drawText(title, 0, metrics.elidedText(row.title, elide, words.width()))
    if row.detail:
        small = fonts.ui_font(fonts.SMALL_SIZE)
        painter.setFont(small)
        painter.setPen(theme.colour("muted", chosen=chosen))
        below = words.adjusted(0, title.height() + 1, 0, 4)
        painter.drawText(below, 0, QFontMetrics(small).elidedText(row.detail, elide, words.width()))
