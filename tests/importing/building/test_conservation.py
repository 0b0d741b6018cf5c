"""Whatever a manuscript says and whatever a plan makes of it: every word is somewhere afterwards."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from ikonzept_desktop.importing.building import Built, built, missing
from ikonzept_desktop.importing.manuscript import Hints, Manuscript, Piece, Pointer, Remark, Told, Where
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Block, Cell, Column, Row, Table, named_lines, with_line
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import inverse
from ikonzept_desktop.model.ids import IdSource, seeded_ids
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, NoteInline, Text, normalise
from ikonzept_desktop.model.schema import problems
from tests import strategies
from tests.builders import TEMPLATE, chapter, doc, fresh_id, p
from tests.importing.building.papers import h, paper, plan, section

KINDS = ("", "fort", *(kind.key for kind in TEMPLATE.kinds))
FIELDS = ("fort", *(field.key for kind in TEMPLATE.kinds for field in kind.fields))
COLUMNS = ("", "fort", "title", "description", "lead", "priority", "due", "public", "goals", "memo", "reason")


def pointed(block: Block) -> Block:
    """Have references of a drawn block name the pointers of a manuscript."""
    for name, inlines in named_lines(block):
        block = with_line(block, name, normalise(tuple(map(_pointed, inlines))))
    return block


def _pointed(inline: Inline) -> Inline:
    match inline:
        case CrossReference(target=target):
            return replace(inline, target=f"#{'abc'.index(target)}")
        case Footnote(content=content):
            return replace(inline, content=tuple(_in_note(part) for part in content))
        case _:
            return inline


def _in_note(part: NoteInline) -> NoteInline:
    return replace(part, target="#1") if isinstance(part, CrossReference) else part


@st.composite
def merged(draw: DrawFn, ids: IdSource) -> Table:
    """Draw a table with a cell beside two rows."""
    cells = [Cell(ids(), draw(strategies.lines(ids))) for _ in range(5)]
    beside = replace(cells[0], row_span=2)
    rows = (Row(ids(), (beside, cells[1])), Row(ids(), (cells[2],)), Row(ids(), (cells[3], cells[4])))
    return Table(ids(), (Column(), Column()), rows, header_rows=draw(st.integers(0, 1)))


@st.composite
def manuscripts(draw: DrawFn) -> Manuscript:
    """Draw a document of a few pieces of any kind."""
    ids = seeded_ids(draw(st.integers(0, 1000)))
    hints = st.builds(Hints, level=st.none() | st.integers(0, 4), is_bold=st.booleans())
    made = st.builds(
        Piece,
        (strategies.blocks(ids) | merged(ids)).map(pointed),
        hints,
        st.sampled_from(Where),
        strategies.words,
        bookmarks=st.just(("b",)),
    )
    pieces = tuple(draw(st.lists(made, max_size=8)))
    remarks = st.builds(Remark, strategies.comments(ids), st.integers(0, 8))
    pointers = (Pointer("b", "Tabelle 3"), Pointer("fort", "Seite 9"))
    return Manuscript("Papier.docx", pieces, pointers=pointers, remarks=tuple(draw(st.lists(remarks, max_size=2))))


@st.composite
def plans(draw: DrawFn) -> Plan:
    """Draw a plan, sensible or not."""
    entries = st.builds(
        Entry,
        st.integers(0, 9),
        st.sampled_from(Becomes),
        st.integers(0, 4),
        st.sampled_from(KINDS),
        strategies.words,
        st.sampled_from(["", "1 ", "a"]),
        st.sampled_from(FIELDS),
        st.lists(st.sampled_from(COLUMNS), max_size=4).map(tuple),
        by_rows=st.booleans(),
        begins_text=st.booleans(),
    )
    return Plan(tuple(draw(st.lists(entries, max_size=8))))


@settings(max_examples=150, deadline=None)
@given(manuscripts(), plans(), st.booleans())
def test_no_word_is_lost_and_the_concept_stays_valid(manuscript: Manuscript, plan: Plan, is_part: bool) -> None:
    before = doc(chapter("Ziele", p("Da."), id="ziele"), title="Konzept")
    made = built(before, manuscript, plan, into="ziele" if is_part else "", ids=fresh_id)
    assert missing(manuscript, made) == ()
    assert not any(told.kind == "rescued" for told in made.told)
    after = before if made.edit is None else apply(before, made.edit)
    assert list(problems(after)) == []
    if made.edit is not None:
        assert apply(after, inverse(made.edit)) == before


def test_words_that_are_nowhere_are_named() -> None:
    manuscript = paper(h("Ziele"), "Alle sprechen Deutsch.", "Das ist gut.")
    made = built(doc(), manuscript, plan(section(0, "Ziele")), ids=fresh_id)
    more = replace(manuscript, pieces=(*manuscript.pieces, *paper("Und Türkisch.").pieces))
    assert missing(manuscript, made) == ()
    assert missing(more, made) == ("Und Türkisch.",)
    assert missing(manuscript, Built(None, (), (), {})) == ("Ziele", "Alle sprechen Deutsch.", "Das ist gut.")


def test_what_the_reading_told_counts_for_nothing() -> None:
    manuscript = paper("Alle.", told=(Told("object", "Alle."),))
    assert missing(manuscript, Built(None, manuscript.told, (), {})) == ("Alle.",)


def test_a_word_that_stood_there_twice_has_to_be_there_twice() -> None:
    once, twice = paper("Ja."), paper("Ja.", "Ja.")
    made = built(doc(), once, plan(), ids=fresh_id)
    assert missing(twice, made) == ("Ja.",)


def test_nothing_comes_of_nothing() -> None:
    assert built(doc(), paper(), plan()).edit is None


def document_of(made: Built) -> Document:
    """Give what a new concept holds."""
    return doc() if made.edit is None else apply(doc(), made.edit)


def test_bold_and_links_of_text_stay() -> None:
    words = p(Text("Kreis", link="https://kreis.example/"))
    made = built(doc(), paper(h("Ziele"), words), plan(section(0, "Ziele")), ids=fresh_id)
    assert document_of(made).sections[0].blocks("text") == (words,)
