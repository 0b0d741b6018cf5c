"""Concepts of every kind of value, drawn by hypothesis; ids are unique within a concept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ikonzept_desktop.model.blocks import (
    Alignment,
    Block,
    Cell,
    Column,
    Figure,
    ListItem,
    NumberFormat,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
    Total,
)
from ikonzept_desktop.model.document import (
    Abbreviation,
    Comment,
    CopyState,
    Document,
    GivenCopy,
    Place,
    Properties,
    Reply,
    Section,
    Trashed,
)
from ikonzept_desktop.model.fields import Choice, Day, Field, Line, Links, Record, Records, RichText, YesNo
from ikonzept_desktop.model.ids import IdSource, seeded_ids
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Marks,
    NoteInline,
    ReferenceForm,
    Text,
    normalise,
)
from ikonzept_desktop.model.text import clean
from tests.model.small_concept import TEMPLATE

words = st.text(max_size=12).map(clean)
"""Any text a concept may hold."""
moments = st.integers(0, 10**9).map(lambda seconds: datetime(2015, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))
copies = st.builds(
    GivenCopy,
    st.text("abc", min_size=1, max_size=3),
    words,
    moments,
    words,
    words,
    st.none() | st.dates(),
    state=st.sampled_from(CopyState),
    returned=st.none() | moments,
)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)


@st.composite
def runs(draw: DrawFn) -> Text:
    """Draw a run of text with any look."""
    return Text(
        draw(words),
        Marks(draw(st.integers(0, 15))),
        draw(st.sampled_from(["", "https://kreis.example/a?b=c", "mailto:amt@kreis.example"])),
        draw(st.sampled_from(["", "tr", "ar"])),
        tuple(sorted(draw(st.sets(st.sampled_from("abc"), max_size=2)))),
    )


@st.composite
def references(draw: DrawFn) -> CrossReference:
    """Draw a cross-reference to anything."""
    return CrossReference(draw(st.sampled_from("abc")), draw(st.sampled_from(ReferenceForm)))


note_inlines: SearchStrategy[NoteInline] = st.one_of(runs(), st.just(LineBreak()), references())


@st.composite
def lines(draw: DrawFn, ids: IdSource) -> Inlines:
    """Draw a line in normal form."""
    notes = st.lists(note_inlines, max_size=3).map(lambda content: Footnote(ids(), tuple(content)))
    inlines: SearchStrategy[Inline] = st.one_of(runs(), st.just(LineBreak()), references(), notes)
    return normalise(tuple(draw(st.lists(inlines, max_size=4))))


@st.composite
def tables(draw: DrawFn, ids: IdSource) -> Table:
    """Draw a table, one of its rows a single wide cell."""
    formats = st.one_of(st.none(), st.builds(NumberFormat, st.one_of(st.none(), st.integers(0, 4)), st.booleans()))
    made = st.builds(Column, st.floats(0.1, 9.0), st.sampled_from(Alignment), formats, st.sampled_from(Total))
    columns = draw(st.lists(made, min_size=1, max_size=3))
    wide = Row(ids(), (Cell(ids(), draw(lines(ids)), column_span=len(columns)),))
    alignments = st.one_of(st.none(), st.sampled_from(Alignment))
    plain = Row(ids(), tuple(Cell(ids(), draw(lines(ids)), alignment=draw(alignments)) for _ in columns))
    headers = draw(st.integers(0, 2)), draw(st.integers(0, len(columns)))
    return Table(ids(), tuple(columns), (wide, plain), draw(lines(ids)), draw(lines(ids)), *headers)


@st.composite
def blocks(draw: DrawFn, ids: IdSource) -> Block:
    """Draw a block of any kind."""
    makers: tuple[Callable[[], Block], ...] = (
        lambda: Paragraph(ids(), draw(lines(ids)), draw(st.sampled_from(ParagraphStyle))),
        lambda: ListItem(ids(), draw(lines(ids)), draw(st.integers(0, 8)), draw(st.booleans()), draw(st.booleans())),
        lambda: draw(tables(ids)),
        lambda: Figure(ids(), draw(digests), draw(lines(ids)), draw(lines(ids)), draw(words), draw(st.floats(0.1, 1))),
    )
    return draw(st.sampled_from(makers))()


@st.composite
def rich_texts(draw: DrawFn, ids: IdSource) -> RichText:
    """Draw a text of a few blocks."""
    return RichText(tuple(draw(st.lists(blocks(ids), max_size=3))))


@st.composite
def records(draw: DrawFn, ids: IdSource) -> Record:
    """Draw a measure with values of every kind."""
    return Record(
        ids(),
        (
            Field("title", Line(draw(words))),
            Field("description", draw(rich_texts(ids))),
            Field("priority", Choice(draw(st.sampled_from(["", "high"])))),
            Field("due", Day(draw(st.one_of(st.none(), st.dates())), draw(words))),
            Field("public", YesNo(draw(st.sampled_from([None, True, False])))),
            Field("goal", Links(tuple(draw(st.lists(st.sampled_from("abc"), max_size=2))))),
        ),
    )


@st.composite
def comments(draw: DrawFn, ids: IdSource) -> Comment:
    """Draw a comment with answers."""
    made = st.builds(lambda text, when: Reply(ids(), "Leitung Sozialamt", when, text, "LS"), words, moments)
    answers = tuple(draw(st.lists(made, max_size=2)))
    return Comment(ids(), "Sozialplanung", draw(moments), draw(words), "SP", draw(st.booleans()), answers)


@st.composite
def sections(draw: DrawFn, ids: IdSource, depth: int = 2) -> Section:
    """Draw a section with what stands below it."""
    kind = draw(st.sampled_from(["chapter", "field_of_action"]))
    measures = tuple(draw(st.lists(records(ids), max_size=2))) if kind == "field_of_action" else ()
    return Section(
        ids(),
        kind,
        draw(words),
        (Field("text", draw(rich_texts(ids))), Field("measures", Records(measures))),
        tuple(draw(st.lists(sections(ids, depth - 1), max_size=2))) if depth else (),
        draw(st.sampled_from(["", "open", "draft"])),
        draw(words),
        draw(st.one_of(st.none(), st.dates())),
        draw(st.one_of(st.none(), st.integers(0, 9999))),
        draw(st.booleans()),
        draw(st.booleans()),
        tuple(draw(st.lists(comments(ids), max_size=1))),
    )


@st.composite
def properties(draw: DrawFn) -> Properties:
    """Draw what is said of a concept as a whole."""
    shorts = draw(st.lists(words.filter(bool), max_size=2, unique=True))
    listed = tuple(Abbreviation(short, draw(words)) for short in shorts)
    texts = st.builds(Properties, words, words, words, words, words)
    return replace(
        draw(texts),
        abbreviations=listed,
        print_abbreviations=draw(st.booleans()),
        print_tables_list=draw(st.booleans()),
        print_figures_list=draw(st.booleans()),
        copies=tuple(draw(st.lists(copies, max_size=2, unique_by=lambda copy: copy.id))),
    )


@st.composite
def documents(draw: DrawFn) -> Document:
    """Draw a concept with a Papierkorb."""
    ids = seeded_ids(draw(st.integers(0, 1000)))
    top = tuple(draw(st.lists(sections(ids), max_size=2)))
    places = st.builds(Place, st.sampled_from(["", "fort"]), st.integers(0, 9))
    trash = st.lists(st.builds(Trashed, sections(ids, 1), places, moments), max_size=2)
    return Document(TEMPLATE, top, draw(properties()), tuple(draw(trash)))
