"""Our own draft of the example gives its outline, kinds and fields again, with styles and without."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from ikonzept_desktop.example.concept import ExampleConcept, read_example
from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.importing.plan import Becomes, Plan
from ikonzept_desktop.importing.recognition import proposed
from ikonzept_desktop.importing.word import manuscript_of
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.reading.word.intake import taken
from tests.export.word.publications import OPTIONS
from tests.importing.flattened import flattened
from tests.importing.likeness import outline_of
from tests.importing.recognition.pages import sections

LEAST = 0.95


@pytest.fixture(scope="module")
def example() -> ExampleConcept:
    return read_example(resource("example"))


@pytest.fixture(scope="module")
def draft(example: ExampleConcept, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out: Path = tmp_path_factory.mktemp("drafts") / "Entwurf.docx"
    write_draft(build(example.document), dict(example.images), out, OPTIONS)
    return out.read_bytes()


def plan_of(data: bytes, example: ExampleConcept) -> Plan:
    copy = taken(data, "Entwurf.docx", forms=True)
    manuscript = manuscript_of(copy, "Entwurf.docx", keep_image=lambda kept, _: kept)
    return proposed(manuscript, example.document.template)


def without_styles(data: bytes, example: ExampleConcept, *, contents: bool) -> bytes:
    known = labels(example.document)
    numbers = {section.title: known.number(section.id) for section in walk(example.document.sections)}
    return flattened(data, numbers, contents=contents)


def test_the_draft_gives_every_section_again_and_is_sure(draft: bytes, example: ExampleConcept) -> None:
    found = sections(plan_of(draft, example))
    assert [(entry.level, entry.title) for entry in found] == list(outline_of(example.document.sections))
    assert [entry.kind for entry in found] == [section.kind for section in walk(example.document.sections)]
    assert all(entry.is_sure for entry in found)


def test_the_draft_gives_its_fields_again(draft: bytes, example: ExampleConcept) -> None:
    plan = plan_of(draft, example)
    of_measures = [entry for entry in plan.entries if entry.becomes is Becomes.RECORDS and entry.field == "measures"]
    assert (len(of_measures), all(entry.by_rows for entry in of_measures)) == (24, True)
    count = sum(entry.becomes is Becomes.FIELD and entry.field == "situation" for entry in plan.entries)
    assert count == sum(section.kind == "field_of_action" for section in walk(example.document.sections))


@pytest.mark.parametrize("contents", [True, False], ids=["with contents", "without contents"])
def test_a_draft_without_styles_gives_its_sections_again(draft: bytes, example: ExampleConcept, contents: bool) -> None:
    found = sections(plan_of(without_styles(draft, example, contents=contents), example))
    wanted = list(outline_of(example.document.sections))
    there = [(entry.level, entry.title) for entry in found]
    same = SequenceMatcher(None, wanted, there, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in same) >= LEAST * len(wanted)
    assert len(there) <= len(wanted) / LEAST
