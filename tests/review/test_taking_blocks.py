"""Paragraphs that are written, struck out, moved, joined and parted go where the copy has them, in whatever order."""

from dataclasses import replace

import pytest

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Block, ListItem, Paragraph, ParagraphStyle
from ikonzept_desktop.model.document import Comment, Document, replace_section
from ikonzept_desktop.model.edits import ReplaceBlocks
from ikonzept_desktop.model.fields import FieldAddress, RichText
from ikonzept_desktop.model.inline import Footnote, Marks, ReferenceForm, Text
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Source, Variant
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.taking_over import TakingOver
from tests.builders import bold, chapter, doc, figure, fn, li, p, quote, ref, row, table
from tests.review.changed import WHEN, accepted, proposed, text_of, with_proposals

A = p("Der Kreis fördert das Erlernen", fn("Seit 2007.", id="note"), " der Sprache.", id="a")
B = p("Alle zwei Jahre wird das Konzept fortgeschrieben.", id="b")
C = p("Die Städte wirken daran nach Kräften mit.", id="c")
D = p("Ein Beirat begleitet die Umsetzung mit Rat.", id="d")
X = p("Anderes steht hier in diesem Kapitel.", id="x")
Y = p("Und noch ein Satz am Ende davon.", id="y")


def concept(*ziele: Block, wege: tuple[Block, ...] = (X, Y)) -> Document:
    return doc(chapter("Ziele", *ziele, id="ziele"), chapter("Wege", *wege, id="wege"))


CONCEPT = concept(A, B, C, D)
N1B = p("Ganz neu geschrieben.", id="n1b")
N1, N2, N3 = p("Ganz neu geschrieben.", id="n1"), p("Auch das ist neu.", id="n2"), p("Und das dritte.", id="n3")


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(concept(B, C, A, D), id="moved within the field"),
        pytest.param(concept(B, C, D, wege=(X, A, Y)), id="moved to another section"),
        pytest.param(concept(A, C, D, wege=(B, X, Y)), id="moved to the beginning of another section"),
        pytest.param(concept(A, B, C, wege=(D, X, Y)), id="moved over the heading of the next section"),
        pytest.param(concept(A, B, C, D, X, wege=(Y,)), id="moved over the heading of its section"),
        pytest.param(concept(N1, A, B, C, D), id="written at the very beginning"),
        pytest.param(concept(A, B, C, D, N1, N2), id="written at the end"),
        pytest.param(concept(A, N1, N2, C, D), id="written instead of another"),
        pytest.param(concept(A, N1, N2, N3), id="written instead of several"),
        pytest.param(concept(A, N1, N1B, B, C, D), id="the same written twice"),
        pytest.param(concept(A, D), id="struck out"),
        pytest.param(concept(N1, B, N2, C, D, wege=(X, A, N3, Y)), id="all at once"),
    ],
)
def test_the_concept_becomes_what_the_copy_says_in_whatever_order_it_is_accepted(changed: Document) -> None:
    found = proposed(CONCEPT, changed)
    document = with_proposals(CONCEPT, found)
    assert text_of(accepted(document, *found)) == text_of(changed)
    assert text_of(accepted(document, *reversed(found))) == text_of(changed)


def blocks_of(document: Document, section: int = 0) -> tuple[Block, ...]:
    value = document.sections[section].fields[0].value
    assert isinstance(value, RichText)
    return value.blocks


def test_what_is_moved_keeps_its_id_its_notes_and_what_was_written_in_it_since() -> None:
    found = proposed(CONCEPT, concept(B, C, D, wege=(X, A, Y)))
    since = concept(replace(A, inlines=(Text("Nun: "), *A.inlines)), B, C, D)
    after = accepted(with_proposals(since, found), *found)
    assert blocks_of(after, 1)[1] == blocks_of(since)[0]


def test_internal_notes_go_along_to_the_other_section() -> None:
    remarked = replace(B, inlines=(Text("Alle zwei Jahre wird das Konzept fortgeschrieben.", comments=("k",)),))
    document = concept(A, remarked, C, D)
    note = Comment("k", "Eva", WHEN, "Wirklich?")
    document = replace_section(document, replace(document.sections[0], comments=(note,)))
    found = proposed(document, concept(A, C, D, wege=(X, remarked, Y)))
    after = accepted(with_proposals(document, found), *found)
    assert [section.comments for section in after.sections] == [(), (note,)]


