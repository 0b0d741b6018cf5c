"""What a copy of an open concept takes along beside the document."""

from contextlib import suppress

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store.assembly import State
from ikonzept_desktop.model.store.batch import state_after, step_row
from ikonzept_desktop.model.store.errors import NoImage
from ikonzept_desktop.model.store.images import image_row, images_of, kept_file
from ikonzept_desktop.model.store.read_only import ReadOnlyStore
from ikonzept_desktop.model.store.rows import Key, Row
from ikonzept_desktop.model.store.store import Store


def whole_history(store: Store | ReadOnlyStore) -> tuple[State, list[Row]]:
    """Give the state, the steps, snapshots and pictures, those not yet on disk among them; raises StoreError."""
    waiting = store.waiting()
    state, rows = store.ask(lambda kept: kept.everything())
    state = state_after(state, waiting, "")
    steps = [step_row(step) for step in waiting.steps.values()]
    merged: dict[tuple[str, Key], Row] = {(row.table, row.key): row for row in (*rows, *waiting.rows, *steps)}
    return state, [row for row in merged.values() if row.table != "steps" or _number(row) <= state.newest]


def shown_images(store: Store | ReadOnlyStore, document: Document) -> list[Row]:
    """Give the pictures that a document shows; one that is missing is missing in the copy too. Raises StoreError."""
    rows = []
    for digest in sorted(images_of(document)):
        with suppress(NoImage):
            rows.append(image_row(kept_file(store.image(digest))))
    return rows


def _number(row: Row) -> int:
    number = row.values[0]
    assert isinstance(number, int)
    return number
