"""Two concepts held against each other by what they say, whatever ids their parts bear."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from ikonzept_desktop.model.blocks import (
    Attachment,
    Block,
    Figure,
    ListItem,
    Paragraph,
    Table,
)
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import Choice, Day, FieldValue, Line, Links, Records, RichText, YesNo
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, LineBreak, Text
from ikonzept_desktop.model.schema import value_ids

Path = tuple[str, ...]


def outline_of(sections: Iterable[Section], depth: int = 0) -> Iterator[tuple[int, str]]:
    """Go through titles with how deep they stand."""
    for section in sections:
        yield depth, section.title
        yield from outline_of(section.children, depth + 1)


def recovered(wanted: Document, found: Document) -> float:
    """Give the share of sections that are there in the same order, as deep as they were."""
    one, other = (list(outline_of(document.sections)) for document in (wanted, found))
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) / len(one)


def said(document: Document) -> dict[Path, str]:
    """Give everything a concept says, by where it says it: the titles down to it, field, entry, line."""
    places = dict(_places(document))
    found: dict[Path, str] = {}
    for name in ("title", "subtitle", "publisher", "as_of", "draft"):
        found["concept", name] = str(getattr(document.properties, name))
    for path, section in _paths(document.sections, ()):
        found[(*path, "kind")] = f"{section.kind} {'numbered' if section.numbered else ''}".strip()
        for field in section.fields:
            found.update(_value((*path, field.key), field.value, places))
    return {path: text.replace("\u00a0", " ").replace("\u202f", " ") for path, text in found.items() if text}


def _paths(sections: Iterable[Section], above: Path) -> Iterator[tuple[Path, Section]]:
    for section in sections:
        path = (*above, section.title)
        yield path, section
        yield from _paths(section.children, path)


def _places(document: Document) -> Iterator[tuple[str, str]]:
    """Go through all that can be pointed at, with a name that does not depend on its id."""
    for section in walk(document.sections):
        yield section.id, f"§{section.title}"
        for field in section.fields:
            for count, id in enumerate(value_ids(field.value)):
                yield id, f"{section.title}/{field.key}/{count}"


def _value(path: Path, value: FieldValue, places: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    match value:
        case RichText(blocks=blocks):
            for count, block in enumerate(blocks):
                yield (*path, str(count)), _block(block, places)
        case Records(records=records):
            for count, record in enumerate(records):
                for field in record.fields:
                    yield from _value((*path, str(count), field.key), field.value, places)
        case Line(text=text):
            yield path, text
        case Choice(key=key):
            yield path, key
        case Day(day=day, draft=draft):
            yield path, str(day or draft)
        case YesNo(answer=answer):
            yield path, str(answer)
        case Links(targets=targets):
            yield path, ", ".join(places.get(target, "?") for target in targets)


def _block(block: Block, places: Mapping[str, str]) -> str:
    match block:
        case Paragraph():
            return f"{block.style}: {_line(block.inlines, places)}"
        case ListItem():
            sort = "number" if block.ordered else "item"
            return f"{sort} {block.level}{' anew' if block.restart else ''}: {_line(block.inlines, places)}"
        case Table():
            rows = [
                " | ".join(f"{cell.column_span}x{cell.row_span} {_line(cell.inlines, places)}" for cell in row.cells)
                for row in block.rows
            ]
            caption, source = (_line(line, places) for line in (block.caption, block.source))
            return "\n".join([f"table {block.header_rows}: {caption} ({source})", *rows])
        case Figure():
            caption, source = (_line(line, places) for line in (block.caption, block.source))
            return f"figure {block.alternative_text}: {caption} ({source})"
        case Attachment():
            return f"attachment {block.file.name}: {_line(block.caption, places)}"


def _line(inlines: Inlines, places: Mapping[str, str]) -> str:
    return "".join(_inline(inline, places) for inline in inlines)


def _inline(inline: object, places: Mapping[str, str]) -> str:
    match inline:
        case Text():
            about = [inline.link, *(mark.name or "" for mark in inline.marks)]
            told = " ".join(filter(None, about))
            return f"<{told}>{inline.text}</>" if told else inline.text
        case LineBreak():
            return "⏎"
        case Footnote(content=content):
            return f"[note: {_line(content, places)}]"
        case CrossReference(target=target, form=form):
            return f"[{form}: {places.get(target, '?')}]"
        case _:
            raise TypeError(inline)
