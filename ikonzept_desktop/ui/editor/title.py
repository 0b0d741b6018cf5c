"""A section's number and title at its head, above them where it stands."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Document, find_section, path_to
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.editor.context import EditorContext, Pending
from ikonzept_desktop.ui.editor.title_edit import TitleEdit
from ikonzept_desktop.ui.editor.typing_help import choice_of
from ikonzept_desktop.ui.kit import fonts, theme

SIZE, NUMBER_SIZE = 30, 22
"""px at 100 %"""
_GAP = 12


class TitleHead(QWidget):
    """Crumbs, number and title; the title is written here as well as in the outline."""

    left = Signal()
    """Return or Down was pressed: on to the text."""

    def __init__(self, context: EditorContext, section: str, parent: QWidget) -> None:
        """Show the head of a section."""
        super().__init__(parent)
        self._context = context
        self._section = section
        self._with_crumbs = True
        self.crumbs = QLabel(self)
        self.crumbs.setTextFormat(Qt.TextFormat.PlainText)
        self.crumbs.setProperty("role", "muted")
        self.crumbs.setFont(fonts.ui_font(fonts.SMALL_SIZE))
        self.number = _Number(self)
        self.title = TitleEdit(self)
        self.title.setReadOnly(context.session.read_only)
        if context.session.read_only:
            self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # there is nothing for the keyboard to do
        self._pending = Pending(self._put, self)
        self.title.textChanged.connect(self._typed)
        self.title.written.connect(self._help)
        self.title.installEventFilter(self)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.number)
        row.addWidget(self.title, 1)
        self.row = row
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.crumbs)
        layout.addLayout(row)
        self.restyle()
        self.refresh()
        context.on_text(self.title)

    def refresh(self) -> None:
        """Show the present place, number and title."""
        document = self._context.session.document
        section = find_section(document, self._section)
        if section is None:
            return
        self.crumbs.setText(self._names_above(document))
        self.show_crumbs(self._with_crumbs)
        self.number.show_number(self._context.naming.number(self._section))
        if not self._pending.waits and section.title != self.title.toPlainText():
            self.title.show_text(section.title)

    def restyle(self) -> None:
        """Show the title at the present zoom."""
        factor = self._context.zoom / 100
        self.number.set_sizes(NUMBER_SIZE * factor, SIZE * factor)
        self.title.set_size(SIZE * factor)

    def show_crumbs(self, shown: bool) -> None:
        """Show or hide where the section stands."""
        self._with_crumbs = shown
        self.crumbs.setVisible(shown and bool(self.crumbs.text()))

    def commit(self) -> None:
        """Put what is being typed into the concept."""
        self._pending.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to the text by Return, and put the title into the concept when it is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _leads_on(event):
            self.commit()
            self.left.emit()
            return True
        return False

    def _typed(self) -> None:
        if self.title.is_being_typed():
            self._pending.begin()

    def _help(self) -> None:
        """Correct what was just typed; undo takes back the correction alone."""
        from ikonzept_desktop.model import typography  # comes with the first key

        session = self._context.session
        off = choice_of(session.project).off
        found = typography.correction(self.title.before_caret(), typography.EVERY_RULE - off)
        if found is not None:
            self._pending.finish()
            self.title.correct(found.taken, found.text)
            self._pending.drop()
            self._put(texts.TYPOGRAPHY)

    def _put(self, label: str = texts.CHANGE_TITLE) -> None:
        title = clean(self.title.toPlainText())
        edit = outline.set_attribute(self._context.session.document, self._section, "title", title)
        place = Selection(self._section)
        self._context.session.apply(edit, label, selection=place, initiator=self)

    def _names_above(self, document: Document) -> str:
        path = path_to(document.sections, self._section) or ()
        names, sections = [], document.sections
        for index in path[:-1]:
            above = sections[index]
            names.append(f"{self._context.naming.number(above.id)} {above.title}".strip())
            sections = above.children
        return "  ›  ".join(names)


class _Number(QWidget):
    """The number, on the same base line as the title's first line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self._sizes = (22.0, 30.0)

    def show_number(self, text: str) -> None:
        self._text = text
        self._fit()

    def set_sizes(self, size: float, title: float) -> None:
        self._sizes = (size, title)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.text_font(self._sizes[0]))
        painter.setPen(theme.colour("muted"))
        base = QFontMetricsF(fonts.text_font(self._sizes[1], strong=True)).ascent()
        painter.drawText(0, round(base), self._text)

    def _fit(self) -> None:
        self.setVisible(bool(self._text))
        self.setFixedWidth(round(QFontMetricsF(fonts.text_font(self._sizes[0])).horizontalAdvance(self._text)) + 2)
        self.update()


def _leads_on(event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
