"""A line that is taken for a heading, and why."""

from ikonzept_desktop.importing.plan import Reason
from ikonzept_desktop.importing.recognition.lines import Line, in_one_line
from ikonzept_desktop.importing.recognition.numbers import Typed
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins a section or a field, or could."""

    line: Line
    level: int
    """From 0; of those not yet nested only higher and lower count."""
    reason: Reason
    typed: Typed | None = None
    """The number it begins with, where that is one of a heading."""
    is_sure: bool = True
    is_minor: bool = False
    """Whether only its look tells it, below headings that are known by more."""

    @property
    def title(self) -> str:
        """Give its words without the number; with it where nothing else is there."""
        return (in_one_line(self.line.raw[len(self.typed.cut) :]) if self.typed else "") or self.line.text

    @property
    def cut(self) -> str:
        """Give what the title leaves out."""
        return self.typed.cut if self.typed and self.title != self.line.text else ""


Headings = tuple[Heading, ...]
