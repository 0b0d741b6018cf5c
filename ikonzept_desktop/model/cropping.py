"""What of an image is shown: the file keeps all of it, so a crop can be taken back."""

from ikonzept_desktop.values import dataclass

LEAST = 0.02
"""Share of an image's width or height that is left at least."""


@dataclass(frozen=True, slots=True)
class Crop:
    """What is cut away at each edge, as shares of the whole width or height, the image upright."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @property
    def width(self) -> float:
        """Share of the width that is left."""
        return 1.0 - self.left - self.right

    @property
    def height(self) -> float:
        """Share of the height that is left."""
        return 1.0 - self.top - self.bottom

    @property
    def is_possible(self) -> bool:
        """Whether every share is one, and something of the image is left. What is no number is no share."""
        shares = (self.left, self.top, self.right, self.bottom)
        return all(0 <= share < 1 for share in shares) and min(self.width, self.height) >= LEAST / 2


WHOLE = Crop()


def box_of(crop: Crop, width: int, height: int) -> tuple[int, int, int, int]:
    """Give the edges of what is left in px: left, top, right, bottom; at least one px each way."""
    left = min(round(crop.left * width), width - 1)
    top = min(round(crop.top * height), height - 1)
    right = max(round((1 - crop.right) * width), left + 1)
    bottom = max(round((1 - crop.bottom) * height), top + 1)
    return left, top, right, bottom


def size_of(crop: Crop, width: int, height: int) -> tuple[int, int]:
    """Give the width and height of what is left. px"""
    left, top, right, bottom = box_of(crop, width, height)
    return right - left, bottom - top
