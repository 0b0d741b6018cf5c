"""The page the program begins with: a new concept, one from disk, or one of the last."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QFontMetrics, QIcon, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.big_button import BigButton, CardButton
from ikonzept_desktop.ui.kit.buttons import LinkButton
from ikonzept_desktop.ui.kit.icons import icon, set_icon
from ikonzept_desktop.ui.kit.labels import IconLabel
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.importing.files import documents
from ikonzept_desktop.values import dataclass

ROW_HEIGHT = 62
NARROW, LOW = 1000, 500
"""px below which the page has no air to give."""
LEFT_WIDTH, LEFT_WIDTH_NARROW = 440, 250
CARDS_IN_A_ROW = 3
GAP = 16
"""px between a name and what is said of it."""
RECENT_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Recent:
    """A concept that was open before."""

    path: Path
    when: str
    """`heute, 08:14` or `18.12.2014`; nothing while it is not known."""
    reachable: bool | None
    """None while it is being looked for."""


@dataclass(frozen=True, slots=True)
class TemplateCard:
    """A template one can begin with."""

    key: str
    title: str
    summary: str


class StartPage(QWidget):
    """What the window shows while no concept is open."""

    new_asked = Signal(str)
    """The key of a template."""
    open_asked = Signal()
    import_asked = Signal(list)
    """The path of the document that a new concept is to be made of, or none: then it is to be asked for."""
    recent_asked = Signal(object)
    """The path of a recent concept."""
    search_asked = Signal(object)
    """The path of a recent concept that is not where it was."""
    forget_asked = Signal(object)
    clear_asked = Signal()
    handbook_asked = Signal()
    practice_asked = Signal()
    take_over_asked = Signal()
    """A template out of a file is to be offered from now on."""

    def __init__(self, templates: Sequence[TemplateCard], parent: QWidget | None = None) -> None:
        """Offer these templates; the first is what `Neues Konzept` begins with."""
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._templates = templates
        self.recent = _RecentList(self)
        self._empty = QLabel(texts.NO_RECENT, self)
        self._clear = QPushButton(texts.CLEAR_RECENT, self)
        self.backups = QLabel(self)
        self._backup_card = QWidget(self)
        self._helps = QWidget(self)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self.take_over = LinkButton(texts.TAKE_OVER_TEMPLATE, parent=self)
        self._card_grid = QGridLayout()
        self._card_grid.setSpacing(12)
        self._sides = (self._left(), self._right())
        self._fill_cards()
        self._lay_out()
        self.recent.itemActivated.connect(self._activate)
        self.recent.forget_asked.connect(self.forget_asked)
        self._clear.clicked.connect(self.clear_asked)
        self.show_recent([])

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show the concepts that were open before, the last one first; the keyboard starts there."""
        self.recent.fill(recent)
        self.recent.setVisible(bool(recent))
        self._empty.setVisible(not recent)
        self._clear.setVisible(bool(recent))

    def show_backups(self, sentence: str) -> None:
        """Say how things stand with the backups; nothing where there is nothing to say."""
        self.backups.setText(sentence)
        self._backup_card.setVisible(bool(sentence))

    def focus_start(self) -> None:
        """Put the keyboard where the page is most likely used."""
        (self.recent if self.recent.count() else self.new_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the air away in a small window, so that every way to begin has its room."""
        super().resizeEvent(event)
        narrow, low = self.width() < NARROW, self.height() < LOW
        self._sides[0].setFixedWidth(LEFT_WIDTH_NARROW if narrow else LEFT_WIDTH)
        self._sign.setVisible(not low)
        self._helps.setVisible(not low and not narrow)  # F1, and the menu of a concept, remain
        beside, above = 20 if narrow else 56, 16 if low else 56
        for column in self._columns:
            column.setContentsMargins(beside, above, beside * 3 // 4, above // 2)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a document come in that a new concept can be made of."""
        if len(documents(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Make a new concept of a document, when the program it came from need not wait for that any more."""
        event.acceptProposedAction()
        paths = documents(event.mimeData())
        QTimer.singleShot(0, self, lambda: self.import_asked.emit(paths))

    def _activate(self, item: QListWidgetItem) -> None:
        recent: Recent = item.data(RECENT_ROLE)
        (self.search_asked if recent.reachable is False else self.recent_asked).emit(recent.path)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        left, right = self._sides
        layout.addWidget(left)
        layout.addWidget(right, 1)

    def _left(self) -> QWidget:
        left = QWidget(self)
        layout = self._columns[0]
        left.setLayout(layout)
        layout.setSpacing(10)
        name = QLabel("iKonzept", left)
        name.setFont(fonts.text_font(34, strong=True))
        self._sign = IconLabel("app", size=44)
        layout.addWidget(self._sign)
        layout.addWidget(name)
        layout.addWidget(_muted(texts.SUBTITLE, left))
        layout.addSpacing(12)
        self.new_button = BigButton("file-plus", texts.NEW_CONCEPT, texts.FROM_TEMPLATE, "Ctrl+N", primary=True)
        self.open_button = BigButton("folder-open", texts.OPEN_CONCEPT, texts.FILE_ENDING, "Ctrl+O")
        self.new_button.clicked.connect(lambda: self.new_asked.emit(self._templates[0].key))
        self.import_button = BigButton("download", texts.NEW_FROM_WORD, texts.NOTHING_LOST, "Ctrl+Shift+O")
        self.open_button.clicked.connect(self.open_asked)
        self.import_button.clicked.connect(lambda: self.import_asked.emit([]))
        layout.addWidget(self.new_button)
        layout.addWidget(self.open_button)
        layout.addWidget(self.import_button)
        layout.addStretch(1)
        self._fill_helps()
        layout.addWidget(self._helps)
        return left

    def _fill_helps(self) -> None:
        """Offer the ways for whoever is new here."""
        parent = self._helps
        self.first_steps = QPushButton(texts.FIRST_STEPS, parent)
        self.practice = QPushButton(texts.PRACTICE, parent)
        row = QHBoxLayout(parent)
        row.setContentsMargins(0, 0, 0, 0)
        for button, shape, asked in (
            (self.first_steps, "circle-help", self.handbook_asked),
            (self.practice, "pencil", self.practice_asked),
        ):
            button.setFlat(True)
            set_icon(button, shape)
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)

    def _right(self) -> QWidget:
        right = QWidget(self)
        right.setObjectName("paper")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = self._columns[1]
        right.setLayout(layout)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(_title(texts.RECENT, right), 1)
        self._clear.setFlat(True)
        head.addWidget(self._clear)
        layout.addLayout(head)
        layout.addWidget(self.recent, 1)
        layout.addWidget(self._empty)
        layout.addSpacing(16)
        above = QHBoxLayout()
        above.addWidget(_title(texts.TEMPLATES, right), 1)
        self.take_over.clicked.connect(self.take_over_asked)
        above.addWidget(self.take_over)
        layout.addLayout(above)
        layout.addLayout(self._card_grid)
        layout.addSpacing(12)
        self._fill_backup_card()
        layout.addWidget(self._backup_card)
        layout.addStretch(1)
        return right

    def show_templates(self, templates: Sequence[TemplateCard]) -> None:
        """Offer these templates instead."""
        if templates == self._templates:
            return
        self._templates = templates
        while self._card_grid.count():
            self._card_grid.takeAt(0).widget().deleteLater()
        self._fill_cards()

    def _fill_cards(self) -> None:
        for at, card in enumerate(self._templates):
            button = CardButton("book-open", card.title, card.summary, self._sides[1])
            button.clicked.connect(lambda _on=False, key=card.key: self.new_asked.emit(key))
            self._card_grid.addWidget(button, at // CARDS_IN_A_ROW, at % CARDS_IN_A_ROW)

    def _fill_backup_card(self) -> None:
        self._backup_card.setObjectName("card")
        self._backup_card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._backup_card)
        row.addWidget(IconLabel("shield-check"))
        row.addWidget(self.backups, 1)
        self._backup_card.hide()


class _RecentList(QListWidget):
    """Recent concepts, each in two lines."""

    forget_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RecentDelegate(self))
        self.setAccessibleName(texts.RECENT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def fill(self, recent: Sequence[Recent]) -> None:
        row = max(self.currentRow(), 0)
        self.clear()
        for entry in recent:
            item = QListWidgetItem(entry.path.stem)
            item.setData(RECENT_ROLE, entry)
            item.setToolTip(tip(str(entry.path)))
            state = texts.NOT_REACHABLE if entry.reachable is False else entry.when
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.path.stem}, {entry.path.parent}, {state}")
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))
        self.setMaximumHeight(max(self.count(), 1) * ROW_HEIGHT + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentItem() is not None:
            self.forget_asked.emit(self.currentItem().data(RECENT_ROLE).path)
            return
        super().keyPressEvent(event)

    def _offer(self, spot: QPoint) -> None:
        index = self.indexAt(spot)
        if not index.isValid():
            return
        path = index.data(RECENT_ROLE).path
        menu = QMenu(self)
        action = QAction(texts.FORGET, menu)
        action.triggered.connect(lambda: self.forget_asked.emit(path))
        menu.addAction(action)
        menu.exec(self.mapToGlobal(spot))


class _RecentDelegate(QStyledItemDelegate):
    """Draws name and folder at the left, time or a warning at the right."""

    def sizeHint(self, _option: Any, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        entry: Recent = index.data(RECENT_ROLE)
        lost = entry.reachable is False
        painter.save()
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme.colour("soft"))
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, rect)
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        mode = QIcon.Mode.Selected if selected else QIcon.Mode.Normal
        spot = QRect(rect.left() + 14, rect.top() + 22, 18, 18)
        icon("circle-help" if lost else "book-open").paint(painter, spot, Qt.AlignmentFlag.AlignCenter, mode)
        self._words(painter, rect, entry, chosen=selected)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, entry: Recent, *, chosen: bool) -> None:
        lost = entry.reachable is False
        state = texts.NOT_REACHABLE if lost else entry.when
        right = rect.adjusted(0, 0, -14, 0)
        left = rect.left() + 52
        width = right.right() - QFontMetrics(fonts.ui_font(12)).horizontalAdvance(state) - GAP - left
        painter.setFont(fonts.ui_font(14, strong=True))
        painter.setPen(theme.colour("muted" if lost else "ink", chosen=chosen))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(entry.path.stem, Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, rect.top() + 26, name)
        painter.setFont(fonts.ui_font(12))
        painter.setPen(theme.colour("muted", chosen=chosen))
        folder = painter.fontMetrics().elidedText(str(entry.path.parent), Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(left, rect.top() + 46, folder)
        if lost:
            painter.setPen(theme.colour("amber", chosen=chosen))
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, state)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        pen = painter.pen()
        pen.setColor(theme.colour("accent"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))


def _title(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setFont(fonts.text_font(20, strong=True))
    return label


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
