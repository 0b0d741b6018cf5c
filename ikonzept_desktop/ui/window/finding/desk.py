"""What happens in find and replace: between the panel, the hits and the window."""

from PySide6.QtCore import QObject, QTimer

from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.search.passages import FIXED, INTERNAL, Part
from ikonzept_desktop.model.search.query import BadPattern, TookTooLong
from ikonzept_desktop.model.search.search import Where
from ikonzept_desktop.ui.window.finding import texts
from ikonzept_desktop.ui.window.finding.guide import Guide
from ikonzept_desktop.ui.window.finding.hits_model import HitsModel
from ikonzept_desktop.ui.window.finding.hunt import Hunt
from ikonzept_desktop.ui.window.finding.marks import Marks
from ikonzept_desktop.ui.window.finding.panel import FindPanel
from ikonzept_desktop.ui.window.finding.whereabouts import holds_keyboard, present, selected_words
from ikonzept_desktop.ui.window.surroundings import Surroundings

_QUIET = 300
"""ms without an edit after which the list follows the concept."""
_NEVER_SHOWN_WHILE_TYPING = INTERNAL | FIXED | {Part.PROPERTY}


class FindDesk(QObject):
    """Serves one window, once something is searched for in it."""

    def __init__(self, room: Surroundings) -> None:
        """Make the panel; it is shown by `open`."""
        super().__init__(room.widget())
        self._room = room
        self.hunt = Hunt(lambda: room.session.document)
        self.model = HitsModel(self.hunt, room.labels, self)
        self.panel = FindPanel(self.model, read_only=room.session.read_only, parent=room.widget())
        self.panel.hide()
        self.guide = Guide(room)
        self.marks = Marks(room)
        self.current = -1
        """The number of the hit that was shown last; -1 for none."""
        self._from = Selection(room.text.section())
        self._has_moved = True
        self._is_behind = False
        self._following = QTimer(self, singleShot=True, interval=_QUIET)
        self._connect()

    def open(self, *, replacing: bool) -> None:
        """Open the panel, with what is selected as what is searched for."""
        words = selected_words(self._room, self.panel)
        if not holds_keyboard(self._room, self.panel):
            self._from = present(self._room)
        if replacing or not self.panel.is_replacing():
            self.panel.show_replacing(shown=replacing)
        self._take_wish()
        self._room.drawer.show_panel(self.panel)
        if words:
            self.search_for(words)
            self.panel.take_keyboard()
        elif self._is_behind or not self.hunt.count:
            self._search()

    def search_for(self, words: str) -> None:
        """Search for words as they are."""
        self.panel.regex.setChecked(False)
        self.panel.begin_with(words)

    def step(self, step: int) -> None:
        """Go on to the next hit for 1, back to the one before for -1, from where the caret is."""
        if not self.hunt.query.text:
            words = selected_words(self._room, self.panel)
            if not words:
                self.open(replacing=False)
                return
            self.search_for(words)
        self._catch_up()
        count = self.hunt.count
        if not count:
            self._room.status.say(texts.NOTHING_FOUND)
            return
        index = self._index_after(step)
        if not 0 <= index < count:
            self._room.status.say(texts.FROM_THE_START if step > 0 else texts.FROM_THE_END)
            index %= count
        self._go(index, keyboard=not holds_keyboard(self._room, self.panel))

    def replace_one(self) -> None:
        """Replace the hit that is shown, and go on to the next; find the first one where none is shown."""
        if not self._is_ready():
            return
        if not 0 <= self.current < self.hunt.count:
            self.step(1)
            return
        hit = self.hunt.hit(self.current)
        try:
            new, edit = self.hunt.new_text(self.current), self.hunt.edit_of(self.current)
        except (BadPattern, TookTooLong) as error:
            self._complain(error, in_wish=True)
            return
        if not self._apply(edit, hit.selection, 1):
            return
        self._catch_up()
        behind = self.hunt.index_behind(hit, hit.span[0] + len(new), self.current)
        if self.hunt.count:
            self._go(behind % self.hunt.count, keyboard=False)

    def replace_ticked(self) -> None:
        """Replace all that is ticked, in one step."""
        if not self._is_ready():
            return
        count = self.hunt.ticked_count()
        try:
            edit, first = self.hunt.edit_of_ticked()
        except (BadPattern, TookTooLong) as error:
            self._complain(error, in_wish=True)
            return
        if first is not None and self._apply(edit, first, count):
            self.current = -1
            self._catch_up()

    def _connect(self) -> None:
        panel, room = self.panel, self._room
        panel.asked.connect(self._search)
        panel.wished.connect(self._take_wish)
        panel.step_asked.connect(self.step)
        panel.one_asked.connect(self.replace_one)
        panel.all_asked.connect(self.replace_ticked)
        panel.seen.connect(self._mark)
        panel.list.hit_reached.connect(lambda hit: self._go(hit, keyboard=False))
        panel.list.hit_entered.connect(self._enter)
        panel.list.ticked.connect(self._tick)
        room.session.changed.connect(self._follow_soon)
        room.text.selection_changed.connect(self._follow_caret)
        room.section_shown.connect(lambda _section: self._follow_section())
        self._following.timeout.connect(self._catch_up)

    def _search(self) -> None:
        """Search for what stands in the line, and show the first hit from where the caret was."""
        self._is_behind = False
        self._following.stop()
        self.panel.note.say("")
        try:
            self.hunt.run(self.panel.query(), self.panel.scope(self._room.text.section()))
        except (BadPattern, TookTooLong) as error:
            self._complain(error)
        self.current = self.hunt.next_from(self._from) if self.hunt.count else -1
        if self.current >= self.hunt.count:
            self.current = 0 if self.hunt.count else -1
        self._show_found()
        self._has_moved = False
        if self.current >= 0 and self._is_in_sight(self.current):
            self.guide.show(self.hunt.hit(self.current), keyboard=False)

    def _is_in_sight(self, index: int) -> bool:
        """Tell whether a hit can be shown without opening anything: one does not want to be led about while typing."""
        site = self.hunt.hit(index).passage.site
        return site.section == self._room.text.section() and site.part not in _NEVER_SHOWN_WHILE_TYPING

    def _catch_up(self) -> None:
        """Search anew where the concept has changed; the hit that was shown stays the one that is shown."""
        self._following.stop()
        if not self._is_behind:
            return
        self._is_behind = False
        known, shown = self.hunt.found, self.current
        hit = self.hunt.hit(shown) if 0 <= shown < self.hunt.count else None
        try:
            self.hunt.refresh()
        except (BadPattern, TookTooLong) as error:
            self._complain(error)
        if self.hunt.found == known:
            return
        if hit is not None:
            at = self.hunt.index_of(hit)
            self.current = at if at >= 0 else min(shown, self.hunt.count - 1)
        self._show_found()

    def _show_found(self) -> None:
        self.model.reset()
        self._show_count()
        self.panel.list.choose(self.current)
        self._take_wish()
        self._mark(self.panel.isVisible())

    def _show_count(self) -> None:
        count = self.hunt.count
        said = "" if count else texts.NOTHING_FOUND if self.hunt.query.text else texts.TYPE_TO_FIND
        self.panel.show_found(texts.hits_in(count, self.model.sections(), self.current) if count else "", said)
        self._room.drawer.refresh_title()

    def _take_wish(self) -> None:
        """Show what the hits become now."""
        self.hunt.wish_for(self.panel.wish_now())
        if self.panel.is_replacing() and not self._room.session.read_only:
            self.panel.wish_note.say("")
            try:
                if self.hunt.count:
                    self.hunt.new_text(0)
            except (BadPattern, TookTooLong) as error:
                self._complain(error, in_wish=True)
        self.model.repaint()
        self._show_ticked()

    def _show_ticked(self) -> None:
        if not self.panel.is_replacing():
            return
        self.panel.show_ticked(self.hunt.ticked_count())
        shown = 0 <= self.current < self.hunt.count
        self.panel.show_current(replaceable=shown and self.hunt.hit(self.current).obstacle is None)

    def _tick(self, hits: range, ticked: bool) -> None:
        self.hunt.tick(hits, ticked=ticked)
        self.model.repaint()
        self._show_ticked()

    def _go(self, index: int, *, keyboard: bool) -> None:
        """Show a hit in the list and in the text."""
        self._catch_up()
        if not 0 <= index < self.hunt.count:
            return
        self.current = index
        hit = self.hunt.hit(index)
        self.panel.list.choose(index)
        self.guide.show(hit, keyboard=keyboard)
        self._has_moved = False
        if hit.passage.site.part is Part.PROPERTY:
            self._room.status.say(texts.IN_PROPERTIES)
        self._show_count()
        self._show_ticked()

    def _enter(self, index: int) -> None:
        self._go(index, keyboard=False)
        if index < self.hunt.count:
            self.guide.enter(self.hunt.hit(index))

    def _index_after(self, step: int) -> int:
        if not self._has_moved and self.current >= 0:
            return self.current + step
        place = present(self._room)
        return self.hunt.next_from(place) if step > 0 else self.hunt.previous_from(place)

    def _apply(self, edit: Edit | None, where: Selection, count: int) -> bool:
        label = texts.replace_step(self.hunt.query.text, self.panel.wish.text())
        done = self._room.session.apply(edit, label, selection=where)
        if done:
            self._room.status.say(texts.replaced(count))
        return done

    def _is_ready(self) -> bool:
        if self._room.session.read_only or not self._room.commit_pending():
            return False
        self._catch_up()
        return self.hunt.wish is not None

    def _complain(self, error: BadPattern | TookTooLong, *, in_wish: bool = False) -> None:
        note = self.panel.wish_note if in_wish else self.panel.note
        if isinstance(error, TookTooLong):
            note.say(texts.TOOK_TOO_LONG)
        else:
            note.say(texts.NO_GROUP if in_wish else texts.bad_pattern(error))

    def _mark(self, seen: bool) -> None:
        self.marks.show(self.hunt.found if seen else ())

    def _follow_soon(self, _notice: Notice) -> None:
        self._is_behind = True
        if self.panel.isVisible():
            self._following.start()

    def _follow_caret(self, selection: Selection) -> None:
        shown = self.hunt.hit(self.current).selection if 0 <= self.current < self.hunt.count else None
        self._has_moved = self._has_moved or (not self.guide.going and selection != shown)

    def _follow_section(self) -> None:
        """Search in another section where the search is kept to the one that is open; mark the hits there."""
        if not self.guide.going:
            self._has_moved = True
            if self.panel.isVisible() and self.hunt.scope.where in {Where.SECTION, Where.BRANCH}:
                self._from = present(self._room)
                self._search()
        self.marks.refresh()
