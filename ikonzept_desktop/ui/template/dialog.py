"""The dialog of fields and kinds: every change is in the concept at once, and undo takes it back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import IconLabel, hint, set_role
from ikonzept_desktop.ui.kit.tabs import Tabs
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.template import texts
from ikonzept_desktop.ui.template.fields_page import FieldsPage
from ikonzept_desktop.ui.template.form_parts import FormLine, FormText
from ikonzept_desktop.ui.template.hand import TemplateHand
from ikonzept_desktop.ui.template.numbering_page import NumberingPage
from ikonzept_desktop.ui.template.status_page import StatusPage

_SIZE = 1040, 660


class TemplateDialog(QDialog):
    """Stands beside the text, which follows while one changes its fields."""

    def __init__(
        self,
        session: Session,
        commit_pending: Callable[[], bool],
        keys: Mapping[str, Callable[[], object]],
        save: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Show the template of a session's concept.

        `keys` are shortcuts that work here as in the window: undo and redo; `save` writes the template to a file.
        """
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.hand = TemplateHand(session, commit_pending, self)
        self.tabs = Tabs(texts.PAGES, self)
        self.fields = FieldsPage(self.hand, self)
        self.statuses = StatusPage(self.hand, self)
        self.numbering = NumberingPage(self.hand, self)
        self._stack = QStackedWidget(self)
        self._sign = IconLabel("info", "muted", self)
        self.said = hint()
        self.save = push_button(texts.SAVE_TEMPLATE)
        self.save.clicked.connect(lambda _on=False: save())
        self.shut = push_button(texts.CLOSE)
        self.shut.clicked.connect(self.reject)
        self._lay_out()
        self._say("")
        self.hand.said.connect(self._say)
        self.tabs.chosen.connect(self._show_page)
        session.changed.connect(self._take)
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(lambda act=act: self._travel(act))

    def show_kind(self, kind: str, field: str = "") -> None:
        """Go to a kind of section, and to one of its fields where one is named."""
        self.tabs.choose("fields")
        self._show_page("fields")
        self.fields.show_kind(kind, field)
        (self.fields.fields if field else self.fields.kinds).setFocus()

    def _travel(self, act: Callable[[], object]) -> None:
        self._put_line()
        self._say("")
        act()

    def _put_line(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, FormLine | FormText):
            focused.put()

    def _take(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.template or changes.outline or changes.trash or changes.attributes:
            self._refresh()

    def _refresh(self) -> None:
        for page in (self.fields, self.statuses, self.numbering):
            page.refresh()

    def _say(self, sentence: str) -> None:
        """Say why something was not done, and show things as they stand; else how the dialog works."""
        usual = texts.READ_ONLY if self.hand.read_only else texts.LIVE
        self.said.setText(sentence or usual)
        set_role(self.said, "amber" if sentence else "muted")
        self._sign.show_icon("triangle-alert" if sentence else "info", "amber" if sentence else "muted")
        if sentence:
            self._refresh()

    def _show_page(self, key: str) -> None:
        self._stack.setCurrentWidget({"fields": self.fields, "status": self.statuses}.get(key, self.numbering))

    def _lay_out(self) -> None:
        self.tabs.add("fields", texts.FIELDS_PAGE)
        self.tabs.add("status", texts.STATUS_PAGE)
        self.tabs.add("numbering", texts.NUMBERING_PAGE)
        for page in (self.fields, self.statuses, self.numbering):
            self._stack.addWidget(page)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._sign)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(line)
        layout.addLayout(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return belongs to the lines and lists
