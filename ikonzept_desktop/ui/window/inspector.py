"""The pane on the right: state, responsibility, deadline and length of the section, and its internal notes."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Section, counted_words, find_section, walk
from ikonzept_desktop.model.edits import AttributeValue, compound
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.template import Status
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.day_edit import DayEdit
from ikonzept_desktop.ui.kit.fields import WordBar
from ikonzept_desktop.ui.kit.icons import status_icon
from ikonzept_desktop.ui.kit.number_edit import NumberEdit
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.notes_panel import NotesPanel

MARGIN = 16
MOST_WORDS, WORDS_STEP = 100_000, 50


class Inspector(QScrollArea):
    """Shows and changes what is said about a section, as opposed to what it says."""

    def __init__(self, session: Session, author: tuple[str, str], parent: QWidget | None = None) -> None:
        """Show nothing until a section is chosen; `author` is the writer's name and initials, for notes."""
        super().__init__(parent)
        self._session = session
        self._section = ""
        self._statuses: tuple[Status, ...] = ()
        self._words = counted_words
        self.status = QuietCombo(self)
        self.responsible = QLineEdit(self)
        self._known_people = QStringListModel(self)
        self.deadline = DayEdit(texts.DEADLINE, texts.CHOOSE_DAY, self)
        self._days_left = _quiet("")
        self.target = NumberEdit(texts.TARGET, texts.NO_TARGET, MOST_WORDS, WORDS_STEP, self)
        self._length = QLabel(self)
        self._bar = WordBar(texts.LENGTH, self)
        self._excess = _quiet("", "amber")
        self.in_contents = QCheckBox(texts.IN_CONTENTS, self)
        self.numbered = QCheckBox(texts.NUMBERED, self)
        self.notes = NotesPanel(session, author, self)
        self._set_up()
        self._lay_out()
        self._connect()

    def show_section(self, section: str) -> None:
        """Show what is said about a section."""
        if section == self._section:
            self.commit()
        else:
            self.leave()
        self._section = section
        self.notes.show_section(section)
        self._fill()

    def refresh(self, notice: Notice) -> None:
        """Show what an edit changed of the section."""
        changes = notice.changes
        about_it = any(section == self._section for section, _name in changes.attributes)
        if about_it or changes.outline or changes.template:
            self._fill()
            self.notes.refresh()

    def commit(self) -> None:
        """Put what is being typed into the fields into the concept."""
        if find_section(self._session.document, self._section) is None or self._session.read_only:
            return
        self._take_responsible()
        self.target.commit()
        self.deadline.commit()

    def leave(self) -> None:
        """Put all that is being typed into the concept, a note that was begun among it."""
        self.commit()
        self.notes.commit()

    def refresh_length(self) -> None:
        """Show how long the section is now; not with every key, for a count may wait for a pause."""
        section = find_section(self._session.document, self._section)
        if section is not None:
            self._show_length(self._words(section), section.target_words)

    def _set_up(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer = QCompleter(self._known_people, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.responsible.setCompleter(completer)
        self.status.setAccessibleName(texts.STATUS)
        self.responsible.setAccessibleName(texts.RESPONSIBLE)
        for field in (self.status, self.responsible, self.deadline, self.target, self.in_contents, self.numbered):
            field.setEnabled(not self._session.read_only)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        layout.setSpacing(4)
        layout.addWidget(labels.label(texts.SECTION, strong=True))
        for name, field in ((texts.STATUS, self.status), (texts.RESPONSIBLE, self.responsible)):
            layout.addSpacing(4)
            layout.addWidget(_label_for(name, field))
            layout.addWidget(field)
        layout.addSpacing(4)
        layout.addLayout(self._deadline_and_target())
        layout.addSpacing(4)
        length = QHBoxLayout()
        length.addWidget(_quiet(texts.LENGTH))
        length.addWidget(self._length, 1, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(length)
        layout.addWidget(self._bar)
        layout.addWidget(self._excess)
        layout.addSpacing(4)
        layout.addWidget(self.in_contents)
        layout.addWidget(self.numbered)
        layout.addSpacing(8)
        layout.addWidget(_line())
        layout.addWidget(self.notes)
        layout.addStretch(1)
        self.setWidget(inside)

    def _deadline_and_target(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(_label_for(texts.DEADLINE, self.deadline), 0, 0)
        grid.addWidget(_label_for(texts.TARGET, self.target), 0, 1)
        grid.addWidget(self.deadline, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.target, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._days_left, 2, 0, 1, 2)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        return grid

    def _connect(self) -> None:
        self.status.activated.connect(lambda _row: self._set("status", str(self.status.currentData())))
        self.responsible.editingFinished.connect(self._take_responsible)
        self.deadline.committed.connect(self._take_deadline)
        self.target.committed.connect(self._take_target)
        self.in_contents.toggled.connect(lambda on: self._set("in_contents", on))
        self.numbered.toggled.connect(lambda on: self._set("numbered", on))

    def _set(self, name: str, value: AttributeValue) -> None:
        edit = outline.set_attribute(self._session.document, self._section, name, value)
        self._session.apply(edit, texts.ATTRIBUTE_STEPS[name])

    def _take_responsible(self) -> None:
        """Take who is responsible, where it has changed: spaces that stood there already are no change."""
        section = find_section(self._session.document, self._section)
        if section is not None and self.responsible.text() != section.responsible:
            self._set("responsible", self.responsible.text().strip())

    def _take_deadline(self, day: date | None, draft: str) -> None:
        self._set_both("deadline", day, "deadline_draft", draft)

    def _take_target(self, words: int | None, draft: str) -> None:
        self._set_both("target_words", words, "target_draft", draft)

    def _set_both(self, name: str, value: AttributeValue, draft_name: str, draft: str) -> None:
        """Set a value and what was typed instead of one, as one step."""
        document = self._session.document
        edits = [
            outline.set_attribute(document, self._section, each, said)
            for each, said in ((name, value), (draft_name, draft))
        ]
        self._session.apply(compound(edits), texts.ATTRIBUTE_STEPS[name])

    def _fill(self) -> None:
        section = find_section(self._session.document, self._section)
        self.widget().setEnabled(section is not None)
        if section is None:
            return
        blockers = [QSignalBlocker(w) for w in (self.status, self.in_contents, self.numbered)]
        self._show_status(section)
        if not self.responsible.hasFocus():
            self.responsible.setText(section.responsible)
        self.deadline.show_value(section.deadline, section.deadline_draft)
        self.target.show_value(section.target_words, section.target_draft)
        self.in_contents.setChecked(section.in_contents)
        self.numbered.setChecked(section.numbered)
        del blockers
        self._known_people.setStringList(self._people())
        self._show_days_left(section.deadline)
        self._show_length(self._words(section), section.target_words)

    def _show_status(self, section: Section) -> None:
        """Offer the statuses that are not hidden, and the one the section is in."""
        template = self._session.document.template
        present = template.status(section.status)
        offered = tuple(status for status in template.statuses if not status.hidden or status is present)
        if offered != self._statuses:
            self._statuses = offered
            self.status.clear()
            for status in offered:
                self.status.addItem(status_icon(status.shape, status.colour), status.label, status.key)
        self.status.setCurrentIndex(self.status.findData(present.key))

    def _people(self) -> list[str]:
        return sorted({s.responsible for s in walk(self._session.document.sections) if s.responsible})

    def _show_days_left(self, deadline: date | None) -> None:
        today = date.today()  # noqa: DTZ011  # a deadline is a day of the writer's own calendar
        self._days_left.setText(texts.days_left(deadline, today) if deadline else "")
        self._days_left.setVisible(deadline is not None)
        late = deadline is not None and deadline < today
        self._days_left.setProperty("role", "red" if late else "muted")
        self._days_left.style().polish(self._days_left)

    def _show_length(self, words: int, target: int | None) -> None:
        self._length.setText(texts.words_of(words, target))
        self._bar.setVisible(target is not None)
        self._bar.show_words(words, target or 1, self._length.text())
        over = words - target if target else 0
        self._excess.setText(texts.words_over(over) if over > 0 else "")
        self._excess.setVisible(over > 0)


def _quiet(text: str, role: str = "muted") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _label_for(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setBuddy(buddy)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    return line
