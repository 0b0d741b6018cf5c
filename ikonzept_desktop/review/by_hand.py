"""What somebody has to carry out by hand, and why."""

from enum import StrEnum


class Reason(StrEnum):
    """Why no edit of the concept says the same as a proposal."""

    PROGRAM = "program"
    """The words are the program's own: a number, a label, a line of the contents."""
    REFERENCE = "reference"
    """The words are what a cross-reference prints."""
    VALUE = "value"
    """What was written is no day, no choice, no answer, no known target."""
    SECTION = "section"
    """A heading is struck out, moved, parted or joined: it is about a whole section."""
    NO_PLACE = "no_place"
    """In that place no paragraph can stand."""
    TABLE = "table"
    """A row, cell or caption that does not fit the table as it is now."""
    TOLD = "told"
    """A change of form, or one that was withdrawn: there is no text to be changed."""


class NotByItself(Exception):
    """A proposal that somebody has to carry out by hand: no edit of the concept says the same."""

    def __init__(self, reason: Reason) -> None:
        """Say why."""
        super().__init__(reason)
        self.reason = reason


class GroundShifted(Exception):
    """The words a proposal is about have been changed since, or are not there any more."""
