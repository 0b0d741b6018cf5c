"""Going to a place in the concept, and back through the places one has been at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.model.document import find_section
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.targets import selection_of
from ikonzept_desktop.ui.window import reference_texts as texts
from ikonzept_desktop.ui.window.places import Places

if TYPE_CHECKING:  # for types alone: the window brings it
    from ikonzept_desktop.ui.window.surroundings import Surroundings


class Travel:
    """Notes each place that is left for another section or for the target of a reference."""

    def __init__(self, room: Surroundings) -> None:
        """Begin where the window begins."""
        self._room = room
        self._places = Places()
        self._here: Selection | None = None
        self._travelling = False

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"back": self.back, "forward": self.forward}

    def ready(self) -> None:
        """Follow the caret and the sections from now on."""
        text = self._room.text
        text.selection_changed.connect(self._stay)
        text.page_shown.connect(self._arrive)
        text.section_asked.connect(self.go_to_target)

    def go_to_target(self, id: str) -> None:
        """Go to what a reference points at, or say that it is gone."""
        selection = selection_of(self._room.session.document, id)
        if selection is None:
            self._room.status.say(texts.TARGET_GONE)
            return
        if self._here is not None and selection.section == self._here.section:
            self._places.leave(self._here)
        go_to(self._room, selection)

    def back(self) -> None:
        """Go to the place before this one; places in sections that are gone are passed over."""
        self._go(self._places.back, texts.NO_PLACE_BACK)

    def forward(self) -> None:
        """Go to the place that going back came from."""
        self._go(self._places.forward, texts.NO_PLACE_ON)

    def _go(self, step: Callable[[Selection | None], Selection | None], nowhere: str) -> None:
        here = self._here
        while (place := step(here)) is not None:
            here = None
            if find_section(self._room.session.document, place.section) is not None:
                self._travelling = True
                go_to(self._room, place)
                self._travelling = False
                return
        self._room.status.say(nowhere)

    def _stay(self, selection: Selection) -> None:
        self._here = selection

    def _arrive(self, section: str) -> None:
        if self._here is not None and self._here.section != section and not self._travelling:
            self._places.leave(self._here)
        self._here = Selection(section)


def go_to(room: Surroundings, selection: Selection) -> None:
    """Open the section a selection is in, bring its field into sight and put the caret there."""
    room.show_section(selection.section)
    if selection.address is not None:
        room.text.focus_field(selection.address.field)
        room.restore(selection)
    else:
        room.text.setFocus()
