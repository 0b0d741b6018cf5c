"""What is proposed of a section, shown in its text."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Comment, Document
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.proposals import Decision, KeptProposal, Kind, Verdict
from ikonzept_desktop.review.deciding import accept
from ikonzept_desktop.review.shown import Mode, as_if_accepted, shown, without_proposals
from ikonzept_desktop.review.taking_over import TakingOver
from tests.builders import (
    bold,
    chapter,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    li,
    ol,
    p,
    record,
    records,
    ref,
    row,
    table,
)
from tests.builders import cell as cell_of
from tests.review.marked import change, lines, proposal, said

WHEN = datetime(2026, 3, 2, tzinfo=UTC)
CONCEPT = doc(
    chapter(
        "Ziele",
        p("Wer gerade erst ankommt, braucht eine Stelle.", id="a"),
        p("Der Kreis ", bold("fördert"), " Kurse", fn("Seit 2007.", id="n"), ", siehe ", ref("sprache"), ".", id="b"),
        li("Deutschkurse anbieten", id="c"),
        li("Eltern beraten", level=1, id="d"),
        table(row(cell_of("Ort", id="o"), "Zahl"), row(cell_of("Hilden", id="h"), cell_of("8", id="z"))),
        id="ziele",
    ),
    field_of_action(
        "Sprache",
        field("situation", (p("Die Schulen fehlen.", id="s"),)),
        field("goal", "Alle lernen Deutsch."),
        field("as_of", date(2015, 2, 28)),
        records("measures", record(id="pool", title="Lotsen", lead="Sozialamt")),
        id="sprache",
    ),
)


def shown_lines(*proposals: KeptProposal, document: Document = CONCEPT, section: str = "ziele") -> list[str]:
    return lines(document, section, *proposals)


# The text alone


def test_a_section_is_shown_with_number_marks_of_lists_cells_and_notes() -> None:
    assert shown_lines() == [
        "1 Ziele",
        "Wer gerade erst ankommt, braucht eine Stelle.",
        "Der Kreis fördert Kurse°, siehe →.",
        "• Deutschkurse anbieten",
        "– Eltern beraten",
        "Ort | Zahl | Hilden | 8",
        "1 Seit 2007.",
    ]


def test_fields_are_shown_under_their_labels_and_empty_ones_not_at_all() -> None:
    assert shown_lines(section="sprache") == [
        "2 Sprache",
        "Ausgangslage",
        "Die Schulen fehlen.",
        "Leitziel Alle lernen Deutsch.",
        "Maßnahmen",
        "Maßnahme 1 ",
        "Titel Lotsen",
        "Federführung Sozialamt",
        "Stand 28.02.2015",
    ]


def test_items_of_a_numbered_list_are_counted() -> None:
    concept = doc(chapter("A", ol("eins"), ol("zwei"), ol("unter", level=1), id="x"))
    assert shown_lines(document=concept, section="x")[1:] == ["1. eins", "2. zwei", "a) unter"]


def test_the_cover_is_shown_by_the_empty_id() -> None:
    concept = replace(CONCEPT, properties=replace(CONCEPT.properties, title="Integration", as_of="März 2015"))
    assert shown_lines(document=concept, section="") == ["Integration", "März 2015"]


# Words


def test_words_to_go_are_struck_and_who_wants_it_is_told_behind_them() -> None:
    assert shown_lines(change(CONCEPT, "a", "gerade erst ", ""))[1] == (
        "Wer [-gerade erst -]^xankommt, braucht eine Stelle."
    )


def test_words_to_come_stand_where_they_are_to_come() -> None:
    inserted = proposal(CONCEPT, Kind.TEXT, "a", "neu ", old="")
    inserted = replace(inserted, grounds=(replace(inserted.grounds[0], start=4, end=4),))
    assert shown_lines(inserted)[1].startswith("Wer [+neu +]^xgerade erst")


def test_words_to_be_replaced_are_struck_before_the_new_ones() -> None:
    assert "eine [-Stelle-][+Anlaufstelle+]^x." in shown_lines(change(CONCEPT, "a", "Stelle", "Anlaufstelle"))[1]


def test_where_most_of_a_replaced_sentence_stays_only_the_words_that_differ_are_marked() -> None:
    found = shown_lines(change(CONCEPT, "a", "gerade erst ankommt, braucht", "gerade erst hier ist, braucht"))[1]
    assert found == "Wer gerade erst [-ankommt-][+hier ist+]^x, braucht eine Stelle."


def test_several_proposals_of_one_line_stand_side_by_side() -> None:
    first, second = change(CONCEPT, "a", "gerade erst ", "", id="x"), change(CONCEPT, "a", "Stelle", "Hilfe", id="y")
    found = shown_lines(second, first)
    assert found[1] == "Wer [-gerade erst -]^xankommt, braucht eine [-Stelle-][+Hilfe+]^y."


def test_bold_words_notes_and_references_stay_what_they_are_beside_a_proposal() -> None:
    found = shown(CONCEPT, "ziele", [change(CONCEPT, "b", "Kurse", "Kreise")], TakingOver(CONCEPT))[2]
    assert said(found) == "Der Kreis fördert [-Kurse-][+Kreise+]^x°, siehe →."
    assert found.spans[1].inline == bold("fördert")


def test_a_footnote_a_cell_a_title_and_a_short_value_show_what_is_proposed_of_them() -> None:
    assert shown_lines(change(CONCEPT, "n", "2007", "2008"))[-1] == "1 Seit [-2007-][+2008+]^x."
    assert "[-8-][+9+]^x" in shown_lines(change(CONCEPT, "z", "8", "9"))[5]
    assert shown_lines(change(CONCEPT, "ziele", "Ziele", "Wege"))[0] == "1 [-Ziele-][+Wege+]^x"
    short = shown_lines(change(CONCEPT, "pool_lead", "Sozialamt", "Jobcenter"), section="sprache")
    assert "Federführung [-Sozialamt-][+Jobcenter+]^x" in short


def test_a_conflict_keeps_the_words_and_frames_them() -> None:
    contested = proposal(CONCEPT, Kind.TEXT, "a", "Hilfe", "Anlaufstelle", old="Stelle")
    assert shown_lines(contested)[1] == "<conflict x>Wer gerade erst ankommt, braucht eine [?Stelle?]^x."


def test_other_form_is_marked_at_the_words_it_is_about() -> None:
    formed = replace(proposal(CONCEPT, Kind.FORMAT, "a", "bold"), before="erst")
    assert "gerade [~erst~]^x ankommt" in shown_lines(formed)[1]


# Paragraphs


def test_a_paragraph_to_come_stands_behind_the_one_it_is_to_follow() -> None:
    found = shown_lines(proposal(CONCEPT, Kind.INSERT, "a", "Neu.\u2029Noch eins."))
    assert found[2:4] == ["[+Neu.+]", "[+Noch eins.+]^x"]


def test_an_item_to_come_is_one_of_its_list() -> None:
    found = shown_lines(proposal(CONCEPT, Kind.INSERT, "d", "Väter beraten"))
    assert found[5] == "– [+Väter beraten+]^x"


def test_an_item_to_come_into_a_counted_list_has_no_number_yet() -> None:
    concept = doc(chapter("A", ol("eins", id="i"), ol("zwei"), id="x"))
    assert lines(concept, "x", proposal(concept, Kind.INSERT, "i", "neu"))[1:] == ["1. eins", "+ [+neu+]^x", "2. zwei"]


def test_a_paragraph_to_come_behind_a_title_stands_below_the_label_of_the_first_field() -> None:
    found = shown_lines(proposal(CONCEPT, Kind.INSERT, "sprache", "Zuerst."), section="sprache")
    assert found[:4] == ["2 Sprache", "Ausgangslage", "[+Zuerst.+]^x", "Die Schulen fehlen."]


def test_a_paragraph_to_go_is_struck_as_a_whole() -> None:
    assert shown_lines(proposal(CONCEPT, Kind.DELETE, "c"))[3] == "• [-Deutschkurse anbieten-]^x"


def test_words_changed_in_a_paragraph_that_is_to_go_show_their_own_change() -> None:
    both = proposal(CONCEPT, Kind.DELETE, "c", id="y"), change(CONCEPT, "c", "kurse", "treffs")
    found = shown(CONCEPT, "ziele", both, TakingOver(CONCEPT))[3]
    assert said(found) == "• [-Deutsch-][-kurse-][+treffs+]^x[- anbieten-]^y"
    assert [span.by for span in found.spans] == ["y", "x", "x", "y"]


def test_an_empty_paragraph_to_go_shows_its_end() -> None:
    concept = doc(chapter("A", p(id="i"), id="x"))
    assert lines(concept, "x", proposal(concept, Kind.DELETE, "i"))[1:] == ["[-¶-]^x"]


def test_a_paragraph_that_others_change_is_no_longer_struck_but_contested() -> None:
    found = shown_lines(proposal(CONCEPT, Kind.DELETE, "c", against=["cv"]))
    assert found[3] == "<conflict x>• Deutschkurse anbieten"


def test_a_paragraph_to_be_moved_says_where_it_is_to_go() -> None:
    far = shown_lines(proposal(CONCEPT, Kind.MOVE, "a", target="s"))
    near = shown_lines(proposal(CONCEPT, Kind.MOVE, "a", target="d"))
    assert far[1] == "<move x 2 Sprache>Wer gerade erst ankommt, braucht eine Stelle."
    assert near[1] == "<move x Eltern beraten>Wer gerade erst ankommt, braucht eine Stelle."


def test_a_paragraph_to_be_moved_behind_one_that_is_gone_tells_its_words() -> None:
    moved = proposal(CONCEPT, Kind.MOVE, "a", target="s")
    now = replace(CONCEPT, sections=CONCEPT.sections[:1])
    assert lines(now, "ziele", moved)[1].startswith("<move x Die Schulen fehlen.>")


def test_where_a_paragraph_of_another_section_is_to_come_its_first_words_are_told() -> None:
    found = shown_lines(proposal(CONCEPT, Kind.MOVE, "a", target="s"), section="sprache")
    assert found[3] == "<here x 1 Ziele Wer gerade erst ankommt, braucht eine …>"


def test_a_paragraph_to_be_parted_shows_where() -> None:
    parted = proposal(CONCEPT, Kind.SPLIT, "a", ".\u2029Sie hilft.", old=".")
    assert shown_lines(parted)[1] == "Wer gerade erst ankommt, braucht eine Stelle.[+¶+][+/+][+Sie hilft.+]^x"


def test_paragraphs_to_be_joined_show_the_end_that_is_to_go() -> None:
    joined = proposal(CONCEPT, Kind.JOIN, ["c", "d"], " und ")
    assert shown_lines(joined)[3] == "• Deutschkurse anbieten[-¶-][+ und +]^x"


# Tables


def test_a_row_to_come_stands_in_the_table_below_the_one_it_is_to_follow() -> None:
    found = shown_lines(proposal(CONCEPT, Kind.ROW_INSERT, ["o"], "Haan\t3"))
    assert found[5] == "Ort | Zahl | [+Haan+] | [+3+]^x | Hilden | 8"


def test_a_row_to_go_is_struck_in_each_of_its_cells() -> None:
    found = shown_lines(proposal(CONCEPT, Kind.ROW_DELETE, ["h", "z"]))
    assert found[5] == "Ort | Zahl | [-Hilden-] | [-8-]^x"


def test_what_is_to_come_behind_a_table_or_a_figure_stands_below_all_of_it() -> None:
    held = table(row("Ort"), caption="Orte", source="Kreis", id="t"), figure(image="0" * 64, id="f"), p("Ende.")
    concept = doc(chapter("A", *held, id="x"))
    found = lines(concept, "x", proposal(concept, Kind.INSERT, "t", "Eins."))
    assert found[1:5] == ["Tabelle 1 Orte", "Ort", "Kreis", "[+Eins.+]^x"]
    assert lines(concept, "x", proposal(concept, Kind.INSERT, "f", "Zwei."))[-2:] == ["[+Zwei.+]^x", "Ende."]


def test_a_new_line_in_a_cell_or_in_a_note_is_one_within_it() -> None:
    assert "8[+¶+][+/+][+9+]^x" in shown_lines(proposal(CONCEPT, Kind.INSERT, "z", "9"))[5]
    in_note = shown_lines(proposal(CONCEPT, Kind.INSERT, "n", "Auch 2008."))
    assert in_note[-1] == "1 Seit 2007.[+¶+][+/+][+Auch 2008.+]^x"


# What was accepted meanwhile


def after_accepting(kept: KeptProposal, *others: KeptProposal) -> Document:
    held = replace(CONCEPT, proposals=(kept, *others))
    return apply(held, accept(held, kept, WHEN))


def test_words_in_the_half_that_was_parted_off_are_shown_there() -> None:
    parted = proposal(CONCEPT, Kind.SPLIT, "a", ",\u2029", old=", ", id="s")
    change_ = change(CONCEPT, "a", "Stelle", "Hilfe")
    now = after_accepting(parted, change_)
    found = shown_lines(*now.proposals, document=now)
    assert found[1:3] == ["Wer gerade erst ankommt,", "braucht eine [-Stelle-][+Hilfe+]^x."]


def test_what_is_to_follow_a_paragraph_struck_since_follows_the_one_before() -> None:
    struck = proposal(CONCEPT, Kind.DELETE, "c", id="s")
    added = replace(proposal(CONCEPT, Kind.INSERT, "c", "Neu."), behind=("b", "a", "ziele"))
    now = after_accepting(struck, added)
    found = shown_lines(*now.proposals, document=now)
    assert found[2:4] == ["Der Kreis fördert Kurse°, siehe →.", "[+Neu.+]^x"]


# What is not in the text


def test_what_was_decided_is_not_shown_but_what_was_left_for_later_is() -> None:
    change_ = change(CONCEPT, "a", "Stelle", "Hilfe")
    decided = replace(change_, decision=Decision(Verdict.REJECTED, WHEN))
    later = replace(change_, decision=Decision(Verdict.LATER, WHEN))
    assert shown_lines(decided) == shown_lines()
    assert shown_lines(later) == shown_lines(change_) != shown_lines()


def test_proposals_whose_words_were_changed_since_are_told_behind_the_paragraph() -> None:
    before = change(CONCEPT, "a", "Stelle", "Hilfe", id="x"), change(CONCEPT, "a", "eine ", "", id="y")
    now = doc(chapter("Ziele", p("Wer ankommt, braucht Rat.", id="a"), p("Ende.", id="e"), id="ziele"))
    assert shown_lines(*before, document=now) == ["1 Ziele", "Wer ankommt, braucht Rat.", "<shifted x y>", "Ende."]


def test_proposals_whose_paragraph_is_gone_are_told_at_the_end_of_the_section() -> None:
    now = doc(chapter("Ziele", p("Ende.", id="e"), id="ziele"))
    assert shown_lines(change(CONCEPT, "a", "Stelle", "Hilfe"), document=now) == ["1 Ziele", "Ende.", "<shifted x>"]


def test_what_is_proposed_of_the_programs_own_words_is_told_at_the_end() -> None:
    own = proposal(CONCEPT, Kind.TEXT, "a", "Tab. 1")
    assert shown_lines(replace(own, grounds=()))[-1] == "<nowhere x>"


def test_proposals_of_other_sections_leave_no_trace() -> None:
    assert shown_lines(change(CONCEPT, "s", "fehlen", "sind da")) == shown_lines()


# Comments


def noted(*origins: str, resolved: bool = False, anchored: bool = True) -> Document:
    comments = tuple(
        Comment(f"k{at}", "Caritas", WHEN, "Zahl?", resolved=resolved, origin=o) for at, o in enumerate(origins)
    )
    ids = tuple(comment.id for comment in comments) if anchored else ()
    words = ("Die ", Text("Lesepaten", comments=ids), " helfen.")
    return doc(replace(chapter("Ziele", p(*words, id="a"), id="ziele"), comments=comments))


def test_words_that_were_remarked_on_in_a_copy_are_marked() -> None:
    assert shown_lines(document=noted("cv:1"))[1] == "Die (Lesepaten)^k0 helfen."


def test_own_notes_and_settled_comments_are_not_shown() -> None:
    assert shown_lines(document=noted(""))[1] == "Die Lesepaten helfen."
    assert shown_lines(document=noted("cv:1", resolved=True))[1] == "Die Lesepaten helfen."


def test_a_comment_on_no_words_in_particular_hangs_on_the_title() -> None:
    assert shown_lines(document=noted("cv:1", anchored=False))[0] == "1 (Ziele)^k0"


# Other texts


def test_the_text_as_it_is_shows_no_mark() -> None:
    assert [said(line) for line in without_proposals(noted("cv:1"), "ziele")] == ["1 Ziele", "Die Lesepaten helfen."]
    assert Mode("present") is Mode.PRESENT


def accepted(*proposals: KeptProposal, held: tuple[KeptProposal, ...]) -> list[str]:
    concept = replace(CONCEPT, proposals=held)
    after = as_if_accepted(concept, "ziele", proposals, WHEN)
    return [said(line) for line in without_proposals(after, "ziele")]


def test_the_text_if_all_were_accepted_holds_what_is_agreed_and_leaves_what_is_contested() -> None:
    agreed = change(CONCEPT, "a", "gerade erst ", "")
    contested = proposal(CONCEPT, Kind.TEXT, "c", "Kurse", "Deutsch", old="Deutschkurse", id="y")
    found = accepted(agreed, contested, held=(agreed, contested))
    assert found[1:4:2] == ["Wer ankommt, braucht eine Stelle.", "• Deutschkurse anbieten"]


def test_what_was_decided_meanwhile_is_not_accepted_once_more() -> None:
    asked = change(CONCEPT, "a", "gerade erst ", "")
    decided = replace(asked, decision=Decision(Verdict.REJECTED, WHEN))
    assert accepted(asked, held=(decided,))[1] == accepted(asked, held=())[1] == accepted(held=())[1]


def test_what_is_proposed_of_other_sections_is_left_out_of_a_look_at_this_one() -> None:
    far = change(CONCEPT, "s", "fehlen", "sind da")
    concept = replace(CONCEPT, proposals=(far,))
    assert as_if_accepted(concept, "ziele", [far], WHEN) is concept
