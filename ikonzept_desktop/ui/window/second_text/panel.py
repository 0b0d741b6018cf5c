"""The second text with its head: from where it is, which section, what it differs in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Section, find_section
from ikonzept_desktop.model.overview import deep
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.publication.differences import compared
from ikonzept_desktop.publication.section_lines import SectionLine, section_lines
from ikonzept_desktop.ui.editor.section_view import SectionView
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import IconButton, push_button
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.kit.style import HEIGHT
from ikonzept_desktop.ui.window.second_text import texts
from ikonzept_desktop.ui.window.second_text.differences_view import DifferencesView
from ikonzept_desktop.ui.window.second_text.sources import CHOOSE, Entry, Source, counterpart, name_of

_QUIET = 300
"""ms without a change after which differences are found anew."""
_SAME = ""
"""Stands for the section that is written, wherever it leads."""


class SecondText(QWidget):
    """A text to be read beside the one that is written."""

    shut_asked = Signal()
    source_asked = Signal(str)
    """The key of the source that is wanted."""
    write_asked = Signal(str)
    """The section of this concept that is to be written in."""
    zoom_turned = Signal(int)

    def __init__(self, here: Source, *, writable: bool, parent: QWidget | None = None) -> None:
        """Show the concept that is written, or may only be read."""
        super().__init__(parent)
        self._writable = writable
        self._here = here
        self.source = here
        self._written = ""
        self._chosen = _SAME
        self._zoom = 100
        self.view: SectionView | None = None
        self.sources = QuietCombo(self)
        self.sections = QuietCombo(self)
        self.marks = QCheckBox(texts.DIFFERENCES, self)
        self.write_here = push_button(texts.WRITE_HERE, "pencil")
        self.shut = IconButton("x", texts.SHUT, parent=self)
        self.differences = DifferencesView(self)
        self._legend = labels.hint()
        self._said = labels.hint()
        self._waiting = QTimer(self, singleShot=True, interval=_QUIET)
        self._lay_out()
        self._connect()

    def offer(self, entries: Sequence[Entry]) -> None:
        """Offer sources; the present one stays chosen."""
        blocked = self.sources.blockSignals(True)
        self.sources.clear()
        for entry in entries:
            self.sources.addItem(entry.name, entry.key)
        self.sources.setCurrentIndex(max(self.sources.findData(self.source.key), 0))
        self.sources.blockSignals(blocked)

    def show_source(self, source: Source, section: str = _SAME) -> None:
        """Take the text from another source; the same section is shown unless told otherwise."""
        if self.view is not None:
            self._stack.removeWidget(self.view)
            self.view.deleteLater()
        self.source, self._chosen = source, section
        self.view = SectionView(source.session, source.labels, self)
        self.view.set_zoom(self._zoom)
        self.view.section_asked.connect(self._go)
        self.view.zoom_turned.connect(self.zoom_turned.emit)
        self._stack.insertWidget(0, self.view)
        source.session.changed.connect(self._take)
        self._say("")
        self._offer_sections()
        self._show()

    def follow(self, section: str) -> None:
        """Take notice that another section is written in."""
        self._written = section
        self._show()

    def refresh_differences(self) -> None:
        """Find the differences anew, once the writing pauses."""
        if self.marks.isChecked() and self.isVisible():
            self._waiting.start()

    def section(self) -> str:
        """Give the section that is shown; nothing where it has none."""
        if self._chosen != _SAME:
            return self._chosen
        return counterpart(self.source.document, find_section(self._here.document, self._written))

    def tell(self, sentence: str) -> None:
        """Say why a source cannot be shown, in the place of its text."""
        self._say(sentence)

    def set_zoom(self, percent: int) -> None:
        """Show the text larger or smaller."""
        self._zoom = percent
        if self.view is not None:
            self.view.set_zoom(percent)
        if self.marks.isChecked():
            self._compare()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the text, or where there is none to the choice of its source."""
        shown = self._stack.currentWidget()
        if shown is self.view or shown is self.differences:
            shown.setFocus(event.reason())
        else:
            self.sources.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut with Escape."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.shut_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the word on the button out where it is narrow."""
        super().resizeEvent(event)
        self.write_here.setText(texts.WRITE_HERE if self.width() >= 420 else "")

    def _show(self) -> None:
        section = self.section()
        present = find_section(self.source.document, section)
        self.write_here.setVisible(self.source.is_here and self._writable)
        self.write_here.setEnabled(present is not None and section != self._written)
        if present is None or self.view is None:
            there = texts.NOT_THERE.format(there=self.source.name) if self._written else texts.NO_SECTION
            self._say(there)
            return
        self.view.show_section(section)
        self._say("")
        if self.marks.isChecked():
            self._compare()

    def _compare(self) -> None:
        """Show this text and the written one as one, with what they differ in."""
        old = _lines_of(self.source, self.section())
        new = _lines_of(self._here, self._written)
        if not old or self._stack.currentIndex() == self._stack.count() - 1:
            return
        lines = compared(old, new)
        said = texts.LEGEND if any(line.changed for line in lines) else texts.NO_DIFFERENCES
        self._legend.setText(said.format(there=self.source.name))
        self._legend.show()
        self.differences.show_lines(lines, self._zoom)
        self._stack.setCurrentWidget(self.differences)

    def _toggle(self, on: bool) -> None:
        if not on:
            self._legend.hide()
        self._show()

    def _say(self, sentence: str) -> None:
        """Say a sentence in the place of the text; nothing brings the text back."""
        self._said.setText(sentence)
        self._legend.setVisible(self.marks.isChecked() and not sentence)
        self._stack.setCurrentIndex(self._stack.count() - 1 if sentence else 0)

    def _offer_sections(self) -> None:
        blocked = self.sections.blockSignals(True)
        self.sections.clear()
        self.sections.addItem(texts.SAME_SECTION, _SAME)
        for section, depth in deep(self.source.document.sections):
            self.sections.addItem(name_of(self.source, section, depth), section.id)
        self.sections.setCurrentIndex(max(self.sections.findData(self._chosen), 0))
        self.sections.blockSignals(blocked)

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.outline or changes.template or any(name == "title" for _section, name in changes.attributes):
            self._offer_sections()
            self._show()
        self.refresh_differences()

    def _go(self, section: str) -> None:
        """Show another section of the same source."""
        if find_section(self.source.document, section) is not None:
            self._chosen = section
            self.sections.setCurrentIndex(max(self.sections.findData(section), 0))
            self._show()

    def _choose_source(self) -> None:
        key = str(self.sources.currentData())
        if key == CHOOSE:
            self.sources.setCurrentIndex(max(self.sources.findData(self.source.key), 0))
        self.source_asked.emit(key)

    def _choose_section(self) -> None:
        self._chosen = str(self.sections.currentData() or _SAME)
        self._show()

    def _connect(self) -> None:
        self.sources.activated.connect(lambda _row: self._choose_source())
        self.sections.activated.connect(lambda _row: self._choose_section())
        self.marks.toggled.connect(self._toggle)
        self.shut.clicked.connect(lambda _on=False: self.shut_asked.emit())
        self.write_here.clicked.connect(lambda _on=False: self.write_asked.emit(self.section()))
        self._waiting.timeout.connect(self._compare)
        self._here.session.changed.connect(lambda _notice: self.refresh_differences())

    def _lay_out(self) -> None:
        self.setAccessibleName(texts.NAME)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        nothing = QWidget(self)
        inner = QVBoxLayout(nothing)
        inner.setContentsMargins(28, 20, 28, 20)
        inner.addWidget(self._said)
        inner.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.differences)
        self._stack.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addLayout(self._stack, 1)
        self.setMinimumWidth(280)

    def _head(self) -> QWidget:
        self.sources.setAccessibleName(texts.SOURCE)
        self.sections.setAccessibleName(texts.SECTION)
        self.write_here.setAccessibleName(texts.WRITE_HERE)
        self.write_here.setToolTip(texts.WRITE_HERE_TIP)
        for box in (self.sources, self.sections):
            box.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(9)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self.sources, self.sections, self.shut, self.write_here):
            part.setMinimumHeight(HEIGHT)  # where there is little height the text gives way, not the head
        first = QHBoxLayout()
        first.addWidget(self.sources, 2)
        first.addWidget(self.sections, 3)
        first.addWidget(self.shut)
        second = QHBoxLayout()
        second.addWidget(self.marks)
        second.addStretch(1)
        second.addWidget(self.write_here)
        head = QWidget(self)
        head.setObjectName("toolbar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(head)
        rows.setContentsMargins(12, 6, 8, 6)
        rows.setSpacing(6)
        rows.addLayout(first)
        rows.addLayout(second)
        rows.addWidget(self._legend)
        self._legend.hide()
        return head


def _lines_of(source: Source, id: str) -> tuple[SectionLine, ...]:
    section: Section | None = find_section(source.document, id)
    if section is None:
        return ()
    return section_lines(section, source.document.template.kind(section.kind), source.labels.all())
