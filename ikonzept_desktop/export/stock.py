"""What a concept can be printed with: the characters of the fonts, and how large its images are.

Images are foreign: this is done only in a worker.
"""

from collections.abc import Callable, Mapping

from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Stock:
    """What is there to print with."""

    characters: frozenset[str]
    """Those that one of the fonts has, and those nobody sees."""
    sizes: Mapping[str, tuple[int, int]]
    """Width and height in px of every image that can be read, upright, by its digest."""


def take_stock(progress: Callable[[float, str], None], images: Mapping[str, bytes]) -> Stock:
    """Look at fonts and images; what is no image, or far too large a one, is left out."""
    from ikonzept_desktop.export.pdf.fonts import SANS, SERIF, FontShelf
    from ikonzept_desktop.export.pdf.images import ImageError, open_picture

    shelf = FontShelf()
    faces = [*shelf.font(SERIF).faces, *shelf.font(SANS).faces]
    characters = frozenset[str]().union(*(face.characters for face in faces))
    sizes = {}
    for count, (digest, data) in enumerate(images.items()):
        progress(count / len(images), "")
        try:
            picture = open_picture(data)
        except ImageError:
            continue
        sizes[digest] = (picture.width, picture.height)
    return Stock(characters, sizes)
