"""The table of contents and the lists of tables and figures: every line a link, its page number filled in when all
pages are laid out.
"""

from collections.abc import Iterable
from dataclasses import replace

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.composing import Voice
from ikonzept_desktop.export.pdf.looks import MUTED, Look
from ikonzept_desktop.export.pdf.painting import Block, Pen
from ikonzept_desktop.export.pdf.paragraphs import add_heading
from ikonzept_desktop.export.pdf.rows import DrawnRow, Mark
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.export.pdf.structure import Element
from ikonzept_desktop.publication.tree import ContentsEntry, Directory, TextRun

_UNTITLED = "Abschnitt ohne Titel"
"""What a reader is told of a line that shows a dash in a title's place."""

TITLE = "Inhalt"
ANCHOR = "contents"
_NUMBER_ROOM = 2.6
"""Room kept free for the page number, in sizes of the type."""
_LEADER_GAP = 0.45
"""Distance between the dots of a leader, in sizes of the type."""
_NUMBER_COLUMNS = (1.9, 2.6, 3.4, 4.2)
"""Room for the section's number on each level, in sizes of the type."""


def add_contents(setting: Setting, parent: Element) -> None:
    """Put the table of contents on pages of its own."""
    group = add_front_heading(setting, TITLE, ANCHOR, parent, first=True)
    table = group.below("TOC")
    for entry in setting.publication.contents:
        look = setting.looks.contents(entry.level)
        left = look.size * sum(_NUMBER_COLUMNS[: entry.level - 1])
        room = look.size * _NUMBER_COLUMNS[min(entry.level, len(_NUMBER_COLUMNS)) - 1] if entry.number else 0.0
        room = max(room, _number_room(setting, look, [entry]))
        before = look.leading * 0.55 if entry.level == 1 else 0.0
        _add_entry(setting, entry, table.below("TOCI"), look, left, room, before)
    setting.flow.new_page()


def add_directory(setting: Setting, directory: Directory, parent: Element, *, first: bool) -> None:
    """Put a list of tables or figures onto the page, the first one at the top of a page."""
    anchor = f"{ANCHOR}-{directory.title}"
    group = add_front_heading(setting, directory.title, anchor, parent, first=first)
    table = group.below("TOC")
    look = setting.looks.contents(2)
    room = _number_room(setting, look, directory.entries)
    for entry in directory.entries:
        _add_entry(setting, entry, table.below("TOCI"), look, 0.0, room, look.leading * 0.15)


def add_front_heading(setting: Setting, title: str, anchor: str, parent: Element, *, first: bool) -> Element:
    """Put the heading of a list onto the page, the first one at the top of a page, and give the list's element."""
    if first:
        setting.flow.open_chapter()
    group = parent.below("Sect")
    look = setting.looks.heading(1)
    if not first:
        look = replace(look, before=look.size)
    add_heading(
        setting.narrowed(setting.width), group.below(setting.levels.tag(1)), look, "", title, Mark(1, title, anchor)
    )
    return group


def _number_room(setting: Setting, look: Look, entries: Iterable[ContentsEntry]) -> float:
    """Give the room that the numbers of entries take in their look, with the gap behind, in pt."""
    ends = (setting.composer.text(entry.number, look).ends for entry in entries)
    return max((end[-1] + look.size * 0.5 for end in ends if end), default=0.0)


def _add_entry(
    setting: Setting, entry: ContentsEntry, item: Element, look: Look, left: float, room: float, before: float
) -> None:
    link = item.below("Reference").below("Link")
    number = setting.block((TextRun(entry.number),), look, room, link)
    width = setting.width - left - room - look.size * _NUMBER_ROOM
    title = setting.block((TextRun(entry.title or "\u2013"),), look, width, link)
    line = _ContentsLine(setting, entry, look, number, title, left, room)
    height = len(title.lines) * look.leading
    row = DrawnRow(height=height, paint=line.paint)
    setting.flow.add([row], before, 0.0)


class _ContentsLine:
    """One entry, ready to be painted."""

    def __init__(
        self, setting: Setting, entry: ContentsEntry, look: Look, number: Block, title: Block, left: float, room: float
    ) -> None:
        self._setting = setting
        self._entry = entry
        self._look = look
        self._number = number
        self._title = title
        self._left = left
        self._room = room
        self._voice = setting.composer.voice(look)

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Paint number, title, leader and page number, and lay the link over them."""
        x = left + self._left
        right = left + self._setting.width
        count = len(self._title.lines)
        bottom = top - count * self._look.leading
        if self._number.lines:
            Pen(canvas, self._number).write(0, 1, x, top)
        Pen(canvas, self._title).write(0, count, x + self._room, top)
        baseline = bottom + self._look.leading - self._title.ascent
        end = x + self._room + self._title.lines[-1].natural
        self._paint_leader(canvas, end, right, baseline)
        link = self._title.element
        assert link is not None
        self._paint_page(canvas, link, right, baseline)
        box = (x, bottom, right, top)
        described = f"{self._entry.number} {self._entry.title}".strip() or _UNTITLED
        canvas.link(link, box, described, anchor=self._entry.anchor)

    def _paint_leader(self, canvas: TaggedCanvas, start: float, right: float, baseline: float) -> None:
        """Paint dots that stand below each other on every line: drawn, so that nobody has to hear them."""
        step = self._look.size * _LEADER_GAP
        first = int((start + self._look.size * 0.6) / step) + 1
        last = int((right - self._look.size * (_NUMBER_ROOM - 0.6)) / step)
        if last <= first:
            return
        with canvas.artifact():
            y = baseline + 0.4
            line = f"{first * step:.2f} {y:.2f} m {last * step + 0.1:.2f} {y:.2f} l S"
            canvas.paint.append(f"q {MUTED.stroke} 1 J 0.8 w [0 {step:.3f}] 0 d {line} Q")

    def _paint_page(self, canvas: TaggedCanvas, link: Element, right: float, baseline: float) -> None:
        canvas.paint.append(f"BT {canvas.mark(link)} {self._voice.colour.fill}")
        anchor, voice = self._entry.anchor, self._voice
        canvas.paint.append(lambda: _page_number(canvas, voice, anchor, right, baseline))
        canvas.paint.append("EMC ET")


def _page_number(canvas: TaggedCanvas, voice: Voice, anchor: str, right: float, baseline: float) -> str:
    page = canvas.pages_of_anchors.get(anchor)
    if page is None:
        return ""
    shapes = voice.font.word(str(page + 1))
    x = right - sum(shape.width for shape in shapes) * voice.scale
    letters = "".join(canvas.lettering.codes(shapes))
    return (
        f"/{canvas.lettering.name(shapes[0].face)} {voice.size:.2f} Tf 1 0 0 1 {x:.2f} {baseline:.2f} Tm [{letters}]TJ"
    )
