"""The page „Befunde“: what is worth a look in the shown section or the whole concept, by kind."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QSizePolicy, QTreeView, QVBoxLayout, QWidget

from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.ui.kit.buttons import IconButton, LinkButton, push_button
from ikonzept_desktop.ui.kit.cards import Card
from ikonzept_desktop.ui.kit.labels import IconLabel, hint, label
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window import checking_texts as texts
from ikonzept_desktop.ui.window.findings_delegate import FindingsDelegate
from ikonzept_desktop.ui.window.findings_model import FindingsModel

SECTION, CONCEPT = "section", "concept"


class FindingsPage(QWidget):
    """Shows findings and says what the user wants done with one; it changes nothing itself."""

    scope_changed = Signal(str)
    """SECTION or CONCEPT."""
    go_asked = Signal(object)
    """A Finding to whose place the user wants to go."""
    mend_asked = Signal(object)
    skip_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    """A Finding, and where on the screen a menu for it is to open."""
    spelling_asked = Signal()
    """The user wants spelling to be checked again."""
    words_asked = Signal()
    """The user wants to see words and what is passed over."""

    def __init__(self, where: Callable[[Finding], str], parent: QWidget | None = None) -> None:
        """Say where a finding is in the words of this function."""
        super().__init__(parent)
        self.model = FindingsModel(self)
        self.scope = Segments(texts.SCOPE, (Choice(SECTION, texts.OF_SECTION), Choice(CONCEPT, texts.OF_CONCEPT)), self)
        self.list = _List(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingsDelegate(where, self.list))
        self.detail = _Detail(self)
        self.empty = hint("")
        self._off = _SpellingOff(self)
        self._shut: set[Kind] = set()
        self.read_only = False
        self._lay_out()
        self._connect()

    def show_findings(self, findings: Sequence[Finding], *, looking: bool = False) -> None:
        """Show other findings; the chosen one, or the one that stands in its place, stays chosen."""
        chosen, row = self.chosen(), self.list.currentIndex().row()
        group = self.model.parent(self.list.currentIndex()).row()
        self.model.show(findings)
        for index, (kind, _found) in enumerate(self.model.groups):
            self.list.setExpanded(self.model.index(index, 0), kind not in self._shut)
        now = self.model.index_of(chosen) if chosen is not None else QModelIndex()
        if chosen is not None and not now.isValid():
            now = self._beside(group, row)
        self.list.setCurrentIndex(now)
        self.list.setVisible(bool(findings))
        self.empty.setVisible(not findings)
        none = texts.NONE_IN_SECTION if self.scope.key == SECTION else texts.NONE_IN_CONCEPT
        self.empty.setText(texts.LOOKING if looking else none)
        self._show_detail()

    def show_spelling(self, *, on: bool, trouble: str = "") -> None:
        """Say where spelling is not checked, and why."""
        self._off.setVisible(not on)
        self._off.say(trouble or texts.IS_OFF)

    def choose(self, finding: Finding) -> None:
        """Choose a finding where it is shown."""
        index = self.model.index_of(finding)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def chosen(self) -> Finding | None:
        """Give the chosen finding; None for a group or nothing."""
        return self.model.finding(self.list.currentIndex())

    def _beside(self, group: int, row: int) -> QModelIndex:
        """Give what has come to the place of a finding that is gone."""
        if not 0 <= group < len(self.model.groups):
            return self.model.index(0, 0, self.model.index(0, 0))
        count = len(self.model.groups[group][1])
        return self.model.index(min(row, count - 1), 0, self.model.index(group, 0))

    def _show_detail(self) -> None:
        finding = self.chosen()
        self.detail.setVisible(finding is not None)
        if finding is not None:
            self.detail.show_finding(finding, read_only=self.read_only)

    def _with_chosen(self, signal: Callable[[Finding], object]) -> None:
        finding = self.chosen()
        if finding is not None:
            signal(finding)

    def _mend_or_ask(self) -> None:
        """Take the suggestion over; where there is none, offer what else can be done."""
        finding = self.chosen()
        if finding is None:
            return
        if finding.suggestion is not None:
            self.mend_asked.emit(finding)
        else:
            self._open_menu(self.detail.mend)

    def _open_menu(self, button: QWidget) -> None:
        self._with_chosen(lambda one: self.menu_asked.emit(one, button.mapToGlobal(QPoint(0, button.height()))))

    def _connect(self) -> None:
        self.scope.chosen.connect(self.scope_changed.emit)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_detail())
        self.list.expanded.connect(lambda index: self._shut.discard(self.model.groups[index.row()][0]))
        self.list.collapsed.connect(lambda index: self._shut.add(self.model.groups[index.row()][0]))
        self.list.go.connect(lambda: self._with_chosen(self.go_asked.emit))
        self.list.mend.connect(self._mend_or_ask)
        self.list.skip.connect(lambda: self._with_chosen(self.skip_asked.emit))
        self.list.menu.connect(lambda spot: self._with_chosen(lambda one: self.menu_asked.emit(one, spot)))
        self.detail.go.clicked.connect(lambda: self._with_chosen(self.go_asked.emit))
        self.detail.mend.clicked.connect(self._mend_or_ask)
        self.detail.skip.clicked.connect(lambda: self._with_chosen(self.skip_asked.emit))
        self.detail.more.clicked.connect(lambda: self._open_menu(self.detail.more))
        self._off.switch.clicked.connect(self.spelling_asked.emit)
        self.words.clicked.connect(self.words_asked.emit)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(8)
        top.addWidget(self.scope)
        top.addWidget(self._off)
        top.addWidget(self.empty)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(16, 8, 16, 12)
        bottom.setSpacing(8)
        bottom.addWidget(self.detail)
        self.words = LinkButton(f"{texts.DICTIONARIES} …", parent=self)
        bottom.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        layout.addLayout(bottom)
        self.detail.hide()
        self._off.hide()
        self.setFocusProxy(self.list)


class _List(QTreeView):
    """The findings; its keys are told in its description."""

    go = Signal()
    mend = Signal()
    skip = Signal()
    menu = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(texts.FINDINGS)
        self.setAccessibleDescription(texts.LIST_HELP)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the place, the space bar takes over, Entf passes over; on a group they fold it."""
        signals = {
            Qt.Key.Key_Return: self.go,
            Qt.Key.Key_Enter: self.go,
            Qt.Key.Key_Space: self.mend,
            Qt.Key.Key_Delete: self.skip,
        }
        signal = signals.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if signal is None or held:
            super().keyPressEvent(event)
        elif self.currentIndex().internalId():
            signal.emit()
        elif self.currentIndex().isValid():
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was clicked; fold a group."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if index.internalId():
            self.go.emit()
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen finding."""
        spot = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            spot = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(40, 0))
        self.menu.emit(spot)


class _Detail(Card):
    """The chosen finding in full, and the buttons for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._shape = IconLabel(parent=self)
        self._severity = label("", "muted", small=True)
        self._why = hint("", "")
        self.go = IconButton("arrow-right", texts.GO, "Return", self)
        self.mend = push_button(texts.TAKE_OVER)
        self.skip = push_button(texts.SKIP)
        self.more = IconButton("ellipsis", texts.MORE, "", self)
        for button in (self.mend, self.skip):
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._shape)
        head.addWidget(self._severity, 1)
        head.addWidget(self.go)
        head.addWidget(self.more)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.mend, 1)
        row.addWidget(self.skip, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._why)
        self.body.addSpacing(4)
        self.body.addLayout(row)

    def show_finding(self, finding: Finding, *, read_only: bool) -> None:
        """Explain a finding."""
        self._shape.show_icon(*texts.SHAPES[finding.severity])
        self._severity.setText(texts.SEVERITIES[finding.severity])
        self._why.setText(finding.why)
        spelling = finding.kind is Kind.SPELLING
        self.mend.setText(texts.SUGGESTIONS if spelling else texts.TAKE_OVER)
        self.mend.setVisible(spelling or finding.suggestion is not None)
        words = finding.suggestion
        self.mend.setToolTip("" if words is None else tip(texts.instead(words)))
        for button in (self.mend, self.skip, self.more):
            button.setEnabled(not read_only)


class _SpellingOff(QWidget):
    """Says that spelling is not checked, with the way out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = hint("")
        self.switch = LinkButton(texts.SWITCH_ON, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addWidget(self.switch)

    def say(self, words: str) -> None:
        """Say why."""
        self._words.setText(words)
