"""Foreign pages as a canvas takes them; nothing of what opens one is imported for it."""

from collections.abc import Callable, Hashable
from typing import Any, Protocol

from ikonzept_desktop.export.pdf.document import Stream
from ikonzept_desktop.export.pdf.images import Picture
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A foreign page as it is to be drawn."""

    content: bytes
    resources: Any
    """What its operators name, as pikepdf has it."""
    box: tuple[float, float, float, float]
    blended: bool
    """Whether it is a transparency group of its own."""


class Images(Protocol):
    """Where images are put into a file."""

    kept: Callable[[Hashable, Callable[[], Stream]], Stream]

    def image(self, key: str, make: Callable[[], Stream]) -> str:
        """Give the resource name of an image."""


class ForeignPages:
    """How a canvas takes pages of others: as they are, to be searched and read aloud."""

    is_read = True
    """Whether their words lie over them."""
    dpi = 300
    """How fine they are where they are images."""

    def __init__(self, images: Images) -> None:
        """Put images where these are put."""
        self._images = images

    def form(self, make: Callable[[], Form | None]) -> Form | None:
        """Give a page as it may be drawn; None where it has to be an image."""
        return make()

    def image(self, key: str, make: Callable[[], Picture], width: float) -> str:
        """Give the resource name of a page's image that is so many pt wide, drawn when it is first met."""
        del width  # only print asks how fine an image is
        return self._images.image(key, lambda: self._images.kept(key, lambda: make().stream()))
