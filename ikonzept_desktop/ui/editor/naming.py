"""What stands on a chip or before a caption at present."""

from typing import Protocol

from ikonzept_desktop.model.inline import CrossReference
from ikonzept_desktop.publication.labels import Label, Labels
from ikonzept_desktop.publication.references import chip_text
from ikonzept_desktop.ui.editor import texts

UNPRINTED = "*"
"""Stands on the chip of a note in a text that is not printed, and so has no number."""


class Naming(Protocol):
    """The present numbers and titles; `ui.live_labels` has them for an open concept."""

    def all(self) -> Labels:
        """Give the labels of everything."""

    def number(self, id: str) -> str:
        """Give the number printed before a title, or nothing."""

    def label(self, id: str) -> Label | None:
        """Give the label of a target; None where it is gone."""

    def note(self, id: str) -> int | None:
        """Give a note's number; None where it is not printed."""


def note_name(naming: Naming, id: str) -> str:
    """Give what stands on the chip of a note."""
    number = naming.note(id)
    return UNPRINTED if number is None else str(number)


def reference_name(naming: Naming, reference: CrossReference) -> str:
    """Give what stands on the chip of a reference."""
    if naming.label(reference.target) is None:
        return texts.TARGET_GONE
    return chip_text(reference, naming.all())
