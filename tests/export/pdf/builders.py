"""A small language for publications, and the judges of finished PDFs."""

import io
import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageDraw

from ikonzept_desktop.export.house_style import Pairs
from ikonzept_desktop.export.pdf.writer import PdfReport, write_pdf
from ikonzept_desktop.model.blocks import Alignment, ParagraphStyle
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.template import Placement, Role
from ikonzept_desktop.publication.tree import (
    BoxElement,
    BoxLine,
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
    Run,
    Runs,
    TableCell,
    TableElement,
    TableRow,
    TextElement,
    TextRun,
    all_sections,
)

COVER = Cover("Integrationskonzept", "für den Kreis", "Der Landrat", "Stand: Juni 2015", "")
DATE = datetime(2015, 6, 22, 12, 0, tzinfo=UTC)
_ids = itertools.count(1)
Say = str | Run


def fresh() -> str:
    """Give an id nobody has."""
    return f"id{next(_ids)}"


def runs(*parts: Say) -> Runs:
    """Give runs, plain text among them."""
    return tuple(TextRun(part) if isinstance(part, str) else part for part in parts)


def bold(text: str) -> TextRun:
    """Give bold text."""
    return TextRun(text, Marks.BOLD)


def italic(text: str) -> TextRun:
    """Give italic text."""
    return TextRun(text, Marks.ITALIC)


def p(*parts: Say, style: ParagraphStyle = ParagraphStyle.BODY, label: str = "") -> TextElement:
    """Give a paragraph."""
    return TextElement(fresh(), runs(*parts), style, label)


def heading(text: str, level: int = 2) -> FieldHeading:
    """Give the label of a field."""
    return FieldHeading(fresh(), text, level)


def items(*texts: str | ListEntry, ordered: bool = False, level: int = 0) -> ListElement:
    """Give a list."""
    entries = []
    for count, text in enumerate(texts, 1):
        number = count if ordered else 0
        entry = ListEntry(fresh(), runs(text), number) if isinstance(text, str) else replace(text, number=number)
        entries.append(entry)
    return ListElement(ordered, level, tuple(entries))


def item(*parts: Say, below: tuple[ListElement, ...] = ()) -> ListEntry:
    """Give an item with lists below it."""
    return ListEntry(fresh(), runs(*parts), below=below)


def table(
    *rows: Sequence[Say | TableCell], label: str = "Tabelle 1", caption: str = "Zahlen", heads: int = 1
) -> TableElement:
    """Give a table with columns of one width."""
    count = len(rows[0])
    made = []
    for index, row in enumerate(rows):
        cells = [
            part if isinstance(part, TableCell) else TableCell(fresh(), runs(part), at, header=index < heads)
            for at, part in enumerate(row)
        ]
        made.append(TableRow(fresh(), tuple(cells)))
    return TableElement(fresh(), label, runs(caption), (1 / count,) * count, tuple(made), heads)


def figure(digest: str, caption: str = "Ein Bild", alt: str = "Balken") -> FigureElement:
    """Give a figure."""
    return FigureElement(fresh(), "Abbildung 1", runs(caption), digest, alt, 1.0, runs("Kreis"))


def box(number: str, title: str, **lines: str | Element) -> BoxElement:
    """Give a measure."""
    made = [
        BoxLine(label.replace("_", " "), (p(value) if isinstance(value, str) else value,))
        for label, value in lines.items()
    ]
    return BoxElement(fresh(), number, title, tuple(made))


def section(
    title: str,
    *elements: Element,
    number: str = "",
    level: int = 1,
    children: tuple[PublishedSection, ...] = (),
    kind: str = "chapter",
    role: Role = Role.TEXT,
) -> PublishedSection:
    """Give a section."""
    return PublishedSection(
        fresh(), kind, Placement.BODY, level, number, title, role is Role.TEXT, elements, role, children
    )


def concept(
    *sections: PublishedSection,
    notes: tuple[str | Runs, ...] = (),
    style: Pairs = (),
    cover: Cover = COVER,
) -> Publication:
    """Give a publication with contents over all its sections."""
    contents = tuple(
        ContentsEntry(each.id, each.level, each.number, each.title)
        for each in all_sections(sections)
        if each.in_contents
    )
    made = tuple(
        Note(fresh(), count, runs(text) if isinstance(text, str) else text) for count, text in enumerate(notes, 1)
    )
    return Publication(cover, "de-DE", sections, contents, made, tuple(style), "snapshot")


def note(number: int) -> NoteRun:
    """Give the place of a note."""
    return NoteRun(number, f"note{number}")


def cell(*parts: Say, column: int, columns: int = 1, rows: int = 1, align: Alignment = Alignment.LEFT) -> TableCell:
    """Give a cell that may span."""
    return TableCell(fresh(), runs(*parts), column, columns, rows, align)


def png(width: int = 320, height: int = 200, mode: str = "RGB") -> bytes:
    """Give a drawn image."""
    image = Image.new(mode, (width, height), "white")
    draw = ImageDraw.Draw(image)
    for bar in range(8):
        top = height - (bar * 37 % 11 + 2) * height // 14
        draw.rectangle([20 + bar * width // 9, top, 20 + bar * width // 9 + width // 14, height - 8], fill="teal")
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def jpeg(width: int = 320, height: int = 200) -> bytes:
    """Give a photograph."""
    data = io.BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(data, "JPEG")
    return data.getvalue()


def written(folder: Path, publication: Publication, images: dict[str, bytes] | None = None) -> tuple[Path, PdfReport]:
    """Write a publication and give the file with its report."""
    out = folder / "konzept.pdf"
    return out, write_pdf(publication, images or {}, out, date=DATE)


WORDS = (
    "Integration gelingt, wenn Gemeinden, Verbände und Einrichtungen des Kreises zusammenarbeiten und sich über "
    "Angebote verständigen; die Migrationsberatungsstellen, Volkshochschulen und Kindertageseinrichtungen beteiligen "
    "sich verlässlich an der Weiterentwicklung gemeinsamer Qualitätsmerkmale für die Sprachförderung im Vorschulalter."
)
