"""Whole documents drawn at random, and what reviewers make of them, tracked or not, one thing on top of the other.

What is in a document is written in small letters, what anybody adds in capital ones: so it can be counted what became
of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from dataclasses import replace as changed

from hypothesis import strategies as st

from ikonzept_desktop.reading.word.content import State
from tests.reading.word.files import WHEN, p, r, tbl, tc, tr

STABLE, INSERTED, DELETED, GONE = State.STABLE, State.INSERTED, State.DELETED, State.GONE
PEOPLE = ("Ada", "Ben")


@dataclass(frozen=True)
class Bit:
    """A stretch of text in one state."""

    text: str
    state: State = STABLE
    by: str = ""


@dataclass
class Line:
    """A paragraph; `opens` and `closes` are the marks that begin and end in it."""

    bits: list[Bit]
    opens: list[str] = field(default_factory=list)
    closes: list[str] = field(default_factory=list)
    end: State = STABLE
    moved: bool = False
    """Put where it stands; such a one is not joined with its neighbours besides."""

    @property
    def is_whole(self) -> bool:
        """Whether nobody has touched it."""
        return self.end is STABLE and len(self.bits) == 1 and self.bits[0].state is STABLE


@dataclass
class TableRow:
    """A row of a table."""

    cells: list[Line]
    state: State = STABLE


Body = list[Line | list[TableRow]]


def _words(draw: st.DrawFn, letters: str, most: int = 7) -> str:
    word = st.text(letters, min_size=1, max_size=6)
    return " ".join(draw(st.lists(word, min_size=1, max_size=most)))


def old_words(draw: st.DrawFn) -> str:
    return _words(draw, "abcde")


def new_words(draw: st.DrawFn) -> str:
    return _words(draw, "XYZ", 3)


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    """Draw what was given out: paragraphs, some of them alike, and a table."""
    texts = [old_words(draw) for _ in range(draw(st.integers(1, 6)))]
    if draw(st.booleans()):
        texts.append(texts[0])
    body: Body = [_line(text, f"p{number}") for number, text in enumerate(texts)]
    if draw(st.booleans()):
        rows = [
            TableRow([_line(old_words(draw), f"c{number}x{column}") for column in range(2)])
            for number in range(draw(st.integers(2, 4)))
        ]
        body.insert(draw(st.integers(0, len(body))), rows)
        body.append(_line(old_words(draw), "last"))  # a table is never the last
    return body


def _line(text: str, id: str) -> Line:
    return Line([Bit(text)], [id], [id])


@st.composite
def copies(draw: st.DrawFn, body: Body, most: int = 4) -> Body:
    """Draw what somebody makes of it."""
    copy = clone(body)
    for _ in range(draw(st.integers(0, most))):
        draw(st.sampled_from(EDITS))(draw, copy)
    return copy


def clone(body: Body) -> Body:
    return [_copied(each) if isinstance(each, Line) else [_row_copied(row) for row in each] for each in body]


def _copied(line: Line) -> Line:
    return Line(list(line.bits), list(line.opens), list(line.closes), line.end, line.moved)


def _row_copied(row: TableRow) -> TableRow:
    return TableRow([_copied(cell) for cell in row.cells], row.state)


def _lines(body: Body) -> list[Line]:
    return [each for each in body if isinstance(each, Line)]


def _all_lines(body: Body) -> list[Line]:
    cells = [cell for each in body if not isinstance(each, Line) for row in each for cell in row.cells]
    return [*_lines(body), *cells]


# what a person does


def _write(draw: st.DrawFn, body: Body) -> None:
    """Write words into a line."""
    line = draw(st.sampled_from(_all_lines(body)))
    tracked = draw(st.booleans())
    at = draw(st.integers(0, sum(len(bit.text) for bit in line.bits)))
    before, after = _parted(line.bits, at)
    words = new_words(draw)
    if tracked:
        line.bits = [*before, Bit(words, INSERTED, draw(st.sampled_from(PEOPLE))), *after]
    else:
        line.bits = [*before, Bit(words), *after]


def _strike(draw: st.DrawFn, body: Body) -> None:
    """Delete some letters of a line."""
    line = draw(st.sampled_from(_all_lines(body)))
    whole = sum(len(bit.text) for bit in line.bits)
    start = draw(st.integers(0, whole))
    before, rest = _parted(line.bits, start)
    middle, after = _parted(rest, draw(st.integers(0, whole - start)))
    if draw(st.booleans()):
        by = draw(st.sampled_from(PEOPLE))
        line.bits = [*before, *(_struck(bit, by) for bit in middle), *after]
    else:
        line.bits = [*before, *(bit for bit in middle if bit.state in (DELETED, GONE)), *after]


def _struck(bit: Bit, by: str) -> Bit:
    if bit.state is INSERTED:
        return Bit(bit.text, GONE, by)
    return Bit(bit.text, DELETED, by) if bit.state is STABLE else bit


def _parted(bits: list[Bit], at: int) -> tuple[list[Bit], list[Bit]]:
    before: list[Bit] = []
    for number, bit in enumerate(bits):
        if at < len(bit.text):
            first, second = changed(bit, text=bit.text[:at]), changed(bit, text=bit.text[at:])
            return [*before, *([first] if first.text else [])], [second, *bits[number + 1 :]]
        at -= len(bit.text)
        before.append(bit)
    return before, []


def _add(draw: st.DrawFn, body: Body) -> None:
    """Write a paragraph more."""
    at = draw(st.integers(0, len(body)))
    if at == len(body) and not isinstance(body[-1], Line):
        return
    if draw(st.booleans()):
        body.insert(at, Line([Bit(new_words(draw), INSERTED, "Ada")], end=INSERTED))
    else:
        body.insert(at, Line([Bit(new_words(draw))]))


def _remove(draw: st.DrawFn, body: Body) -> None:
    """Delete a paragraph with its end; the one at the end of all stays."""
    at = draw(st.integers(0, len(body) - 1))
    line = body[at]
    if not isinstance(line, Line) or at + 1 == len(body):
        return
    if draw(st.booleans()):
        line.bits = [_struck(bit, "Ben") for bit in line.bits]
        line.end = GONE if line.end in (INSERTED, GONE) else DELETED
    elif line.is_whole and line.opens == line.closes:
        del body[at]


def _part(draw: st.DrawFn, body: Body) -> None:
    """Part a paragraph."""
    at = draw(st.integers(0, len(body) - 1))
    line = body[at]
    if not isinstance(line, Line):
        return
    before, after = _parted(line.bits, draw(st.integers(0, sum(len(bit.text) for bit in line.bits))))
    first = Line(before, line.opens, [], INSERTED if draw(st.booleans()) else STABLE)
    body[at : at + 1] = [first, Line(after, [], line.closes, line.end)]


def _join(draw: st.DrawFn, body: Body) -> None:
    """Have a paragraph go on in the next one."""
    at = draw(st.integers(0, len(body) - 1))
    first, second = body[at], body[at + 1] if at + 1 < len(body) else None
    if not isinstance(first, Line) or not isinstance(second, Line) or first.end is not STABLE:
        return
    if first.moved or second.moved:
        return
    if draw(st.booleans()):
        first.end = DELETED
    else:
        opens, closes = [*first.opens, *second.opens], [*first.closes, *second.closes]
        body[at : at + 2] = [Line([*first.bits, *second.bits], opens, closes, second.end)]


def _move(draw: st.DrawFn, body: Body) -> None:
    """Take a whole paragraph to another place, without a trace."""
    at = draw(st.integers(0, len(body) - 1))
    line = body[at]
    is_alone = isinstance(line, Line) and line.is_whole and line.opens == line.closes
    if isinstance(line, Line) and is_alone and len(line.opens) < 2 and at + 1 < len(body):
        line.moved = True
        del body[at]
        body.insert(draw(st.sampled_from(_between(body))), line)


def _duplicate(draw: st.DrawFn, body: Body) -> None:
    """Put a copy of a paragraph in another place, without a trace."""
    line = draw(st.sampled_from(_lines(body)))
    if line.is_whole and line.opens == line.closes and len(line.opens) == 1 and "_Copy" not in line.opens[0]:
        name = [f"{line.opens[0]}_Copy_1"]
        if all(name != each.opens for each in _lines(body)):
            body.insert(draw(st.sampled_from(_between(body))), Line(list(line.bits), name, name, moved=True))


def _between(body: Body) -> list[int]:
    """Give the places that are not between two parts of one paragraph; that after all is none."""
    places, open_now = [], set[str]()
    for at, each in enumerate(body):
        if not open_now:
            places.append(at)
        if isinstance(each, Line):
            open_now = (open_now | set(each.opens)) - set(each.closes)
    return places


def _add_row(draw: st.DrawFn, body: Body) -> None:
    for table in body:
        if not isinstance(table, Line):
            tracked = draw(st.booleans())
            cells = [Line([Bit(new_words(draw), INSERTED if tracked else STABLE, "Ada")]) for _ in range(2)]
            table.insert(draw(st.integers(0, len(table))), TableRow(cells, INSERTED if tracked else STABLE))


def _remove_row(draw: st.DrawFn, body: Body) -> None:
    for table in body:
        if not isinstance(table, Line) and len(table) > 1:
            at = draw(st.integers(0, len(table) - 1))
            row = table[at]
            if draw(st.booleans()):
                for cell in row.cells:
                    cell.bits = [_struck(bit, "Ben") for bit in cell.bits]
                row.state = GONE if row.state in (INSERTED, GONE) else DELETED
            elif all(cell.is_whole for cell in row.cells):
                del table[at]


EDITS = (
    _write, _write, _strike, _strike, _add, _remove, _part, _join, _move, _duplicate, _add_row, _remove_row,
)  # fmt: skip


# how it stands in a file


def xml(body: Body, *, marks: bool = True) -> list[str]:
    """Write a body; without its marks as one that was retyped."""
    numbers = iter(range(10, 1000))
    ids: dict[str, int] = {}
    return [
        _written(each, ids, numbers, marks)
        if isinstance(each, Line)
        else tbl(*(_row(row, ids, numbers, marks) for row in each))
        for each in body
    ]


def _row(row: TableRow, ids: dict[str, int], numbers: Iterator[int], marks: bool) -> str:
    properties = _acts(row.state)
    return tr(*(tc(_written(cell, ids, numbers, marks)) for cell in row.cells), properties=properties)


def _acts(state: State) -> str:
    kinds = {STABLE: (), INSERTED: ("ins",), DELETED: ("del",), GONE: ("ins", "del")}[state]
    return "".join(f'<w:{kind} w:id="1" w:author="Ada" w:date="{WHEN}"/>' for kind in kinds)


def _written(line: Line, ids: dict[str, int], numbers: Iterator[int], marks: bool) -> str:
    content = [_bit(bit) for bit in line.bits]
    if marks:
        for name in line.opens:
            ids[name] = next(numbers)
        starts = [f'<w:bookmarkStart w:id="{ids[name]}" w:name="_ik_{name}"/>' for name in line.opens]
        ends = [f'<w:bookmarkEnd w:id="{ids[name]}"/>' for name in line.closes]
        content = [*starts, *content, *ends]
    properties = f"<w:rPr>{_acts(line.end)}</w:rPr>" if line.end is not STABLE else ""
    return p(*content, properties=properties)


def _bit(bit: Bit) -> str:
    def act(kind: str, inner: str) -> str:
        return f'<w:{kind} w:id="1" w:author="{bit.by or "Ada"}" w:date="{WHEN}">{inner}</w:{kind}>'

    match bit.state:
        case State.INSERTED:
            return act("ins", r(bit.text))
        case State.DELETED:
            return act("del", r(bit.text, name="delText"))
        case State.GONE:
            return act("ins", act("del", r(bit.text, name="delText")))
        case _:
            return r(bit.text)
