"""Whatever is proposed, and whatever was written since: nothing of it is lost, and the text shows through."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.model.blocks import Block, Paragraph
from ikonzept_desktop.model.document import Document, replace_section, walk
from ikonzept_desktop.model.fields import Field, RichText
from ikonzept_desktop.model.inline import Inline, Text
from ikonzept_desktop.model.proposals import KeptProposal, Kind, Source, Variant
from ikonzept_desktop.review.shown import shown, without_proposals
from ikonzept_desktop.review.shown_spans import END_SIGN, Fate, Span
from ikonzept_desktop.review.shown_values import ShownLine
from ikonzept_desktop.review.taking_over import TakingOver
from tests.builders import bold, cell, chapter, doc, fn, li, ol, p, ref, row, table
from tests.review.marked import ground

CONCEPT = doc(
    chapter(
        "Ziele",
        p("Wer gerade erst ankommt, braucht eine Stelle.", id="a"),
        p("Der Kreis ", bold("fördert"), " Kurse", fn("Seit 2007.", id="n"), ", siehe ", ref("wege"), ".", id="b"),
        ol("Deutschkurse anbieten", id="c"),
        li("Eltern 😀 beraten", level=1, id="d"),
        id="ziele",
    ),
    chapter(
        "Wege",
        table(row(cell("Ort", id="o"), cell("Zahl", id="u")), row(cell("Hilden", id="h"), cell("8", id="z")), id="t"),
        p("Ende.", id="e"),
        id="wege",
    ),
)
LINES = ("ziele", "a", "b", "n", "c", "d", "wege", "o", "z", "e")
GROUNDS = st.sampled_from([ground(CONCEPT, id) for id in LINES])
WORDS = st.sampled_from(["", "neu", "Wer bald", "¹ \n und", "A.\u2029B", "gerade erst hier", "\ufffc"])
COPIES = st.sampled_from(["jc", "cv", "as"])


@st.composite
def proposals(draw: st.DrawFn) -> tuple[KeptProposal, ...]:
    """Draw what several people want of the concept."""
    return tuple(draw(one(f"p{number}")) for number in range(draw(st.integers(1, 6))))


@st.composite
def one(draw: st.DrawFn, id: str) -> KeptProposal:
    kind = draw(st.sampled_from(list(Kind)))
    about = draw(GROUNDS)
    if kind in {Kind.TEXT, Kind.SPLIT, Kind.WITHDRAWN, Kind.FORMAT}:
        start = draw(st.integers(0, len(about.text)))
        about = replace(about, start=start, end=draw(st.integers(start, len(about.text))))
    grounds = (about, draw(GROUNDS)) if kind in _TWO else (about,)
    texts = draw(st.lists(WORDS, min_size=1, max_size=2, unique=True))
    variants = tuple(Variant(text, (Source(draw(COPIES)),)) for text in texts)
    against = (Source("x"),) if draw(st.booleans()) and kind in {Kind.DELETE, Kind.MOVE} else ()
    target = draw(GROUNDS) if kind is Kind.MOVE and draw(st.booleans()) else None
    before = about.text[about.start : about.end]
    order = draw(st.integers(0, 2))
    section = _section_of(about.id)
    return KeptProposal(id, "", kind, section, 0, before, variants, against, grounds, target, order=order)


_TWO = frozenset({Kind.JOIN, Kind.ROW_DELETE, Kind.ROW_INSERT})


def _section_of(line: str) -> str:
    return "ziele" if LINES.index(line) < LINES.index("wege") else "wege"


@st.composite
def concepts(draw: st.DrawFn) -> Document:
    """Draw what was made of the concept since: words put in, paragraphs taken out."""
    now = CONCEPT
    for section in CONCEPT.sections:
        blocks = tuple(draw(since(block)) for block in section.blocks("text") if draw(st.integers(0, 5)))
        now = replace_section(now, replace(section, fields=(Field("text", RichText(blocks)),)))
    return now


@st.composite
def since(draw: st.DrawFn, block: Block) -> Block:
    if not isinstance(block, Paragraph) or draw(st.booleans()):
        return block
    first = block.inlines[0]
    assert isinstance(first, Text)
    at = draw(st.integers(0, len(first.text)))
    written = Text(first.text[:at] + "XY " + first.text[at:], first.marks)
    return replace(block, inlines=(written, *block.inlines[1:]))


def all_shown(document: Document, wanted: tuple[KeptProposal, ...]) -> dict[str, tuple[ShownLine, ...]]:
    places = TakingOver(document)
    return {section.id: shown(document, section.id, wanted, places) for section in walk(document.sections)}


@given(proposals(), concepts())
def test_each_proposal_is_told_in_its_section_whatever_was_written_since(
    wanted: tuple[KeptProposal, ...], now: Document
) -> None:
    found = all_shown(now, wanted)
    for kept in wanted:
        ids = frozenset(id for line in found[kept.section] for id in line.ids)
        assert kept.id in ids, kept


@given(proposals(), concepts())
def test_without_what_is_new_it_is_the_text_as_it_is(wanted: tuple[KeptProposal, ...], now: Document) -> None:
    for section, lines in all_shown(now, wanted).items():
        before = [words(line) for line in without_proposals(now, section)]
        after = [words(line) for line in lines if not line.is_new]
        assert list(filter(None, after)) == list(filter(None, before))


def words(line: ShownLine) -> str:
    """Give the words of a line, but for those that are proposed."""
    cells = "|".join(_kept(cell.spans) for cell in line.cells if cell.place.spot is not None)
    return _kept(line.spans) + cells


def _kept(spans: tuple[Span, ...]) -> str:
    return "".join(_sign(span.inline) for span in spans if span.fate not in {Fate.NEW, Fate.POINT})


def _sign(inline: Inline) -> str:
    if isinstance(inline, Text):
        return "" if inline.text == END_SIGN else inline.text
    return f"<{type(inline).__name__}>"
