"""The bill of materials names everything that is laid down, and each program file with its hash."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.windows.made import NO_RESOURCES, component, source
from windows.bill import bill, written
from windows.components import components

NOW = datetime(2015, 3, 12, 10, 42, tzinfo=UTC)


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    """A payload of a launcher and a package."""
    (tmp_path / "it").mkdir()
    (tmp_path / "ikonzept.exe").write_bytes(b"launcher")
    (tmp_path / "it" / "it.pyd").write_bytes(b"library")
    (tmp_path / "it" / "it.pyc").write_bytes(b"bytecode")
    return tmp_path


def files(of: dict[str, Any]) -> dict[str, str]:
    return {each["name"]: each["hashes"][0]["content"] for each in of["components"] if each["type"] == "file"}


def test_a_package_stands_in_it_as_scanners_look_for_it(payload: Path) -> None:
    (told,) = bill("1.2.3", [component(licence="MIT OR ISC")], payload, NOW)["components"]
    assert (told["type"], told["name"], told["version"], told["purl"]) == ("library", "It", "1.0", "pkg:pypi/it@1.0")
    assert told["licenses"] == [{"expression": "MIT OR ISC"}]
    assert told["hashes"] == [{"alg": "SHA-256", "content": "0" * 64}]


def test_each_program_file_has_its_hash_with_whom_it_is_of(payload: Path) -> None:
    told = bill("1.2.3", [component(files=("it/it.pyd", "it/it.py"))], payload, NOW)
    assert files(told["components"][0]) == {"it/it.pyd": hashlib.sha256(b"library").hexdigest()}
    assert files(told["metadata"]["component"]) == {"ikonzept.exe": hashlib.sha256(b"launcher").hexdigest()}


def test_a_licence_that_spdx_does_not_know_goes_by_its_name(payload: Path) -> None:
    (told,) = bill("1", [component(licence="LicenseRef-Inno-Setup")], payload, NOW)["components"]
    assert told["licenses"] == [{"license": {"name": "Inno Setup"}}]


def test_what_comes_from_no_registry_is_named_as_lists_of_vulnerabilities_do(payload: Path) -> None:
    found = components([source(version="3.12.9")], {**NO_RESOURCES, "it": {"cpe": "python:python"}})
    (told,) = bill("1", found, payload, NOW)["components"]
    assert told["cpe"] == "cpe:2.3:a:python:python:3.12.9:*:*:*:*:*:*:*"


def test_a_library_within_is_named_so_as_well_where_its_version_is_known(payload: Path) -> None:
    parts = [["Core", "MIT", "=", "maker:core"], ["zlib", "Zlib"]]
    found = components([source(version="6.9")], {**NO_RESOURCES, "it": {"parts": parts}})
    (told,) = bill("1", found, payload, NOW)["components"]
    assert [each.get("cpe") for each in told["components"]] == ["cpe:2.3:a:maker:core:6.9:*:*:*:*:*:*:*", None]


def test_where_a_source_text_lies_stands_in_it(payload: Path) -> None:
    found = components([source(licence="MPL-2.0")], {**NO_RESOURCES, "it": {"sources": ["https://it.example/"]}})
    (told,) = bill("1", found, payload, NOW)["components"]
    assert told["externalReferences"] == [{"type": "source-distribution", "url": "https://it.example/"}]


def test_libraries_within_stand_within(payload: Path) -> None:
    found = components([source()], {**NO_RESOURCES, "it": {"parts": [["zlib", "Zlib"]]}})
    (told,) = bill("1", found, payload, NOW)["components"]
    assert [(each["name"], each["licenses"]) for each in told["components"]] == [("zlib", [{"expression": "Zlib"}])]
    assert "version" not in told["components"][0]


def test_every_reference_is_one_thing(payload: Path) -> None:
    zlib = {"parts": [["zlib", "Zlib"]]}
    found = components([source(), source("other")], {**NO_RESOURCES, "it": zlib, "other": zlib})
    told = written(bill("1", found, payload, NOW))
    references = [line for line in told.splitlines() if '"bom-ref"' in line]
    assert len(references) == len(set(references)) == 7


def test_the_same_payload_gives_the_same_bill(payload: Path) -> None:
    one, two = (json.loads(written(bill("1", [component()], payload, NOW))) for _ in range(2))
    assert one == two
    assert one["metadata"]["timestamp"] == "2015-03-12T10:42:00Z"
    other = bill("2", [component()], payload, NOW)
    assert other["serialNumber"] != one["serialNumber"]
