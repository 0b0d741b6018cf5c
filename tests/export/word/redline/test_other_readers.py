"""The example and what an afternoon has made of it in one file: pandoc and LibreOffice read both states as well."""

import re
from pathlib import Path

import pytest

from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.export.word.redline.writer import write_redline
from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.reading.word.content import View
from ikonzept_desktop.reading.word.views import paragraphs
from tests.export.word import judges
from tests.export.word.redline.edited_example import edited
from tests.export.word.redline.said import MARGINS, OPTIONS, REVISION, lines, read
from tests.office.running import Step, office
from tests.reading.word import pandoc

STATES = {"accept": ("accepted", "new"), "reject": ("rejected", "old")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the drafts of both states and of the redline."""
    made = tmp_path_factory.mktemp("redline")
    example = read_example(resource("example"))
    old, new = build(example.document), build(edited(example.document))
    write_draft(old, example.images, made / "old.docx", OPTIONS)
    write_draft(new, example.images, made / "new.docx", OPTIONS)
    write_redline(old, new, example.images, made / "redline.docx", OPTIONS, REVISION)
    return made


def test_our_own_reader_reads_both(folder: Path) -> None:
    assert lines(folder / "redline.docx", View.ACCEPTED) == lines(folder / "new.docx")
    assert lines(folder / "redline.docx", View.REJECTED) == lines(folder / "old.docx")


@pytest.mark.parametrize("what", STATES)
def test_pandoc_reads_both(folder: Path, what: str) -> None:
    text, notes = pandoc.read(folder / "redline.docx", what)
    expected, expected_notes = pandoc.read(folder / f"{STATES[what][1]}.docx", "accept")
    assert without_pages(text) == without_pages(expected)
    assert notes == expected_notes


def without_pages(text: str) -> list[str]:
    """Give the words without what names a page, or is the number of one at the end of a line of the contents."""
    return [word for word in text.split() if not re.fullmatch(r"\d+\W*", word)]


def test_a_validator_finds_no_fault(folder: Path) -> None:
    assert judges.faults(folder / "redline.docx") == []


@pytest.fixture(scope="module")
def decided(folder: Path) -> Path:
    """The same folder with what LibreOffice makes of the files: all accepted, all rejected, nothing done."""
    steps: dict[tuple[str, str], list[Step]] = {
        ("redline", "accepted"): [("do", "AcceptAllTrackedChanges")],
        ("redline", "rejected"): [("do", "RejectAllTrackedChanges")],
        ("old", "old-as-it-is"): [],
        ("new", "new-as-it-is"): [],
    }
    with office(folder) as running:
        running.do(
            [[*opened(folder / f"{of}.docx"), *do, *saved(folder / f"{to}.docx")] for (of, to), do in steps.items()]
        )
    return folder


def opened(path: Path) -> list[Step]:
    return [("open", str(path))]


def saved(path: Path) -> list[Step]:
    return [("save", str(path)), ("close",)]


@pytest.mark.parametrize("what", STATES)
def test_libreoffice_makes_both_states_of_it(decided: Path, what: str) -> None:
    made, state = STATES[what]
    assert counted_out(decided / f"{made}.docx") == counted_out(decided / f"{state}-as-it-is.docx")


def counted_out(path: Path) -> list[str]:
    """Give the lines that say something, without the numbers of pages at the ends of those of the contents."""
    copy = read(path)
    shown = (
        each for each in paragraphs(copy.blocks, View.ACCEPTED) if copy.blocks[each.owner].place.part not in MARGINS
    )
    texts = (re.sub(r"\t\d+$", "", each.text.strip()) for each in shown)
    return [text for text in texts if text]
