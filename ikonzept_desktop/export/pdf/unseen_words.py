"""Words laid over a foreign page, unseen: in a font of our own, each as wide as it stands there, tagged in paragraphs.

Text rendering mode 3 (ISO 32000-1, 9.3.6) draws nothing; what is read aloud, searched and copied is this text.
"""

from collections.abc import Callable, Iterator

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.composing import Composer
from ikonzept_desktop.export.pdf.document import text_string
from ikonzept_desktop.export.pdf.looks import Look
from ikonzept_desktop.export.pdf.shaping import FontSet, Shape
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.reading.pdf_files.words import Box, Line, Word

Link = tuple[Box, str]
"""Where a link lies on the page as it is shown, and its address."""
Place = Callable[[Box], Box]
"""From the page as it is shown to our own."""
_SIZE, _DROP = 0.8, 0.22
"""Size of type, and the depth of the baseline's room, in heights of a word's box."""
_LEAST = 1.0
"""pt: no word is set smaller or narrower."""


class UnseenWords:
    """Writes the words of foreign pages of one document."""

    def __init__(self, canvas: TaggedCanvas, composer: Composer, look: Look) -> None:
        self._canvas = canvas
        self._font = FontSet(composer.voice(look).font.faces)

    def write(
        self, paragraphs: tuple[tuple[Line, ...], ...], links: tuple[Link, ...], parent: Element, place: Place
    ) -> None:
        """Write the words of a page, in the coordinates of the page as it is shown, below an element."""
        free = dict(links)
        for paragraph in paragraphs:
            element = parent.below("P")
            for address, words in _stretches([word for line in paragraph for word in line], links):
                inner = element.below("Link") if address else element
                self._write(words, inner)
                if address:
                    boxes = [box for box, at in links if at == address and _meets(box, words)]
                    for box in boxes:
                        free.pop(box, None)
                        self._canvas.link(inner, place(box), " ".join(word.text for word in words), url=address)
        for box, address in free.items():
            link = parent.below("P").below("Link")
            self._canvas.link(link, place(box), address, url=address)

    def _write(self, words: list[Word], element: Element) -> None:
        out = self._canvas.paint
        out.append("BT 3 Tr")
        out.append(self._canvas.mark(element))
        for word in words:
            out.append(self._operators(word))
        out.append("EMC 100 Tz 0 Tr ET")

    def _operators(self, word: Word) -> str:
        lower, upper = word.across
        height = max(upper - lower, _LEAST)
        size = height * _SIZE
        shapes = self._font.word(word.text)
        for shape in shapes:
            shape.lacking = ()  # what no font has is drawn by the foreign page and said all the same: no finding
        natural = sum(shape.width for shape in shapes) * size / 1000
        stretch = 100 * max(_length(word), _LEAST) / natural if natural else 100.0
        shown = " ".join(self._shown(shape, size) for shape in (*shapes, self._font.space))
        words = f"{stretch:.1f} Tz {_matrix(word, height * _DROP)} Tm {shown}"
        if any(shape.right_to_left for shape in shapes):
            return f"/Span<</Lang(ar)/ActualText{text_string(word.text + ' ')}>>BDC {words} EMC"
        return words

    def _shown(self, shape: Shape, size: float) -> str:
        letters = self._canvas.lettering
        return f"/{letters.name(shape.face)} {size:.2f} Tf [{letters.code(shape)}]TJ"


def _length(word: Word) -> float:
    left, bottom, right, top = word.box
    return top - bottom if word.turn in {90, 270} else right - left


def _matrix(word: Word, drop: float) -> str:
    """Give the operands of `Tm` that put a word's baseline so far above the lower edge of its box."""
    left, bottom, right, top = word.box
    match word.turn:
        case 90:
            return f"0 1 -1 0 {right - drop:.2f} {bottom:.2f}"
        case 180:
            return f"-1 0 0 -1 {right:.2f} {top - drop:.2f}"
        case 270:
            return f"0 -1 1 0 {left + drop:.2f} {top:.2f}"
        case _:
            return f"1 0 0 1 {left:.2f} {bottom + drop:.2f}"


def _stretches(words: list[Word], links: tuple[Link, ...]) -> Iterator[tuple[str, list[Word]]]:
    """Go through the words of a paragraph in stretches that lead to the same address, or to none."""
    stretch: list[Word] = []
    last = ""
    for word in words:
        address = next((address for box, address in links if _lies_in(word, box)), "")
        if address != last and stretch:
            yield last, stretch
            stretch = []
        last = address
        stretch.append(word)
    if stretch:
        yield last, stretch


def _lies_in(word: Word, box: Box) -> bool:
    left, bottom, right, top = word.box
    x, y = (left + right) / 2, (bottom + top) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _meets(box: Box, words: list[Word]) -> bool:
    return any(_lies_in(word, box) for word in words)
