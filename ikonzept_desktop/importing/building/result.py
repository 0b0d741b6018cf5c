"""What building gives: the edit, what is told of it, and where everything has gone."""

from collections.abc import Mapping

from ikonzept_desktop.importing.manuscript import Told
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Built:
    """A manuscript as it comes into a concept."""

    edit: Edit | None
    """One step for all of it; None where the manuscript says nothing."""
    told: tuple[Told, ...]
    """Every decision, those of the reading first."""
    sections: tuple[str, ...]
    """The ids of the uppermost sections that came, the inbox left out, in the order of the concept."""
    places: Mapping[int, tuple[str, str]]
    """Where each piece has gone, by its index: the id of a section, and of a block of it; of a title and of what became
    a short value no block."""
    inbox: str = ""
    """The id of the section „Eingang“; nothing where nothing had to go there."""
