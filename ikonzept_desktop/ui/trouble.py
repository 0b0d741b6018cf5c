"""What kept a concept from being opened, as the windows tell it."""

from pathlib import Path

from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """A sentence, and the ways out of it."""

    sentence: str
    readable: bool = False
    """Whether opening it to read only would work."""
    backups: tuple[tuple[str, Path], ...] = ()
    """What to call each backup that is offered, and where it is."""
    rescuable: bool = False
    """Whether what can be read of it can be put into a concept of its own."""
