"""Runs of text into words with widths, and words into lines."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ikonzept_desktop.export.pdf.fonts import FontShelf
from ikonzept_desktop.export.pdf.hyphenation import Hyphenator, hyphenator
from ikonzept_desktop.export.pdf.keeping import Kept
from ikonzept_desktop.export.pdf.linebreaking import JUSTIFIED, Cut, Measures, Setting, break_lines
from ikonzept_desktop.export.pdf.looks import Colour, Look
from ikonzept_desktop.export.pdf.shaping import FontSet, Shape
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import BreakRun, NoteRun, ReferenceRun, Run, Runs, TextRun
from ikonzept_desktop.values import dataclass

_SMALL = 0.66
_RAISED = 0.34
_LOWERED = -0.14
_HYPHEN_COST = 2500.0
_SEAM_COST = 900.0
_EMERGENCY_COST = 1e6
_SYLLABLE_COST = 5e4
_EMERGENCY_EDGE = 5
"""Letters on either side of a hyphen in a word that is broken only because no line has room for it."""
_RAGGED_SLACK = 4.0
_RAGGED_STUB = 0.25
_NO_SPACE = [0.0]
_MOST_LOOKS = 2000
"""Looks that are known by their identity, before all are forgotten: each layout makes its own."""

_LETTERS = re.compile(r"[^\W\d_]+")
_SEAM = re.compile(r"(?<=[^\W_][^\W_])[-\u2010\u2013\u2014/](?=[^\W_]{2})|\u200b(?=.)|\u00ad(?=.)")
_ADDRESS_SEAM = re.compile(r"[/.\-_?&=](?=[^\W_])")
_LABELLED = re.compile(r"^\S+ \d[\d.]*$")
"""`Tabelle 3`: a label and a number that stay on one line."""
_ADDRESS = re.compile(r"://|^www\.|@")


@dataclass(frozen=True, slots=True)
class Role:
    """What a stretch of a line is in the structure: a link, a note's mark, words of another language."""

    url: str = ""
    anchor: str = ""
    note: int = 0
    language: str = ""
    page_of: str = ""
    """The anchor whose page number stands here."""
    says: str = ""
    """Words that run right to left, in the order in which they are read: on the page their letters stand reversed."""


class Voice:
    """One look of letters within a line."""

    __slots__ = (
        "_cuts",
        "_emergency_cuts",
        "_hyphenator",
        "_patterns",
        "colour",
        "font",
        "rise",
        "scale",
        "size",
        "space",
    )

    def __init__(
        self, font: FontSet, size: float, rise: float, colour: Colour, patterns: Hyphenator | None, hyphenated: bool
    ) -> None:
        """Take the patterns by which words are broken at ease, or only where no line has room for them."""
        self.font = font
        self.size = size
        self.scale = size / 1000.0
        self.rise = rise
        self.colour = colour
        self.space = font.space.width * self.scale
        self._patterns = patterns
        self._hyphenator = patterns if hyphenated else None
        self._cuts: dict[Shape, tuple[Cut, ...]] = {}
        self._emergency_cuts: dict[Shape, tuple[Cut, ...]] = {}

    def cuts(self, shape: Shape) -> tuple[Cut, ...]:
        """Give where a word may be broken."""
        found = self._cuts.get(shape)
        if found is None:
            found = self._cuts[shape] = tuple(self._find_cuts(shape))
        return found

    def emergency_cuts(self, shape: Shape) -> tuple[Cut, ...]:
        """Give a cut after every few characters, for a word that is wider than the line."""
        found = self._emergency_cuts.get(shape)
        if found is None:
            found = self._emergency_cuts[shape] = tuple(self._find_emergency_cuts(shape))
        return found

    def _find_emergency_cuts(self, shape: Shape) -> list[Cut]:
        regular = {cut.offset: cut for cut in self.cuts(shape)}
        for offset in self._breaks(shape.text):
            if min(offset, len(shape.text) - offset) >= _EMERGENCY_EDGE:
                regular.setdefault(offset, self._cut(shape, offset, True)._replace(cost=_SYLLABLE_COST))
        for offset in range(1, len(shape.text)):
            width = shape.width_to(offset)
            if offset not in regular and shape.width_to(offset - 1) < width < shape.width and not shape.right_to_left:
                cut = self._cut(shape, offset, _is_within(shape.text, offset))
                regular[offset] = cut._replace(cost=_EMERGENCY_COST)
        return [regular[offset] for offset in sorted(regular)]

    def cut_at(self, shape: Shape, offset: int) -> Cut:
        """Give the cut after that many characters."""
        for cut in self.cuts(shape):
            if cut.offset == offset:
                return cut
        return next(cut for cut in self.emergency_cuts(shape) if cut.offset == offset)

    def _find_cuts(self, shape: Shape) -> list[Cut]:
        text = shape.text
        if len(text) < 5 or shape.right_to_left:
            return []
        if _ADDRESS.search(text):
            return [self._cut(shape, match.end(), False) for match in _ADDRESS_SEAM.finditer(text, 3)]
        cuts = {match.end(): self._cut(shape, match.end(), match[0] == "\u00ad") for match in _SEAM.finditer(text)}
        for offset in self._breaks(text) if self._hyphenator is not None else ():
            cuts.setdefault(offset, self._cut(shape, offset, True))
        return [cuts[offset] for offset in sorted(cuts)]

    def _breaks(self, text: str) -> Iterator[int]:
        """Go through the places between syllables."""
        for letters in _LETTERS.finditer(text) if self._patterns is not None else ():
            assert self._patterns is not None
            for position in self._patterns.positions(letters[0]):
                yield letters.start() + position

    def _cut(self, shape: Shape, offset: int, hyphen: bool) -> Cut:
        sign = self.font.word("-")[0].width * self.scale if hyphen else 0.0
        return Cut(offset, shape.width_to(offset) * self.scale, sign, _HYPHEN_COST if hyphen else _SEAM_COST)


