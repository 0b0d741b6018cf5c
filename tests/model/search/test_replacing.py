"""What is found, replaced in one step."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.document import Comment, Document, Reply, find_section
from ikonzept_desktop.model.edits import Compound, Edit, ReplaceBlocks, ReplaceSpan
from ikonzept_desktop.model.inline import Inlines, LineBreak, Marks, Text
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.search.query import BadPattern, Query
from ikonzept_desktop.model.search.replacing import (
    Change,
    Obstacle,
    Replacer,
    Wish,
    obstacle,
    replacing,
    selection_of,
)
from ikonzept_desktop.model.search.search import search
from tests.builders import (
    bold,
    cell,
    chapter,
    choice,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    line,
    p,
    record,
    records,
    ref,
    row,
    table,
)

NOW = datetime(2015, 3, 12, 9, 42, tzinfo=UTC)


def edit_for(document: Document, query: Query, wish: Wish) -> Edit | None:
    """Give the edit that replaces every hit."""
    replacer = Replacer(query, wish)
    found = search(document, query)
    changes = [
        Change(one.passage, tuple((*span, new) for span, new in zip(one.spans, replacer.texts(one), strict=True)))
        for one in found
    ]
    return replacing(document, changes)


def replaced(document: Document, old: str, new: str) -> Document:
    """Give the concept after replacing every hit, and see to it that undo brings the old one back."""
    edit = edit_for(document, Query(old), Wish(new))
    assert edit is not None
    project = Project(document)
    project.apply(edit, "Ersetzen")
    after = project.document
    project.undo()
    assert project.document == document
    return after


def text_line(document: Document) -> Inlines:
    """Give the line of the first paragraph."""
    block = document.sections[0].blocks("text")[0]
    assert isinstance(block, Paragraph)
    return block.inlines


def test_every_hit_of_a_line_is_replaced_at_once() -> None:
    after = replaced(doc(chapter("", p("Kreis hier, Kreis dort, 🙂 Kreis"))), "Kreis", "Land")
    assert text_line(after) == line("Land hier, Land dort, 🙂 Land")


def test_the_first_character_lends_the_new_ones_its_look() -> None:
    linked = Text("Kreis", Marks.BOLD, "https://example.org")
    after = replaced(doc(chapter("", p("Der ", linked, "tag"))), "Kreistag", "Rat")
    assert text_line(after) == (Text("Der "), replace(linked, text="Rat"))


def test_notes_of_colleagues_stay_anchored() -> None:
    words = (Text("Der "), Text("Kreis", comments=("d", "e", "f")), Text("tag", comments=("a", "b", "c")))
    after = replaced(doc(chapter("", p(*words))), "Kreistag", "Rat")
    assert text_line(after) == (Text("Der "), Text("Rat", comments=tuple("abcdef")))


def test_what_holds_a_note_or_a_reference_is_left_alone() -> None:
    target = chapter("Ziele", id="target")
    concept = doc(chapter("", p("Kreis", fn("x"), " Stadt"), p("Kreis", ref("target"), " Stadt")), target)
    query = Query("Kreis Stadt")
    found = search(concept, query)
    assert [obstacle(one.passage, one.spans[0]) for one in found] == [Obstacle.NOTE, Obstacle.REFERENCE]
    assert edit_for(concept, query, Wish("Land")) is None


def test_what_is_chosen_is_left_alone() -> None:
    concept = doc(field_of_action("Hohes", field("priority", choice("high")), field("as_of", date(2015, 3, 12))))
    assert edit_for(concept, Query("hoch"), Wish("tief")) is None
    assert edit_for(concept, Query("2015"), Wish("2016")) is None


def test_titles_fields_records_comments_and_properties_are_replaced() -> None:
    talk = Comment("c", "A", NOW, "Alt?", replies=(Reply("r", "B", NOW, "Ja, alt."),))
    section = field_of_action(
        "Alt",
        field("goal", "Altes"),
        records("measures", record(id="m", title="Alt 1", description=p("Altes", id="d"))),
        id="s",
    )
    concept = doc(replace(section, comments=(talk,), responsible="Altamt"), title="Alt", draft="alt 1")
    after = replaced(concept, "alt", "neu")
    changed = find_section(after, "s")
    assert changed is not None
    assert (changed.title, changed.responsible) == ("neu", "neuamt")
    assert changed.fields == (
        field("goal", "neues"),
        records("measures", record(id="m", title="neu 1", description=p("neues", id="d"))),
    )
    assert [comment.text for comment in changed.comments] == ["neu?"]
    assert changed.comments[0].replies[0].text == "Ja, neu."
    assert (after.properties.title, after.properties.draft) == ("neu", "neu 1")


def test_notes_and_the_line_they_stand_in_are_replaced_together() -> None:
    after = replaced(doc(chapter("", p("Alt", fn("alt, S. 5", id="n"), " alt"))), "alt", "neu")
    assert text_line(after) == line("neu", fn("neu, S. 5", id="n"), " neu")


def test_tables_and_figures_are_replaced_whole_in_one_edit_each() -> None:
    shown = table(row(cell("alt", fn("alt")), "alt"), row("alt", "b"), caption="Alt", source="alt", id="t")
    picture = figure("Alt", "alt", alt="Etwas Altes", id="f")
    concept = doc(chapter("", shown, picture))
    edit = edit_for(concept, Query("alt"), Wish("neu"))
    assert isinstance(edit, Compound)
    assert [type(part) for part in edit.edits] == [ReplaceBlocks, ReplaceBlocks]
    after = replaced(concept, "alt", "neu")
    found = search(after, Query("alt"))
    assert found == ()
    assert len(search(after, Query("neu"))) == 9


def test_one_line_of_a_table_is_replaced_by_its_span() -> None:
    concept = doc(chapter("", table(row("alt", "b"), caption="x")))
    edit = edit_for(concept, Query("alt"), Wish("neu"))
    assert isinstance(edit, ReplaceSpan)
    assert (edit.removed, edit.inserted) == (line("alt"), line("neu"))


def test_groups_of_a_regular_expression_come_into_the_replacement() -> None:
    concept = doc(chapter("", p("12.03.2015 und ", bold("01.04.2015"))))
    edit = edit_for(concept, Query(r"(\d+)\.(\d+)\.(\d+)", is_regex=True), Wish(r"\3-\2-\1"))
    assert edit is not None
    project = Project(concept)
    project.apply(edit, "")
    assert text_line(project.document) == line("2015-03-12 und ", bold("2015-04-01"))


def test_a_new_line_in_a_regular_replacement_is_a_line_break() -> None:
    concept = doc(chapter("eins zwei", p("eins zwei")))
    edit = edit_for(concept, Query(r"(\w+) (\w+)", is_regex=True), Wish(r"\1\n\2"))
    assert edit is not None
    project = Project(concept)
    project.apply(edit, "")
    assert text_line(project.document) == (Text("eins"), LineBreak(), Text("zwei"))
    assert project.document.sections[0].title == "eins zwei"


def test_a_replacement_with_a_group_that_is_not_there_is_refused() -> None:
    concept = doc(chapter("", p("Kreis")))
    for wish in (r"\2", r"\g<name>"):
        with pytest.raises(BadPattern):
            edit_for(concept, Query("(K)reis", is_regex=True), Wish(wish))


def test_a_backslash_in_plain_words_is_a_backslash() -> None:
    assert text_line(replaced(doc(chapter("", p("Kreis"))), "Kreis", r"\1")) == line(r"\1")


def test_capitals_are_kept_when_asked() -> None:
    concept = doc(chapter("", p("kreis Kreis KREIS K")))
    edit = edit_for(concept, Query("kreis"), Wish("stadt", keep_case=True))
    assert edit is not None
    project = Project(concept)
    project.apply(edit, "")
    assert text_line(project.document) == line("stadt Stadt STADT K")


def test_the_replacement_is_cleaned() -> None:
    concept, wish = doc(chapter("", p("Kreis"))), "fu\u0308r\x00\ufffc"
    (found,) = search(concept, Query("Kreis"))
    assert Replacer(Query("Kreis"), Wish(wish)).texts(found) == ("für",)
    assert text_line(replaced(concept, "Kreis", wish)) == line("für")


def test_nothing_in_the_place_of_a_whole_line_leaves_it_empty() -> None:
    assert text_line(replaced(doc(chapter("", p("Kreis"))), "Kreis", "")) == ()


def test_what_has_been_written_anew_since_the_search_is_left_alone() -> None:
    before, query = doc(chapter("", p("Kreis", id="a"), p("Kreis", id="b"), id="s")), Query("Kreis")
    changes = [Change(one.passage, ((0, 5, "Stadt"),)) for one in search(before, query)]
    now = doc(chapter("", p("Der Kreis", id="a"), p("Kreis", id="b"), id="s"))
    edit = replacing(now, changes)
    assert isinstance(edit, ReplaceSpan)
    assert edit.block == "b"
    assert replacing(doc(), changes) is None


def test_a_hit_in_a_note_is_selected_in_the_note_and_one_in_a_table_by_the_table() -> None:
    concept = doc(chapter("", p("x", fn("Kreis", id="n"), id="b"), table(row("Kreis"), id="t"), id="s"))
    note, in_table = search(concept, Query("Kreis"))
    chosen = selection_of(note.passage, note.spans[0])
    assert (chosen.section, chosen.block, chosen.line, chosen.anchor, chosen.caret) == ("s", "b", "n", 0, 5)
    chosen = selection_of(in_table.passage, in_table.spans[0])
    assert (chosen.block, chosen.line, chosen.anchor, chosen.caret) == ("t", "", 0, 1)
