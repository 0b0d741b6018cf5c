"""What runs off the page: rectangles and images that touch its edge reach into the bleed where there is one."""

from ikonzept_desktop.export.pdf.canvas import Rectangle, TaggedCanvas
from ikonzept_desktop.export.pdf.looks import Colour


def bleed_box(canvas: TaggedCanvas, box: Rectangle) -> Rectangle:
    """Give a box with the edges it shares with the page moved out as far as the paper is cut."""
    return canvas.bled(box)


def bleed_rectangle(canvas: TaggedCanvas, colour: Colour, box: Rectangle) -> None:
    """Fill a box with a colour, as decoration."""
    left, bottom, right, top = bleed_box(canvas, box)
    with canvas.artifact():
        canvas.paint.append(f"{colour.fill} {left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f")
