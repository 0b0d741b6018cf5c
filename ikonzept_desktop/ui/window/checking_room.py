"""What stands behind spelling and findings in a window: it asks the desks, shows what they say, does what is asked."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton

from ikonzept_desktop.checking import mending
from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.findings_desk import desk_of
from ikonzept_desktop.ui.spelling_desk import desk_of_program
from ikonzept_desktop.ui.window import checking_texts as texts
from ikonzept_desktop.ui.window import finding_steps, word_places
from ikonzept_desktop.ui.window.finding_menus import FindingMenus
from ikonzept_desktop.ui.window.findings_page import SECTION, FindingsPage
from ikonzept_desktop.ui.window.findings_place import KEY, FindingsPlace
from ikonzept_desktop.ui.window.surroundings import Surroundings
from ikonzept_desktop.ui.window.word_menu import Deeds


class CheckingRoom(QObject):
    """One for each window."""

    def __init__(self, room: Surroundings, place: FindingsPlace) -> None:
        """Begin to look, and put marks into the texts."""
        super().__init__(room.widget())
        self._room = room
        self._place = place
        self.spelling = desk_of_program()
        self.desk = desk_of(room.widget(), room.session)
        self.page: FindingsPage | None = None
        self._last: Finding | None = None
        deeds = Deeds(self.mend, self.skip, self._into_concept, self._into_own)
        self.menus = FindingMenus(room, self.desk, self.spelling, deeds)
        self.status = QToolButton(room.widget())
        self._dress_status()
        self._connect()
        self._show_spelling()
        self._show()

    # --- what the commands do

    def show_page(self) -> None:
        """Make the page when it is first shown."""
        if self.page is None:
            page = self.page = FindingsPage(self._where, self._place)
            page.read_only = self._room.session.read_only
            page.scope_changed.connect(lambda _scope: self._show())
            page.go_asked.connect(self.go)
            page.mend_asked.connect(lambda finding: self.mend(finding, finding.suggestion))
            page.skip_asked.connect(lambda finding: self.skip(finding, finding.key))
            page.menu_asked.connect(self.menus.open)
            page.spelling_asked.connect(lambda: self.spelling.switch(on=True))
            page.words_asked.connect(self.show_words)
            self._place.put(page)
            page.show_spelling(on=self.spelling.on, trouble=self.spelling.trouble)
        self._show()

    def go_on(self, step: int) -> None:
        """Go to the next finding after the caret, or to the one before it; round the concept's end."""
        self._room.commit_pending()
        if not self.desk.complete:
            self.desk.finish()
        document, found = self._room.session.document, self.desk.all()
        if not found:
            self._room.status.say(texts.NO_MORE)
            return
        at, wrapped = finding_steps.following(document, found, self._last, self._caret(), step)
        if wrapped:
            self._room.status.say(texts.FROM_THE_START if step > 0 else texts.FROM_THE_END)
        self.go(found[at])

    def go(self, finding: Finding) -> None:
        """Show a finding's place and select it; choose the finding on the page."""
        self._last = finding
        self._room.restore(mending.selection_of(self._room.session.document, finding.place))
        word_places.select_in_short_field(finding.place)
        if self.page is not None:
            self.page.choose(finding)

    def mend(self, finding: Finding, words: str | None) -> None:
        """Put words in the place of what was found, as one step."""
        self._room.commit_pending()
        document = self._room.session.document
        edit = None if words is None else mending.replaced(document, finding.place, finding.text, words)
        if edit is None:
            self._room.status.say(texts.ALL_RIGHT if words is None else texts.CHANGED_MEANWHILE)
            self.desk.finish()
            return
        label = texts.SPELLING_STEP if finding.kind is Kind.SPELLING else texts.TAKE_OVER_STEP
        place = mending.selection_of(document, finding.place)
        self._room.session.apply(edit, label, selection=place)
        self.desk.finish()

    def skip(self, _finding: Finding, key: str) -> None:
        """Pass over what goes by a key, in this concept, until that is undone or taken back."""
        self._put(mending.passed_over(self._room.session.document.properties, key), texts.SKIP_STEP, texts.PASSED)

    def switch_spelling(self) -> None:
        """Check spelling, or do not."""
        self.spelling.switch(on=not self.spelling.on)

    def suggest_here(self) -> None:
        """Open the menu of what is found at the caret."""
        if not self.menus.open_at_caret():
            self._room.status.say(texts.NO_WRONG_WORD)

    def show_words(self) -> None:
        """Show the dictionaries and what is passed over."""
        from ikonzept_desktop.ui.window.words_dialog import WordsDialog

        WordsDialog(finding_steps.word_lists(self._room, self.spelling), self._room.widget()).exec()

    # --- what is shown

    def _show(self) -> None:
        section = self._room.text.section()
        of_section = self.desk.findings_of(section)
        self._room.side.set_count(KEY, len(of_section), finding_steps.worst(of_section))
        if self.page is not None and self._place.isVisible():
            shown = of_section if self.page.scope.key == SECTION else self.desk.all()
            self.page.show_findings(shown, looking=not self.desk.looked)

    def _hear_switch(self, _on: bool) -> None:
        self._show_spelling()

    def _say(self, sentence: str) -> None:
        self._room.status.say(sentence)

    def _show_spelling(self) -> None:
        on, trouble = self.spelling.on, self.spelling.trouble
        self.status.setText(texts.SPELLING_BROKEN if trouble else texts.SPELLING_ON if on else texts.SPELLING_OFF)
        self.status.setToolTip(trouble or texts.SWITCH)
        self._room.actions_by_key["spelling"].setChecked(on)
        if self.page is not None:
            self.page.show_spelling(on=on, trouble=trouble)
        self.menus.squiggles.look_again()

    def _where(self, finding: Finding) -> str:
        in_section = self.page is not None and self.page.scope.key == SECTION
        if in_section or not finding.place.field:
            return mending.around(self._room.session.document, finding) or finding.why
        label = self._room.labels.label(finding.place.section)
        return "" if label is None else f"{label.number} {label.title}".strip()

    # --- what happens around

    def _connect(self) -> None:
        room = self._room
        self.desk.changed.connect(self._show)
        self.desk.finished.connect(self._show)
        self.spelling.learned.connect(self._learn)
        # By methods, not by lambdas: the desk of the program lives longer than a window, and lets methods go with it.
        self.spelling.switched.connect(self._hear_switch)
        self.spelling.broken.connect(self._say)
        room.session.changed.connect(self._take)
        self._place.seen.connect(self._show)
        room.text.page_shown.connect(lambda _section: self._show())

    def _take(self, notice: Notice) -> None:
        if notice.changes.properties:
            self._learn()
            self.desk.finish()

    def _learn(self) -> None:
        self.desk.refresh_own_words()
        self.menus.squiggles.look_again()

    def _dress_status(self) -> None:
        self.status.setAutoRaise(True)
        self.status.clicked.connect(self.switch_spelling)
        self._room.status.add(self.status)

    # --- what menus do

    def _into_concept(self, word: str) -> None:
        edit = mending.with_words(self._room.session.document.properties, add=(word,))
        self._put(edit, texts.WORD_STEP, texts.TAKEN_UP.format(word=word))

    def _into_own(self, word: str) -> None:
        said = self.spelling.change_user_words(add=(word,))
        self._room.status.say(said or texts.TAKEN_UP_BY_USER.format(word=word))

    def _put(self, edit: Edit | None, label: str, said: str) -> None:
        if self._room.session.apply(edit, label, selection=self._caret()):
            self._room.status.say(said)

    def _caret(self) -> Selection | None:
        text = self._room.text.text
        return text.loop.note_selection() if text is not None else None