def test_one_block_wanted_in_two_places_goes_where_the_variant_says() -> None:
    ways = (concept(B, C, D, wege=(X, A, Y)), concept(B, C, A, D))
    (kept,) = proposed(CONCEPT, *ways)
    assert kept.is_conflict
    assert [variant.text for variant in kept.variants] == [text_of(concept(C))[1], text_of(concept(X))[1]]
    document = with_proposals(CONCEPT, (kept,))
    assert text_of(accepted(document, kept)) == text_of(ways[1])
    assert text_of(accepted(document, kept, variant=1)) == text_of(ways[0])


def test_a_move_to_words_that_are_gone_is_shifted_ground() -> None:
    found = proposed(CONCEPT, concept(B, C, D, wege=(X, A, Y)))
    with pytest.raises(GroundShifted):
        TakingOver(concept(A, B, C, D, wege=(Y,))).edit(found[0])
    with pytest.raises(GroundShifted):
        TakingOver(concept(B, C, D)).edit(found[0])


def test_what_stands_there_already_is_not_moved() -> None:
    changed = concept(B, C, A, D)
    (kept,) = proposed(CONCEPT, changed)
    assert TakingOver(changed).edit(kept) is None


def test_a_list_item_stays_one_and_its_neighbour_is_one_of_the_same_level() -> None:
    items = (li("Kurse anbieten, die allen offen stehen", id="i1"), li("Eltern beraten, wo sie sind", level=1, id="i2"))
    document = concept(A, *items, B)
    changed = concept(A, *items, li("Lotsen schulen und begleiten", level=1, id="n"), B)
    found = proposed(document, changed)
    after = accepted(with_proposals(document, found), *found)
    new = blocks_of(after)[3]
    assert isinstance(new, ListItem)
    assert new.level == 1
    moved = concept(items[1], A, items[0], B)
    found = proposed(document, moved)
    assert text_of(accepted(with_proposals(document, found), *found)) == text_of(moved)


def test_what_follows_a_quotation_is_one_too() -> None:
    document = concept(A, quote("Sprache ist der Schlüssel zu allem.", id="q"), B)
    kept = made(Kind.INSERT, "q", "", "Und das Schloss dazu.")
    after = apply(document, certain(document, kept))
    new = blocks_of(after)[2]
    assert isinstance(new, Paragraph)
    assert new.style is ParagraphStyle.QUOTE


def test_a_figure_is_struck_out_and_words_follow_a_table() -> None:
    grid = table(row("Ort", "Zahl"), row("Hilden", "8"), id="t")
    document = concept(A, grid, B)
    changed = concept(A, grid, N1, B)
    found = proposed(document, changed)
    assert text_of(accepted(with_proposals(document, found), *found)) == text_of(changed)
    shown = concept(A, figure(id="f"), B)
    after = apply(shown, certain(shown, made(Kind.DELETE, "f", "", "")))
    assert blocks_of(after) == (A, B)


def made(kind: Kind, ground: str, words: str, text: str, place: int = 0, **more: object) -> KeptProposal:
    """Make a proposal about all of some words."""
    grounds = (Ground(ground, words, 0, len(words)),)
    variants = (Variant(text, (Source("1", "Amt"),)),)
    made = KeptProposal(f"{kind}{place}", "fassung", kind, "ziele", place, words, variants, grounds=grounds)
    return replace(made, **more)  # type: ignore[arg-type]  # parts of a proposal, by name


def certain(document: Document, kept: KeptProposal) -> ReplaceBlocks:
    edit = TakingOver(document).edit(kept)
    assert isinstance(edit, ReplaceBlocks)
    return edit


def test_a_copied_paragraph_looks_like_the_first_one_and_has_notes_of_its_own() -> None:
    first = p("Der Kreis ", bold("fördert"), " das Erlernen", fn("Seit 2007.", id="note"), " der Sprache.", id="a")
    kept = made(Kind.INSERT, "d", "", "Der Kreis fördert das Lernen\ufffc der Sprache.", copied="a")
    after = apply(concept(first, B, C, D), certain(concept(first, B, C, D), kept))
    new = blocks_of(after)[-1]
    assert isinstance(new, Paragraph)
    assert new.inlines[1] == bold("fördert")
    assert new.inlines[2] == Text(" das Lernen")
    (note,) = (inline for inline in new.inlines if isinstance(inline, Footnote))
    assert (note.id != "note", note.content) == (True, (Text("Seit 2007."),))


