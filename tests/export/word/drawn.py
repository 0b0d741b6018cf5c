"""Publications drawn at random, with what is hard in them: nasty texts, spans, nested lists, boxes, turned tables."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from ikonzept_desktop.model.blocks import Alignment
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.tree import (
    BoxElement,
    BoxLine,
    BreakRun,
    Element,
    FigureElement,
    ListElement,
    ListEntry,
    Publication,
    Runs,
    TableCell,
    TableElement,
    TableRow,
    TextElement,
    TextRun,
)
from tests.export.word.publications import images, new_id, picture, publication, section, written

NASTY = [
    "&amp;", "<w:p/>", "]]>", '"Zitat"', "'", "„Ä“", "\u00a0", "z.\u00a0B.", " führend", "folgend ", "  zwei  ",
    "\u00ad", "Integra\u00adtion", "9\u201110", "👩🏽\u200d🚒", "🇩🇪", "مرحبا", "שלום", "ﬀ", "e\u0301", "\u200b",
    "\u202e", "\ufeff", "𝔘", "{{x}}", "%1", "_x000D_", "\\u",
]  # fmt: skip
CHART = picture(20, 10)
ADDRESSES = ["", 'https://www.kreis.example/?a=1&b="2"', "mailto:amt@kreis.example", "https://ä.example/ö", "file:///c"]

texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=20)).map(clean).filter(bool)
marks = st.sampled_from([Marks.NONE, Marks.BOLD, Marks.ITALIC | Marks.BOLD, Marks.SUPERSCRIPT, Marks.SUBSCRIPT])
languages = st.sampled_from(["", "", "tr", "ar", "en-GB", "not a tag <"])
text_runs = st.builds(TextRun, texts, marks, st.sampled_from(ADDRESSES), languages)
notes = st.builds(written, st.lists(st.one_of(text_runs, st.builds(BreakRun)), max_size=3).map(tuple))
lines: st.SearchStrategy[Runs] = st.lists(st.one_of(text_runs, text_runs, st.builds(BreakRun), notes), max_size=5).map(
    tuple
)
labels = st.sampled_from(["", "Ziel & <"])
paragraphs = st.builds(lambda runs, label: TextElement(new_id(), runs, label=label), lines, labels)


@st.composite
def lists(draw: st.DrawFn, level: int = 0) -> ListElement:
    ordered = draw(st.booleans())
    entries = []
    for place in range(draw(st.integers(1, 3))):
        below = (draw(lists(level + 1)),) if level < 3 and draw(st.integers(0, 3)) == 0 else ()
        entries.append(ListEntry(new_id(), draw(lines), place + 1 if ordered else 0, below))
    return ListElement(ordered, level, tuple(entries))


@st.composite
def tables(draw: st.DrawFn, most_columns: int = 8) -> TableElement:
    """Draw a table whose cells tile it: rows cut into spans, some cells reaching into the row below."""
    columns, height = draw(st.sampled_from([1, 2, 3, most_columns])), draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    rows = tuple(TableRow(new_id(), tuple(draw(cells(row, columns, height, taken)))) for row in range(height))
    shares = tuple([1 / columns] * columns)
    return TableElement(new_id(), "", draw(lines), shares, rows, draw(st.integers(0, 1)), source=draw(lines))


@st.composite
def cells(draw: st.DrawFn, row: int, columns: int, height: int, taken: set[tuple[int, int]]) -> list[TableCell]:
    drawn = []
    for column in range(columns):
        if (row, column) in taken:
            continue
        room = column + 1 < columns and (row, column + 1) not in taken
        across = 2 if room and draw(st.integers(0, 4)) == 0 else 1
        down = 2 if row + 1 < height and draw(st.integers(0, 4)) == 0 else 1
        taken.update((row + y, column + x) for y in range(down) for x in range(across))
        alignment = draw(st.sampled_from(list(Alignment)))
        drawn.append(TableCell(new_id(), draw(lines), column, across, down, alignment))
    return drawn


def figure_of(caption: Runs, alternative: str, source: Runs) -> FigureElement:
    return FigureElement(new_id(), "", caption, next(iter(images(CHART))), alternative, 0.5, source)


figures = st.builds(figure_of, lines, texts, lines)
box_elements = st.one_of(paragraphs, lists(), tables(3))
box_lines = st.builds(BoxLine, st.one_of(st.just(""), texts), st.lists(box_elements, max_size=2).map(tuple))
boxes = st.builds(
    lambda title, rows: BoxElement(new_id(), "S 1", title, tuple(rows), new_id()),
    texts,
    st.lists(box_lines, max_size=3),
)
elements = st.one_of(paragraphs, lists(), tables(), figures, boxes)


@st.composite
def publications(draw: st.DrawFn) -> Publication:
    sections = [
        replace(section(draw(texts), *draw(st.lists(elements, max_size=4))), number=str(place + 1))
        for place in range(draw(st.integers(1, 3)))
    ]
    made = publication(*sections, title=draw(texts))
    count = iter(range(1, 1000))
    captioned = (replace(one, elements=tuple(labelled(one.elements, count))) for one in made.sections)
    return replace(made, sections=tuple(captioned))


def labelled(parts: tuple[Element, ...], count: Iterator[int]) -> Iterator[Element]:
    """Number the tables and figures that have a caption; one count for both, so that Word's own would be wrong."""
    for part in parts:
        match part:
            case TableElement() if part.caption:
                yield replace(part, label=f"Tabelle {next(count)}")
            case FigureElement() if part.caption:
                yield replace(part, label=f"Abbildung {next(count)}")
            case _:
                yield part
