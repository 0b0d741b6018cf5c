"""Laid out lines onto a page: text operators, marked content, links.

A word that is broken at the end of a line says itself whole on its first piece and nothing on its second
(ActualText, ISO 32000-1, 14.9.4), so that what is copied or read aloud is the word.
"""

from array import array
from dataclasses import dataclass, field
from typing import NamedTuple

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.composing import Line, Role, Voice
from ikonzept_desktop.export.pdf.document import text_string
from ikonzept_desktop.export.pdf.shaping import Face, Shape
from ikonzept_desktop.export.pdf.structure import Element

_SILENT = "/Span<</ActualText<FEFF>>>BDC"
_RIGHT_TO_LEFT = "ar"
"""The language of words in the one script we set that runs right to left."""
_UNDERLINE_DROP = 0.13
_UNDERLINE_WIDTH = 0.045


@dataclass(slots=True)
class Block:
    """Lines of one paragraph and what they are in the structure."""

    lines: list[Line]
    width: float
    leading: float
    alignment: str
    ascent: float
    """From the top of a line to its baseline."""
    element: Element | None
    """None for an artifact: running matter and repeated heads."""
    elements: dict[int, Element] = field(default_factory=dict)
    """The elements of roles within it, by the identity of the role."""

    @property
    def height(self) -> float:
        """Height of all its lines, in pt."""
        return len(self.lines) * self.leading


class Piece(NamedTuple):
    """One word, or a part of it, on its way to the page."""

    shape: Shape
    voice: Voice
    role: Role | None
    space: float
    """Of the space after it, unstretched; 0 for none."""
    says: str | None = None
    """What it says in place of its letters, None for the letters themselves."""
    move: float = 0.0
    """How far the pen is moved right before, in pt."""


@dataclass(slots=True)
class _Link:
    """A link on the line being written."""

    role: Role
    voice: Voice
    left: float
    right: float
    baseline: float


