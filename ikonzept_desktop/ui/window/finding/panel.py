"""The panel of find and replace, in the drawer below the text."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.model.search.query import LONGEST, Query
from ikonzept_desktop.model.search.replacing import Wish
from ikonzept_desktop.model.search.search import Scope, Where
from ikonzept_desktop.ui.kit.buttons import IconButton, push_button
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.kit.labels import hint
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.window.drawer import DrawerPanel
from ikonzept_desktop.ui.window.finding import texts
from ikonzept_desktop.ui.window.finding.hit_list import HitList
from ikonzept_desktop.ui.window.finding.hits_model import HitsModel
from ikonzept_desktop.ui.window.finding.lines import LetterSwitch, Switch, WordLine

PAUSE = 120
"""ms without a key after which is searched."""
_ONE_ROW = 630
"""px of width from which the switches stand beside the line."""
_HEIGHT, _LEAST = 264, 28
"""px: the whole, and the list"""


class FindPanel(DrawerPanel):
    """Lines, switches and the list; what they are for is known elsewhere."""

    asked = Signal()
    """Something else is searched for, or elsewhere, and the user has paused."""
    wished = Signal()
    """Something else is to be put in the place of the hits."""
    step_asked = Signal(int)
    """1 for the next hit, -1 for the one before."""
    one_asked = Signal()
    """The hit that is shown is to be replaced."""
    all_asked = Signal()
    """All that is ticked is to be replaced."""
    seen = Signal(bool)
    """The panel came to sight, or went."""

    def __init__(self, model: HitsModel, *, read_only: bool, parent: QWidget) -> None:
        """Stand ready to search."""
        super().__init__(parent)
        self._read_only = read_only
        self._head = texts.FIND
        self._counted = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.line = WordLine(texts.FIND_WHAT, "search", self)
        self.line.setMaxLength(LONGEST)
        self.case = Switch("case-sensitive", texts.CASE, self)
        self.whole_words = Switch("whole-word", texts.WHOLE_WORDS, self)
        self.umlauts = LetterSwitch("ä=ae", texts.UMLAUTS, self)
        self.regex = Switch("regex", texts.REGEX, self)
        self.internal = Switch("message-square", texts.INTERNAL, self)
        self.internal.setChecked(True)
        self.where = QuietCombo(self)
        self.where.setAccessibleName(texts.SCOPE)
        self.where.setToolTip(texts.SCOPE)
        self.where.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.where.setMinimumContentsLength(15)
        for where, name in texts.SCOPES.items():
            self.where.addItem(name, where.value)
        self.previous = IconButton("arrow-up", texts.PREVIOUS, "Shift+F3", self)
        self.next = IconButton("arrow-down", texts.NEXT, "F3", self)
        self.unfold = Switch("replace", texts.SHOW_REPLACE, self)
        self.wish = WordLine(texts.REPLACE_BY, "replace", self)
        self.keep_case = Switch("case-upper", texts.KEEP_CASE, self)
        self.one = push_button(texts.REPLACE)
        self.all = push_button(texts.REPLACE_ALL, primary=True)
        self.note = FieldNote(self.line, self)
        self.wish_note = FieldNote(self.wish, self)
        self.list = HitList(model, self)
        self.list.setMinimumHeight(_LEAST)
        self.said = hint(texts.TYPE_TO_FIND)
        switches = (self.case, self.whole_words, self.umlauts, self.regex, self.internal)
        replacing = (self.wish, self.keep_case, self.one, self.all)
        ways = (self.where, self.previous, self.next, self.list)
        self._stops: tuple[QWidget, ...] = (self.unfold, self.line, *replacing, *switches, *ways)
        self._lay_out()
        self._connect()
        self.show_replacing(shown=False)

    def title(self) -> str:
        """Say what is done here, and how much was found."""
        return f"{self._head}  ·  {self._counted}" if self._counted else self._head

    def sizeHint(self) -> QSize:
        """Ask for room for some hits."""
        return QSize(560, _HEIGHT)

    def hasHeightForWidth(self) -> bool:
        """Ask for the same height at every width, whatever the sentences in it would need."""
        return False

    def take_keyboard(self) -> None:
        """Begin in the line, with all of it selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def begin_with(self, words: str) -> None:
        """Search for words at once."""
        self.line.setText(words)
        self._pause.stop()
        self.asked.emit()

    def show_replacing(self, *, shown: bool) -> None:
        """Show or hide what replaces."""
        self._head = texts.FIND_AND_REPLACE if shown else texts.FIND
        self.unfold.setChecked(shown)
        self.wish.setVisible(shown)
        self._replacing.setVisible(shown)
        if shown and self._read_only:
            self.wish_note.say(texts.ONLY_TO_READ, "missing")
        else:
            self.wish_note.say("")

    def is_replacing(self) -> bool:
        """Tell whether what replaces is shown."""
        return self.unfold.isChecked()

    def query(self) -> Query:
        """Give what is searched for."""
        return Query(
            self.line.text(),
            self.whole_words.isChecked(),
            self.case.isChecked(),
            self.regex.isChecked(),
            self.umlauts.isChecked(),
        )

    def scope(self, section: str) -> Scope:
        """Give where is searched, while a section is open."""
        return Scope(Where(self.where.currentData()), section, self.internal.isChecked())

    def wish_now(self) -> Wish | None:
        """Give what is to be put in the place of hits; None while they are only searched for."""
        return Wish(self.wish.text(), self.keep_case.isChecked()) if self.is_replacing() else None

    def show_found(self, counted: str, said: str = "") -> None:
        """Say how much was found in the head, and in the place of an empty list why it is empty."""
        self._counted = counted
        self.setAccessibleDescription(counted)
        self.said.setText(said)
        self._below.setCurrentWidget(self._empty if said else self.list)
        for button in (self.previous, self.next):
            button.setEnabled(not said)

    def show_ticked(self, count: int) -> None:
        """Say on the button how many hits it replaces."""
        self.all.setText(texts.replace_ticked(count) if count else texts.REPLACE_ALL)
        self.all.setEnabled(count > 0 and not self._read_only)

    def show_current(self, *, replaceable: bool) -> None:
        """Offer to replace the hit that is shown, or not."""
        self.one.setEnabled(replaceable and not self._read_only)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go by Tab from the words to what replaces them, and only then to the switches above."""
        stops = [stop for stop in self._stops if stop.isVisible() and stop.isEnabled()]
        focused = self.window().focusWidget()
        at = stops.index(focused) if focused in stops else -1
        goal = at + (1 if forward else -1)
        if at < 0 or not 0 <= goal < len(stops):
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[goal].setFocus(reason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the hits may be marked in the text."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the hits need no marks any more."""
        super().hideEvent(event)
        self.seen.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the switches beside the line, or below it where there is little room."""
        super().resizeEvent(event)
        beside = self.width() >= _ONE_ROW
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)

    def _lay_out(self) -> None:
        self.wish.setReadOnly(self._read_only)
        switches = _row(self.case, self.whole_words, self.umlauts, self.regex, self.internal, self.where)
        switches.addStretch(1)
        switches.addWidget(self.previous)
        switches.addWidget(self.next)
        replacing = _row(self.keep_case, self.one, self.all)
        replacing.addStretch(1)
        self._replacing = QWidget(self)
        self._replacing.setLayout(replacing)
        lines, tools = QVBoxLayout(), QVBoxLayout()
        for column, parts in ((lines, (self.line, self.wish)), (tools, (switches, self._replacing))):
            column.setSpacing(4)
            for part in parts:
                column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
            column.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(8)
        self._halves.addLayout(lines, 1)
        self._halves.addLayout(tools)
        both = _row()
        both.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTop)
        both.addLayout(self._halves, 1)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 8)
        head.setSpacing(4)
        head.addLayout(both)
        head.addWidget(self.note)
        head.addWidget(self.wish_note)
        self._empty = QWidget(self)
        words = QVBoxLayout(self._empty)
        words.setContentsMargins(16, 8, 16, 8)
        words.addWidget(self.said)
        words.addStretch(1)
        self._below = QStackedWidget(self)
        self._below.addWidget(self._empty)
        self._below.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._below, 1)

    def _connect(self) -> None:
        self.line.textEdited.connect(lambda _words: self._pause.start())
        self._pause.timeout.connect(self.asked)
        for switch in (self.case, self.whole_words, self.umlauts, self.regex, self.internal):
            switch.toggled.connect(lambda _on: self.asked.emit())
        self.where.activated.connect(lambda _index: self.asked.emit())
        self.wish.textEdited.connect(lambda _words: self.wished.emit())
        self.keep_case.toggled.connect(lambda _on: self.wished.emit())
        self.unfold.clicked.connect(self._toggle_replacing)
        for line in (self.line, self.wish):
            line.list_asked.connect(self._go_into_list)
        self.line.step_asked.connect(self._step)
        self.wish.step_asked.connect(lambda _step: self.one.click())
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.one.clicked.connect(self.one_asked)
        self.all.clicked.connect(self.all_asked)

    def _toggle_replacing(self) -> None:
        self.show_replacing(shown=self.unfold.isChecked())
        self.wished.emit()
        (self.wish if self.is_replacing() else self.line).setFocus()

    def _step(self, step: int) -> None:
        """Go on to another hit; what was typed just now is searched for first."""
        if self._pause.isActive():
            self._pause.stop()
            self.asked.emit()
        self.step_asked.emit(step)

    def _go_into_list(self) -> None:
        if self._below.currentWidget() is self.list:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return row
