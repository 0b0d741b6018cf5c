"""Of everything that is laid down it is known whose it is, under which licence, and with which text."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.windows.made import NO_RESOURCES, source, wheel
from windows.components import Part, components, said_of_all, source_of_wheel, sources_of_resources
from windows.fetching import ROOT
from windows.payload import LINES, PayloadError, read_lines

RESOURCES = ROOT / "resources"


def refusal(said: dict[str, Any], **of: Any) -> str:
    with pytest.raises(PayloadError) as caught:
        components([source(**of)], {**NO_RESOURCES, **said})
    return str(caught.value)


def test_a_wheel_tells_its_licence_and_all_its_texts(tmp_path: Path) -> None:
    files = {"licenses/LICENSE": "one", "licenses/third/zlib.txt": "two", "COPYING": "three", "RECORD": "no text"}
    found = source_of_wheel("it", "1.0", wheel(tmp_path, "License-Expression: MIT", files), ["it/__init__.py"])
    assert (found.title, found.licence, found.files) == ("It", "MIT", ("it/__init__.py",))
    assert {text.name: text.content for text in found.texts} == {
        "LICENSE": "one",
        "third/zlib.txt": "two",
        "COPYING": "three",
    }
    assert found.purl == "pkg:pypi/it@1.0"
    assert len(found.sha256) == 64


def test_a_licence_that_nobody_tells_stops_the_build() -> None:
    assert "under which licence it is" in refusal({}, licence="")


def test_so_does_a_licence_without_its_text() -> None:
    assert "where its text is" in refusal({}, texts={})


def test_the_table_has_the_last_word_on_a_licence() -> None:
    (found,) = components([source(licence="")], {**NO_RESOURCES, "it": {"licence": "ISC"}})
    assert found.licence == "ISC"


def test_texts_are_added_of_the_checkout_and_of_other_packages() -> None:
    said = {**NO_RESOURCES, "it": {"texts": ["LICENSE", "other: COPYING"]}}
    found = components([source(), source("other", texts={"COPYING": "copy"})], said)
    assert [text.name for text in found[0].texts] == ["LICENSE", "LICENSE", "COPYING"]
    assert "European Union Public Licence" in found[0].texts[1].content


@pytest.mark.parametrize("text", ["not/there.txt", "other: COPYING"])
def test_a_text_that_is_not_there_stops_the_build(text: str) -> None:
    assert text in refusal({"it": {"texts": [text]}})


def test_a_text_that_is_left_out_has_to_be_there() -> None:
    (found,) = components([source(texts={"A": "a", "B": "b"})], {**NO_RESOURCES, "it": {"without": ["A"]}})
    assert [text.name for text in found.texts] == ["B"]
    assert "C" in refusal({"it": {"without": ["C"]}})


def test_the_version_of_a_library_within_has_to_be_told_by_the_package() -> None:
    said: dict[str, Any] = {"it": {"parts": [["zlib", "Zlib", "1.3.1"]]}}
    assert "zlib is 1.3.1" in refusal(said)
    (found,) = components([source(texts={"NOTICE": "with zlib 1.3.1"})], {**NO_RESOURCES, **said})
    assert found.parts == (Part("zlib", "Zlib", "1.3.1"),)


def test_a_library_may_have_the_version_of_its_package() -> None:
    (found,) = components([source()], {**NO_RESOURCES, "it": {"parts": [["Core", "MIT", "="]]}})
    assert found.parts == (Part("Core", "MIT", "1.0"),)


@pytest.mark.parametrize("licence", ["LGPL-3.0-only", "MIT OR MPL-2.0", "GPL-2.0-only"])
def test_where_a_source_text_lies_has_to_be_told_of_what_its_licence_asks_it_for(licence: str) -> None:
    assert "where the source text of it lies" in refusal({}, licence=licence)
    assert "where the source text of it lies" in refusal({"it": {"parts": [["Core", licence]]}})
    said = {**NO_RESOURCES, "it": {"sources": ["https://it.example/v{version}"]}}
    (found,) = components([source(licence=licence)], said)
    assert found.addresses == ("https://it.example/v1.0",)


def test_the_runtime_of_microsoft_is_named_with_everybody_who_brings_it() -> None:
    sections = read_lines(LINES.read_text(encoding="utf-8"))
    runtime = re.compile(r"(msvcp|vcruntime|concrt)\d|\.libs/\*")
    bringing = {
        name for name, lines in sections.items() for line in lines if line.comes and runtime.search(line.pattern)
    }
    said = said_of_all()
    named = {name for name in said.keys() - {"resources"} if "Microsoft Visual" in str(said[name].get("parts"))}
    assert bringing == named != set()


def test_nothing_is_said_of_what_is_not_shipped() -> None:
    assert "other, which is not shipped" in refusal({"other": {"licence": "MIT"}})


def test_every_font_profile_and_dictionary_of_others_has_its_licence() -> None:
    said = said_of_all()
    known = {file for each in sources_of_resources(said, RESOURCES, "r") for file in each.files}
    foreign = [*RESOURCES.glob("fonts/*.ttf"), *RESOURCES.glob("dictionaries/de_DE.*"), *RESOURCES.glob("icons/*.svg")]
    assert len(foreign) > 100
    assert [file.name for file in foreign if f"r/{file.relative_to(RESOURCES).as_posix()}" not in known] == []
    found = components(sources_of_resources(said, RESOURCES, "r"), {"resources": said["resources"]})
    assert all(each.texts for each in found)


def test_resources_that_are_gone_stop_the_build() -> None:
    said = {"resources": [{"title": "A font", "licence": "OFL-1.1", "files": ["fonts/gone.ttf"], "texts": []}]}
    with pytest.raises(PayloadError, match="A font"):
        sources_of_resources(said, RESOURCES, "r")
