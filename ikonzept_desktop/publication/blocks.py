"""The blocks of a rich text as elements, and, where only a line has room, as runs."""

from collections.abc import Iterator
from itertools import groupby

from ikonzept_desktop.model.blank import is_blank_line
from ikonzept_desktop.model.blocks import Attachment, Block, Blocks, Figure, ListItem, Paragraph, Table
from ikonzept_desktop.model.page_choice import pages_in_words, pages_of
from ikonzept_desktop.publication.lists import entry_mark, list_elements
from ikonzept_desktop.publication.runs import Writer, added_runs, source_runs
from ikonzept_desktop.publication.tables import table_element
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    Element,
    FigureElement,
    ListElement,
    Piece,
    TextElement,
)


def elements(blocks: Blocks, writer: Writer) -> Iterator[Element]:
    """Resolve blocks in their order; an empty paragraph, made by one Return too many, is left out."""
    for is_list, group in groupby(blocks, key=_is_item):
        if is_list:
            items = [block for block in group if isinstance(block, ListItem)]
            yield from list_elements(items, lambda item: writer.runs(item.inlines))
        else:
            yield from _others(group, writer)


def _is_item(block: Block) -> bool:
    return isinstance(block, ListItem)


def _others(blocks: Iterator[Block], writer: Writer) -> Iterator[Element]:
    for block in blocks:
        match block:
            case Paragraph(inlines=inlines) if not is_blank_line(inlines):
                yield TextElement(block.id, writer.runs(inlines), block.style)
            case Table():
                yield table_element(block, writer)
            case Figure():
                yield _figure(block, writer)
            case Attachment():
                yield _attachment(block, writer)
            case _:
                pass


def _figure(figure: Figure, writer: Writer) -> FigureElement:
    return FigureElement(
        figure.id,
        label=writer.labels.number(figure.id),
        caption=writer.runs(figure.caption),
        image=figure.image,
        alternative_text=figure.alternative_text,
        width=figure.width,
        source=source_runs(writer.runs(figure.source)),
        width_mm=figure.width_mm,
        crop=figure.crop,
        decorative=figure.decorative,
    )


def _attachment(attachment: Attachment, writer: Writer) -> AttachmentElement:
    file = attachment.file
    return AttachmentElement(
        attachment.id,
        title=writer.runs(attachment.caption) or added_runs(file.name.removesuffix(".pdf") or "PDF"),
        extent=pages_in_words(attachment.pages, file.pages),
        file=file.digest,
        pages=pages_of(attachment.pages, file.pages),
        whole_page=attachment.whole_page,
        descriptions=attachment.descriptions,
    )


def pieces(blocks: Blocks, writer: Writer) -> tuple[Piece, ...]:
    """Set paragraphs and list items, each on a line of its own; `blocks` holds nothing else."""
    return tuple(_pieces(tuple(elements(blocks, writer))))


def _pieces(found: tuple[Element, ...]) -> Iterator[Piece]:
    for element in found:
        match element:
            case TextElement(id=id, runs=runs):
                yield Piece(id, runs)
            case ListElement():
                yield from _list_pieces(element)
            case _:
                pass


def _list_pieces(element: ListElement) -> Iterator[Piece]:
    for entry in element.entries:
        yield Piece(entry.id, added_runs(f"{entry_mark(element, entry)} ") + entry.runs)
        yield from _pieces(entry.below)
