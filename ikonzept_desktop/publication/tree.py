"""A concept resolved for the page: what an exporter reads, with every number, label and target already computed.

Only page numbers stay open: a run of form PAGE names its anchor, and the exporter that lays out pages fills it in.
"""

from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Alignment, ParagraphStyle
from ikonzept_desktop.model.cropping import WHOLE, Crop
from ikonzept_desktop.model.document import Abbreviation, Logo
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.template import Placement, Role
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters with one look."""

    text: str
    marks: Marks = Marks.NONE
    link: str = ""
    language: str = ""
    added: bool = False
    """Whether the program has put them there: a number, a label, a total. An edit of them is none of the concept."""


@dataclass(frozen=True, slots=True)
class BreakRun:
    """A new line within the block."""


@dataclass(frozen=True, slots=True)
class NoteRun:
    """The place of a footnote; the note of that number is in `Publication.notes`."""

    number: int
    id: str


@dataclass(frozen=True, slots=True)
class ReferenceRun:
    """A cross-reference, its text resolved; empty text with `page` set is the number of the target's page."""

    anchor: str
    """The id of the section, table, figure or record pointed at; empty where the target is gone."""
    text: str
    page: bool = False


Run = TextRun | BreakRun | NoteRun | ReferenceRun
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's content under its number, counted from 1 through the whole concept."""

    id: str
    number: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class FieldHeading:
    """The label of a field, as an unnumbered heading one level below its section's."""

    id: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class TextElement:
    """A paragraph or quotation; a short field's label stands before it."""

    id: str
    runs: Runs
    style: ParagraphStyle = ParagraphStyle.BODY
    label: str = ""
    """`Leitziel`, to be set bold before the text with a colon; mostly empty."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One of several lines of the concept that are set as one, parted by breaks."""

    id: str
    """Of the block, or of the field of a record; empty where it is no line of the concept."""
    runs: Runs


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One item, with the lists nested below it."""

    id: str
    runs: Runs
    number: int = 0
    """Its count within an ordered list, from 1; 0 in a bulleted one."""
    below: tuple["ListElement", ...] = ()
    pieces: tuple[Piece, ...] = ()
    """What the runs are joined of, where it is a record; else the runs are the entry's own line."""


