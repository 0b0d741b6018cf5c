"""Files that came back are held against the texts they were made from, in a process of their own."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ikonzept_desktop.export.copies import CopyWish, made_copies
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.jobs import JobFailed, Worker
from ikonzept_desktop.model.copies import give_out
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import SetReturned
from ikonzept_desktop.model.proposals import ReturnedFile
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.round_trip import File, Outcome, Round, glimpse, hold
from tests.builders import chapter, doc, p
from tests.review.test_taking_over import CONCEPT, draft, edited, paragraph_of

WHEN = datetime(2015, 3, 12, 10, 42, tzinfo=UTC)
REWRITTEN = (("Alle zwei Jahre", "Wann immer es dem Rat gefällt,"), ("fortgeschrieben", "wohl einmal angesehen"))
CHART = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


class GivenOut:
    """A concept in a file, and a copy of it that somebody got."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "Konzept.ikonzept"
        opened = create_project(self.path, CONCEPT)
        self.version = opened.store.make_snapshot(CONCEPT, "Durchsicht", WHEN).id
        orders, copies = made_copies(CONCEPT, [CopyWish("Jobcenter")], self.version, WHEN)
        opened.project.apply(give_out(CONCEPT, orders[0].concept, copies), "Zur Durchsicht")
        self.document: Document = opened.project.document
        opened.store.close()
        self.id = copies[0].id
        out = folder / "copy.docx"
        options = DraftOptions(issued=WHEN, copy=orders[0])
        write_draft(build(CONCEPT, snapshot=self.version), {}, out, options)
        self.data = out.read_bytes()

    def held(self, *files: File, before: tuple[ReturnedFile, ...] = ()) -> Outcome:
        with Worker() as worker:
            document = replace(self.document, returned=before)
            return worker.start(hold, Round(self.path, document, files, (self.version,))).result()

    def paragraph(self, words: str) -> str:
        """Give a paragraph of the copy as it stands in the file."""
        with ZipFile(BytesIO(self.data)) as package:
            return paragraph_of(package.read("word/document.xml").decode("utf-8"), words)

    def came(self, id: str, data: bytes, version: str = "") -> ReturnedFile:
        """Keep a file as one that came before."""
        opened = open_project(self.path)
        digest = opened.store.add_image(data)
        came = ReturnedFile(id, "", f"{id}.docx", id.title(), WHEN, digest, version or self.version)
        before = opened.project.document.returned
        opened.project.apply(SetReturned(before, (*(each for each in before if each.id != id), came)), "Aufgenommen")
        opened.store.close()
        return came

    def snapshot(self, document: Document) -> str:
        opened = open_project(self.path)
        made = opened.store.make_snapshot(document, "Ausgabe", WHEN).id
        opened.store.close()
        return made


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> GivenOut:
    return GivenOut(tmp_path_factory.mktemp("given"))


def test_a_copy_is_held_against_the_version_it_was_made_from(given: GivenOut) -> None:
    copy = edited(given.data, ("zwei Jahre", "drei Jahre"))
    found = given.held(File(given.id, "Jobcenter.docx", copy, "Jobcenter"))
    (version,) = found.held
    assert version.version == given.version
    assert [(kept.before, kept.variants[0].text) for kept in version.proposals] == [("zwei", "drei")]
    assert version.certainty == {given.id: 1.0}
    assert found.refused == ()


def test_a_file_without_marks_is_held_against_the_version_its_words_fit(given: GivenOut, tmp_path: Path) -> None:
    plain = edited(draft(CONCEPT, tmp_path), ("_ik_", "x_"), ("zwei Jahre", "drei Jahre"))
    found = given.held(File("neu", "abgetippt.docx", plain, "Schulamt"))
    (version,) = found.held
    assert ("zwei", "drei") in [(kept.before, kept.variants[0].text) for kept in version.proposals]
    assert {source.author for kept in version.proposals for source in kept.sources} == {"Schulamt"}


def test_files_that_are_no_copies_are_told_and_the_others_go_on(given: GivenOut, tmp_path: Path) -> None:
    strange = draft(doc(chapter("Haushalt", p("Die Straßen werden im Sommer geteert.", id="s"))), tmp_path)
    other = edited(given.data, (f">{given.document.properties.concept}<", ">anderes<"))
    found = given.held(
        File("a", "fremd.docx", strange, "Schulamt"),
        File("b", "anderes.docx", other, "Schulamt"),
        File("c", "kaputt.docx", b"PK\x03\x04 kaputt", "Schulamt"),
        File(given.id, "Jobcenter.docx", given.data, "Jobcenter"),
    )
    assert [list(version.certainty) for version in found.held] == [[given.id]]
    refused = dict(found.refused)
    assert "kaum ein Wort gemein" in refused["a"]
    assert "die Kopie eines anderen Konzepts" in refused["b"]
    assert "kaputt.docx" in refused["c"]


def test_a_file_that_says_itself_what_it_holds_is_believed_however_much_was_changed(given: GivenOut) -> None:
    found = given.held(
        File(given.id, "Jobcenter.docx", edited(given.data, (given.paragraph("Alle "), "")), "Jobcenter")
    )
    assert [version.certainty for version in found.held] == [{given.id: 1.0}]


