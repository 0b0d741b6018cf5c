"""Files that came back are held against the texts they were made from, in a process of their own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikonzept_desktop.export.copies import CopyWish, made_copies
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.jobs import JobFailed, Worker
from ikonzept_desktop.model.copies import give_out
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store.project_file import create_project
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.round_trip import File, Outcome, Round, glimpse, hold
from tests.builders import chapter, doc, p
from tests.review.test_taking_over import CONCEPT, draft, edited

WHEN = datetime(2015, 3, 12, 10, 42, tzinfo=UTC)


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

    def held(self, *files: File) -> Outcome:
        with Worker() as worker:
            asked = Round(self.path, self.document, files, (self.version,))
            return worker.start(hold, asked).result()


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


def test_a_look_at_a_file_tells_whose_copy_it_is_and_who_wrote_in_it(given: GivenOut, tmp_path: Path) -> None:
    by = 'w:author="Frau Beispiel" w:date="2015-03-06T08:00:00Z"'
    inserted = f'</w:t></w:r><w:ins w:id="99999" {by}><w:r><w:t>neu</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">'
    came = tmp_path / "kopie.docx"
    came.write_bytes(edited(given.data, ("zwei Jahre", f"zwei {inserted} Jahre")))
    with Worker() as worker:
        seen = worker.start(glimpse, came, came.name).result()
        assert dict(seen.properties)["ikCopy"] == given.id
        assert seen.authors == ("Frau Beispiel",)
        came.write_text("kein Word")
        with pytest.raises(JobFailed):
            worker.start(glimpse, came, came.name).result()