@dataclass(frozen=True, slots=True)
class ListElement:
    """A list, all of its items of one kind and level."""

    ordered: bool
    level: int
    entries: tuple[ListEntry, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table."""

    id: str
    runs: Runs
    column: int
    """Index of its first column."""
    column_span: int = 1
    row_span: int = 1
    alignment: Alignment = Alignment.LEFT
    header: bool = False
    pieces: tuple[Piece, ...] = ()
    """What the runs are joined of, where they are a text of blocks; else the runs are the cell's own line."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: the cells that begin in it."""

    id: str
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class TableElement:
    """A table with its caption; records printed as a table have no number where they have no caption."""

    id: str
    label: str
    """`Tabelle 3`, or nothing for a table without a caption."""
    caption: Runs
    widths: tuple[float, ...]
    """Shares of the width; they add up to 1."""
    rows: tuple[TableRow, ...]
    header_rows: int = 1
    header_columns: int = 0
    source: Runs = ()


@dataclass(frozen=True, slots=True)
class FigureElement:
    """An image with its caption."""

    id: str
    label: str
    """`Abbildung 2`, or nothing for a figure without a caption."""
    caption: Runs
    image: str
    """SHA-256 of the image's bytes, in hexadecimal."""
    alternative_text: str
    width: float
    source: Runs = ()
    width_mm: float = 0.0
    """Where it is not 0, it counts in place of the share."""
    crop: Crop = WHOLE
    decorative: bool = False
    """Whether it has nothing to be described; a screen reader passes it over."""

    @property
    def picture(self) -> str:
        """A word for the image cut like this: figures of the same one show the same."""
        cut = self.crop
        return self.image if cut == WHOLE else f"{self.image}-{cut.left}-{cut.top}-{cut.right}-{cut.bottom}"


@dataclass(frozen=True, slots=True)
class AttachmentElement:
    """A PDF of others, its pages printed one by one below its title."""

    id: str
    title: Runs
    extent: str
    """Which pages there are: `12 Seiten`, `Seiten 1–3 von 12`."""
    file: str
    """SHA-256 of its bytes, in hexadecimal."""
    pages: tuple[int, ...]
    """Those to be printed, counted from 1, in this order."""
    whole_page: bool = False
    """Whether they fill the paper in place of the type area."""
    descriptions: tuple[tuple[int, str], ...] = ()
    """What is to be seen on pages without words, by their number."""


@dataclass(frozen=True, slots=True)
class BoxLine:
    """A labelled value in a box."""

    label: str
    elements: tuple["Element", ...]


@dataclass(frozen=True, slots=True)
class BoxElement:
    """A record printed as a titled box: a measure."""

    id: str
    number: str
    """`S 2`, or nothing."""
    title: str
    lines: tuple[BoxLine, ...]
    title_id: str = ""
    """Of the field that holds the title; nothing where none does."""


Element = FieldHeading | TextElement | ListElement | TableElement | FigureElement | AttachmentElement | BoxElement
Elements = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class PublishedSection:
    """A section with its number resolved; sections below follow its own elements."""

    id: str
    kind: str
    placement: Placement
    level: int
    """1 for a top section."""
    number: str
    """`5.2.1`, `Anlage 2`, or nothing."""
    title: str
    in_contents: bool
    elements: Elements
    role: Role = Role.TEXT
    children: tuple["PublishedSection", ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents; its page is the exporter's to find."""

    anchor: str
    level: int
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Directory:
    """A list of all tables or of all figures, printed after the contents."""

    title: str
    """`Tabellenverzeichnis`."""
    label: str
    """What stands before the numbers: `Tabelle`."""
    entries: tuple[ContentsEntry, ...]
    """In reading order, all of level 1: as number what the caption begins with, `Tabelle 3`."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says."""

    title: str
    subtitle: str
    publisher: str
    as_of: str
    draft: str


@dataclass(frozen=True, slots=True)
class Publication:
    """A whole concept, ready for an exporter."""

    cover: Cover
    language: str
    sections: tuple[PublishedSection, ...]
    contents: tuple[ContentsEntry, ...]
    notes: tuple[Note, ...]
    house_style: tuple[tuple[str, str | int | float | bool], ...]
    snapshot: str = ""
    """The id of the frozen state this was built from."""
    table_label: str = "Tabelle"
    figure_label: str = "Abbildung"
    directories: tuple[Directory, ...] = ()
    """The lists of tables and figures that are printed; none of them is empty."""
    abbreviations: tuple[Abbreviation, ...] = ()
    """Those to be listed after the contents, sorted."""
    logos: tuple[Logo, ...] = ()
    """In the order they are printed."""


def all_sections(sections: tuple[PublishedSection, ...]) -> Iterator[PublishedSection]:
    """Go through the sections in reading order."""
    for section in sections:
        yield section
        yield from all_sections(section.children)


def image_digests(publication: Publication) -> tuple[str, ...]:
    """Give the digests of the images it shows, the PDFs attached to it and the logos, each once, in this order."""
    figures = (figure.image for figure in figures_of(publication))
    attached = (attachment.file for attachment in attachments_of(publication))
    return tuple(dict.fromkeys((*figures, *attached, *(logo.image for logo in publication.logos))))


def figures_of(publication: Publication) -> Iterator[FigureElement]:
    """Go through the figures in reading order."""
    for section in all_sections(publication.sections):
        for element in all_elements(section.elements):
            if isinstance(element, FigureElement):
                yield element


def attachments_of(publication: Publication) -> Iterator[AttachmentElement]:
    """Go through the attached PDFs in reading order."""
    for section in all_sections(publication.sections):
        yield from attachments_in(section.elements)


def attachments_in(elements: Elements) -> Iterator[AttachmentElement]:
    """Go through the attached PDFs of elements and those in their boxes, in reading order."""
    for element in all_elements(elements):
        if isinstance(element, AttachmentElement):
            yield element


def all_elements(elements: Elements) -> Iterator[Element]:
    """Go through elements and those in their boxes in reading order."""
    for element in elements:
        yield element
        if isinstance(element, BoxElement):
            for line in element.lines:
                yield from all_elements(line.elements)