def part(words: str, start: int, end: int, text: str, place: int, ground: str = "b") -> KeptProposal:
    """Make a proposal about some of the words of a block."""
    kind = Kind.SPLIT if PARAGRAPH_END in text else Kind.TEXT
    variants = (Variant(text, (Source("1", "Amt"),)),)
    grounds = (Ground(ground, words, start, end),)
    return KeptProposal(f"{place}", "fassung", kind, "ziele", place, words[start:end], variants, grounds=grounds)


WORDS = "Alle zwei Jahre wird das Konzept fortgeschrieben."


def test_words_behind_a_new_end_of_a_paragraph_are_found_in_the_next_one() -> None:
    found = (
        part(WORDS, 5, 9, "drei", 1),
        part(WORDS, 15, 16, PARAGRAPH_END, 2),
        part(WORDS, 25, 32, "Ganze", 3),
        replace(made(Kind.INSERT, "b", "", "Danach.", 4), id="4"),
    )
    wanted = ["Alle drei Jahre", "wird das Ganze fortgeschrieben.", "Danach."]
    document = with_proposals(CONCEPT, found)
    for order in (found, found[::-1], (found[1], found[3], found[0], found[2])):
        after = accepted(document, *order)
        assert [text for text in text_of(after) if text in wanted] == wanted
        assert blocks_of(after)[1].id == "b"
    since = accepted(document, found[1])
    where = TakingOver(since).whereabouts(found[2])
    assert where is not None
    assert (where.spot.block == blocks_of(since)[2].id, where.start, where.end) == (True, 9, 16)


def test_what_was_parted_already_keeps_its_ids_when_it_is_parted_before() -> None:
    later, earlier = part(WORDS, 15, 16, PARAGRAPH_END, 1), part(WORDS, 9, 10, PARAGRAPH_END, 2)
    document = with_proposals(CONCEPT, (later, earlier))
    once = accepted(document, later)
    twice = accepted(once, earlier)
    assert [block.id for block in blocks_of(twice)[3:]] == [block.id for block in blocks_of(once)[2:]]


def test_words_of_a_joined_paragraph_are_found_in_the_one_it_was_joined_to() -> None:
    other = "Die Städte wirken daran nach Kräften mit."
    join = made(Kind.JOIN, "b", WORDS, " ", 1)
    join = replace(join, grounds=(*join.grounds, Ground("c", other, 0, len(other))))
    found = (
        part(WORDS, 5, 9, "drei", 2),
        join,
        part(other, 4, 10, "Gemeinden", 3, "c"),
        replace(made(Kind.INSERT, "c", "", "Danach.", 4), id="4"),
    )
    wanted = "Alle drei Jahre wird das Konzept fortgeschrieben. Die Gemeinden wirken daran nach Kräften mit."
    document = with_proposals(CONCEPT, found)
    for order in (found, found[::-1]):
        lines = text_of(accepted(document, *order))
        assert lines[lines.index("Danach.") - 1] == wanted
        assert len(lines) == len(text_of(CONCEPT))


def test_two_changes_within_one_word_do_not_shift_each_other() -> None:
    found = (part(WORDS, 16, 17, "W", 1), part(WORDS, 19, 20, "D", 2), part(WORDS, 17, 18, "I", 3))
    document = with_proposals(CONCEPT, found)
    assert "Alle zwei Jahre WIrD das Konzept fortgeschrieben." in text_of(accepted(document, *found))


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        (made(Kind.DELETE, "wege", "Wege", ""), Reason.SECTION),
        (replace(made(Kind.MOVE, "wege", "Wege", ""), target=Ground("a", "", 0, 0)), Reason.SECTION),
        (replace(made(Kind.MOVE, "a", "", ""), target=None), Reason.NO_PLACE),
        (made(Kind.INSERT, "concept_title", "", "Etwas"), Reason.NO_PLACE),
        (made(Kind.FORMAT, "a", "", "fett"), Reason.TOLD),
        (part("Wege", 2, 2, PARAGRAPH_END, 1, "wege"), Reason.SECTION),
        (replace(made(Kind.INSERT, "a", "", "Etwas"), grounds=()), Reason.PROGRAM),
    ],
)
def test_what_no_edit_says_tells_why_somebody_has_to_do_it_by_hand(kept: KeptProposal, reason: Reason) -> None:
    with pytest.raises(NotByItself) as raised:
        TakingOver(CONCEPT).edit(kept)
    assert raised.value.reason is reason


def test_words_that_a_cross_reference_prints_are_changed_by_hand() -> None:
    pointing = p("Dazu siehe ", ref("wege", ReferenceForm.NUMBER_TITLE), ".", id="b")
    with pytest.raises(NotByItself) as raised:
        TakingOver(concept(A, pointing)).edit(part("Dazu siehe 2 Wege.", 13, 17, "Pfade", 1))
    assert raised.value.reason is Reason.REFERENCE