class Pen:
    """Writes the lines of one block, keeping in mind what is set already."""

    def __init__(self, canvas: TaggedCanvas, block: Block) -> None:
        self.canvas = canvas
        self.block = block
        self._out = canvas.paint
        self._font: tuple[Face, float] | None = None
        self._ink = ""
        self._rise = 0.0
        self._role: Role | None = None
        self._is_marked = False
        self._link: _Link | None = None
        self._accents: list[tuple[Piece, float, float]] = []
        self._underlines: list[tuple[float, float, float, Voice]] = []

    def write(self, first: int, last: int, x: float, top: float) -> None:
        """Write lines first to last - 1 of the block, the first one's upper edge at that height."""
        block = self.block
        baseline = top - block.ascent
        self._out.append(f"BT {block.leading:.3f} TL 1 0 0 1 {x:.2f} {baseline:.2f} Tm")
        self._open(None)
        shifted = 0.0
        for count in range(first, last):
            line = block.lines[count]
            shift, stretch = self._fit(line, is_last=count == len(block.lines) - 1)
            if count > first or shift != shifted:
                down = block.leading if count > first else 0.0
                same = shift == shifted
                self._out.append("T*" if same else f"{shift - shifted:.2f} {-down:.3f} Td")
            shifted = shift
            at = baseline - (count - first) * block.leading
            if line.words.plain:
                self._write_plain(line, stretch)
            else:
                self._write_mixed(line, stretch, x + shift, at)
        self._lower()
        self._out.append("EMC ET")
        self._draw_accents()
        self._draw_underlines()

    def _lower(self) -> None:
        """Leave nothing raised: the rise outlives the text object (ISO 32000-1, 9.3.1) and would lift what follows."""
        if self._rise:
            self._rise = 0.0
            self._out.append("0 Ts")

    def _fit(self, line: Line, is_last: bool) -> tuple[float, float]:
        """Give by how much the line is moved right, and by how much each pt of its spaces is stretched."""
        spare = self.block.width - line.natural
        match self.block.alignment:
            case "justified":
                ends_part = line.until == 0 and line.last == len(line.words.shapes) - 1
                if (is_last or ends_part) and spare >= 0:
                    return 0.0, 0.0
                return 0.0, spare / line.spaces if line.spaces else 0.0
            case "right":
                return spare, 0.0
            case "centre":
                return spare / 2, 0.0
        return 0.0, 0.0

    def _write_plain(self, line: Line, stretch: float) -> None:
        """Write a line whose words are all of one kind: the usual case, and the fast one."""
        words = line.words
        voice = words.voices[line.first]
        self._set(voice, words.shapes[line.first].face)
        letters = self.canvas.lettering
        codes = letters.codes(words.shapes[line.first : line.last + 1])
        gap = f"{letters.code(voice.font.space)}{-round(stretch * voice.space / voice.scale)}"
        if not line.offset and not line.until:
            self._out.append(f"[{gap.join(codes)}]TJ")
            return
        if line.offset:
            until = line.until if line.first == line.last else None
            piece = self._part(line, line.first, line.offset, until or None)
            self._out.append(f"{_SILENT}[{letters.code(piece)}]TJ EMC")
            codes[0] = ""
            if line.first == line.last:
                return
        if line.until:
            last = self._part(line, line.last, 0, line.until)
            whole = words.shapes[line.last].text
            codes[-1] = ""
            self._out.append(
                f"[{gap.join(codes)}]TJ /Span<</ActualText{text_string(whole)}>>BDC[{letters.code(last)}]TJ EMC"
            )
        else:
            self._out.append(f"[{gap.join(codes)}]TJ")

    def _part(self, line: Line, word: int, start: int, end: int | None) -> Shape:
        words = line.words
        shape = words.shapes[word]
        text = shape.text[start:end].removesuffix("\u00ad")
        if end is not None and line.hyphen:
            text += "-"
        return words.voices[word].font.piece(text, shape.face)

    def _write_mixed(self, line: Line, stretch: float, x: float, baseline: float) -> None:
        for piece in _in_reading_order(self._pieces(line), stretch):
            self._write_piece(piece, stretch)
            x += piece.move
            if piece.shape.marks:
                self._accents.append((piece, x, baseline + piece.voice.rise))
            right = x + piece.shape.width * piece.voice.scale
            self._stretch_link(piece, x, right, baseline)
            x = right + piece.space * (1 + stretch)
        self._close_link()

    def _write_piece(self, piece: Piece, stretch: float) -> None:
        voice = piece.voice
        if piece.role is not self._role:
            self._open(piece.role)
        self._set(voice, piece.shape.face)
        if piece.role is not None and piece.role.page_of:
            self._write_page(piece.role.page_of, voice)
        else:
            spoken = "" if piece.says is None else f"/Span<</ActualText{text_string(piece.says)}>>BDC"
            move = f"{-piece.move / voice.scale:.0f}" if piece.move else ""
            self._out.append(f"{spoken}[{move}{self.canvas.lettering.code(piece.shape)}]TJ{' EMC' if spoken else ''}")
        if piece.space:
            space = voice.font.space
            self._set(voice, space.face)
            more = piece.space * (1 + stretch) - space.width * voice.scale
            self._out.append(f"[{self.canvas.lettering.code(space)}{-round(more / voice.scale)}]TJ")

    def _pieces(self, line: Line) -> list[Piece]:
        """Give what stands on the line; of a broken word all that sticks to it is said by its first part."""
        words = line.words
        silent = _stuck_to(line, line.first) if line.offset else frozenset()
        pieces = []
        for at in range(line.first, line.last + 1):
            shape = whole = words.shapes[at]
            start = line.offset if at == line.first else 0
            end = line.until if at == line.last else 0
            says: str | None = None
            if start or end:
                shape = self._part(line, at, start, end or None)
            if start or at in silent:
                says = ""
            elif end:
                says = "".join([whole.text, *(words.shapes[after].text for after in sorted(_stuck_to(line, at)))])
            space = 0.0 if at == line.last else words.spaces[at]
            pieces.append(Piece(shape, words.voices[at], words.roles[at], space, says))
        return pieces

    def _write_page(self, anchor: str, voice: Voice) -> None:
        pages, font, letters = self.canvas.pages_of_anchors, voice.font, self.canvas.lettering

        def page_number() -> str:
            shapes = font.word(str(pages.get(anchor, 0) + 1))
            return f"[{''.join(letters.codes(shapes))}]TJ"

        self._out.append(page_number)

    def _set(self, voice: Voice, face: Face) -> None:
        if self._font != (face, voice.size):
            self._font = (face, voice.size)
            self._out.append(f"/{self.canvas.lettering.name(face)} {voice.size:.2f} Tf")
        if self._rise != voice.rise:
            self._rise = voice.rise
            self._out.append(f"{voice.rise:.2f} Ts")
        fill = voice.colour.fill
        if self._ink != fill:
            self._ink = fill
            self._out.append(fill)

    def _open(self, role: Role | None) -> None:
        """Open the marked content of a role, after closing what is open."""
        begin = "EMC " if self._is_marked else ""
        self._is_marked = True
        self._role = role
        element = self.block.element
        if element is None:
            self._out.append(f"{begin}/Artifact BMC")
        else:
            self._out.append(f"{begin}{self.canvas.mark(element if role is None else self._element(role, element))}")

    def _element(self, role: Role, parent: Element) -> Element:
        """Give the element of a role within its paragraph, made when it is first met."""
        found = self.block.elements.get(id(role))
        if found is None:
            if role.url:
                found = parent.below("Link")
            elif role.note or role.anchor:
                found = parent.below("Reference").below("Link")
            else:
                found = parent.below("Span")
            found.language = role.language
            found.actual_text = role.says or None
            self.block.elements[id(role)] = found
        return found

    def _stretch_link(self, piece: Piece, left: float, right: float, baseline: float) -> None:
        """Let the link that is open go on, or close it and open the next one."""
        role = piece.role
        if self._link is not None and self._link.role is role:
            self._link.left, self._link.right = min(left, self._link.left), max(right, self._link.right)
            return
        self._close_link()
        if role is not None and self.block.element is not None and (role.url or role.anchor or role.note):
            self._link = _Link(role, piece.voice, left, right, baseline)

    def _close_link(self) -> None:
        link, element = self._link, self.block.element
        self._link = None
        if link is None or element is None:
            return
        role, voice = link.role, link.voice
        low = link.baseline + voice.rise - voice.size * 0.25
        box = (link.left, low, link.right, low + voice.size * 1.2)
        target = self._element(role, element)
        if role.url:
            self.canvas.link(target, box, f"Verweis ins Netz: {role.url}", url=role.url)
            self._underlines.append((link.left, link.right, link.baseline, voice))
        elif role.note:
            self.canvas.link(target, box, f"Fußnote {role.note}", anchor=note_anchor(role.note))
        else:
            named = self.canvas.anchor_names.get(role.anchor)
            described = f"Verweis auf {named}" if named else "Verweis im Konzept"
            self.canvas.link(target, box, described, anchor=role.anchor)

    def _draw_accents(self) -> None:
        """Draw the marks of letters that have glyphs of their own: what they mean their letters have said."""
        if not self._accents:
            return
        with self.canvas.artifact():
            for piece, x, y in self._accents:
                voice, face = piece.voice, piece.shape.face
                size = voice.scale * face.scale
                for mark in piece.shape.marks:
                    at = f"{size:.6f} 0 0 {size:.6f} {x + mark.x * voice.scale:.3f} {y + mark.y * voice.scale:.3f}"
                    self._out.append(f"q {voice.colour.fill} {at} cm {face.outline(mark.glyph)} f Q")

    def _draw_underlines(self) -> None:
        if not self._underlines:
            return
        with self.canvas.artifact():
            for left, right, baseline, voice in self._underlines:
                y = baseline - voice.size * _UNDERLINE_DROP
                width = voice.size * _UNDERLINE_WIDTH
                self._out.append(f"{voice.colour.stroke} {width:.2f} w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")


