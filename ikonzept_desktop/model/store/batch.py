"""What waits to be written: the newest state, the steps that came or changed, pictures and snapshots."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from ikonzept_desktop.model import codec
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import Step
from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.project import Entry
from ikonzept_desktop.model.store.assembly import State
from ikonzept_desktop.model.store.document_rows import document_changes
from ikonzept_desktop.model.store.rows import Accounts, Row, RowChanges, Values

MOST_STEPS = 5_000
"""Older steps are forgotten."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Batch:
    """Entries joined into one, as only the newest state counts."""

    entry: Entry | None = None
    newest: int | None = None
    """The history's last step, where a step came; those of higher numbers are forgotten."""
    steps: dict[int, Step] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    """Pictures and snapshots."""

    def __bool__(self) -> bool:
        """Tell whether anything waits."""
        return self.entry is not None or bool(self.rows)

    def add(self, entry: Entry) -> None:
        """Join an entry."""
        self.entry = entry
        if entry.step is not None:
            self.newest = entry.step.number
            self.steps[entry.step.number] = entry.step

    def then(self, later: "Batch") -> "Batch":
        """Give this and what came later as one."""
        return Batch(
            later.entry or self.entry,
            self.newest if later.newest is None else later.newest,
            self.steps | later.steps,
            self.rows + later.rows,
        )


def state_after(state: State, batch: Batch, commit: str) -> State:
    """Give the state of a file once it holds the batch."""
    state = replace(state, commit=commit)
    if batch.entry is None:
        return state
    newest = state.newest if batch.newest is None else batch.newest
    return replace(state, number=batch.entry.number, position=batch.entry.position, newest=newest)


def batch_changes(batch: Batch, held: Document, state: State, accounts: Accounts) -> RowChanges:
    """Give the rows that bring a file that holds a document to the batch and its state, steps counted."""
    changes = RowChanges() if batch.entry is None else document_changes(held, batch.entry.document)
    changes.add(batch.rows)
    oldest = state.newest - MOST_STEPS
    changes.add(step_row(step) for number, step in batch.steps.items() if oldest < number <= state.newest)
    known = accounts["steps"].hashes
    if batch.newest is not None or len(known) > MOST_STEPS:
        forgotten = (key for key in known if not oldest < int(key[0]) <= state.newest)
        changes.remove(("steps", key) for key in forgotten)
    return changes


def step_row(step: Step) -> Row:
    """Give the row that keeps a step."""
    return Row("steps", (step.number, milliseconds(step.made), codec.step_text(step)))


def step_of(values: Values) -> Step:
    """Give the step that a row keeps; raises FormError."""
    number, made, content = values
    try:
        return codec.step_of(str(content), int(number), moment_of(int(made)))
    except (OverflowError, ValueError) as error:
        raise FormError("a step is unreadable") from error


def milliseconds(moment: datetime) -> int:
    """Give a moment as milliseconds since 1970, UTC."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def moment_of(milliseconds: int) -> datetime:
    """Give the moment so many milliseconds after the beginning of 1970, UTC."""
    return _EPOCH + timedelta(milliseconds=milliseconds)