def test_more_lines_in_a_note_are_parted_by_line_breaks() -> None:
    kept = made(Kind.INSERT, "note", "Seit 2007.", "Und weiterhin.")
    edit = TakingOver(CONCEPT).edit(kept)
    assert edit is not None
    after = blocks_of(apply(CONCEPT, edit))[0]
    assert isinstance(after, Paragraph)
    (note,) = (inline for inline in after.inlines if isinstance(inline, Footnote))
    assert [type(inline).__name__ for inline in note.content] == ["Text", "LineBreak", "Text"]


def test_what_goes_after_words_that_were_struck_out_on_a_proposal_goes_where_they_were() -> None:
    struck = (
        made(Kind.DELETE, "b", WORDS, "", 1),
        made(Kind.DELETE, "c", "Die Städte wirken daran nach Kräften mit.", ""),
    )
    new = (
        replace(made(Kind.INSERT, "b", "", "Statt des einen.", 2, behind=("a", "ziele")), id="i1"),
        replace(made(Kind.INSERT, "c", "", "Statt des anderen.", 3, behind=("b", "a", "ziele")), id="i2"),
        replace(made(Kind.MOVE, "x", "", "", 4), target=Ground("c", "", 0, 0), behind=("b", "a", "ziele")),
    )
    wanted = ["Statt des einen.", "Statt des anderen.", text_of(concept(X))[1]]
    document = with_proposals(CONCEPT, tuple(replace(each, id=f"{at}") for at, each in enumerate((*struck, *new))))
    found = document.proposals
    for order in (found, sorted(found, key=lambda kept: kept.kind is not Kind.DELETE), found[::-1]):
        lines = text_of(accepted(document, *order))
        assert lines[2:6] == [*wanted, "Ein Beirat begleitet die Umsetzung mit Rat."]


def test_one_strikes_out_what_another_writes_after() -> None:
    found = proposed(CONCEPT, concept(A, B, D), concept(A, B, C, N1, D))
    document = with_proposals(CONCEPT, found)
    for order in (found, found[::-1]):
        assert text_of(accepted(document, *order)) == text_of(concept(A, B, N1, D))


def test_what_goes_after_struck_out_words_stays_where_they_were_though_their_neighbour_is_moved() -> None:
    found = proposed(CONCEPT, concept(A, C, D, wege=(X, B, Y)), concept(A, B, D), concept(A, B, C, N1, D))
    document = with_proposals(CONCEPT, found)
    for order in (found, found[::-1]):
        assert text_of(accepted(document, *order)) == text_of(concept(A, N1, D, wege=(X, B, Y)))


def test_what_goes_after_words_that_somebody_has_deleted_since_is_shifted_ground() -> None:
    kept = made(Kind.INSERT, "b", "", "Danach.", behind=("a", "ziele"))
    with pytest.raises(GroundShifted):
        TakingOver(concept(A, C, D)).edit(kept)


SIGNED = "Der Kreis fördert das Erlernen\ufffc der Sprache."


def test_a_note_comes_and_goes_with_its_sign() -> None:
    found = (part(SIGNED, 30, 31, "", 1, "a"), made(Kind.DELETE, "note", "Seit 2007.", "", 2))
    document = with_proposals(CONCEPT, found)
    assert accepted(document, *found).sections == accepted(document, *found[::-1]).sections
    assert "[1] Seit 2007." not in text_of(accepted(document, *found))
    assert "[1] Seit 2007." in text_of(accepted(document, found[1]))


def test_a_note_whose_words_alone_were_struck_out_goes() -> None:
    note = made(Kind.DELETE, "note", "Seit 2007.", "")
    after = accepted(with_proposals(CONCEPT, (note,)), note)
    assert "[1] Seit 2007." not in text_of(after)
    whole = made(Kind.DELETE, "a", SIGNED, "", 1)
    assert TakingOver(after).edit(whole) == ReplaceBlocks(FieldAddress("ziele", "text"), 0, blocks_of(after)[:1], ())


def test_a_section_without_text_gets_its_first_paragraph() -> None:
    bare = concept()
    kept = made(Kind.INSERT, "ziele", "Ziele", "Der erste Absatz.")
    edit = certain(bare, kept)
    assert edit.address == FieldAddress("ziele", "text")
    assert Marks.BOLD not in [inline.marks for block in edit.after for inline in block.inlines]  # type: ignore[union-attr]  # text
