"""The line at the bottom: what is on disk, how much is written, how large the text is shown."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.kit.labels import IconLabel, set_role
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import texts

HEIGHT = 28
SLOW = 2000
"""ms without an acknowledgement after which saving is worth a word."""
SMALLEST, LARGEST = 80, 200


class StatusLine(QWidget):
    """Says what is true: saved only after the commit, in trouble as long as something is not on disk."""

    zoom_asked = Signal(int)
    """Per cent."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Watch over a session."""
        super().__init__(parent)
        self.setObjectName("statusBar")
        self._session = session
        self._in_trouble = False
        self._shape = IconLabel(parent=self)
        self.saved = QLabel(self)
        self.section_words = QLabel(self)
        self.concept_words = QLabel(self)
        self._message = QLabel(self)
        self.zoom = QSlider(Qt.Orientation.Horizontal, self)
        self._percent = QLabel(self)
        self._smaller = QToolButton(self)
        self._added: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._before_section, self._before_concept = _divider(self), _divider(self)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._passing = QTimer(self, singleShot=True, interval=6000)
        self._lay_out()
        self._slow.timeout.connect(self._say_that_it_takes_time)
        self._passing.timeout.connect(lambda: self._tell(""))
        session.changed.connect(lambda _notice: self._wait())
        session.saved.connect(lambda _number, when: self._say_saved(when))
        session.trouble.connect(self._say_trouble)
        self._begin()

    def show_words(self, section: int, concept: int) -> None:
        """Say how many words the section and the concept have."""
        self.section_words.setText(texts.section_words(section))
        self.concept_words.setText(texts.concept_words(concept))
        self._share_room()

    def add(self, widget: QWidget) -> None:
        """Put something at the right, before the zoom; it gives way first where there is no room."""
        self._row.insertWidget(self._row.indexOf(self._smaller), widget)
        self._added.append(widget)
        self._share_room()

    def show_zoom(self, percent: int) -> None:
        """Show how large the text is, without asking for it."""
        blocked = self.zoom.blockSignals(True)
        self.zoom.setValue(percent)
        self.zoom.blockSignals(blocked)
        self._percent.setText(f"{percent} %")

    def say(self, message: str) -> None:
        """Say something in passing."""
        self._tell(message)
        self._passing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See what there is room for now."""
        super().resizeEvent(event)
        self._share_room()

    def _begin(self) -> None:
        if self._session.read_only:
            self._show("eye", texts.READ_ONLY, "muted")
        elif self._session.saved_at is not None:
            self._say_saved(self._session.saved_at)
        else:
            self._show("circle-check-big", texts.NOTHING_TO_SAVE, "green")

    def _wait(self) -> None:
        if self.saved.text() == texts.NOTHING_TO_SAVE:
            self._show("refresh-cw", texts.SAVING, "muted")
        if not self._slow.isActive() and not self._in_trouble:
            self._slow.start()

    def _say_saved(self, when: datetime) -> None:
        self._in_trouble = False
        if self._session.all_saved:
            self._slow.stop()
        self._show("circle-check-big", texts.saved_at(when), "green")

    def _say_that_it_takes_time(self) -> None:
        if not self._session.all_saved and not self._in_trouble:
            self._show("refresh-cw", texts.SAVING, "muted")

    def _say_trouble(self, _sentence: str) -> None:
        self._in_trouble = True
        self._slow.stop()
        self._show("triangle-alert", texts.NOT_SAVED_YET, "red")

    def _show(self, shape: str, words: str, role: str) -> None:
        self._shape.show_icon(shape, role)
        self.saved.setText(words)
        set_role(self.saved, role)
        self._share_room()

    def _tell(self, message: str) -> None:
        self._message.setText(message)
        self._share_room()

    def _share_room(self) -> None:
        """Show what there is room for in full; what tells least gives way first."""
        concept, section = (self._before_concept, self.concept_words), (self._before_section, self.section_words)
        _set_visible((self.zoom,), True)
        _set_visible(concept, bool(self.concept_words.text()))
        _set_visible(section, bool(self.section_words.text()))
        _set_visible(self._added, True)
        for part in ((self.zoom,), self._added, concept, section):
            if self._row.sizeHint().width() > self.width():
                _set_visible(part, False)
        self._row.activate()

    def _lay_out(self) -> None:
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = self._row
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(8)
        for widget in (
            *(self._shape, self.saved, self._before_section, self.section_words),
            *(self._before_concept, self.concept_words),
        ):
            layout.addWidget(widget)
        layout.addSpacing(12)
        layout.addWidget(self._message, 1)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self.zoom.setRange(SMALLEST, LARGEST)
        self.zoom.setSingleStep(10)
        self.zoom.setPageStep(10)
        self.zoom.setFixedWidth(72)
        self.zoom.setAccessibleName(texts.ZOOM)
        self.zoom.valueChanged.connect(self._ask_for_zoom)
        for shape, name, step in (("minus", texts.SMALLER, -10), ("plus", texts.LARGER, 10)):
            button = self._smaller if step < 0 else QToolButton(self)
            set_icon(button, shape)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on, by=step: self.zoom.setValue(self.zoom.value() + by))
            layout.addWidget(button)
            if step < 0:
                layout.addWidget(self.zoom)
        layout.addWidget(self._percent)
        self._percent.setMinimumWidth(46)

    def _ask_for_zoom(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")
        self.zoom_asked.emit(percent)


def _set_visible(part: Iterable[QWidget], visible: bool) -> None:
    for widget in part:
        widget.setVisible(visible)


def _divider(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setFixedHeight(16)
    return line