def _is_within(text: str, offset: int) -> bool:
    """Tell whether letters stand on both sides."""
    return text[offset - 1].isalpha() and text[offset].isalpha()


class Words:
    """The words of a paragraph, or of the part of it up to a forced line break, in order."""

    __slots__ = ("ends", "glue", "plain", "roles", "shapes", "spaces", "starts", "voices")

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.voices: list[Voice] = []
        self.roles: list[Role | None] = []
        self.spaces: list[float] = []
        """Width of the space after each word, 0 where the next one sticks to it."""
        self.starts: list[float] = []
        self.ends: list[float] = []
        self.glue: list[float] = []
        self.plain = True
        """Whether all of it is in one voice and face and means nothing but itself."""

    def add(self, text: str, voice: Voice, role: Role | None, parted: bool = True) -> None:
        """Add running text; each space in it parts two words, unless it is to stay together."""
        word, space = voice.font.word, voice.space
        shapes, spaces = self.shapes, self.spaces
        before = len(shapes)
        for count, piece in enumerate(text.split(" ") if parted else [text]):
            if count and spaces and not spaces[-1]:
                spaces[-1] = space
            if piece:
                found = word(piece)
                shapes += found
                spaces += _NO_SPACE if len(found) == 1 else [0.0] * len(found)
        self.voices += [voice] * (len(shapes) - before)
        self.roles += [role] * (len(shapes) - before)

    def measure(self) -> None:
        """Work out where each word begins and ends in one endless line."""
        at = glue = 0.0
        starts, ends, glues = self.starts, self.ends, self.glue
        for shape, voice, space in zip(self.shapes, self.voices, self.spaces, strict=True):
            starts.append(at)
            glues.append(glue)
            at += shape.width * voice.scale
            ends.append(at)
            at += space
            glue += space
        self.plain = self._is_plain()

    def _is_plain(self) -> bool:
        if any(self.roles) or len(set(self.voices)) > 1 or not all(self.spaces[:-1]):
            return False
        return len({shape.face for shape in self.shapes}) <= 1 and all(shape.is_simple for shape in self.shapes)


class Line:
    """One line of laid out text."""

    __slots__ = ("first", "hyphen", "last", "natural", "offset", "spaces", "until", "words")

    def __init__(self, words: Words, first: int, offset: int, last: int, until: int) -> None:
        self.words = words
        self.first = first
        self.offset = offset
        """Characters of the first word that stand on the line before."""
        self.last = last
        self.until = until
        """Characters of the last word that stand here, 0 for all."""
        self.natural = 0.0
        self.spaces = 0.0
        """Width of the spaces within, unstretched."""
        self.hyphen = False

    @property
    def notes(self) -> list[int]:
        """The notes whose marks stand in it."""
        if self.words.plain:
            return []
        last = self.last if self.until == 0 else self.last - 1
        roles = self.words.roles[self.first : last + 1]
        return [role.note for role in roles if role is not None and role.note]


