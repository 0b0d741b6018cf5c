"""Where something stands that can be pointed at."""

from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.targets import selection_of_target
from tests.builders import chapter, doc, field_of_action, figure, p, record, records, row, table

CONCEPT = doc(
    chapter("Eins", p("x"), table(row("a"), id="table"), chapter("Unten", id="below"), id="one"),
    field_of_action(
        "Zwei",
        records("goals", record(id="goal")),
        records("measures", record(id="first"), record(id="second", description=figure(id="figure"))),
        id="two",
    ),
)


def test_a_section_is_shown_as_a_whole() -> None:
    assert selection_of_target(CONCEPT, "below") == Selection("below")


def test_a_table_is_selected_in_its_text() -> None:
    where = FieldAddress("one", "text")
    assert selection_of_target(CONCEPT, "table") == Selection("one", where, "table", "", 0, 1)


def test_a_record_is_chosen_in_its_list() -> None:
    assert selection_of_target(CONCEPT, "second") == Selection("two", FieldAddress("two", "measures", "second"))
    assert selection_of_target(CONCEPT, "goal") == Selection("two", FieldAddress("two", "goals", "goal"))


def test_a_figure_is_selected_in_the_text_of_its_record() -> None:
    where = FieldAddress("two", "measures", "second", "description")
    assert selection_of_target(CONCEPT, "figure") == Selection("two", where, "figure", "", 0, 1)


def test_what_is_gone_is_nowhere() -> None:
    assert selection_of_target(CONCEPT, "gone") is None
