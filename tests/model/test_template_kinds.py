"""Kinds of section, statuses and numbering are changed; the sections follow and stay what they are."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ikonzept_desktop.model import template_kinds as kinds_of
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, Place, Trashed
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.outline import kind_for, place_after
from ikonzept_desktop.model.schema import check
from ikonzept_desktop.model.template import Numbering, Placement, SectionKind, Status
from ikonzept_desktop.model.template_steps import TemplateRefusal
from tests.builders import TEMPLATE, annex, chapter, doc, foreword

STATUSES = (Status("open", "Offen", "ring", "muted"), Status("draft", "Entwurf", "half", "amber"))
MOMENT = datetime(2015, 3, 12, tzinfo=UTC)


def concept() -> Document:
    document = doc(foreword("Gruß"), chapter("Ziele"), annex("Karte"), template=replace(TEMPLATE, statuses=STATUSES))
    return replace(document, trash=(Trashed(chapter("Weg"), Place("", 1), MOMENT),))


def done(document: Document, edit: Edit | None) -> Document:
    assert edit is not None
    after = apply(document, edit)
    check(after)
    return after


def kind(document: Document, key: str) -> SectionKind:
    return document.template.kind(key)


def test_a_new_kind_has_a_text_and_stands_with_those_of_its_part() -> None:
    edit, made = kinds_of.add_kind(concept(), "Exkurs", Placement.BODY)
    keys = [known.key for known in done(concept(), edit).template.kinds]
    assert keys.index(made.key) == keys.index("annex") - 1
    assert [field.label for field in made.fields] == ["Text"]


def test_sections_follow_their_kind_to_another_part_of_the_concept() -> None:
    document = concept()
    moved = done(document, kinds_of.put_kind(document, replace(kind(document, "foreword"), placement=Placement.ANNEX)))
    assert [section.title for section in moved.sections] == ["Ziele", "Gruß", "Karte"]


def test_sections_follow_their_kind_in_what_is_printed_of_their_numbers() -> None:
    document = concept()
    after = done(document, kinds_of.put_kind(document, replace(kind(document, "chapter"), numbered=False)))
    assert not after.sections[1].numbered
    assert not after.trash[0].section.numbered
    assert after.sections[2].numbered


def test_a_kind_that_has_sections_is_hidden_not_removed() -> None:
    document = concept()
    with pytest.raises(TemplateRefusal, match="ausblenden, nicht löschen"):
        kinds_of.remove_kind(document, "chapter")
    after = done(document, kinds_of.remove_kind(document, "field_of_action"))
    assert "field_of_action" not in kind(after, "chapter").child_kinds
    hidden = done(document, kinds_of.put_kind(document, replace(kind(document, "annex"), hidden=True)))
    assert kind_for(hidden, place_after(hidden, hidden.sections[2].id)).key == "chapter"


def test_a_kind_stays_for_new_sections() -> None:
    document = concept()
    for known in document.template.kinds[:-1]:
        document = done(document, kinds_of.put_kind(document, replace(known, hidden=True)))
    with pytest.raises(TemplateRefusal, match="muss für neue Abschnitte bleiben"):
        kinds_of.put_kind(document, replace(document.template.kinds[-1], hidden=True))


def test_sections_stay_in_their_status_when_another_becomes_the_first() -> None:
    document = concept()
    document = done(document, kinds_of.move_status(document, "draft", 0))
    assert document.template.status(document.sections[0].status).label == "Offen"
    assert document.template.status(document.trash[0].section.status).label == "Offen"


def test_a_status_in_which_sections_are_is_not_removed_and_the_first_not_hidden() -> None:
    with pytest.raises(TemplateRefusal, match="im Status „Offen“"):
        kinds_of.remove_status(concept(), "open")
    with pytest.raises(TemplateRefusal, match="bleibt sichtbar"):
        kinds_of.put_status(concept(), replace(STATUSES[0], hidden=True))
    after = done(concept(), kinds_of.remove_status(concept(), "draft"))
    assert [status.key for status in after.template.statuses] == ["open"]


def test_a_hidden_status_does_not_become_the_first() -> None:
    hidden = done(concept(), kinds_of.put_status(concept(), replace(STATUSES[1], hidden=True)))
    with pytest.raises(TemplateRefusal, match="ausgeblendet"):
        kinds_of.move_status(hidden, "draft", 0)


def test_a_status_is_added_at_the_end() -> None:
    edit, status = kinds_of.add_status(concept(), "Geprüft", "tick", "green")
    assert done(concept(), edit).template.statuses[-1] == status


def test_tables_and_figures_keep_a_name() -> None:
    with pytest.raises(TemplateRefusal, match="Bezeichnung"):
        kinds_of.set_numbering(concept(), Numbering(table_label=" "))
    after = done(concept(), kinds_of.set_numbering(concept(), Numbering(final_dot=True)))
    assert after.template.numbering.final_dot
