"""Undo and redo over the whole concept, as steps that a file can keep."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.text_edits import merge_typing
from ikonzept_desktop.values import dataclass

PAUSE = timedelta(seconds=1)
"""Typing after a pause this long is a step of its own."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Where the caret stood; positions count code points within a line (see `inline`)."""

    section: str
    address: FieldAddress | None = None
    block: str = ""
    line: str = ""
    anchor: int = 0
    caret: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step of undo: an edit, what the user calls it, and where the caret stood before and after."""

    number: int
    """Its place in the history, from 1."""
    edit: Edit
    label: str
    made: datetime
    """The time of its last change, UTC."""
    before: Selection | None = None
    after: Selection | None = None


StepSource = Callable[[int], Step | None]
"""Gives the step of that number from where history is kept, None where it is forgotten."""


def _nothing_older(_number: int) -> Step | None:
    return None


class History:
    """The steps done, and those undone that can be done again.

    Steps up to `position` are done. Only those of this sitting are held; older ones are fetched when asked for.
    """

    def __init__(self, position: int = 0, newest: int = 0, fetch: StepSource = _nothing_older) -> None:
        """Continue a history that stands at `position` and whose last step, undone or not, is `newest`."""
        self._position = position
        self._newest = max(newest, position)
        self._fetch = fetch
        self._steps: dict[int, Step] = {}

    @property
    def position(self) -> int:
        """The number of the last step that is done; 0 where none is."""
        return self._position

    @property
    def newest(self) -> int:
        """The number of the last step, undone or not."""
        return self._newest

    def done(self) -> Step | None:
        """Give the step that undo would take back, or None."""
        return self._step(self._position)

    def undone(self) -> Step | None:
        """Give the step that redo would do again, or None."""
        return self._step(self._position + 1) if self._position < self._newest else None

    def record(self, step: Step, *, typing: bool = False) -> Step:
        """Take in a step just done, forgetting what was undone, and give it as it is kept.

        Typing joins the step before it where that was typing in the same place less than PAUSE ago and the
        caret has not been moved between. The step's own number is ignored.
        """
        joined = self._joined(step) if typing else None
        if joined is None:
            self._position += 1
            joined = replace(step, number=self._position)
        for number in range(self._position + 1, self._newest + 1):
            self._steps.pop(number, None)
        self._newest = self._position
        self._steps[self._position] = joined
        return joined

    def step_back(self) -> None:
        """Count the last step as undone."""
        self._position -= 1

    def step_forward(self) -> None:
        """Count the next step as done again."""
        self._position += 1

    def _step(self, number: int) -> Step | None:
        if number < 1:
            return None
        if number not in self._steps and (step := self._fetch(number)) is not None:
            self._steps[number] = step
        return self._steps.get(number)

    def _joined(self, step: Step) -> Step | None:
        last = self._steps.get(self._position)
        if last is None or self._position != self._newest or last.label != step.label:
            return None
        if step.made - last.made >= PAUSE or step.before != last.after:
            return None
        edit = merge_typing(last.edit, step.edit)
        return None if edit is None else replace(last, edit=edit, made=step.made, after=step.after)
