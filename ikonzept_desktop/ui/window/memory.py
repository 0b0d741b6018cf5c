"""What a window's features remember of their user, without knowing where it is kept."""

from collections.abc import Callable

from ikonzept_desktop.settings import Settings
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Memory:
    """The user's choices as the program keeps them."""

    recall: Callable[[], Settings]
    """Gives the choices as they stand."""
    remember: Callable[[Callable[[Settings], Settings]], None]
    """Changes them, for the next start too."""
