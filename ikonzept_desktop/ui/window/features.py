"""The features of a concept's window; who writes another one enters it here."""

from collections.abc import Callable

from ikonzept_desktop.ui.window.comments_feature import CommentsFeature
from ikonzept_desktop.ui.window.full_screen_feature import FullScreenFeature
from ikonzept_desktop.ui.window.overview_feature import OverviewFeature
from ikonzept_desktop.ui.window.second_text_feature import SecondTextFeature
from ikonzept_desktop.ui.window.surroundings import Feature, Surroundings

MAKERS: tuple[Callable[[Surroundings], Feature], ...] = (
    OverviewFeature,
    CommentsFeature,
    SecondTextFeature,
    FullScreenFeature,
)
"""What makes each feature, in the order of their pages and workspaces."""


def features_of(room: Surroundings) -> tuple[Feature, ...]:
    """Make the features of a window."""
    return tuple(make(room) for make in MAKERS)
