"""Which sections a group answers for."""

from dataclasses import replace

from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, RecordForm, SectionKind
from ikonzept_desktop.publication.packets import contributors, groups, packet
from tests.builders import KINDS, TEMPLATE, chapter, doc, field, links, record, records, section

_LINKS = FieldType("working_groups", "Gruppen", FieldKind.LINKS, target="record:working_groups", internal=True)
_SEEN = FieldType("partners", "Partner", FieldKind.LINKS, target="record:working_groups")
_NAMES = FieldType(
    "working_groups", "Gruppen", FieldKind.RECORDS, form=RecordForm.TABLE,
    columns=(FieldType("name", "Name", FieldKind.LINE),),
)  # fmt: skip
_FIELD = SectionKind("field", "Feld", Placement.BODY, (_LINKS, _SEEN), child_kinds=("chapter",))
_LIST = SectionKind("list", "Liste", Placement.ANNEX, (_NAMES,))


def of(responsible: str, made: Section) -> Section:
    return replace(made, responsible=responsible)


def concept() -> Document:
    template = replace(TEMPLATE, kinds=(*KINDS, _FIELD, _LIST))
    below = (chapter("Kurse", id="kurse"), of("Schulamt", chapter("Schule", id="schule")))
    language = Section("sprache", "field", "Sprache", (field("working_groups", links("g1", "g2")),), below)
    seen = Section("sport", "field", "Sport", (field("partners", links("g1")),))
    names = {"g1": "AG Sprache", "g2": "Schulamt", "g3": "Caritasverband"}
    named = records("working_groups", *(record(id, name=name) for id, name in names.items()))
    listing = Section("liste", "list", "Gruppen", (named,))
    return doc(of("schulamt ", chapter("Lage", id="lage")), language, seen, listing, template=template)


def test_a_group_is_named_by_who_is_responsible_or_by_a_record_that_a_section_points_at() -> None:
    assert groups(concept()) == ("AG Sprache", "schulamt")


def test_a_packet_holds_the_sections_of_a_group_and_those_below_of_which_nothing_else_is_said() -> None:
    assert packet(concept(), "AG Sprache") == ("sprache", "kurse")
    assert packet(concept(), " SCHULAMT") == ("lage", "sprache", "kurse", "schule")


def test_an_unknown_group_has_no_packet() -> None:
    assert packet(concept(), "Feuerwehr") == ()
    assert packet(doc(section("chapter", "Ziele")), "") == ()


def test_who_is_named_in_the_annex_might_be_asked() -> None:
    assert contributors(concept()) == ("AG Sprache", "Caritasverband", "Schulamt")
    assert contributors(doc(section("chapter", "Ziele"))) == ()
