"""The list of the palette: icon, name with the typed letters bold, where it stands, its key."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.window.palette import texts
from ikonzept_desktop.ui.window.palette.entries import Entry

ROW_HEIGHT = 30
_EDGE = 12
_GAP = 10
_BAR = 3
"""px"""
_Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractListModel):
    """The entries as rows."""

    def __init__(self, parent: QWidget) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        """Hold other entries."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the entries."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what is read aloud of an entry; it is painted from `entries`."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        entry = self.entries[index.row()]
        recent = texts.RECENT if entry.recent else ""
        return ", ".join(filter(None, (entry.name, entry.detail, entry.keys, recent, entry.reason)))


class EntryList(QListView):
    """Follows the keys of the line above it and never takes the keyboard itself."""

    def __init__(self, model: EntryModel, parent: QWidget) -> None:
        """Show the entries of a model."""
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts.ENTRIES)
        self.setMouseTracking(True)


class EntryDelegate(QStyledItemDelegate):
    """Paints entries."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of the same height."""
        return QSize(100, max(ROW_HEIGHT, QFontMetrics(fonts.ui_font()).height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one entry."""
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        entry = model.entries[index.row()]
        rect: QRect = option.rect  # type: ignore[attr-defined]  # as Qt has it
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as Qt has it
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.colour("soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        _paint(painter, rect, entry, chosen=chosen)
        painter.restore()


def _paint(painter: QPainter, rect: QRect, entry: Entry, *, chosen: bool) -> None:
    left, right = rect.left() + _EDGE, rect.right() - _EDGE
    if entry.icon:
        spot = QRect(left, rect.top() + (rect.height() - 16) // 2, 16, 16)
        mode = QIcon.Mode.Disabled if entry.reason else QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
        icon(entry.icon, "muted").paint(painter, spot, Qt.AlignmentFlag.AlignCenter, mode)
    left += 16 + _GAP
    quiet = theme.colour("muted", chosen=chosen)
    small = fonts.ui_font(fonts.SMALL_SIZE)
    painter.setPen(quiet)
    painter.setFont(small)
    for text in (entry.keys, entry.detail):
        width = QFontMetrics(small).horizontalAdvance(text)
        if text and right - width > left + 120:
            right -= width
            painter.drawText(QRect(right, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
            right -= 2 * _GAP
    painter.setPen(quiet if entry.reason else theme.colour("ink", chosen=chosen))
    _write(painter, QRect(left, rect.top(), right - left, rect.height()), entry)


def _write(painter: QPainter, rect: QRect, entry: Entry) -> None:
    """Write the name, the letters that were typed bold, cut off where there is no room."""
    plain, strong = fonts.ui_font(), fonts.ui_font(strong=True)
    x = rect.left()
    for text, font in _runs(entry, plain, strong):
        metrics = QFontMetrics(font)
        room = rect.right() - x
        if room <= 0:
            return
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
        painter.setFont(font)
        box = QRect(x, rect.top(), room, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
        x += metrics.horizontalAdvance(shown)
        if shown != text:
            return


def _runs(entry: Entry, plain: QFont, strong: QFont) -> list[tuple[str, QFont]]:
    runs, at = [], 0
    for start, end in entry.met:
        runs += [(entry.name[at:start], plain), (entry.name[start:end], strong)]
        at = end
    runs.append((entry.name[at:], plain))
    return [(text, font) for text, font in runs if text]
