"""The features of a concept's window; who writes another one enters it here."""

from collections.abc import Callable

from ikonzept_desktop.ui.window.finding.feature import FindFeature
from ikonzept_desktop.ui.window.palette.feature import PaletteFeature
from ikonzept_desktop.ui.window.surroundings import Feature, Surroundings

MAKERS: tuple[Callable[[Surroundings], Feature], ...] = (FindFeature, PaletteFeature)
"""What makes each feature, in the order of their pages and workspaces."""


def features_of(room: Surroundings) -> tuple[Feature, ...]:
    """Make the features of a window."""
    return tuple(make(room) for make in MAKERS)