NOTE_ANCHOR = "note-"
"""How the anchors of notes begin; an id holds no hyphen before its end."""


def note_anchor(note: int) -> str:
    """Give the name of the place where a note stands."""
    return f"{NOTE_ANCHOR}{note}"


def _stuck_to(line: Line, word: int) -> frozenset[int]:
    """Give the words that follow without a space and mean the same thing, on whichever line they stand."""
    words = line.words
    role = words.roles[word]
    found = []
    while not words.spaces[word] and word + 1 < len(words.shapes) and words.roles[word + 1] is role:
        word += 1
        found.append(word)
    return frozenset(found)


def _in_reading_order(pieces: list[Piece], stretch: float) -> list[Piece]:
    """Let neighbours that run right to left go back over the line, and make them one element.

    They are written in the order in which they are read, the first one furthest to the right. What they say hangs on
    their element, not on the marks of the page: readers of the page turn such letters round themselves, and would turn
    what is right already.
    """
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and pieces[end].shape.right_to_left:
            end += 1
        if end == at:
            found.append(pieces[at])
            end = at + 1
        else:
            found.extend(_from_right(pieces[at:end], stretch))
        at = end
    return found


def _from_right(group: list[Piece], stretch: float) -> list[Piece]:
    role = group[0].role or Role(language=_RIGHT_TO_LEFT, says=" ".join(piece.shape.text for piece in group))
    widths = [piece.shape.width * piece.voice.scale for piece in group]
    spaces = [piece.space * (1 + stretch) for piece in group]
    edge = whole = sum(widths) + sum(spaces[:-1])
    pen = 0.0
    found = []
    for piece, width, space in zip(group, widths, spaces, strict=True):
        found.append(piece._replace(role=role, space=0.0, move=edge - width - pen))
        pen, edge = edge, edge - width
        if piece is not group[-1] and space:
            gap = piece._replace(role=role, shape=piece.voice.font.space, space=0.0, move=edge - space - pen)
            found.append(gap)
            pen, edge = edge - space + piece.voice.space, edge - space
    last = group[-1]
    end = Shape(last.shape.face, "", 0, (), array("i", [0]))
    found.append(last._replace(role=role, shape=end, move=whole - pen))
    return found
