"""The places one has been at, to go back to and forth again, as in a browser."""

from ikonzept_desktop.model.history import Selection

MOST = 100


class Places:
    """Two stacks of places around the present one; no place stands twice in a row."""

    def __init__(self) -> None:
        """Begin with none."""
        self._behind: list[Selection] = []
        self._ahead: list[Selection] = []

    def leave(self, place: Selection) -> None:
        """Note a place that is left for another one; what was ahead is forgotten."""
        self._ahead.clear()
        self._put(self._behind, place)

    def back(self, here: Selection | None) -> Selection | None:
        """Give the place before; None where there is none. `here` is where `forward` leads to afterwards."""
        return self._travel(self._behind, self._ahead, here)

    def forward(self, here: Selection | None) -> Selection | None:
        """Give the place that `back` came from; None where there is none."""
        return self._travel(self._ahead, self._behind, here)

    def _travel(self, source: list[Selection], target: list[Selection], here: Selection | None) -> Selection | None:
        if not source:
            return None
        if here is not None:
            self._put(target, here)
        return source.pop()

    def _put(self, stack: list[Selection], place: Selection) -> None:
        if stack and stack[-1] == place:
            return
        stack.append(place)
        del stack[:-MOST]
