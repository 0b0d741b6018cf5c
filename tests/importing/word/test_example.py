"""The example's own draft comes back: every line as it was written, and every word in its order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.importing.manuscript import Manuscript, Piece, Where
from ikonzept_desktop.model.blocks import Block, Figure, ListItem, Paragraph, Table, lines_of
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import Field, Records, RichText
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, Text, normalise
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.block_ids import bookmark_name
from tests.importing.word.said import copy_of, written


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, and its draft."""
    found = tmp_path_factory.mktemp("example")
    concept = str(found / "Konzept.ikonzept")
    assert main(["example", concept]) == 0
    assert main(["export", concept, "--word", str(found / "Entwurf.docx")]) == 0
    return found


@pytest.fixture(scope="module")
def document(folder: Path) -> Document:
    opened = open_project(folder / "Konzept.ikonzept", read_only=True)
    opened.store.close()
    return opened.project.document


@pytest.fixture(scope="module")
def manuscript(folder: Path) -> Manuscript:
    return written(copy_of((folder / "Entwurf.docx").read_bytes()))


def blocks_of(fields: tuple[Field, ...]) -> Iterator[tuple[Block, bool]]:
    """Go through the blocks of fields, each with whether it is a record's."""
    for field in fields:
        match field.value:
            case RichText(blocks=blocks):
                yield from ((block, False) for block in blocks)
            case Records(records=records):
                for record in records:
                    yield from ((block, True) for block, _ in blocks_of(record.fields))


def bare(line: Inlines) -> Inlines:
    """Give a line without what only this concept knows: ids of notes, of comments, of what is pointed at."""
    return normalise(tuple(map(_bare, line)))


def _bare(inline: Inline) -> Inline:
    match inline:
        case Text():
            return replace(inline, comments=())
        case Footnote(content=content):
            kept = tuple(each for each in bare(content) if not isinstance(each, Footnote))
            return Footnote("", kept)
        case CrossReference(form=form):
            return CrossReference("", form)
        case _:
            return inline


def form_of(block: Block) -> tuple[object, ...]:
    """Give what a block is besides its words; a figure's share of the page is a width on paper in a draft."""
    match block:
        case Paragraph(style=style):
            return ("paragraph", style)
        case ListItem(level=level, ordered=ordered, restart=restart):
            return ("item", level, ordered, restart)
        case Table():
            spans = [[(cell.column_span, cell.row_span) for cell in row.cells] for row in block.rows]
            return ("table", block.header_rows, block.header_columns, spans, [each.alignment for each in block.columns])
        case Figure(alternative_text=text):
            return ("figure", text)
        case _:
            return ("other",)


def test_every_block_of_the_text_is_a_piece_with_the_same_words_and_form(
    document: Document, manuscript: Manuscript
) -> None:
    by_bookmark: dict[str, Piece] = {}
    for piece in manuscript.pieces:
        by_bookmark |= dict.fromkeys(piece.bookmarks, piece)
    compared, differing = 0, []
    for section in walk(document.sections):
        for block, is_record in blocks_of(section.fields):
            if is_record or (isinstance(block, Table) and not any(row.cells for row in block.rows)):
                continue
            name = bookmark_name(block.id)
            piece_of = by_bookmark.get(name) or by_bookmark.get(_first_cell(block))
            found = piece_of.block if piece_of is not None else None
            compared += 1
            same = found is not None and form_of(found) == form_of(block)
            if not same or list(map(bare, lines_of(found))) != list(map(bare, lines_of(block))):  # type: ignore[arg-type]
                differing.append((block.id, found))
    assert differing == []
    assert compared > 200


def in_order(document: Document, section: Section) -> Iterator[Block]:
    """Go through the blocks of a section as they are printed."""
    for type in document.template.kind(section.kind).fields:
        own = [field for field in section.fields if field.key == type.key]
        yield from (block for block, _ in blocks_of(tuple(own)))


def _first_cell(block: Block) -> str:
    return bookmark_name(block.rows[0].cells[0].id) if isinstance(block, Table) else ""


def test_every_word_of_the_text_and_of_records_is_there_in_order(document: Document, manuscript: Manuscript) -> None:
    stream = letters("".join(_said(manuscript, line) for piece in manuscript.pieces for line in lines_of(piece.block)))
    at, missing = 0, []
    for section in walk(document.sections):
        if section.title and letters(section.title) not in stream:
            missing.append(section.title)
        for block in in_order(document, section):
            for words in (words for line in lines_of(block) for words in _runs(line)):
                found = stream.find(words, at)
                if found < 0:
                    missing.append(words)
                else:
                    at = found + len(words)
    assert missing == []
    assert at > 0.7 * len(stream)


def _runs(line: Inlines) -> Iterator[str]:
    for inline in line:
        if isinstance(inline, Text):
            yield letters(inline.text)
        elif isinstance(inline, Footnote):
            yield from _runs(inline.content)


def _said(of: Manuscript, line: Inlines) -> str:
    said = ""
    for inline in line:
        match inline:
            case Text(text=text):
                said += text
            case Footnote(content=content):
                said += _said(of, content)
            case CrossReference(target=target):
                said += of.pointers[int(target[1:])].shown
            case _:
                pass
    return said


def letters(text: str) -> str:
    return "".join(text.split())


def test_all_sections_are_headings_at_their_levels_with_their_numbers(
    document: Document, manuscript: Manuscript
) -> None:
    by_bookmark = {name: piece for piece in manuscript.pieces for name in piece.bookmarks}
    headings = [by_bookmark.get(bookmark_name(section.id)) for section in walk(document.sections)][1:]  # but the cover
    assert all(each is not None and each.hints.level is not None for each in headings)
    numbers = [each.hints.number for each in headings if each is not None]
    assert numbers[5:8] == ["3.1", "3.2", "3.3"]


def test_what_the_program_adds_is_where_it_is_not_taken_for_text(manuscript: Manuscript) -> None:
    assert {each.where for each in manuscript.pieces} == {Where.BODY, Where.CONTENTS, Where.HEADER, Where.FOOTER}
    kinds = {each.kind for each in manuscript.told}
    assert kinds <= {"caption_label", "source_label", "repeated_head", "watermark", "inner_link", "page_number"}
    assert sum(each.kind == "inner_link" for each in manuscript.told) == 0