class Composer:
    """Sets runs of text in the fonts of one document."""

    def __init__(self, shelf: FontShelf, language: str, kept: "Kept[list[Line]] | None" = None) -> None:
        """Begin with the fonts; where lines are kept, a paragraph that was laid out before is taken as it is."""
        self.shelf = shelf
        self.language = language
        self._kept = kept
        self._voices: dict[tuple[object, ...], Voice] = {}
        self._known: dict[tuple[int, int, bool, str], tuple[Look, Voice]] = {}
        """The same, quicker to find: by the identity of a look, which is kept with it so that no other gets it."""

    def lines(self, runs: Runs, look: Look, width: float) -> list[Line]:
        """Give the lines of a paragraph of that width in pt."""
        if self._kept is None:
            return self._new_lines(runs, look, width)
        key = (self.language, runs, look, width)
        found = self._kept.get(key)
        if found is None:
            found = self._new_lines(runs, look, width)
            self._kept.keep(key, found)
        return found

    def _new_lines(self, runs: Runs, look: Look, width: float) -> list[Line]:
        lines: list[Line] = []
        for words in self.words(runs, look):
            lines.extend(_lines(words, width, look))
        return lines

    def words(self, runs: Runs, look: Look) -> list[Words]:
        """Give the words of each part of a paragraph; its parts end at forced line breaks."""
        parts = [Words()]
        for run in runs:
            if isinstance(run, BreakRun):
                parts.append(Words())
            else:
                self._add(parts[-1], run, look)
        for words in parts:
            words.measure()
        return [words for words in parts if words.shapes]

    def text(self, text: str, look: Look) -> Words:
        """Give the words of a plain text."""
        words = Words()
        words.add(text, self.voice(look), None)
        words.measure()
        return words

    def _add(self, words: Words, run: Run, look: Look) -> None:
        match run:
            case TextRun(text, marks, link, language):
                role = Role(url=link, language=language) if link or language else None
                if role is not None and words.roles and words.roles[-1] == role:
                    role = words.roles[-1]
                words.add(text, self.voice(look, marks, bool(link), language), role)
            case NoteRun(note):
                voice = self.voice(look, Marks.SUPERSCRIPT)
                words.add(str(note), voice, Role(note=note))
            case ReferenceRun(anchor, text, page):
                role = Role(anchor=anchor, page_of=anchor if page else "") if anchor else None
                words.add(
                    text or ("00" if page and anchor else ""), self.voice(look), role, _LABELLED.match(text) is None
                )

    def voice(self, look: Look, marks: Marks = Marks.NONE, linked: bool = False, language: str = "") -> Voice:
        """Give the voice of marked text within a look."""
        place = (id(look), marks.value, linked, language)
        known = self._known.get(place)
        if known is not None:
            return known[1]
        key = (look, marks, linked, language)
        voice = self._voices.get(key)
        if voice is None:
            voice = self._voices[key] = self._new_voice(look, marks, linked, language)
        if len(self._known) > _MOST_LOOKS:
            self._known.clear()
        self._known[place] = look, voice
        return voice

    def _new_voice(self, look: Look, marks: Marks, linked: bool, language: str) -> Voice:
        raised, lowered = Marks.SUPERSCRIPT in marks, Marks.SUBSCRIPT in marks
        font = self.shelf.font(look.family, look.bold or Marks.BOLD in marks, look.italic != (Marks.ITALIC in marks))
        size = look.size * _SMALL if raised or lowered else look.size
        rise = look.size * (_RAISED if raised else _LOWERED if lowered else 0.0)
        colour = look.link_colour if linked else look.colour
        return Voice(font, size, rise, colour, hyphenator(language or self.language), look.hyphenated)


def _lines(words: Words, width: float, look: Look) -> list[Line]:
    if words.ends[-1] <= width:
        return [_line(words, (0, 0), (len(words.ends), 0))]
    closed = {at for at, space in enumerate(words.spaces[:-1]) if not space}
    shapes, voices, roles = words.shapes, words.voices, words.roles
    too_wide = _too_wide(words, closed, width)

    def before_note(word: int) -> bool:
        return word in closed and (after := roles[word + 1]) is not None and after.note > 0

    def cuts(word: int) -> tuple[Cut, ...]:
        shape, voice = shapes[word], voices[word]
        if word in too_wide:
            return voice.emergency_cuts(shape)
        if before_note(word):
            return ()  # the mark of a note stays with its whole word
        found = voice.cuts(shape)
        # A word that a hyphen parts is read out whole where it begins: what sticks to its end would be read apart.
        return tuple(cut for cut in found if not cut.sign) if word in closed else found

    # What cannot be cut, a single letter in another face say, has to be left at its end.
    closed -= {word for word in too_wide if not before_note(word) and not voices[word].emergency_cuts(shapes[word])}
    justified = look.alignment == "justified"
    setting = JUSTIFIED if justified else _ragged(look)
    measures = Measures(words.starts, words.ends, words.glue, frozenset(closed), cuts)
    places = [(0, 0), *break_lines(measures, width, setting)]
    return [_line(words, start, end) for start, end in pairwise(places)]


def _too_wide(words: Words, closed: set[int], width: float) -> set[int]:
    """Give the words that no line has room for, together with what sticks to them."""
    found: set[int] = set()
    first = 0
    for last, end in enumerate(words.ends):
        if last not in closed:
            if end - words.starts[first] > width:
                found.update(range(first, last + 1))
            first = last + 1
    return found


def _ragged(look: Look) -> Setting:
    """Give the setting of lines that end where they like: short ones are no harm, hyphens neither."""
    return Setting(0.0, 0.0, look.size * _RAGGED_SLACK, (1.5, 6.0, 60.0), stub=_RAGGED_STUB, runs=(0.0, 1e3, 3e3, 3e3))


def _line(words: Words, start: tuple[int, int], end: tuple[int, int]) -> Line:
    first, offset = start
    last, until = end if end[1] else (end[0] - 1, 0)
    line = Line(words, first, offset, last, until)
    begin = words.starts[first]
    if offset:
        begin += words.shapes[first].width_to(offset) * words.voices[first].scale
    line.natural = words.ends[last] - begin
    if until:
        shape, voice = words.shapes[last], words.voices[last]
        cut = voice.cut_at(shape, until)
        line.hyphen = cut.sign > 0
        line.natural = words.starts[last] + cut.width + cut.sign - begin
    line.spaces = words.glue[last] - words.glue[first]
    return line
