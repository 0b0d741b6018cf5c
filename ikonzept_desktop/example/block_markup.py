"""Reads the paragraphs, lists, tables and figures of the example's markup (resources/example/README.md)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from ikonzept_desktop.example.inline_markup import read_comments, read_inlines, unescape
from ikonzept_desktop.example.source import Source, SourceLine, attributes
from ikonzept_desktop.example.table_markup import read_table
from ikonzept_desktop.model.blocks import Block, Blocks, Figure, ListItem, Paragraph, ParagraphStyle

_ITEM = re.compile(r"(?P<indent> *)(?:(?P<bullet>-)|(?P<number>\d+)\.) +(?P<text>.*)")
_FIGURE = re.compile(
    r"!\[(?P<alt>(?:\\.|[^\]\\])*)\]"
    r'\((?P<file>[^\s")]+)(?: "(?P<caption>(?:\\.|[^"\\])*)")?\)'
    r"(?:\{(?P<attributes>.*)\})?",
    re.DOTALL,
)
_STARTS = ("- ", "> ", "|", "#", "![", "Tabelle:", "{>>", "+++")
_STEP = 2

Chunk = tuple[SourceLine, ...]


def read_blocks(lines: Iterable[SourceLine], source: Source) -> Blocks:
    """Read a rich text; raises MarkupError."""
    blocks: list[Block] = []
    for chunk in chunks(lines):
        blocks.extend(_block(chunk, source, _open_list(blocks)))
    return tuple(blocks)


def chunks(lines: Iterable[SourceLine]) -> Iterator[Chunk]:
    """Part the lines at the empty ones."""
    for filled, run in groupby(lines, key=lambda line: bool(line.text.strip())):
        if filled:
            yield tuple(run)


def joined(chunk: Chunk) -> str:
    """Give the lines as one text, without their indentation."""
    return "\n".join(line.text.strip(" ") for line in chunk)


def _block(chunk: Chunk, source: Source, before: ListItem | None) -> Iterator[Block]:
    first = chunk[0]
    if first.text.startswith("{>>"):
        source.comments.append(read_comments(joined(chunk), first.number, source))
    elif first.text.startswith(">"):
        yield from _quote(chunk, source)
    elif first.text.startswith(("|", "Tabelle:")):
        yield read_table(chunk, source)
    elif first.text.startswith("!["):
        yield _figure(chunk, source)
    elif _ITEM.fullmatch(first.text):
        yield from _list(chunk, source, before)
    else:
        yield _paragraph(chunk, source)


def _open_list(blocks: Sequence[Block]) -> ListItem | None:
    """Give the last item of level 0 of a list right before the end, which an item after it would go on with."""
    items = takewhile(lambda block: isinstance(block, ListItem), reversed(blocks))
    return next((item for item in items if isinstance(item, ListItem) and item.level == 0), None)


def _paragraph(chunk: Chunk, source: Source) -> Paragraph:
    if chunk[0].text.startswith((" ", *_STARTS)):
        raise source.error(chunk[0].number, "So kann kein Absatz beginnen; vor das Zeichen gehört ein „\\“.")
    for line in chunk[1:]:
        if line.text.startswith(_STARTS):
            raise source.error(line.number, "Davor fehlt eine Leerzeile, oder vor das Zeichen gehört ein „\\“.")
    return Paragraph(source.fresh_id(), read_inlines(joined(chunk), chunk[0].number, source))


def _quote(chunk: Chunk, source: Source) -> Iterator[Paragraph]:
    for line in chunk:
        if line.text.rstrip() != ">" and not line.text.startswith("> "):
            raise source.error(line.number, "In einem Zitat beginnt jede Zeile mit „> “.")
    for part in chunks(SourceLine(line.number, line.text[2:]) for line in chunk):
        inlines = read_inlines(joined(part), part[0].number, source)
        yield Paragraph(source.fresh_id(), inlines, ParagraphStyle.QUOTE)


def _list(chunk: Chunk, source: Source, before: ListItem | None) -> Iterator[ListItem]:
    counts: list[int] = []
    for match, part in _items(chunk, source):
        level = _level(match, counts, part[0].number, source)
        ordered = match["bullet"] is None
        del counts[level + 1 :]
        counts[level:] = [_counted(match, counts[level : level + 1], part[0].number, source)]
        first = part[0].number == chunk[0].number
        restart = first and before is not None and before.ordered == ordered
        inlines = read_inlines(joined(part), part[0].number, source)
        yield ListItem(source.fresh_id(), inlines, level, ordered, restart)


def _items(chunk: Chunk, source: Source) -> Iterator[tuple[re.Match[str], Chunk]]:
    """Part a list into its items, each without its sign and with the lines that continue it."""
    heads = [(match, index) for index, line in enumerate(chunk) if (match := _ITEM.fullmatch(line.text))]
    ends = [index for _, index in heads[1:]] + [len(chunk)]
    for (match, index), end in zip(heads, ends, strict=True):
        for line in chunk[index + 1 : end]:
            if not line.text.startswith(" " * (len(match["indent"]) + _STEP)):
                raise source.error(line.number, "Eine Zeile, die einen Listenpunkt fortsetzt, ist eingerückt.")
        yield match, (SourceLine(chunk[index].number, match["text"]), *chunk[index + 1 : end])


def _level(match: re.Match[str], counts: list[int], line: int, source: Source) -> int:
    level, odd = divmod(len(match["indent"]), _STEP)
    if odd or level > len(counts):
        raise source.error(line, "Ein Listenpunkt steht je Stufe zwei Leerzeichen weiter rechts, höchstens eine Stufe.")
    return level


def _counted(match: re.Match[str], count: list[int], line: int, source: Source) -> int:
    """Give the item's number, which has to go on from the one before; 0 for a bullet."""
    if match["bullet"]:
        return 0
    expected = (count[0] if count else 0) + 1
    if int(match["number"]) != expected:
        raise source.error(
            line, f"Hier käme {expected}. in der Liste; ein Absatz, der so beginnt, schreibt „{match['number']}\\.“."
        )
    return expected


def _figure(chunk: Chunk, source: Source) -> Figure:
    line = chunk[0].number
    match = _FIGURE.fullmatch(joined(chunk))
    if match is None:
        raise source.error(line, 'Ein Bild lautet „![Beschreibung](datei.png "Unterschrift"){#name width=0.8}“.')
    if match["file"] not in source.images:
        raise source.error(line, f"Das Bild „{match['file']}“ gibt es nicht.")
    if not match["alt"].strip():
        raise source.error(line, "Das Bild hat keine Beschreibung für Menschen, die es nicht sehen.")
    given = attributes(match["attributes"] or "", ("width", "source"), line, source)
    return Figure(
        id=source.give(given.get("", ""), "figure", line),
        image=source.images[match["file"]],
        caption=read_inlines(match["caption"] or "", line, source),
        source=read_inlines(given.get("source", ""), line, source),
        alternative_text=" ".join(unescape(match["alt"]).split("\n")),
        width=_width(given.get("width", "1"), line, source),
    )


def _width(text: str, line: int, source: Source) -> float:
    if not re.fullmatch(r"1|1\.0|0\.\d*[1-9]\d*", text):
        raise source.error(line, f"„{text}“ ist keine Breite; gemeint ist ein Anteil wie 0.8, höchstens 1.")
    return float(text)
