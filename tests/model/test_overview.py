"""The concept at a glance: what is said of each section, who is late, one step for many sections."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ikonzept_desktop.model.document import BindingDate, Comment, Document
from ikonzept_desktop.model.edits import SetProperties
from ikonzept_desktop.model.overview import in_order, late, lines, set_for_all, standing
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.template import Status
from ikonzept_desktop.publication.labels import labels
from tests.builders import TEMPLATE, chapter, doc, p

TODAY = date(2015, 3, 12)
STATUSES = (
    Status("open", "Offen", "ring", "muted"),
    Status("draft", "Entwurf", "half", "amber"),
    Status("agreed", "Abgestimmt", "tick", "green"),
    Status("decided", "Beschlossen", "lock", "accent"),
)


def note(text: str, *, resolved: bool = False) -> Comment:
    return Comment(text, "Sozialamt", datetime(2015, 3, 1, tzinfo=UTC), text, resolved=resolved)


def concept() -> Document:
    below = replace(chapter("Bilanz", p("Zwei Worte"), id="below"), status="agreed", deadline=date(2015, 1, 1))
    first = replace(
        chapter("Einleitung", p("Der Kreis"), id="first"),
        status="draft",
        responsible="Sozialamt",
        deadline=date(2015, 3, 6),
        target_words=6,
        comments=(note("a"), note("b", resolved=True)),
        children=(below,),
    )
    second = replace(chapter("Ausblick", id="second"), deadline=date(2015, 3, 12))
    return doc(first, second, template=replace(TEMPLATE, statuses=STATUSES))


def test_every_section_has_a_line_with_what_is_said_of_it() -> None:
    document = concept()
    first, below, second = lines(document, labels(document).number)
    assert (first.number, first.depth, first.title, first.status.label) == ("1", 0, "Einleitung", "Entwurf")
    assert (first.words, first.target, first.share, first.open_notes) == (3, 6, 50, 1)
    assert (below.number, below.depth, below.done, below.share) == ("1.1", 1, True, None)
    assert (second.status.label, second.responsible) == ("Offen", "")


def test_only_what_is_not_agreed_on_is_late_and_only_after_its_day() -> None:
    every = lines(concept(), lambda _section: "")
    assert [line.section for line in late(every, TODAY)] == ["first"]
    assert [line.days_late(TODAY) for line in every] == [6, 0, 0]
    assert [line.section for line in late(every, date(2015, 3, 13))] == ["first", "second"]


def test_statuses_are_counted_and_empty_ones_at_the_end_left_out() -> None:
    every = lines(concept(), lambda _section: "")
    template = replace(TEMPLATE, statuses=STATUSES)
    assert [(status.key, count) for status, count in standing(every, template)] == [
        ("open", 1),
        ("draft", 1),
        ("agreed", 1),
    ]


def test_several_sections_change_in_one_step_and_back() -> None:
    project = Project(concept())
    before = project.document
    edit = set_for_all(before, ["first", "second"], "responsible", "Sozialamt")
    assert edit is not None
    project.apply(edit, "Verantwortlich ändern")
    assert {section.responsible for section in project.document.sections} == {"Sozialamt"}
    project.undo()
    assert project.document == before


def test_nothing_is_done_where_all_sections_have_the_value() -> None:
    assert set_for_all(concept(), ["first"], "responsible", "Sozialamt") is None


def test_dates_stand_in_the_order_of_their_days_and_are_undone_like_anything() -> None:
    dates = in_order(
        [BindingDate(date(2015, 6, 22), "", "Beschluss"), BindingDate(date(2013, 10, 31), "Oktober 2013", "Kreis")]
    )
    assert [known.day.year for known in dates] == [2013, 2015]
    project = Project(concept())
    before = project.document.properties
    project.apply(SetProperties(before, replace(before, dates=dates)), "Termine ändern")
    assert project.document.properties.dates == dates
    project.undo()
    assert project.document.properties == before
