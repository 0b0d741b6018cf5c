"""The page of licences names everything that comes along, and has every text once."""

from tests.windows.made import NO_RESOURCES, component, source
from windows.components import Text, components
from windows.licences import page

OWN = Text("LICENSE", "Our own licence.")


def test_it_names_each_with_version_and_licence_and_what_is_within() -> None:
    said = page("1.2.3", OWN, [component("sharp", version="2.0")])
    assert said.startswith("iKonzept Desktop 1.2.3 – Lizenzen")
    assert "\r\n- Sharp 2.0: MIT\r\n" in said


def test_our_own_text_is_the_first() -> None:
    said = page("1.2.3", OWN, [component()])
    assert said.index("Our own licence.") < said.index("Do what you like.")


def test_a_text_of_many_is_there_once_with_all_of_them() -> None:
    one = component("one", texts={"LICENSE": "Do what\nyou like.\n"})
    two = component("two", texts={"COPYING": "Do what you like."})
    said = page("1", OWN, [two, one])
    assert " ".join(said.split()).count("Do what you like.") == 1
    assert "One: LICENSE\r\nTwo: COPYING\r\n" in said


def test_its_lines_end_as_windows_does() -> None:
    said = page("1", OWN, [component(texts={"LICENSE": "one\r\ntwo\n\fthree"})])
    assert said.count("\r\n") == said.count("\n")
    assert "\f" not in said


def test_it_says_where_the_source_text_lies_of_what_has_to_be_had_with_it() -> None:
    said = {**NO_RESOURCES, "sharp": {"sources": ["https://it.example/{version}"]}}
    found = components([source("sharp", "LGPL-3.0-only", version="2.0")], said)
    assert "- Sharp 2.0: LGPL-3.0-only\r\n    Quelltext: https://it.example/2.0\r\n" in page("1", OWN, found)
