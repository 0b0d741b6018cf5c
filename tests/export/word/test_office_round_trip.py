"""Drafts that LibreOffice opens and saves: no bookmark, note, reference or property is lost by it."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from ikonzept_desktop.cli import main
from ikonzept_desktop.example.generator import generate
from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from tests.export.word import reading
from tests.export.word.publications import OPTIONS
from tests.office.running import Step, office

W = reading.W
BODY, NOTES = "word/document.xml", "word/footnotes.xml"
COPIED = re.compile(r"(_Copy_\d+)+$")
"""What LibreOffice 7.4 adds to the names of bookmarks within notes."""
PAGES = 30


@dataclass(frozen=True)
class Trip:
    """A draft before and after."""

    ours: reading.WordFile
    theirs: reading.WordFile


@pytest.fixture(scope="module")
def trips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Trip]:
    """The example's draft, a packet of it for a group, and a long draft."""
    folder = tmp_path_factory.mktemp("trip")
    concept = str(folder / "Konzept.ikonzept")
    assert main(["example", concept]) == 0
    packet = ["--packet", "Sozialamt", "--reviewer", "Sozialamt", "--due", "01.03.2030", "--return-to", "Kreis"]
    assert main(["export", concept, "--word", str(folder / "example.docx")]) == 0
    assert main(["export", concept, "--word", str(folder / "packet.docx"), *packet]) == 0
    made = generate(PAGES, 7, read_template(resource("templates", "integrationskonzept.toml")))
    write_draft(build(made.document), dict(made.images), folder / "generated.docx", OPTIONS)
    names = ("example", "packet", "generated")
    with office(folder) as running:
        running.do([saved(folder, name) for name in names])
    return {
        name: Trip(reading.read(folder / f"{name}.docx"), reading.read(folder / f"{name}-back.docx")) for name in names
    }


def saved(folder: Path, name: str) -> tuple[Step, ...]:
    return ("open", f"{folder}/{name}.docx"), ("save", f"{folder}/{name}-back.docx"), ("close",)


@pytest.fixture(params=["example", "packet", "generated"])
def trip(request: pytest.FixtureRequest, trips: dict[str, Trip]) -> Trip:
    return trips[request.param]


def bookmarks(part: etree._Element) -> dict[str, str]:
    return {COPIED.sub("", name): words for name, words in reading.covered(part).items() if name.startswith("_i")}


@pytest.mark.parametrize("part", [BODY, NOTES])
def test_every_bookmark_comes_back_over_the_same_words(trip: Trip, part: str) -> None:
    ours, theirs = bookmarks(trip.ours.parts[part]), bookmarks(trip.theirs.parts[part])
    assert len(ours) > 10
    assert set(ours) == set(theirs)
    changed = {name for name in ours if ours[name] != theirs[name]}
    # LibreOffice 7.4 lets the bookmark that holds the sign of the first note of all end one character early.
    assert {name for name in changed if "\ufffc" not in ours[name] or theirs[name] != ours[name][:-1]} == set()
    assert len(changed) <= 1


def notes(word: reading.WordFile) -> list[str]:
    """Give the words of the notes in the order of their signs."""
    texts = {node.get(f"{W}id"): "".join(reading.lines(node)).strip() for node in word.parts[NOTES]}
    return [texts[node.get(f"{W}id")] for node in word.body.iter(f"{W}footnoteReference")]


def test_every_note_comes_back_in_its_order(trip: Trip) -> None:
    assert len(notes(trip.ours)) > 10
    assert notes(trip.theirs) == notes(trip.ours)


def asked(word: reading.WordFile) -> list[tuple[str, str]]:
    """Give what the fields of a draft ask for, and what they show; pages are any number."""
    found = [field for part in (BODY, NOTES) for field in reading.fields(word.parts[part]) if field.kind != "TOC"]
    return [(" ".join(field.code.split()), field.shown) for field in found]


def test_every_reference_comes_back_with_its_aim_and_its_words(trip: Trip) -> None:
    ours = asked(trip.ours)
    assert {code.split()[0] for code, _ in ours} == {"REF", "PAGEREF", "SEQ"}
    assert asked(trip.theirs) == ours


def paragraphs(word: reading.WordFile) -> list[str]:
    """Give the paragraphs but for the contents, whose lines end in a page."""
    found = [line for part in (BODY, NOTES) for line in reading.lines(word.parts[part])]
    return [line for line in found if line and not line.endswith("…")]


def test_every_paragraph_comes_back_with_its_words(trip: Trip) -> None:
    assert paragraphs(trip.theirs) == paragraphs(trip.ours)


def properties(word: reading.WordFile) -> dict[str, str]:
    return {node.get("name", ""): "".join(node.itertext()) for node in word.parts["docProps/custom.xml"]}


def test_every_property_comes_back_with_its_value(trip: Trip) -> None:
    assert properties(trip.ours)
    assert properties(trip.theirs).items() >= properties(trip.ours).items()


def test_what_may_be_edited_comes_back(trips: dict[str, Trip]) -> None:
    def settings(word: reading.WordFile, name: str) -> etree._Element | None:
        return word.parts["word/settings.xml"].find(f"{W}{name}")

    for name, trip in trips.items():
        assert (settings(trip.theirs, "trackRevisions") is None) == (settings(trip.ours, "trackRevisions") is None)
        assert (settings(trip.theirs, "documentProtection") is None) == (name != "packet")
        ours, theirs = (
            {node.get(f"{W}id") for node in word.body.iter(f"{W}permStart")} for word in (trip.ours, trip.theirs)
        )
        assert theirs == ours
        assert bool(ours) == (name == "packet")
