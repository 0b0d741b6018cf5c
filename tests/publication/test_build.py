"""Fields of a section as elements."""

from dataclasses import replace
from datetime import date

from ikonzept_desktop.model.blocks import ParagraphStyle
from ikonzept_desktop.model.fields import Day, YesNo
from ikonzept_desktop.model.inline import Marks, Text
from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.tree import (
    BreakRun,
    FieldHeading,
    FigureElement,
    ListElement,
    TableElement,
    TextElement,
    TextRun,
)
from tests.builders import (
    bold,
    br,
    chapter,
    choice,
    doc,
    field,
    field_of_action,
    figure,
    fn,
    li,
    links,
    p,
    quote,
    row,
    section,
    table,
)
from tests.publication.shown import elements, only


def labelled(element: TextElement) -> tuple[str, str]:
    return element.label, runs_text(element.runs)


def test_the_cover_says_what_is_said_of_the_concept_as_a_whole() -> None:
    concept = doc(
        title="Konzept", subtitle="für alle", publisher="Kreis", as_of="März 2015", draft="Entwurf 1", language="de-AT"
    )
    publication = build(concept, snapshot="abc")
    assert (publication.cover.title, publication.cover.subtitle, publication.cover.publisher) == (
        "Konzept",
        "für alle",
        "Kreis",
    )
    assert (publication.cover.as_of, publication.cover.draft) == ("März 2015", "Entwurf 1")
    assert (publication.language, publication.snapshot) == ("de-AT", "abc")


def test_house_style_and_labels_come_from_the_template() -> None:
    concept = doc(chapter("A", table(row("a"), caption="Kurse")))
    numbering = replace(concept.template.numbering, table_label="Tab.", figure_label="Abb.")
    concept = replace(concept, template=replace(concept.template, numbering=numbering, house_style=(("x", 1),)))
    publication = build(concept)
    assert (publication.table_label, publication.figure_label) == ("Tab.", "Abb.")
    assert publication.house_style == (("x", 1),)
    model = only(publication)
    assert isinstance(model, TableElement)
    assert model.label == "Tab. 1"


def test_roles_and_kinds_are_passed_on() -> None:
    cover, first = build(doc(section("cover", "Umschlag", figure()), chapter("A"))).sections
    assert (cover.role, cover.kind, first.role) == (Role.COVER, "cover", Role.TEXT)


def test_a_rich_text_has_its_label_as_a_heading_unless_the_template_says_no() -> None:
    action = field_of_action("Sprache", field("situation", p("Lage", id="b")), id="s")
    assert elements(build(doc(chapter("Felder", p("Text", id="a"), action)))) == [
        TextElement("a", (TextRun("Text"),)),
        FieldHeading("s_situation", "Ausgangslage", 3),
        TextElement("b", (TextRun("Lage"),)),
    ]


def test_short_fields_are_labelled_values() -> None:
    concept = doc(
        field_of_action(
            "Sprache",
            field("goal", "Alle lernen Deutsch."),
            field("related", links("s")),
            field("as_of", date(2015, 2, 28)),
            field("decided", False),
            field("priority", choice("low")),
            field("signature", "Sozialamt"),
            id="s",
        )
    )
    found = [element for element in elements(build(concept)) if isinstance(element, TextElement)]
    assert [(element.id, *labelled(element)) for element in found] == [
        ("s_goal", "Leitziel", "Alle lernen Deutsch."),
        ("s_related", "Querschnittsbezug", "1 Sprache"),
        ("s_as_of", "Stand", "28.02.2015"),
        ("s_decided", "Beschlossen", "nein"),
        ("s_priority", "Priorität", "niedrig"),
        ("s_signature", "", "Sozialamt"),
    ]


def test_what_is_no_day_yet_is_printed_as_typed_and_a_lost_answer_by_its_key() -> None:
    concept = doc(
        field_of_action("Sprache", field("as_of", Day(draft="Ende Februar")), field("priority", choice("urgent")))
    )
    found = [element for element in elements(build(concept)) if isinstance(element, TextElement)]
    assert [labelled(element) for element in found] == [("Stand", "Ende Februar"), ("Priorität", "urgent")]


def test_empty_fields_are_left_out_with_their_labels() -> None:
    concept = doc(
        field_of_action(
            "Sprache",
            field("situation", (p(), p(" "))),
            field("goal", " "),
            field("decided", YesNo()),
            field("as_of", Day(draft=" ")),
        )
    )
    assert elements(build(concept)) == []


def test_hidden_internal_and_unprinted_fields_are_left_out() -> None:
    concept = doc(
        field_of_action(
            "Sprache",
            field("abbreviation", "S"),
            field("sources", p("Quelle")),
            field("editing", p("intern")),
            field("gone", p("nicht mehr in der Mustervorlage")),
        )
    )
    assert elements(build(concept)) == []


def test_a_paragraph_made_by_one_return_too_many_is_left_out_but_never_one_with_a_note() -> None:
    concept = doc(chapter("A", p("a"), p(), p(br()), p(fn("Quelle")), p("b")))
    assert [
        runs_text(element.runs) for element in elements(build(concept)) if isinstance(element, TextElement)
    ] == ["a", "", "b"]  # fmt: skip


def test_blocks_keep_their_order_ids_and_styles() -> None:
    concept = doc(
        chapter(
            "A",
            p("a", id="p"),
            quote("b", id="q"),
            li("c", id="l"),
            figure("d", image="f" * 64, alt="Karte", id="f"),
        )
    )
    first, second, third, fourth = elements(build(concept))
    assert first == TextElement("p", (TextRun("a"),))
    assert second == TextElement("q", (TextRun("b"),), ParagraphStyle.QUOTE)
    assert isinstance(third, ListElement)
    assert third.entries[0].id == "l"
    assert fourth == FigureElement("f", "Abbildung 1", (TextRun("d"),), "f" * 64, "Karte", 1.0)


def test_only_tables_and_figures_with_a_caption_are_counted_each_kind_through_the_concept() -> None:
    concept = doc(
        chapter("A", table(row("a"), caption="x"), figure("y"), table(row("b"))),
        chapter("B", table(row("c"), caption="z"), figure(" "), figure("w")),
    )
    found = [element for element in elements(build(concept)) if isinstance(element, TableElement | FigureElement)]
    assert [element.label for element in found] == ["Tabelle 1", "Abbildung 1", "", "Tabelle 2", "", "Abbildung 2"]


def test_runs_keep_looks_and_forget_comments() -> None:
    words = (
        Text("a", comments=("k",)),
        Text("b"),
        bold("c"),
        Text("d", link="https://example.org"),
        br(),
        Text("e", language="tr"),
    )
    element = only(build(doc(chapter("A", p(*words)))))
    assert isinstance(element, TextElement)
    assert element.runs == (
        TextRun("ab"),
        TextRun("c", Marks.BOLD),
        TextRun("d", link="https://example.org"),
        BreakRun(),
        TextRun("e", language="tr"),
    )


def test_the_same_concept_gives_the_same_publication() -> None:
    concept = doc(chapter("A", p("a", fn("b")), table(row("c"), caption="d")))
    assert build(concept) == build(concept)
