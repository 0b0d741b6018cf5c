"""Says at once when a deletion leaves references without a target, and lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.model.references import dangling, points_alike
from ikonzept_desktop.ui.window import reference_texts as texts

if TYPE_CHECKING:  # for types alone: they come when they are asked for
    from ikonzept_desktop.model.project import Notice
    from ikonzept_desktop.ui.window.dangling_panel import Chooser, DanglingPanel
    from ikonzept_desktop.ui.window.surroundings import Surroundings


class DanglingFeature:
    """Watches over the targets of all references: a line above the text tells, undo and another target heal."""

    def __init__(self, room: Surroundings, choose: Chooser) -> None:
        """`choose` offers other targets."""
        self._room = room
        self._choose = choose
        self._lost: frozenset[str] = frozenset()
        self._said = ""
        self._panel: DanglingPanel | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"dangling": self.show}

    def ready(self) -> None:
        """Watch from now on."""
        self._room.session.changed.connect(self._look)

    def show(self) -> None:
        """List the references without a target below the text."""
        if self._panel is None:
            from ikonzept_desktop.ui.window.dangling_panel import DanglingPanel

            self._panel = DanglingPanel(self._room, self._choose)
        self._panel.refresh()
        if self._room.banner.says(self._said):
            self._be_quiet()
        self._room.drawer.show_panel(self._panel)

    def _look(self, notice: Notice) -> None:
        changes = notice.changes
        lists_some = bool(self._said) or self._panel is not None
        if not (changes.outline or changes.blocks or changes.template or (lists_some and changes.fields)):
            return
        if not (changes.outline or changes.template) and points_alike(notice.before, notice.after, changes.sections):
            return
        now = dangling(notice.after)
        known = {reference.target for reference in dangling(notice.before)}
        new = {reference.target for reference in now} - known
        if new or self._said:
            self._lost |= new
            self._say(sum(reference.target in self._lost for reference in now), new=bool(new))
        if self._panel is not None:
            self._panel.refresh()

    def _say(self, count: int, *, new: bool) -> None:
        """Say how many there are, unless something more urgent is being said; take it back when all is well."""
        banner = self._room.banner
        shown = banner.says(self._said)
        if not count:
            if shown:
                banner.be_quiet()
            self._forget()
        elif shown or (new and banner.property("kind") != "red") or (new and banner.isHidden()):
            self._said = texts.point_nowhere(count)
            ways = ((texts.LOOK_AT_THEM, self.show), (texts.UNDERSTOOD, self._be_quiet))
            banner.say(self._said, "amber", *ways)
        elif new:
            self._room.status.say(texts.point_nowhere(count))
        else:
            self._forget()

    def _be_quiet(self) -> None:
        self._room.banner.be_quiet()
        self._forget()

    def _forget(self) -> None:
        self._said, self._lost = "", frozenset()
