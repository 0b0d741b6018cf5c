"""Numbers that were typed before records go where the template computes them, and tell an abbreviation."""

from ikonzept_desktop.importing.building.numbers import parted
from ikonzept_desktop.model.fields import Line
from tests.builders import GOALS, INDICATORS, MEASURES, doc
from tests.importing.building.papers import after, h, label, named, paper, piece, plan, section


def test_a_number_as_the_template_has_it_is_cut_and_tells_the_abbreviation() -> None:
    found = parted("S 2: Sprachmittlerpool", MEASURES, 2, {})
    assert (found.words, found.number, found.said) == ("Sprachmittlerpool", "S 2", (("abbreviation", "S"),))


def test_a_number_of_another_record_or_abbreviation_stays() -> None:
    assert parted("S 3 Sprachmittlerpool", MEASURES, 2, {}).number == ""
    assert parted("M 2 Sprachmittlerpool", MEASURES, 2, {"abbreviation": "S"}).number == ""


def test_a_bare_number_needs_a_sign_behind_it() -> None:
    assert parted("2 Kurse anbieten", GOALS, 2, {}).number == ""
    assert parted("2. Kurse anbieten", GOALS, 2, {}).words == "Kurse anbieten"


def test_records_without_numbers_keep_what_stands_there() -> None:
    assert parted("1. Kurse", INDICATORS, 1, {}).words == "1. Kurse"


def test_the_section_has_the_abbreviation_afterwards_unless_it_had_one() -> None:
    manuscript = paper(h("Sprache"), "Maßnahmen", piece("S 1 Pool", is_bold=True), piece("S 2 Kurse", is_bold=True))
    wanted = plan(section(0, "Sprache", kind="field_of_action"), label(1, "measures"))
    sprache = named(after(doc(), manuscript, wanted), "Sprache")
    assert sprache.value("abbreviation") == Line("S")
    assert len(sprache.records("measures")) == 2
