"""The search through everything a concept holds."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ikonzept_desktop.model.document import Comment, Document, Reply
from ikonzept_desktop.model.search.passages import Part
from ikonzept_desktop.model.search.query import Query
from ikonzept_desktop.model.search.search import EVERYTHING, Found, Scope, Searcher, Where, search
from tests.builders import (
    bold,
    br,
    cell,
    chapter,
    choice,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    li,
    p,
    record,
    records,
    ref,
    row,
    table,
)

NOW = datetime(2015, 3, 12, 9, 42, tzinfo=UTC)


def parts(found: tuple[Found, ...]) -> list[Part]:
    """Give what kind of passage each hit stands in."""
    return [one.passage.site.part for one in found for _ in one.spans]


def everywhere() -> Document:
    """Give a concept that says Ziel wherever it can."""
    talk = Comment("c", "A", NOW, "Ziel prüfen", replies=(Reply("r", "B", NOW, "Das Ziel stimmt"),))
    first = chapter(
        "Ziele",
        p("Ein Ziel", fn("Ziel, S. 5")),
        li("Ziel"),
        table(row("Ziel", "Jahr"), caption="Ziele", source="Zielbericht"),
        figure("Das Ziel", "Zielfoto", alt="Ein Ziel am Ende"),
        chapter("Unterziele", p("Ziel"), id="below"),
        id="first",
    )
    second = field_of_action(
        "Sprache",
        field("goal", "Leitziel"),
        field("as_of", date(2015, 3, 12)),
        field("priority", choice("high")),
        records("measures", record(title="Ziel A", description=p("Teilziel"), priority=choice("low"))),
        field("sources", p("Ziel im Verborgenen")),
    )
    return doc(
        replace(first, comments=(talk,), responsible="Zielgruppe"), second, title="Ziele des Kreises", publisher="Kreis"
    )


def test_everything_is_found_in_reading_order() -> None:
    assert parts(search(everywhere(), Query("ziel"))) == [
        Part.PROPERTY,
        Part.TITLE,
        *(Part.TEXT, Part.NOTE, Part.TEXT),
        *(Part.CAPTION, Part.CELL, Part.SOURCE),
        *(Part.CAPTION, Part.SOURCE, Part.ALTERNATIVE),
        *(Part.RESPONSIBLE, Part.COMMENT, Part.REPLY),
        *(Part.TITLE, Part.TEXT),
        *(Part.LINE, Part.LINE, Part.TEXT),
    ]


def test_what_is_chosen_is_found_under_the_name_it_has_on_the_screen() -> None:
    assert parts(search(everywhere(), Query("niedrig"))) == [Part.CHOICE]
    assert parts(search(everywhere(), Query("12.03.2015"))) == [Part.DAY]


def test_hidden_fields_are_left_out() -> None:
    assert search(everywhere(), Query("Verborgenen")) == ()


def test_words_are_found_across_runs_of_a_line() -> None:
    (found,) = search(doc(chapter("", p("Inte", bold("gra"), "tion"))), Query("Integration"))
    assert found.spans == ((0, 11),)


def test_positions_count_code_points_and_one_for_each_object() -> None:
    target = chapter("Ziele", id="target")
    (found,) = search(doc(target, chapter("", p("🙂", fn("x"), br(), ref("target"), " Kreis"))), Query("Kreis"))
    assert found.spans == ((5, 10),)
    assert found.passage.references == {3}


def test_a_space_is_met_behind_a_note() -> None:
    (found,) = search(doc(chapter("", p("Kreis", fn("x"), " Mettmann"))), Query("Kreis Mettmann"))
    assert found.spans == ((0, 15),)


def test_the_search_can_be_kept_to_a_part_of_the_concept() -> None:
    concept, ziel = everywhere(), Query("ziel")
    assert parts(search(concept, ziel, Scope(Where.TITLES))) == [Part.TITLE, Part.TITLE]
    assert parts(search(concept, ziel, Scope(Where.NOTES))) == [Part.NOTE]
    assert set(parts(search(concept, ziel, Scope(Where.TABLES)))) == {
        Part.CAPTION,
        Part.CELL,
        Part.SOURCE,
        Part.ALTERNATIVE,
    }
    assert parts(search(concept, ziel, Scope(Where.SECTION, "below"))) == [Part.TITLE, Part.TEXT]
    assert len(parts(search(concept, ziel, Scope(Where.BRANCH, "first")))) == 15
    assert search(concept, ziel, Scope(Where.SECTION, "gone")) == ()


def test_what_is_internal_can_be_left_out() -> None:
    found = parts(search(everywhere(), Query("ziel"), Scope(internal=False)))
    assert not {Part.COMMENT, Part.REPLY, Part.RESPONSIBLE} & set(found)


def test_a_second_search_finds_the_same() -> None:
    concept = everywhere()
    searcher = Searcher()
    first = searcher.run(concept, Query("ziel"))
    assert searcher.run(concept, Query("ziel")) == first
    assert searcher.run(concept, Query("kreis")) == search(concept, Query("kreis"))
    assert searcher.run(concept, Query("ziel")) == first == search(concept, Query("ziel"))


def test_only_what_has_changed_is_read_anew() -> None:
    concept = everywhere()
    searcher = Searcher()
    before = searcher.run(concept, Query("ziel"), EVERYTHING)
    first, second = concept.sections
    changed = replace(concept, sections=(first, replace(second, title="Zielsprache")))
    after = searcher.run(changed, Query("ziel"), EVERYTHING)
    assert [found for found in after if found.passage.site.section != second.id] == [
        found for found in before if found.passage.site.section != second.id
    ]
    assert all(new is old for new, old in zip(after[:14], before[:14], strict=True))
    assert parts(after).count(Part.TITLE) == 3


def test_cells_under_one_name_in_two_tables_are_told_apart() -> None:
    tables = [table(row(cell("Ziel", id="same")), id=name) for name in ("one", "two")]
    found = search(doc(chapter("", *tables)), Query("Ziel"))
    assert [one.passage.site.block for one in found] == ["one", "two"]
