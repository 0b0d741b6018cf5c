"""The records of a field as a list: number, title, and what else tells them apart."""

from collections.abc import Callable
from itertools import islice

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.fields import Choice, Line, Links, Record, value_of
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.publication.numbering import record_number
from ikonzept_desktop.publication.order import record_title, title_column
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.editor.filling import missing_columns, visible
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.painting import draw_ring
from ikonzept_desktop.ui.kit.tips import tip

NUMBER = int(Qt.ItemDataRole.UserRole) + 1
DETAIL = int(Qt.ItemDataRole.UserRole) + 2
LACKS = int(Qt.ItemDataRole.UserRole) + 3
_Index = QModelIndex | QPersistentModelIndex
_SHORT = {FieldKind.LINE, FieldKind.CHOICE, FieldKind.LINKS}
_TWO_LINES = 2
_PAD = 8
_GUTTER = 44


class RecordsModel(QAbstractListModel):
    """Shows the records that a function gives; a thin coat over them."""

    def __init__(
        self, type: FieldType, section: Callable[[], Section | None], name_of: Callable[[str], str], parent: QWidget
    ) -> None:
        """Show the records of that field of a section; `name_of` gives the name of what links point at."""
        super().__init__(parent)
        self._name_of = name_of
        self._type = type
        self._section = section
        self.records: tuple[Record, ...] = ()
        self._numbers: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Show the records as they stand now."""
        section = self._section()
        now = section.records(self._type.key) if section else ()
        numbers = tuple(record_number(self._type, section, n) for n in range(1, len(now) + 1)) if section else ()
        if [record.id for record in now] != [record.id for record in self.records]:
            self.beginResetModel()
            self.records, self._numbers = now, numbers
            self.endResetModel()
        else:
            old = tuple(zip(self.records, self._numbers, strict=True))
            changed = [row for row, pair in enumerate(zip(now, numbers, strict=True)) if not _same(pair, old[row])]
            before = [self._face(row) for row in changed]
            self.records, self._numbers = now, numbers
            for row, face in zip(changed, before, strict=True):
                if face != self._face(row):
                    self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the records."""
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what is shown of a record."""
        record = self.records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record_title(self._type, record) or texts.UNTITLED
            case Qt.ItemDataRole.ToolTipRole:
                return tip(record_title(self._type, record))
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = (self._numbers[index.row()], record_title(self._type, record) or texts.UNTITLED)
                return ", ".join(filter(None, (" ".join(shown).strip(), self._detail(record))))
            case _ if role == NUMBER:
                return self._numbers[index.row()]
            case _ if role == DETAIL:
                return self._detail(record)
            case _ if role == LACKS:
                return bool(missing_columns(self._type, record))
        return None

    def row_of(self, id: str) -> int:
        """Give the row of a record; -1 where it is gone."""
        return next((row for row, record in enumerate(self.records) if record.id == id), -1)

    def _face(self, row: int) -> tuple[object, ...]:
        """Give all that is shown of a record."""
        roles = (Qt.ItemDataRole.DisplayRole, NUMBER, DETAIL, LACKS)
        return tuple(self.data(self.index(row), role) for role in roles)

    def _detail(self, record: Record) -> str:
        """Give two short values: of required columns where there are such, else of any that are printed."""
        title = title_column(self._type)
        short = [c for c in visible(self._type.columns) if c.kind in _SHORT and c is not title and not c.internal]
        chosen = [column for column in short if column.required and column.kind is FieldKind.LINE] or short
        values = filter(None, (self._short(column, record) for column in chosen))
        return " · ".join(islice(values, 2))

    def _short(self, column: FieldType, record: Record) -> str:
        match value_of(record.fields, column.key):
            case Line(text=text):
                return text
            case Choice(key=key):
                return next((option.label for option in column.options if option.key == key), key)
            case Links(targets=targets):
                return ", ".join(map(self._name_of, targets))
            case _:
                return ""


class RecordDelegate(QStyledItemDelegate):
    """Paints the number at the edge, the title in up to two lines, the details under it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one record."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # as Qt has it
        rect: QRect = option.rect  # type: ignore[attr-defined]  # as Qt has it
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.colour("soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_words(painter, rect, index, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]  # as Qt has it
            draw_ring(painter, QRectF(rect), "on_soft" if theme.is_high_contrast() else "accent")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give the height that the title and the details need."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 240
        title = _title_height(str(index.data()), width - _gutter(index) - 3 * _PAD - 16)
        detail = 17 if index.data(DETAIL) else 0
        return QSize(width, title + detail + 2 * _PAD)

    def _paint_words(self, painter: QPainter, rect: QRect, index: _Index, *, chosen: bool) -> None:
        gutter = _gutter(index)
        words = rect.adjusted(gutter + _PAD, _PAD, -2 * _PAD - 16, -_PAD)
        painter.setFont(fonts.tabular(fonts.ui_font()))
        painter.setPen(theme.colour("muted", chosen=chosen))
        edge = QRect(rect.left(), words.top(), gutter, 18)
        painter.drawText(edge, Qt.AlignmentFlag.AlignRight, str(index.data(NUMBER)))
        painter.setFont(fonts.ui_font(strong=chosen))
        painter.setPen(theme.colour("ink", chosen=chosen))
        height = _title_height(str(index.data()), words.width())
        title = QRect(words.left(), words.top(), words.width(), height)
        painter.drawText(title, Qt.TextFlag.TextWordWrap, str(index.data()))
        painter.setFont(fonts.ui_font(fonts.SMALL_SIZE))
        painter.setPen(theme.colour("muted", chosen=chosen))
        detail = QFontMetrics(painter.font()).elidedText(
            str(index.data(DETAIL)), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words.left(), title.bottom() + 14, detail)
        if index.data(LACKS):
            icon("triangle-alert", "amber").paint(painter, QRect(rect.right() - _PAD - 16, words.top(), 16, 16))


def _gutter(index: _Index) -> int:
    return _GUTTER if index.data(NUMBER) else _PAD


def _same(left: tuple[Record, str], right: tuple[Record, str]) -> bool:
    return left[0] is right[0] and left[1] == right[1]


def _title_height(title: str, width: int) -> int:
    metrics = QFontMetrics(fonts.ui_font(strong=True))
    needed = metrics.boundingRect(QRect(0, 0, max(width, 60), 1000), Qt.TextFlag.TextWordWrap, title).height()
    return min(needed, _TWO_LINES * metrics.lineSpacing())
