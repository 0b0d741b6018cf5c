"""The features of a concept's window; who writes another one enters it here."""

from collections.abc import Callable

from ikonzept_desktop.ui.window.paste_feature import PasteFeature
from ikonzept_desktop.ui.window.surroundings import Feature, Surroundings
from ikonzept_desktop.ui.window.typography_feature import TypographyFeature

MAKERS: tuple[Callable[[Surroundings], Feature], ...] = (PasteFeature, TypographyFeature)
"""What makes each feature, in the order of their pages and workspaces."""


def features_of(room: Surroundings) -> tuple[Feature, ...]:
    """Make the features of a window."""
    return tuple(make(room) for make in MAKERS)
