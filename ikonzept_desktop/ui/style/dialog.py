"""The form of the house style beside a sample: every change is in the concept at once, and undo takes it back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.export.finished_styles import finished_styles
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import IconLabel, hint, label, set_role
from ikonzept_desktop.ui.kit.tabs import Tabs
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.style import files, texts
from ikonzept_desktop.ui.style.hand import StyleHand
from ikonzept_desktop.ui.style.logos_page import LogosPage
from ikonzept_desktop.ui.style.pages import ColoursPage, PartsPage, SheetPage, TypePage
from ikonzept_desktop.ui.style.rows import RowsPage, load_fonts
from ikonzept_desktop.ui.style.sample_view import SampleView
from ikonzept_desktop.ui.style.sampling import Sampling
from ikonzept_desktop.ui.style.style_card import THUMB_WIDTH
from ikonzept_desktop.ui.style.styles_page import StylesPage
from ikonzept_desktop.ui.template.form_parts import FormLine

_SIZE = 1120, 760
_FORM_WIDTH = 440


class StyleDialog(QDialog):
    """Stands beside the text; the sample follows while one changes values."""

    def __init__(
        self,
        session: Session,
        commit_pending: Callable[[], bool],
        keys: Mapping[str, Callable[[], object]],
        parent: QWidget | None = None,
    ) -> None:
        """Show the style of a session's concept; `keys` work here as in the window: undo and redo."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        load_fonts()
        self.hand = hand = StyleHand(session, commit_pending, self)
        self.sampling = Sampling(session, self)
        self.styles, self.logos = StylesPage(hand, self), LogosPage(hand, self)
        self.pages: dict[str, tuple[str, RowsPage]] = {
            "styles": (texts.STYLES_PAGE, self.styles),
            "type": (texts.TYPE_PAGE, TypePage(hand, self)),
            "colours": (texts.COLOURS_PAGE, ColoursPage(hand, self)),
            "sheet": (texts.SHEET_PAGE, SheetPage(hand, self)),
            "parts": (texts.PARTS_PAGE, PartsPage(hand, self)),
            "logos": (texts.LOGOS_PAGE, self.logos),
        }
        self.tabs, self._stack = Tabs(texts.PAGES, self), QStackedWidget(self)
        self.sample, self.sample_state = SampleView(self), hint(texts.SAMPLE_STALE)
        self._sign, self.said = IconLabel("info", "muted", self), hint()
        self.load_button, self.save_button = push_button(texts.LOAD), push_button(texts.SAVE)
        self.shut = push_button(texts.CLOSE)
        self._lay_out()
        self._connect(session)
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(lambda act=act: self._travel(act))
        self._refresh()
        self._say("", wrong=False)

    def show_page(self, key: str) -> None:
        """Go to a page of the form."""
        self.tabs.choose(key)
        self._stack.setCurrentWidget(self.pages[key][1])

    def done(self, result: int) -> None:
        """Let the process of the samples go with the form."""
        self._put_line()
        self.sampling.close()
        super().done(result)

    def _connect(self, session: Session) -> None:
        self.hand.said.connect(lambda sentence, wrong: self._say(sentence, wrong=wrong))
        self.tabs.chosen.connect(self.show_page)
        session.changed.connect(self._take)
        self.sampling.drawn.connect(self._show_sample)
        self.sampling.thumbs_drawn.connect(self.styles.show_pages)
        self.sampling.failed.connect(lambda: self.sample_state.setText(texts.SAMPLE_FAILED))
        self.sample.resized.connect(self._ask_for_sample)
        self.load_button.clicked.connect(lambda _on=False: files.ask_and_load(self.hand, self))
        self.save_button.clicked.connect(lambda _on=False: files.ask_and_save(self.hand, self))
        self.shut.clicked.connect(self.reject)
        QTimer.singleShot(0, self, self._ask_for_thumbs)

    def _ask_for_sample(self) -> None:
        self.sample_state.setText(texts.SAMPLE_STALE)
        self.sampling.ask(self.sample.page_width(), self.devicePixelRatioF())

    def _ask_for_thumbs(self) -> None:
        for style in finished_styles():
            self.sampling.ask_for_thumbs(style, THUMB_WIDTH, self.devicePixelRatioF())

    def _show_sample(self, images: tuple[QImage, ...]) -> None:
        self.sample.show_pages(images)
        self.sample_state.setText(texts.SAMPLE_CURRENT)

    def _travel(self, act: Callable[[], object]) -> None:
        self._put_line()
        self._say("", wrong=False)
        act()

    def _put_line(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, FormLine):
            focused.put()

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.template or changes.properties:
            self._refresh()
            self._ask_for_sample()

    def _refresh(self) -> None:
        for _, page in self.pages.values():
            page.refresh()
        self.load_button.setEnabled(not self.hand.read_only)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        """Say what was done, or why it was not; else how the form works."""
        usual = texts.READ_ONLY if self.hand.read_only else texts.LIVE
        self.said.setText(sentence or usual)
        set_role(self.said, "amber" if wrong else "muted")
        self._sign.show_icon("triangle-alert" if wrong else "info", "amber" if wrong else "muted")

    def _lay_out(self) -> None:
        for key, (name, page) in self.pages.items():
            self.tabs.add(key, name)
            self._stack.addWidget(page)
        form = QVBoxLayout()
        form.setSpacing(0)
        form.addWidget(self.tabs)
        form.addWidget(self._stack, 1)
        left = QWidget(self)
        left.setLayout(form)
        left.setFixedWidth(_FORM_WIDTH)
        form.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.setContentsMargins(14, 10, 0, 0)
        right.setSpacing(2)
        right.addWidget(label(texts.SAMPLE, strong=True))
        right.addWidget(self.sample_state)
        right.addWidget(self.sample, 1)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(left)
        both.addWidget(_line(self, QFrame.Shape.VLine))
        both.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(both, 1)
        layout.addWidget(_line(self, QFrame.Shape.HLine))
        layout.addLayout(self._foot())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return belongs to the lines

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._sign)
        foot.addWidget(self.said, 1)
        for button in (self.load_button, self.save_button, self.shut):
            foot.addWidget(button)
        return foot


def _line(parent: QWidget, shape: QFrame.Shape) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(shape)
    line.setFrameShadow(QFrame.Shadow.Plain)
    return line
