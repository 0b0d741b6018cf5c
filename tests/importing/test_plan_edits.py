"""Corrections of a plan: what goes where, and that no piece is ever lost or doubled."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.importing import plan_edits as edits
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan, Reason
from tests.importing.manuscripts import candidate, field, goes_on, inbox, plan, records, section

A, B, B1, B2, C = section(0), section(2), section(4, 1), section(6, 1), section(8)
OUTLINE = plan(A, B, B1, B2, C)
COUNT = 10


def pieces(shown: Plan) -> list[int]:
    return [entry.piece for entry in shown.entries]


def words(_piece: int) -> str:
    return "Wörter"


def test_an_entry_owns_the_pieces_up_to_the_next_one_in_the_document() -> None:
    moved = plan(B, A, C)
    assert edits.owned(moved, COUNT) == (range(2, 8), range(2), range(8, 10))


def test_what_stands_before_all_entries_belongs_to_the_one_that_begins_first() -> None:
    assert edits.owned(plan(section(3)), COUNT) == (range(10),)


def test_sections_that_skip_a_level_stand_beside_each_other() -> None:
    assert edits.levels(plan(section(0), section(1, 2), section(2, 2), section(3, 1))) == (0, 1, 1, 1)


def test_a_settled_plan_says_the_levels_as_they_count() -> None:
    skipping = plan(section(0, 1), section(1, 3), field(2, "goal"))
    assert [entry.level for entry in edits.settled(skipping).entries] == [0, 1, 0]


def test_with_a_section_goes_what_is_deeper_and_its_fields() -> None:
    assert edits.subtree(plan(A, B, field(3, "goal"), B1, candidate(5), C), 1) == range(1, 5)


def test_with_a_field_goes_its_text_and_with_a_table_what_only_goes_on() -> None:
    shown = plan(A, field(1, "goal"), candidate(2), goes_on(3), records(4, "measures"), goes_on(5), candidate(6))
    assert edits.subtree(shown, 1) == range(1, 4)
    assert edits.subtree(shown, 4) == range(4, 6)


def test_a_section_goes_deeper_with_all_below_it() -> None:
    made = edits.shifted(OUTLINE, [1], 1)
    assert edits.levels(made.plan) == (0, 1, 2, 2, 0)
    assert made.chosen == (1,)


def test_no_section_goes_more_than_one_level_below_the_one_before_it() -> None:
    assert edits.shifted(OUTLINE, [2], 1).plan == OUTLINE
    assert edits.shifted(OUTLINE, [0], 1).plan == OUTLINE
    assert edits.shifted(OUTLINE, [0], -1).plan == OUTLINE


def test_of_several_chosen_sections_none_goes_twice() -> None:
    assert edits.levels(edits.shifted(OUTLINE, [1, 2, 4], 1).plan) == (0, 1, 2, 2, 1)


def test_a_section_goes_up_before_its_sibling_with_all_below_it() -> None:
    made = edits.stepped(OUTLINE, 1, -1)
    assert pieces(made.plan) == [2, 4, 6, 0, 8]
    assert made.chosen == (0,)


def test_a_section_goes_down_behind_its_sibling_and_not_out_of_its_chapter() -> None:
    assert pieces(edits.stepped(OUTLINE, 0, 1).plan) == [2, 4, 6, 0, 8]
    assert edits.stepped(OUTLINE, 3, 1).plan == OUTLINE
    assert edits.stepped(OUTLINE, 2, -1).plan == OUTLINE


def test_a_table_goes_over_the_field_before_it_with_that_fields_text() -> None:
    shown = plan(A, field(1, "goal"), goes_on(2), records(3, "measures"), C)
    assert pieces(edits.stepped(shown, 3, -1).plan) == [0, 3, 1, 2, 8]


def test_a_field_goes_down_over_the_head_of_the_next_section() -> None:
    assert pieces(edits.stepped(plan(A, field(1, "goal"), B), 1, 1).plan) == [0, 2, 1]


def test_what_is_dropped_on_a_section_is_the_last_below_it() -> None:
    before, level = edits.place_below(OUTLINE, 4, 1)
    made = edits.placed(OUTLINE, 4, before, level)
    assert edits.levels(made.plan) == (0, 0, 1, 1, 1)
    before, level = edits.place_below(OUTLINE, 0, 1)
    made = edits.placed(OUTLINE, 0, before, level)
    assert pieces(made.plan) == [2, 4, 6, 0, 8]
    assert edits.levels(made.plan) == (0, 1, 1, 1, 0)
    assert made.chosen == (3,)


def test_a_field_dropped_on_a_section_stands_before_the_deeper_ones() -> None:
    shown = plan(A, field(1, "goal"), B, B1)
    before, level = edits.place_below(shown, 1, 2)
    assert pieces(edits.placed(shown, 1, before, level).plan) == [0, 2, 1, 4]


def test_nothing_goes_below_itself() -> None:
    assert edits.placed(OUTLINE, 1, 3, 1).plan == OUTLINE


def test_a_section_made_text_comes_back_as_it_was() -> None:
    text = edits.as_text(OUTLINE, [2]).plan
    assert text.entries[2].becomes is Becomes.TEXT
    assert edits.as_sections(text, [2], "annex", words).plan.entries[2] == Entry(
        4, Becomes.SECTION, 1, "chapter", "Abschnitt 4", reason=Reason.PERSON
    )


def test_a_section_made_of_running_text_takes_its_words_as_title() -> None:
    made = edits.as_sections(plan(A, B1, goes_on(5)), [2], "chapter", words).plan.entries[2]
    assert (made.title, made.kind, made.level) == ("Wörter", "chapter", 1)


def test_a_field_made_a_section_stands_below_the_one_it_was_a_field_of() -> None:
    assert edits.levels(edits.as_sections(plan(A, B, B1, field(5, "goal")), [3], "chapter", words).plan)[3] == 2


def test_a_section_goes_to_the_inbox_with_all_below_it() -> None:
    made = edits.to_inbox(OUTLINE, [1])
    assert [entry.becomes for entry in made.plan.entries[1:4]] == [Becomes.INBOX] * 3
    assert made.chosen == (1,)


def test_a_kind_makes_a_section_of_text() -> None:
    made = edits.with_kind(plan(A, candidate(1)), [1], "annex", words).plan.entries[1]
    assert (made.becomes, made.kind) == (Becomes.SECTION, "annex")


def test_behind_a_table_that_becomes_records_the_text_goes_on() -> None:
    made = edits.as_records(plan(A, Entry(2, Becomes.TEXT)), 1, "measures", ("title", ""), COUNT)
    assert made.plan.entries[1].columns == ("title", "")
    assert made.plan.entries[2] == goes_on(3)


def test_heads_that_nothing_marks_are_forgotten_where_it_is_a_table_again() -> None:
    made = edits.split_table(plan(A, B), 3, "measures", ("title",), COUNT, has_heads=True)
    assert made.plan.entries[2].has_heads
    again = edits.as_text(made.plan, [2]).plan
    assert not again.entries[2].has_heads


def test_behind_a_table_out_of_the_inbox_the_rest_stays_in_the_inbox() -> None:
    made = edits.as_records(plan(A, inbox(2)), 1, "measures", (), COUNT)
    assert made.plan.entries[2] == inbox(3)


def test_a_table_amid_the_text_becomes_records() -> None:
    made = edits.split_table(plan(A, B), 3, "measures", ("title",), COUNT)
    assert pieces(made.plan) == [0, 2, 3, 4]
    assert made.chosen == (2,)
    assert made.plan.entries[2].becomes is Becomes.RECORDS


def test_a_section_begins_amid_the_text_beside_the_one_it_was_in() -> None:
    made = edits.split(OUTLINE, 5, "Neu", "chapter", COUNT)
    assert pieces(made.plan) == [0, 2, 4, 5, 6, 8]
    assert edits.levels(made.plan) == (0, 0, 1, 1, 1, 0)
    assert made.chosen == (3,)


def test_where_an_entry_begins_already_it_becomes_the_section() -> None:
    made = edits.split(plan(A, goes_on(3)), 3, "Neu", "chapter", COUNT)
    assert [entry.title for entry in made.plan.entries] == ["Abschnitt 0", "Neu"]


def test_a_section_that_begins_with_a_table_has_it_as_text() -> None:
    made = edits.split(plan(A), 3, "", "chapter", COUNT).plan.entries[1]
    assert (made.title, made.begins_text) == ("", True)


def test_of_a_label_within_its_paragraph_no_word_is_lost_when_that_becomes_a_section() -> None:
    labelled = replace(field(1, "goal"), typed="Leitziel: ", title="Leitziel:")
    made = edits.as_sections(plan(A, labelled), [1], "chapter", words).plan.entries[1]
    assert (made.title, made.typed) == ("Wörter", "")


def test_a_short_line_is_the_label_of_its_field_and_a_long_one_the_value() -> None:
    made = edits.split_field(plan(A), 3, "goal", "Leitziel", COUNT).plan.entries[1]
    assert (made.becomes, made.field, made.begins_text) == (Becomes.FIELD, "goal", False)
    assert edits.split_field(plan(A), 3, "goal", "Wort " * 60, COUNT).plan.entries[1].begins_text
    assert edits.as_fields(plan(A, goes_on(3)), [1], "goal", words).plan.entries[1].begins_text


def test_the_rest_of_a_title_page_goes_on_as_text() -> None:
    made = edits.as_title(plan(A, B), 0, Becomes.TITLE, "Konzept", COUNT)
    assert [entry.becomes for entry in made.plan.entries] == [Becomes.TITLE, Becomes.TEXT, Becomes.SECTION]


def test_the_next_unsure_one_is_found_from_the_beginning_again() -> None:
    shown = plan(section(0, sure=False), section(1), section(2, sure=False), section(3))
    assert edits.next_unsure(shown, 0) == 2
    assert edits.next_unsure(shown, 2) == 0
    assert edits.next_unsure(edits.approved(shown, [0, 2]).plan, 1) is None


def test_another_title_and_other_columns_are_a_persons_decision() -> None:
    titled = edits.renamed(OUTLINE, 0, "Anders").plan.entries[0]
    assert (titled.title, titled.reason) == ("Anders", Reason.PERSON)
    mapped = edits.with_columns(plan(A, records(1, "measures", "", "lead")), 1, ("title", "lead")).plan.entries[1]
    assert mapped.columns == ("title", "lead")


NUMBERS = st.integers(0, 1000)


@given(st.lists(st.integers(0, 39), unique=True, min_size=1, max_size=12), st.data())
def test_whatever_is_done_every_piece_is_owned_once(begins: list[int], data: st.DataObject) -> None:
    kinds = st.sampled_from(Becomes)
    shown = Plan(tuple(Entry(piece, data.draw(kinds), data.draw(st.integers(0, 4))) for piece in begins))
    for _ in range(data.draw(st.integers(1, 8))):
        shown = _anything(shown, data)
    found = sorted(piece for owned in edits.owned(shown, 40) for piece in owned)
    assert found == list(range(40))
    settled = edits.levels(edits.settled(shown))
    assert settled == edits.levels(shown)
    assert {entry.piece for entry in shown.entries} >= set(begins)


def _anything(shown: Plan, data: st.DataObject) -> Plan:
    size = len(shown.entries)
    at, other, by = data.draw(NUMBERS) % size, data.draw(NUMBERS) % (size + 1), data.draw(st.sampled_from((-1, 1)))
    piece = data.draw(st.integers(0, 39))
    corrections: tuple[Callable[[], edits.Corrected], ...] = (
        lambda: edits.shifted(shown, [at, other % size], by),
        lambda: edits.stepped(shown, at, by),
        lambda: edits.placed(shown, at, other, other % 3),
        lambda: edits.placed(shown, at, *edits.place_below(shown, at, other % size)),
        lambda: edits.as_sections(shown, [at], "chapter", words),
        lambda: edits.as_text(shown, [at]),
        lambda: edits.to_inbox(shown, [at]),
        lambda: edits.with_kind(shown, [at], "annex", words),
        lambda: edits.as_fields(shown, [at], "goal", words),
        lambda: edits.as_records(shown, at, "measures", (), 40),
        lambda: edits.split(shown, piece, "Neu", "chapter", 40),
        lambda: edits.split_field(shown, piece, "goal", "Leitziel", 40),
        lambda: edits.split_table(shown, piece, "measures", (), 40),
        lambda: edits.as_title(shown, at, Becomes.TITLE, "Titel", 40),
    )
    made = data.draw(st.sampled_from(corrections))()
    assert all(0 <= chosen < len(made.plan.entries) for chosen in made.chosen)
    return made.plan
