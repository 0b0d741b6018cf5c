"""Where a foreign page stands on ours: as large as there is room, a wide one on its side."""

from ikonzept_desktop.values import dataclass

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in pt."""
_WIDE = 1.05
"""How many times wider than high a page is that is turned."""


@dataclass(frozen=True, slots=True)
class Spot:
    """From a page as it is shown upright to its place on ours."""

    scale: float
    left: float
    bottom: float
    height: float
    """Of the upright page, in its own pt."""
    turn: int = 0
    """90 where it lies on its side, and our page is to be turned clockwise when it is shown; else 0."""

    @property
    def matrix(self) -> str:
        """The operands of `cm` (ISO 32000-1, 8.3.4)."""
        scale = self.scale
        if self.turn:
            return f"0 {scale:.6f} {-scale:.6f} 0 {self.left + scale * self.height:.3f} {self.bottom:.3f}"
        return f"{scale:.6f} 0 0 {scale:.6f} {self.left:.3f} {self.bottom:.3f}"

    def place(self, box: Box) -> Box:
        """Give a box of the upright page on ours."""
        x0, y0, x1, y1 = (self.scale * edge for edge in box)
        if self.turn:
            whole = self.scale * self.height
            return self.left + whole - y1, self.bottom + x0, self.left + whole - y0, self.bottom + x1
        return self.left + x0, self.bottom + y0, self.left + x1, self.bottom + y1


def is_wide(size: tuple[float, float]) -> bool:
    """Tell whether a page of that size is laid on its side."""
    width, height = size
    return width > height * _WIDE


def spot_of(size: tuple[float, float], room: Box, *, grows: bool) -> Spot:
    """Give the place of a page of that size in a room: at its upper edge, or where it may grow, in its middle."""
    width, height = size
    left, bottom, right, top = room
    turned = is_wide(size) and top - bottom > right - left
    across, along = (height, width) if turned else (width, height)
    scale = min((right - left) / across, (top - bottom) / along)
    if not grows:
        scale = min(scale, 1.0)
    across, along = across * scale, along * scale
    above = (top - bottom - along) / 2 if grows else 0.0
    return Spot(scale, left + (right - left - across) / 2, top - above - along, height, 90 if turned else 0)


def upright(box: Box, turn: int) -> str:
    """Give the operands of `cm` that bring a page's own coordinates to where it is shown, turned clockwise."""
    left, bottom, right, top = box
    match turn:
        case 90:
            return f"0 -1 1 0 {-bottom:.3f} {right:.3f}"
        case 180:
            return f"-1 0 0 -1 {right:.3f} {top:.3f}"
        case 270:
            return f"0 1 -1 0 {top:.3f} {-left:.3f}"
        case _:
            return f"1 0 0 1 {-left:.3f} {-bottom:.3f}"


def shown_upright(inner: Box, box: Box, turn: int) -> Box:
    """Give a box in a page's own coordinates where it is shown."""
    left, bottom, right, top = box
    x0, y0, x1, y1 = inner
    match turn:
        case 90:
            return y0 - bottom, right - x1, y1 - bottom, right - x0
        case 180:
            return right - x1, top - y1, right - x0, top - y0
        case 270:
            return top - y1, x0 - left, top - y0, x1 - left
        case _:
            return x0 - left, y0 - bottom, x1 - left, y1 - bottom
