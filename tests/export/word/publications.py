"""A small language for publications: `publication(chapter("Ziele", p("Text", note("Quelle"))))`."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import Protocol

from PIL import Image, ImageDraw

from ikonzept_desktop.export.word.writer import DraftOptions
from ikonzept_desktop.model.blocks import Alignment, ParagraphStyle
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.template import Placement, Role
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    BoxLine,
    BreakRun,
    ContentsEntry,
    Cover,
    Element,
    FieldHeading,
    FigureElement,
    ListElement,
    ListEntry,
    Note,
    NoteRun,
    Publication,
    PublishedSection,
    ReferenceRun,
    Run,
    Runs,
    TableCell,
    TableElement,
    TableRow,
    TextElement,
    TextRun,
    all_sections,
)

OPTIONS = DraftOptions(datetime(2015, 4, 2, 9, 30, tzinfo=UTC), version="Entwurf 0.7")
_IDS = count(1)


def new_id() -> str:
    """Give an id as the model would: twelve characters of a-z and 2-7."""
    number, letters = next(_IDS), ""
    while number:
        number, digit = divmod(number, 32)
        letters = "abcdefghijklmnopqrstuvwxyz234567"[digit] + letters
    return letters.rjust(12, "a")


@dataclass(frozen=True)
class Written(NoteRun):
    """The place of a footnote not yet numbered, which still carries its words."""

    runs: Runs = ()


def written(runs: Runs) -> Written:
    return Written(0, new_id(), runs)


Part = str | Run


def runs(*parts: Part) -> Runs:
    """Make runs of strings, runs and notes; a note waits for its number."""
    return tuple(TextRun(part) if isinstance(part, str) else part for part in parts)


def note(*parts: Part) -> Written:
    return written(runs(*parts))


def bold(text: str) -> TextRun:
    return TextRun(text, Marks.BOLD)


def link(text: str, target: str) -> TextRun:
    return TextRun(text, link=target)


def br() -> BreakRun:
    return BreakRun()


class Identified(Protocol):
    """What a reference can point at."""

    @property
    def id(self) -> str: ...


def see(thing: str | Identified, text: str) -> ReferenceRun:
    return ReferenceRun(thing if isinstance(thing, str) else thing.id, text)


def page_of(thing: str | Identified) -> ReferenceRun:
    return ReferenceRun(thing if isinstance(thing, str) else thing.id, "", page=True)


def p(*parts: Part, style: ParagraphStyle = ParagraphStyle.BODY, label: str = "") -> TextElement:
    return TextElement(new_id(), runs(*parts), style, label)


def quote(*parts: Part) -> TextElement:
    return p(*parts, style=ParagraphStyle.QUOTE)


def label(text: str, level: int = 3) -> FieldHeading:
    return FieldHeading(new_id(), text, level)


def bullets(*items: "str | Runs | ListElement", level: int = 0) -> ListElement:
    return _list(False, items, level)


def numbers(*items: "str | Runs | ListElement", level: int = 0) -> ListElement:
    return _list(True, items, level)


def _list(ordered: bool, items: "Iterable[str | Runs | ListElement]", level: int) -> ListElement:
    entries: list[ListEntry] = []
    for item in items:
        if isinstance(item, ListElement):
            entries[-1] = replace(entries[-1], below=(*entries[-1].below, item))
        else:
            number = len(entries) + 1 if ordered else 0
            entries.append(ListEntry(new_id(), runs(item) if isinstance(item, str) else item, number))
    return ListElement(ordered, level, tuple(entries))


def table(
    *lines: "Iterable[str | Runs | TableCell | None]",
    caption: str | Runs = "",
    source: str = "",
    number: int = 0,
    widths: tuple[float, ...] = (),
    header_rows: int = 1,
    header_columns: int = 0,
) -> TableElement:
    """Make a table of rows of cells; None in a row is a place covered by a span."""
    rows = tuple(_row(line, place < header_rows, header_columns) for place, line in enumerate(lines))
    columns = max(cell.column + cell.column_span for row in rows for cell in row.cells)
    shares = widths or tuple([1 / columns] * columns)
    words = runs(caption) if isinstance(caption, str) and caption else caption or ()
    return TableElement(
        new_id(), f"Tabelle {number}" if number else "", words, shares, rows, header_rows, header_columns,
        runs(source) if source else (),
    )  # fmt: skip


def _row(line: "Iterable[str | Runs | TableCell | None]", head: bool, header_columns: int) -> TableRow:
    cells = []
    for column, said in enumerate(line):
        if said is None:
            continue
        cell = (
            said
            if isinstance(said, TableCell)
            else TableCell(new_id(), runs(said) if isinstance(said, str) else said, 0)
        )
        cells.append(replace(cell, column=column, header=head or column < header_columns))
    return TableRow(new_id(), tuple(cells))


def cell(*parts: Part, across: int = 1, down: int = 1, alignment: Alignment = Alignment.LEFT) -> TableCell:
    return TableCell(new_id(), runs(*parts), 0, across, down, alignment)


def figure(
    image: bytes, caption: str = "", number: int = 0, alternative: str = "", width: float = 1.0, source: str = ""
) -> FigureElement:
    return FigureElement(
        new_id(), f"Abbildung {number}" if number else "", runs(caption) if caption else (), digest(image), alternative,
        width, runs(source) if source else (),
    )  # fmt: skip


def box(number: str, title: str, *lines: tuple[str, Element]) -> BoxElement:
    filled = tuple(BoxLine(name, (element,)) for name, element in lines)
    return BoxElement(new_id(), number, title, filled, new_id())


def section(
    title: str,
    *content: "Element | PublishedSection",
    number: str = "",
    kind: str = "chapter",
    placement: Placement = Placement.BODY,
    role: Role = Role.TEXT,
    in_contents: bool = True,
) -> PublishedSection:
    """Make a section of elements and sections; levels are set when the publication is put together."""
    elements = tuple(part for part in content if not isinstance(part, PublishedSection))
    children = tuple(part for part in content if isinstance(part, PublishedSection))
    return PublishedSection(new_id(), kind, placement, 1, number, title, in_contents, elements, role, children)


def publication(
    *sections: PublishedSection, title: str = "Integrationskonzept", contents_depth: int = 3
) -> Publication:
    """Put sections together: levels, contents and the notes in reading order."""
    numbering = _Notes()
    placed = tuple(numbering.section(_levelled(top, 1)) for top in sections)
    listed = tuple(
        ContentsEntry(one.id, one.level, one.number, one.title)
        for one in all_sections(placed)
        if one.in_contents and one.level <= contents_depth
    )
    cover = Cover(title, "Gemeinsam im Kreis", "Kreis Musterstadt", "Stand: April 2015", "Entwurf")
    style = (("accent_colour", "#0E5A6B"), ("tint_colour", "#EEF3F4"))
    return Publication(cover, "de", placed, listed, tuple(numbering.notes), style, "7f3a91c2" * 8)


def _levelled(section: PublishedSection, level: int) -> PublishedSection:
    return replace(section, level=level, children=tuple(_levelled(child, level + 1) for child in section.children))


class _Notes:
    """Gives notes their numbers while it goes through in reading order."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def section(self, section: PublishedSection) -> PublishedSection:
        elements = tuple(self.element(element) for element in section.elements)
        return replace(section, elements=elements, children=tuple(map(self.section, section.children)))

    def element(self, element: Element) -> Element:
        match element:
            case TextElement():
                return replace(element, runs=self.runs(element.runs))
            case ListElement():
                return self.list(element)
            case TableElement():
                return self.table(element)
            case FigureElement():
                return replace(element, caption=self.runs(element.caption), source=self.runs(element.source))
            case AttachmentElement():
                return replace(element, title=self.runs(element.title))
            case BoxElement():
                lines = (replace(line, elements=tuple(map(self.element, line.elements))) for line in element.lines)
                return replace(element, lines=tuple(lines))
            case FieldHeading():
                return element

    def list(self, element: ListElement) -> ListElement:
        return replace(element, entries=tuple(map(self.entry, element.entries)))

    def entry(self, entry: ListEntry) -> ListEntry:
        said = self.runs(entry.runs)
        return replace(entry, runs=said, below=tuple(map(self.list, entry.below)))

    def table(self, element: TableElement) -> TableElement:
        caption = self.runs(element.caption)
        rows = tuple(
            replace(row, cells=tuple(replace(cell, runs=self.runs(cell.runs)) for cell in row.cells))
            for row in element.rows
        )
        return replace(element, caption=caption, rows=rows, source=self.runs(element.source))

    def runs(self, line: Runs) -> Runs:
        return tuple(self.run(run) for run in line)

    def run(self, run: Run) -> Run:
        if not isinstance(run, Written):
            return run
        self.notes.append(Note(run.id, len(self.notes) + 1, run.runs))
        return NoteRun(len(self.notes), run.id)


def picture(width: int = 800, height: int = 400, colour: str = "#0E5A6B") -> bytes:
    """Draw a small chart as PNG."""
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    for place in range(5):
        left = width * (place + 0.2) / 5
        pen.rectangle((left, height * (0.8 - 0.12 * place), left + width * 0.12, height * 0.95), fill=colour)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def images(*data: bytes) -> dict[str, bytes]:
    return {digest(one): one for one in data}


def words(*many: str) -> Iterator[str]:
    """Go through the words of texts."""
    for text in many:
        yield from text.split()
