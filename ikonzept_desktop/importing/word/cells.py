"""What stands in a cell or a note as lines: paragraphs, items behind their signs, tables within row by row."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.importing.word.lines import Line, Looks, ReadNote, read_line
from ikonzept_desktop.importing.word.lists import list_place, sign_of
from ikonzept_desktop.importing.word.tree import Item, Para
from ikonzept_desktop.model.inline import Inlines, Text, normalise
from ikonzept_desktop.reading.word.content import Atom, Block


@dataclass(slots=True, eq=False)
class Flat:
    """The lines of a cell or a note, and what cannot stand in them."""

    lines: list[Inlines] = field(default_factory=list)
    hidden: list[tuple[Inlines, tuple[int, ...]]] = field(default_factory=list)
    placed: list[Atom] = field(default_factory=list)
    looks: Looks = field(default_factory=Looks)
    alignments: list[str] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)


def flat_lines(desk: Desk, items: Iterable[Item], read_note: ReadNote | None) -> Flat:
    """Read what stands in a cell or a note."""
    flat = Flat()
    _add(desk, flat, items, read_note)
    return flat


def _add(desk: Desk, flat: Flat, items: Iterable[Item], read_note: ReadNote | None) -> None:
    counts: Counter[tuple[str, int]] = Counter()
    for item in items:
        if isinstance(item, Para):
            place = list_place(desk.copy.blocks[item.owner])
            if place is not None:
                counts[place.list_id, place.level] += 1
            sign = sign_of(place, counts[place.list_id, place.level]) if place is not None else ""
            _add_para(desk, flat, item, read_note, sign)
            continue
        paras = [para for para in item.paras() if not para.is_empty]
        if paras:
            desk.tell("nested_table", "", desk.place(paras[0].blocks))
        for row in item.rows:
            for cell in row:
                _add(desk, flat, cell.items, read_note)


def _add_para(desk: Desk, flat: Flat, para: Para, read_note: ReadNote | None, sign: str) -> None:
    flat.blocks += para.blocks
    line = read_line(desk, para.blocks, read_note)
    flat.placed += line.placed
    if line.hidden:
        flat.hidden.append((line.hidden, para.blocks))
    if line.inlines:
        flat.lines.append(normalise((Text(f"{sign} "), *line.inlines)) if sign else line.inlines)
        flat.alignments.append(_alignment(desk.copy.blocks[para.owner]))
        _count(flat.looks, line)


def _count(looks: Looks, line: Line) -> None:
    looks.letters += line.looks.letters
    looks.bold += line.looks.bold
    looks.capital += line.looks.capital
    looks.sizes.update(line.looks.sizes)


def _alignment(block: Block) -> str:
    return block.form.alignment if block.form is not None else ""
