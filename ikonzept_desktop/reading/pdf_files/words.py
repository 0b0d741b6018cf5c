"""The words on a foreign page with their places, as pdfium reads them, in paragraphs."""

import ctypes
import math
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from ikonzept_desktop.model.text import clean
from ikonzept_desktop.values import dataclass

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in pt, as the page is shown upright."""
_MOST_CHARACTERS = 200_000
"""Of one page."""
_BROKEN_HERE = frozenset({0x02, 0xFFFE})
"""What pdfium gives for a hyphen at the end of a line within a word."""
_UNKNOWN = range(0xE000, 0xF900)
"""Characters for private use: nobody can read them aloud."""
_APART = 0.75
"""Room between lines, in heights of a line, from which on a new paragraph begins."""
_OTHER_SIZE = 0.25


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the box it stands in."""

    text: str
    box: Box
    turn: int = 0
    """By how many degrees it runs counterclockwise from left to right: 0, 90, 180 or 270."""

    @property
    def across(self) -> tuple[float, float]:
        """Where it ends below and above, as seen by who reads it."""
        left, bottom, right, top = self.box
        return {90: (-right, -left), 180: (-top, -bottom), 270: (left, right)}.get(self.turn, (bottom, top))


Line = tuple[Word, ...]


def paragraphs_of(page: pypdfium2.PdfPage) -> tuple[tuple[Line, ...], ...]:
    """Give the words of a page, line by line, in the order of the file; a broken word stands whole where it begins."""
    paragraphs: list[list[Line]] = []
    for line in _whole_words(list(_lines(page))):
        if paragraphs and _goes_on(paragraphs[-1][-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return tuple(tuple(paragraph) for paragraph in paragraphs)


def _lines(page: pypdfium2.PdfPage) -> Iterator[list[tuple[Word, bool]]]:
    """Go through the lines; a word that goes on in the next one is told."""
    text_page = page.get_textpage()
    try:
        line: list[tuple[Word, bool]] = []
        letters: list[str] = []
        boxes: list[Box] = []
        turn = 0
        for index in range(min(pdfium.FPDFText_CountChars(text_page), _MOST_CHARACTERS)):
            code = pdfium.FPDFText_GetUnicode(text_page, index)
            broken = code in _BROKEN_HERE
            if broken or code in {0x20, 0xA0, 0x0A, 0x0D, 0x09} or not code:
                if word := _word(letters, boxes, turn):
                    line.append((word, broken))
                letters, boxes = [], []
                if code in {0x0A, 0x0D} and line:
                    yield line
                    line = []
            elif code not in _UNKNOWN and not 0xD800 <= code < 0xE000:
                if not letters:
                    turn = _turn(text_page, index)
                letters.append(chr(code))
                boxes.append(_box(text_page, index))
        if word := _word(letters, boxes, turn):
            line.append((word, False))
        if line:
            yield line
    finally:
        text_page.close()


def _word(letters: list[str], boxes: list[Box], turn: int) -> Word | None:
    text = clean("".join(letters)).strip()
    if not text:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Word(text, (min(lefts), min(bottoms), max(rights), max(tops)), turn)


def _whole_words(lines: list[list[tuple[Word, bool]]]) -> Iterator[Line]:
    """Go through the lines with broken words put together where they begin."""
    for count, line in enumerate(lines):
        if line and line[-1][1] and count + 1 < len(lines) and lines[count + 1]:
            first, rest = line[-1][0], lines[count + 1].pop(0)
            line[-1] = (Word(first.text + rest[0].text, first.box, first.turn), rest[1])
        if line:
            yield tuple(word for word, _ in line)


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a line belongs to the paragraph of the one before."""
    if before[0].turn != line[0].turn:
        return False
    top, bottom = max(word.across[1] for word in before), min(word.across[0] for word in before)
    upper, lower = max(word.across[1] for word in line), min(word.across[0] for word in line)
    height, other = top - bottom, upper - lower
    if abs(height - other) > _OTHER_SIZE * max(height, other):
        return False
    return upper <= top and bottom - upper < _APART * height


def _box(text_page: pypdfium2.PdfTextPage, index: int) -> Box:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(rectangle))
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


def _turn(text_page: pypdfium2.PdfTextPage, index: int) -> int:
    return round(math.degrees(pdfium.FPDFText_GetCharAngle(text_page, index)) / 90) * 90 % 360


def has_ink(page: pypdfium2.PdfPage) -> bool:
    """Tell whether there is anything on a page at all."""
    return bool(pdfium.FPDFPage_CountObjects(page) > 0)
