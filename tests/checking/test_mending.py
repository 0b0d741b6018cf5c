"""What is made of a finding: an edit of just that place, refused where the place says something else by now."""

from dataclasses import replace

import pytest

from ikonzept_desktop.checking import mending
from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.checking.places import Place
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, Properties
from ikonzept_desktop.model.edits import Edit, inverse
from ikonzept_desktop.model.inline import Marks, Text, plain
from ikonzept_desktop.model.project import Project
from tests.builders import bold, chapter, doc, field_of_action, fn, p, record, records, ref, row, table
from tests.checking.desk import found


def mended(document: Document, finding: Finding, words: str) -> Document:
    edit = mending.replaced(document, finding.place, finding.text, words)
    assert edit is not None
    after = apply(document, edit)
    assert apply(after, inverse(edit)) == document
    return after


def only(document: Document, kind: Kind = Kind.SPELLING) -> Finding:
    (finding,) = [one for one in found(document) if one.kind is kind]
    return finding


def test_a_word_past_an_emoji_is_replaced_in_its_own_look() -> None:
    document = doc(chapter("Ziele", p("😀 Das ist ", bold("flasch"), " so.", id="b")))
    after = mended(document, only(document), "falsch")
    (block,) = after.sections[0].blocks("text")
    assert block == p("😀 Das ist ", bold("falsch"), " so.", id="b")


def test_a_word_in_a_note_is_replaced_there() -> None:
    document = doc(chapter("Ziele", p("Text", fn("Das ist flasch.", id="n"), " und mehr.", id="b")))
    after = mended(document, only(document), "falsch")
    assert after.sections[0].blocks("text") == (p("Text", fn("Das ist falsch.", id="n"), " und mehr.", id="b"),)


def test_words_in_titles_lines_and_captions_are_replaced() -> None:
    title = doc(chapter("Ein flascher Titel", p("Text.")))
    assert mended(title, only(title), "falscher").sections[0].title == "Ein falscher Titel"
    line = doc(field_of_action("Sprache", records("measures", record(title="Ein flascher Kurs"))))
    (measure,) = mended(line, only(line), "falscher").sections[0].records("measures")
    assert measure == record(measure.id, title="Ein falscher Kurs")
    caption = doc(chapter("Zahlen", table(row("Zahl"), caption="Flasche und flasche Zahlen", id="t")))
    told = [one for one in found(caption) if one.text == "flasche"]
    (block,) = mended(caption, told[0], "falsche").sections[0].blocks("text")
    assert plain(block.caption) == "Flasche und falsche Zahlen"  # type: ignore[union-attr]  # a table


def test_spaces_are_taken_away() -> None:
    document = doc(chapter("Ziele", p("Ein  Satz.", id="b")))
    after = mended(document, only(document, Kind.DOUBLE_SPACE), " ")
    assert after.sections[0].blocks("text") == (p("Ein Satz.", id="b"),)


def test_a_place_that_says_something_else_by_now_is_left_alone() -> None:
    document = doc(chapter("Ziele", p("Das ist flasch.", id="b"), id="s"))
    place = only(document).place
    assert mending.replaced(document, replace(place, start=4, end=10), "flasch", "falsch") is None
    assert mending.replaced(document, replace(place, block="gone"), "flasch", "falsch") is None
    assert mending.replaced(document, replace(place, section="gone"), "flasch", "falsch") is None
    assert mending.replaced(document, replace(place, note="gone"), "flasch", "falsch") is None


def test_a_reference_within_a_place_is_never_taken_away() -> None:
    document = doc(chapter("Ziele", p("flasch", ref("s"), "er", id="b"), id="s"))
    place = Place("s", "text", block="b", start=0, end=9)
    assert mending.replaced(document, place, "flasch\ufffcer", "falscher") is None


def test_tables_are_selected_whole_and_text_by_its_words() -> None:
    document = doc(chapter("Zahlen", p("Das ist flasch.", id="b"), table(row("Zahl"), row("flaschre"), id="t"), id="s"))
    places = [mending.selection_of(document, one.place) for one in found(document) if one.kind is Kind.SPELLING]
    told = [(place.block, place.line, place.anchor, place.caret) for place in places]
    assert told == [("b", "", 8, 14), ("t", "", 0, 1)]


def step(edit: Edit | None, project: Project) -> None:
    assert edit is not None
    project.apply(edit, "Schritt")


def test_a_finding_is_passed_over_by_place_by_words_or_by_kind_until_that_is_undone() -> None:
    project = Project(doc(chapter("Ziele", p("Das ist flasch."), p("So flasch auch."))))
    first, second = found(project.document)
    for key, left in ((first.key, [second]), (first.key_of_text, []), (first.kind.value, [])):
        step(mending.passed_over(project.document.properties, key), project)
        assert mending.passed_over(project.document.properties, key) is None
        assert found(project.document) == left
        project.undo()
        assert found(project.document) == [first, second]


def test_what_is_passed_over_stays_so_when_the_text_before_it_grows() -> None:
    document = doc(chapter("Ziele", p("Das ist flasch.", id="b"), id="s"))
    key = only(document).key
    grown = doc(chapter("Ziele", p("Und das ist flasch.", id="b"), id="s"), passed_over=(key,))
    assert found(grown) == []


def test_own_words_come_and_go_as_edits() -> None:
    project = Project(doc(chapter("Ziele", p("Habiba lernt."))))
    assert len(found(project.document)) == 1
    step(mending.with_words(project.document.properties, add=("Habiba", "Zaza")), project)
    assert project.document.properties.own_words == ("Habiba", "Zaza")
    assert found(project.document) == []
    assert mending.with_words(project.document.properties, add=("Zaza",)) is None
    step(mending.with_words(project.document.properties, remove=("Habiba",)), project)
    assert len(found(project.document)) == 1
    project.undo()
    project.undo()
    assert project.document.properties == Properties()


def test_unclean_words_never_come_into_a_concept() -> None:
    edit = mending.with_words(Properties(), add=("a\u0301ber\x00",))
    assert edit is not None
    assert edit.after.own_words == ("áber",)


def test_what_stands_around_a_finding_tells_it_from_others() -> None:
    line = "Am Anfang steht vieles; das hier ist flasch geschrieben und nichts sonst, heißt es."
    document = doc(chapter("Ziele", p(line)))
    said = mending.around(document, only(document))
    assert said.startswith("… ")
    assert "hier ist flasch geschrieben" in said


@pytest.mark.parametrize("marks", [Marks.ITALIC, Marks.BOLD | Marks.SUPERSCRIPT])
def test_the_look_of_the_first_run_is_kept(marks: Marks) -> None:
    document = doc(chapter("Ziele", p("So ", Text("fla", marks), "sch steht es.", id="b")))
    (block,) = mended(document, only(document), "falsch").sections[0].blocks("text")
    assert block == p("So ", Text("falsch", marks), " steht es.", id="b")
