"""Whether what a house style prints in colour can be read: each pair of colours with its ratio, as WCAG 2.1 has it.

Text needs 4.5 to 1 (WCAG 2.1, 1.4.3); 7 to 1 is the stricter level (1.4.6).
"""

from collections.abc import Iterator

from ikonzept_desktop.export.house_style import HouseStyle
from ikonzept_desktop.export.pdf.looks import WHITE, Colour, Looks, colour
from ikonzept_desktop.values import dataclass

ENOUGH, GOOD = 4.5, 7.0
_STEP = 0.02


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two colours that stand on each other."""

    name: str
    """The value of the house style that can be changed: `accent_colour`, `tint_colour` or `field_colours`."""
    index: int
    """Which of several colours, counted from 0."""
    what: str
    """In German, what is printed so."""
    ink: str
    ground: str
    ratio: float

    @property
    def is_enough(self) -> bool:
        """Whether text can be read."""
        return self.ratio >= ENOUGH


def contrasts(style: HouseStyle) -> tuple[Contrast, ...]:
    """Give the pairs of colours a style prints text in."""
    return tuple(_pairs(style))


def ratio(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def darker_until(text: str, ground: str, needed: float = ENOUGH) -> str:
    """Give the nearest colour of the same hue that stands out enough from a light ground."""
    return _moved(text, Colour(0, 0, 0), colour(ground), needed)


def lighter_until(text: str, ink: str, needed: float = ENOUGH) -> str:
    """Give the nearest ground of the same hue on which an ink stands out enough."""
    return _moved(text, WHITE, colour(ink), needed)


def mended(contrast: Contrast) -> str:
    """Give the colour that would do in place of the one that can be changed; nothing where none of its hue would."""
    if contrast.name == "tint_colour":
        better, other = lighter_until(contrast.ground, contrast.ink), contrast.ink
    else:
        better, other = darker_until(contrast.ink, contrast.ground), contrast.ground
    return better if ratio(colour(better), colour(other)) >= ENOUGH else ""


def _pairs(style: HouseStyle) -> Iterator[Contrast]:
    looks = Looks(style)
    what = "Überschriften und Verweise auf Papier" if style.headings_in_colour else "Verweise und Leitziele auf Papier"
    yield _pair("accent_colour", 0, what, looks.accent, WHITE)
    if style.box_look == "tint":
        yield _pair("tint_colour", 0, "Titel der Maßnahmen auf der Tönung", looks.accent, looks.tint)
    for index, text in enumerate(style.colours_of_fields):
        yield _pair("field_colours", index, f"Überschriften im {index + 1}. Handlungsfeld", colour(text), WHITE)


def _pair(name: str, index: int, what: str, ink: Colour, ground: Colour) -> Contrast:
    return Contrast(name, index, what, written(ink), written(ground), ratio(ink, ground))


def written(value: Colour) -> str:
    """Give a colour as `#RRGGBB`."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in (value.red, value.green, value.blue))


def _moved(text: str, goal: Colour, other: Colour, needed: float) -> str:
    """Give the first colour on the way to a goal that stands out enough; the goal where none does."""
    start, share = colour(text), 0.0
    while share < 1:
        found = written(start.mixed(goal, share))
        if ratio(colour(found), other) >= needed:
            return found
        share += _STEP
    return written(goal)