def test_a_file_that_lost_the_marks_of_its_lines_is_as_sure_as_its_words_and_stays_so(given: GivenOut) -> None:
    plain = edited(given.data, ("_ik_", "x_"), *REWRITTEN)
    (version,) = given.held(File(given.id, "Jobcenter.docx", plain, "Jobcenter")).held
    assert 0.3 < version.certainty[given.id] < 1
    before = replace(given.came("kreis", plain), certainty=0.75)
    (version,) = given.held(File(given.id, "Jobcenter.docx", given.data, "Jobcenter"), before=(before,)).held
    assert version.certainty == {given.id: 1.0, "kreis": 0.75}


def test_only_files_of_the_same_version_are_read_again(given: GivenOut) -> None:
    copy = edited(given.data, ("zwei Jahre", "drei Jahre"))
    before = (given.came("kreis", copy), given.came("anderswo", copy, version="0" * 20))
    found = given.held(File(given.id, "Jobcenter.docx", copy, "Jobcenter"), before=before)
    (version,) = found.held
    assert sorted(version.certainty) == sorted([given.id, "kreis"])
    assert [{source.copy for source in kept.sources} for kept in version.proposals] == [{given.id, "kreis"}]


def test_a_file_of_another_version_takes_the_place_of_what_came_before(given: GivenOut) -> None:
    copy = edited(given.data, ("zwei Jahre", "drei Jahre"))
    present = given.snapshot(doc(chapter("Ziele", p("Anders."))))
    found = given.held(
        File(given.id, "Jobcenter.docx", copy, "Jobcenter"), before=(given.came(given.id, copy, version=present),)
    )
    assert {each.version: list(each.certainty) for each in found.held} == {given.version: [given.id], present: []}
    assert [len(version.proposals) for version in found.held] == [1, 0]


def test_a_file_that_came_before_and_is_lost_is_told(given: GivenOut) -> None:
    lost = ReturnedFile("kreis", "", "Kreis.docx", "Kreis", WHEN, "0" * 64, given.version)
    with pytest.raises(JobFailed, match=r"„Kreis\.docx“, schon früher"):
        given.held(File(given.id, "Jobcenter.docx", given.data, "Jobcenter"), before=(lost,))


@pytest.mark.parametrize("known", [True, False])
def test_the_sheet_of_a_copy_that_lost_its_marks_is_no_proposal(given: GivenOut, known: bool) -> None:
    plain = edited(
        given.data, ("_ik_", "x_"), ('name="ik', 'name="x'), ("IKReview", "Fremd"), ("Durchsicht ", "Fremd ")
    )
    found = given.held(File("neu", "gespeichert.docx", plain, "Jobcenter", copy=given.id if known else ""))
    (version,) = found.held
    assert (version.version, version.proposals) == (given.version, ())


@pytest.mark.parametrize("put", ["{paragraph}<w:p>{chart}</w:p>", "{begun}{chart}</w:p>"])
def test_what_is_not_taken_over_is_told_by_the_words_at_which_it_stands(given: GivenOut, put: str) -> None:
    paragraph = given.paragraph("Der Kreis ")
    with_chart = put.format(paragraph=paragraph, begun=paragraph.removesuffix("</w:p>"), chart=CHART)
    copy = edited(given.data, (paragraph, with_chart))
    (version,) = given.held(File(given.id, "Jobcenter.docx", copy, "Jobcenter")).held
    (left,) = version.left_out[given.id]
    assert left.kind == "chart"
    assert left.place.startswith("Der Kreis fördert das Erlernen")


def inserted(author: str, day: int) -> str:
    by = f'w:id="9999{day}" w:author="{author}" w:date="2015-03-0{day}T08:00:00Z"'
    return f'</w:t></w:r><w:ins {by}><w:r><w:t>neu</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("changes", "author"),
    [
        ((("zwei Jahre", f"zwei {inserted('Herr Muster', 6)} Jahre"),), "Herr Muster"),
        (
            (
                ("das Erlernen", f"das {inserted('Frau Beispiel', 7)}"),
                ("zwei Jahre", f"zwei {inserted('Herr Muster', 6)} Jahre"),
            ),
            "Frau Beispiel",
        ),
        ((), "Frau Speicher"),
    ],
)
def test_a_look_at_a_file_tells_whose_copy_it_is_and_who_was_the_last_to_write_in_it(
    given: GivenOut, tmp_path: Path, changes: tuple[tuple[str, str], ...], author: str
) -> None:
    came = tmp_path / "kopie.docx"
    saved = ("<cp:lastModifiedBy></cp:lastModifiedBy>", "<cp:lastModifiedBy>Frau Speicher</cp:lastModifiedBy>")
    came.write_bytes(edited(given.data, saved, *changes))
    with Worker() as worker:
        seen = worker.start(glimpse, came, came.name).result()
        assert dict(seen.properties)["ikCopy"] == given.id
        assert seen.author == author


def test_a_look_at_what_is_no_word_file_fails(tmp_path: Path) -> None:
    came = tmp_path / "kopie.docx"
    came.write_text("kein Word")
    with Worker() as worker, pytest.raises(JobFailed):
        worker.start(glimpse, came, came.name).result()
