"""One section: its head, its fields in the template's order, and the tabs that lead to them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ikonzept_desktop.model.changes import Changes
from ikonzept_desktop.model.document import Section, find_section
from ikonzept_desktop.model.fields import Records
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.section_kind import left_over
from ikonzept_desktop.ui.editor import looks, texts
from ikonzept_desktop.ui.editor.aim import MARGIN, Aim
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.field_tabs import FieldTabs
from ikonzept_desktop.ui.editor.fields_form import FieldsForm
from ikonzept_desktop.ui.editor.filling import filled_count, lacks_something, visible
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.title import TitleHead
from ikonzept_desktop.ui.editor.wheel import PageScroll
from ikonzept_desktop.ui.kit.buttons import push_button

LOW = 500
"""px of height below which the crumbs go and the head scrolls with the text."""
WIDEST_FORM = 900
_QUIET = 150
_PADDING = 28
_MIDDLE = 0.5
"""Where in the height the line that is written stands with typewriter scrolling."""
_BELOW = 160
"""px of room below the last line, so that one does not write at the edge."""


class SectionPage(QWidget):
    """The editors of one section."""

    focused = Signal(object)
    """The text view that got the keyboard."""
    field_reached = Signal(str)
    fields_asked = Signal()
    """The fields themselves are to be changed."""
    reference_opened = Signal(str)
    atom_opened = Signal(object)

    def __init__(self, context: EditorContext, section: Section, parent: QWidget) -> None:
        """Make the editors of a section, as its kind asks for them."""
        super().__init__(parent)
        self._context = context
        self.section = section.id
        self.kind = context.session.document.template.kind(section.kind)
        left = left_over(context.session.document.template, section)
        self._types = (*visible(self.kind.fields), *left)
        self._is_form = len(self._types) > 1
        self.head = TitleHead(context, section.id, self)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self.change_fields = push_button(texts.CHANGE_FIELDS, "settings")
        # Tab goes from widget to widget as they were made: title, tabs, fields.
        self.tabs = FieldTabs(self)
        own = self._types[: len(self._types) - len(left)]
        self.form = FieldsForm(context, section.id, own, left, plain=not self._is_form, parent=self)
        self._scroll = PageScroll(self)
        self._aim = Aim(self._scroll)
        self._names = QTimer(self, singleShot=True, interval=_QUIET)
        self.field = ""
        """The key of the field that had the keyboard last."""
        self._stale = False
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it stands now."""
        self.head.refresh()
        self.form.refresh()
        self._count_fields()

    def take(self, notice: Notice) -> None:
        """Show what an edit has changed; what costs more than a key may waits for a pause."""
        changes = notice.changes
        if self.section in changes.sections:
            self.form.take(notice)
            if any(section == self.section for section, _ in changes.attributes):
                self.head.refresh()
        if changes.template:
            self.refresh_later()
        elif changes.outline or changes.blocks or changes.attributes or self.section in changes.sections:
            self._names.start()

    def is_outdated(self) -> bool:
        """Tell whether the section has by now another kind, or fields that are not shown here."""
        document = self._context.session.document
        section = find_section(document, self.section)
        if section is None:
            return False
        shown = {type.key for type in self._types}
        left = {type.key for type in left_over(document.template, section)}
        return document.template.kind(section.kind) != self.kind or not left <= shown

    def is_outdated_by(self, changes: Changes) -> bool:
        """Tell whether an edit has given the section other fields than are shown here."""
        keys = {address.field for address in changes.fields if address.section == self.section}
        other_kind = changes.template or (self.section, "kind") in changes.attributes
        return bool(other_kind or keys - {type.key for type in self._types}) and self.is_outdated()

    def scrolled(self) -> int:
        """Give how far one is scrolled down. px"""
        return self._scroll.verticalScrollBar().value()

    def scroll_to(self, scrolled: int) -> None:
        """Scroll as far down as that, as soon as there is the room for it. px"""
        QApplication.sendPostedEvents(self._scroll.widget())
        self._aim.hold(scrolled)

    def refresh_later(self) -> None:
        """Show numbers and counts at once that would wait for a pause."""
        self._names.stop()
        self.head.refresh()
        self.form.refresh_names()
        self.form.refresh_counts()
        self._count_fields()

    def restyle_when_shown(self) -> None:
        """Show the texts at the present zoom and in the present colours: now, or when the page is shown again."""
        self._stale = True
        if self.isVisible():
            self._restyle()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with changes of zoom and colours."""
        super().showEvent(event)
        if self._stale:
            self._restyle()

    def _restyle(self) -> None:
        self._stale = False
        self.head.restyle()
        self.form.restyle()
        self._set_measure()

    def restore(self, selection: Selection) -> None:
        """Put the caret back; into the title where the selection names no field."""
        if selection.address is None:
            self.head.title.setFocus()
        else:
            self.form.restore(selection)

    def focus_field(self, key: str = "") -> None:
        """Bring the keyboard into a field, and the field into sight; into the first one where none is named."""
        self.form.focus_field(key)
        self._bring_into_sight(key)

    def commit(self) -> None:
        """Put what is being typed into the concept."""
        self.head.commit()
        self.form.commit()

    def take_focus(self, widget: QWidget | None) -> None:
        """Bring the field that has the keyboard now into sight, and mark its tab."""
        if widget is not None and self._scroll.widget().isAncestorOf(widget) and not isinstance(widget, RichTextEdit):
            self._scroll.ensureWidgetVisible(widget, 0, MARGIN)
        key = self.form.field_of(widget)
        if not key or key == self.field:
            return
        self.field = key
        index = next(index for index, type in enumerate(self._types) if type.key == key)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(index)
        self.tabs.blockSignals(False)
        self.field_reached.emit(key)

    def follow(self, view: RichTextEdit, *, always: bool = False) -> None:
        """Keep the caret of a text in sight while it has the keyboard, or always."""
        if not (view.hasFocus() or always) or not self.isVisible():
            return
        self._aim.let_go()
        caret = view.cursorRect()
        spot = view.viewport().mapTo(self._scroll.widget(), caret.bottomLeft())
        height = self._scroll.viewport().height()
        share = 0.0 if QApplication.mouseButtons() else self._context.middle
        if share >= _MIDDLE:
            self._scroll.verticalScrollBar().setValue(round(spot.y() - height * _MIDDLE))
            return
        room = max(min(48, height // 4), round(height * share))
        self._scroll.ensureVisible(spot.x(), spot.y(), 0, room)
        self._scroll.ensureVisible(spot.x(), spot.y() - caret.height(), 0, room)

    def make_room(self) -> None:
        """Leave room below the last line: for the last one to stand in the middle where all of them do."""
        below = max(_BELOW, round(self._scroll.viewport().height() * self._context.middle))
        self._body.setContentsMargins(_PADDING, 24, _PADDING, below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text more room where the window is low."""
        super().resizeEvent(event)
        self.make_room()
        low = self.height() < LOW
        self.head.show_crumbs(not low)
        if self._is_form:
            self._pin_head(not low)

    def _lay_out(self) -> None:
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fixed = QWidget(self)
        self._fixed_column = QWidget(self._fixed)
        self._fixed_layout = _column(self._fixed_column, (0, 16, 0, 0))
        _centre(self._fixed, self._fixed_column)
        body = QWidget(self)
        self._body = _column(body, (_PADDING, 24, _PADDING, _BELOW))
        self._line = QHBoxLayout()
        self._line.addWidget(self.head, 1)
        self._line.addLayout(_at_foot(self._count, self.change_fields))
        self._column = QWidget(body)
        inner = QVBoxLayout(self._column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        inner.addWidget(self.form)
        middle = QWidget(body)
        _centre(middle, self._column)
        self._body.addWidget(middle)
        self._body.addStretch(1)
        self._inner = inner
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._fixed)
        whole.addWidget(self._scroll, 1)
        self._pinned: bool | None = None
        self._pin_head(self._is_form)
        self.tabs.setVisible(self._is_form)
        self._count.setVisible(self._is_form)
        self.change_fields.setVisible(self._is_form)
        for type in self._types if self._is_form else ():
            self.tabs.addTab(type.label)
        self._set_measure()

    def _pin_head(self, pinned: bool) -> None:
        """Keep the head above the scrolling fields, or let it scroll with them."""
        if pinned is self._pinned:
            return
        self._pinned = pinned
        self._fixed_layout.removeItem(self._line)
        self._inner.removeItem(self._line)
        self._line.setParent(None)
        if pinned:
            self._fixed_layout.insertLayout(0, self._line)
        else:
            self._inner.insertLayout(0, self._line)
        if self._is_form and self._fixed_layout.indexOf(self.tabs) < 0:
            self._fixed_layout.addWidget(self.tabs)
        self._fixed.setVisible(self._is_form)

    def _set_measure(self) -> None:
        measure = round(looks.MEASURE * self._context.zoom / 100)
        widest = max(WIDEST_FORM, measure + 140) if self._is_form else measure
        self._column.setMaximumWidth(widest)
        self._fixed_column.setMaximumWidth(widest)

    def _connect(self) -> None:
        self.form.focused.connect(self.focused.emit)
        self.form.reference_opened.connect(self.reference_opened.emit)
        self.form.atom_opened.connect(self.atom_opened.emit)
        self.head.left.connect(self.form.focus_field)
        self.change_fields.clicked.connect(self.fields_asked)
        self.tabs.tabBarClicked.connect(self._go_to_tab)
        self.tabs.currentChanged.connect(lambda index: self._bring_into_sight(self._types[index].key))
        self._names.timeout.connect(self.refresh_later)
        self._scroll.verticalScrollBar().rangeChanged.connect(
            lambda _low, _high: _stand_over(self._fixed, self._scroll)
        )
        _stand_over(self._fixed, self._scroll)

    def _go_to_tab(self, index: int) -> None:
        if 0 <= index < len(self._types):
            self.focus_field(self._types[index].key)

    def _bring_into_sight(self, key: str) -> None:
        row = self.form.row_of(key)
        if row is None:
            return
        QApplication.sendPostedEvents(self._scroll.widget())
        self._aim.at(row)

    def _count_fields(self) -> None:
        section = find_section(self._context.session.document, self.section)
        if section is None or not self._is_form:
            return
        self._count.setText(texts.fields_filled(*filled_count(section, self.kind)))
        for index, type in enumerate(self._types):
            value = section.value(type.key)
            count = len(value.records) if isinstance(value, Records) else None
            self.tabs.show_tab(index, type.label, count, alert=lacks_something(section, type))


def _centre(owner: QWidget, column: QWidget) -> None:
    """Lay a column into the middle of its owner, as wide as it may be."""
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(0)
    row.addWidget(column, 1)
    row.addStretch(0)


def _at_foot(*widgets: QWidget) -> QVBoxLayout:
    """Put widgets side by side at the foot of a line."""
    beside = QHBoxLayout()
    beside.setSpacing(12)
    for widget in widgets:
        beside.addWidget(widget)
    standing = QVBoxLayout()
    standing.addStretch(1)
    standing.addLayout(beside)
    return standing


def _stand_over(head: QWidget, fields: PageScroll) -> None:
    """Leave the same room beside the head as the scroll bar takes beside the fields."""
    bar = fields.verticalScrollBar()
    beside = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
    layout = head.layout()
    if layout is not None:
        layout.setContentsMargins(_PADDING, 0, _PADDING + beside, 0)


def _column(owner: QWidget, margins: tuple[int, int, int, int]) -> QVBoxLayout:
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(*margins)
    layout.setSpacing(8)
    return layout
