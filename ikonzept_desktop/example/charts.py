"""Small bar charts, each different, as images of generated concepts."""

import io
import random

from PIL import Image, ImageDraw

_SIZE = (640, 400)
_PAPER, _GRID, _FRAME = (255, 255, 255), (221, 218, 211), (87, 94, 101)
_BARS = ((14, 90, 107), (163, 66, 11), (42, 107, 60), (31, 95, 168), (107, 63, 160), (138, 87, 0))
_EDGE = 40


def bar_chart(chance: random.Random) -> bytes:
    """Draw a bar chart of chance heights; a PNG of 640 x 400 px."""
    image = Image.new("P", _SIZE, 0)
    image.putpalette([value for colour in (_PAPER, _GRID, _FRAME, *_BARS) for value in colour])
    draw = ImageDraw.Draw(image)
    width, height = _SIZE
    for y in range(_EDGE, height - _EDGE, 40):
        draw.line((_EDGE, y, width - _EDGE, y), fill=1)
    bars = chance.randint(4, 12)
    step = (width - 2 * _EDGE) / bars
    for bar in range(bars):
        left = _EDGE + bar * step
        top = chance.randint(_EDGE, height - _EDGE - 10)
        draw.rectangle(
            (left + step / 6, top, left + step * 5 / 6, height - _EDGE), fill=3 + chance.randrange(len(_BARS))
        )
    draw.line((_EDGE, _EDGE, _EDGE, height - _EDGE, width - _EDGE, height - _EDGE), fill=2, width=2)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()
