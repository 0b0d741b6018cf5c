"""Fields, columns and answers are added, renamed, moved and removed, and become others where nothing is lost."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ikonzept_desktop.model import template_edits as fields_of
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Block, lines_of
from ikonzept_desktop.model.document import Document, Place, Trashed
from ikonzept_desktop.model.edits import Compound, Edit, SetTemplate
from ikonzept_desktop.model.fields import Choice, Day, FieldValue, Line, value_of
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.section_kind import set_kind
from ikonzept_desktop.model.template import ChoiceOption, FieldKind, FieldType
from ikonzept_desktop.model.template_steps import FieldPlace, TemplateRefusal, type_at
from ikonzept_desktop.model.template_usage import Use, use_of_field, use_of_option
from tests.builders import bold, chapter, choice, doc, field, field_of_action, p, record, records

MOMENT = datetime(2015, 3, 12, tzinfo=UTC)
GOAL = FieldPlace("field_of_action", "goal")
SITUATION = FieldPlace("field_of_action", "situation")
ABBREVIATION = FieldPlace("field_of_action", "abbreviation")
PRIORITY = FieldPlace("field_of_action", "measures", "priority")
TITLE = FieldPlace("field_of_action", "goals", "title")


def speech(*content: object) -> Document:
    return doc(chapter("Felder", field_of_action("Sprache", *content, id="s")))  # type: ignore[arg-type]  # contents


def done(document: Document, edit: Edit | None) -> Document:
    assert edit is not None
    return apply(document, edit)


def type_of(document: Document, place: FieldPlace) -> FieldType:
    return type_at(document.template, place)


def as_kind(document: Document, place: FieldPlace, kind: FieldKind) -> Document:
    return done(document, fields_of.put_field(document, place, replace(type_of(document, place), kind=kind)))


def value(document: Document, key: str) -> FieldValue | None:
    return document.sections[0].children[0].value(key)


def line_text(block: Block) -> str:
    return " ".join(map(plain, lines_of(block)))


def test_a_new_field_stands_behind_the_chosen_one_under_a_key_of_its_own() -> None:
    document = speech()
    edit, place = fields_of.add_field(document, GOAL, " Wirkung ")
    again, other = fields_of.add_field(document, GOAL, "Wirkung")
    document = done(document, edit)
    keys = [type.key for type in document.template.kind("field_of_action").fields]
    assert keys[keys.index("goal") + 1] == place.field
    assert type_of(document, place).label == "Wirkung"
    assert again is not None
    assert other.field != place.field


def test_a_new_column_stands_behind_the_chosen_one() -> None:
    edit, place = fields_of.add_field(speech(), PRIORITY, "Kosten", FieldKind.LINE)
    columns = type_of(done(speech(), edit), FieldPlace("field_of_action", "measures")).columns
    assert [column.key for column in columns][3:5] == ["priority", place.column]


def test_a_field_needs_a_name() -> None:
    with pytest.raises(TemplateRefusal, match="Bezeichnung"):
        fields_of.put_field(speech(), GOAL, replace(type_of(speech(), GOAL), label="  "))


def test_a_field_in_which_something_stands_anywhere_is_not_removed() -> None:
    written = speech(field("goal", "Deutsch für alle."))
    with pytest.raises(TemplateRefusal, match="ausblenden, nicht löschen"):
        fields_of.remove_field(written, GOAL)
    deleted = Trashed(written.sections[0], Place("", 0), MOMENT)
    in_trash = replace(written, sections=(), trash=(deleted,))
    assert use_of_field(in_trash, GOAL) == Use(0, 1)
    with pytest.raises(TemplateRefusal):
        fields_of.remove_field(in_trash, GOAL)
    empty = done(speech(field("goal", "  ")), fields_of.remove_field(speech(field("goal", "  ")), GOAL))
    assert empty.template.kind("field_of_action").field("goal") is None


def test_a_column_in_which_something_stands_is_not_removed() -> None:
    document = speech(records("measures", record(title="Pool", priority=choice("high"))))
    with pytest.raises(TemplateRefusal, match="In „Priorität“ steht schon etwas"):
        fields_of.remove_field(document, PRIORITY)


def test_what_other_fields_lean_on_is_not_removed() -> None:
    with pytest.raises(TemplateRefusal, match="Nummern von „Maßnahmen“ werden aus „Kürzel“ gebildet"):
        fields_of.remove_field(speech(), ABBREVIATION)
    with pytest.raises(TemplateRefusal, match="„Teilziele“ verweist auf die Einträge von „Teilziele“"):
        fields_of.remove_field(speech(), FieldPlace("field_of_action", "goals"))
    with pytest.raises(TemplateRefusal, match="eine Zeile Text muss bleiben"):
        fields_of.remove_field(speech(), TITLE)


def test_a_field_is_moved_among_its_siblings() -> None:
    document = done(speech(), fields_of.move_field(speech(), GOAL, 0))
    assert document.template.kind("field_of_action").fields[0].key == "goal"
    assert fields_of.move_field(document, GOAL, 0) is None


def test_a_line_becomes_a_text_and_the_text_a_line_again() -> None:
    document = speech(field("goal", "Deutsch für alle."))
    as_text = as_kind(document, GOAL, FieldKind.RICH_TEXT)
    assert [line_text(block) for block in as_text.sections[0].children[0].blocks("goal")] == ["Deutsch für alle."]
    assert value(as_kind(as_text, GOAL, FieldKind.LINE), "goal") == Line("Deutsch für alle.")


def test_a_text_of_more_than_a_plain_paragraph_does_not_become_a_line() -> None:
    for blocks in ((p("Eins."), p("Zwei.")), (p("Ein ", bold("Ziel")),)):
        document = speech(field("situation", blocks))
        with pytest.raises(TemplateRefusal, match="In „Sprache“ steht unter „Ausgangslage“ mehr"):
            as_kind(document, SITUATION, FieldKind.LINE)
    empty_ends = speech(field("situation", (p("Eins."), p(""))))
    assert value(as_kind(empty_ends, SITUATION, FieldKind.LINE), "situation") == Line("Eins.")


def test_a_choice_becomes_a_line_by_its_label_and_lines_become_a_choice_of_what_was_written() -> None:
    place = FieldPlace("field_of_action", "priority")
    as_line = as_kind(speech(field("priority", Choice("high"))), place, FieldKind.LINE)
    assert value(as_line, "priority") == Line("hoch")
    again = as_kind(as_line, place, FieldKind.CHOICE)
    (option,) = type_of(again, place).options
    assert (option.label, value(again, "priority")) == ("hoch", Choice(option.key))


def test_a_choice_that_an_earlier_kind_of_a_section_has_left_keeps_its_words() -> None:
    place = FieldPlace("field_of_action", "priority")
    document = speech(field("priority", Choice("high")))
    left = done(document, set_kind(document, "s", "chapter"))
    assert value(as_kind(left, place, FieldKind.LINE), "priority") == Line("hoch")
    with pytest.raises(TemplateRefusal):
        as_kind(left, place, FieldKind.YES_NO)


def test_a_line_that_is_no_day_becomes_the_draft_of_one() -> None:
    document = as_kind(speech(field("goal", "im Frühjahr")), GOAL, FieldKind.DAY)
    assert value(document, "goal") == Day(draft="im Frühjahr")
    assert value(as_kind(document, GOAL, FieldKind.LINE), "goal") == Line("im Frühjahr")


def test_columns_are_converted_in_every_record_and_in_the_papierkorb_as_one_step() -> None:
    written = speech(records("measures", record(title="Pool", priority=choice("low"))))
    document = replace(written, trash=(Trashed(replace(written.sections[0], id="t"), Place("", 0), MOMENT),))
    edit = fields_of.put_field(document, PRIORITY, replace(type_of(document, PRIORITY), kind=FieldKind.LINE))
    assert isinstance(edit, Compound)
    after = apply(document, edit)
    for section in (after.sections[0], after.trash[0].section):
        (measure,) = section.children[0].records("measures")
        assert value_of(measure.fields, "priority") == Line("niedrig")


def test_an_answer_that_was_chosen_can_be_hidden_but_not_removed() -> None:
    document = speech(records("measures", record(title="Pool", priority=choice("high"))))
    type = type_of(document, PRIORITY)
    assert use_of_option(document, PRIORITY, "high") == Use(1, 0)
    with pytest.raises(TemplateRefusal, match="„hoch“ ist gewählt worden"):
        fields_of.put_field(document, PRIORITY, replace(type, options=type.options[1:]))
    hidden = (ChoiceOption("high", "hoch", hidden=True), *type.options[1:])
    after = done(document, fields_of.put_field(document, PRIORITY, replace(type, options=hidden)))
    assert type_of(after, PRIORITY).options == hidden
    unused = done(document, fields_of.put_field(document, PRIORITY, replace(type, options=type.options[:1])))
    assert [option.key for option in type_of(unused, PRIORITY).options] == ["high"]


def test_a_choice_keeps_an_answer_to_offer() -> None:
    type = type_of(speech(), PRIORITY)
    with pytest.raises(TemplateRefusal, match="mindestens eine"):
        fields_of.put_field(speech(), PRIORITY, replace(type, options=()))


def test_a_change_that_changes_nothing_is_no_edit() -> None:
    assert fields_of.put_field(speech(), GOAL, type_of(speech(), GOAL)) is None


def test_what_a_field_is_marked_as_is_one_change_of_the_template() -> None:
    edit = fields_of.put_field(speech(), GOAL, replace(type_of(speech(), GOAL), printed=False, required=True))
    assert isinstance(edit, SetTemplate)
