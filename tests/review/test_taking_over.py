"""A proposal taken over is one edit of the concept as it is now, and undone like any other."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.proposals import KeptProposal, Kind
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.plain import plain_text
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself
from ikonzept_desktop.review.keeping import kept_proposals
from ikonzept_desktop.review.reading_back import ReadBack, Returned, read_back
from ikonzept_desktop.review.taking_over import TakingOver
from tests.builders import bold, chapter, doc, field_of_action, fn, li, p, record, records, ref, row, table

WHEN = datetime(2026, 3, 2, tzinfo=UTC)
CONCEPT = doc(
    chapter(
        "Ziele",
        p("Der Kreis ", bold("fördert"), " das Erlernen", fn("Seit 2007."), " der Sprache.", id="a"),
        p("Alle zwei Jahre wird das Konzept fortgeschrieben, siehe ", ref("sprache"), ".", id="b"),
        li("Deutschkurse anbieten", id="c"),
        li("Eltern beraten", id="d"),
        table(row("Ort", "Zahl"), row("Hilden", "8"), id="t"),
        id="ziele",
    ),
    field_of_action("Sprache", records("measures", record(id="pool", title="Lotsen", lead="Sozialamt")), id="sprache"),
)


def draft(document: Document, folder: Path) -> bytes:
    out = folder / "draft.docx"
    write_draft(build(document), {}, out, DraftOptions(issued=WHEN))
    return out.read_bytes()


def edited(data: bytes, *changes: tuple[str, str]) -> bytes:
    """Give a copy in whose XML texts were replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for entry in old.infolist():
            part = old.read(entry).decode("utf-8") if entry.filename.endswith(".xml") else None
            for before, after in changes if part is not None else ():
                assert part is not None
                part = part.replace(before, after)
            new.writestr(entry, old.read(entry) if part is None else part.encode("utf-8"))
    return out.getvalue()


def came_back(folder: Path, *changes: tuple[str, str], document: Document = CONCEPT) -> ReadBack:
    """Give what is proposed by a copy with these changes."""
    data = draft(document, folder)
    return read_back(taken(data, "a"), {"x": Returned(taken(edited(data, *changes), "b"), "Amt")})


def text_of(document: Document) -> str:
    return "\n".join(line for line in plain_text(build(document)) if line)


def kept(found: ReadBack, document: Document = CONCEPT) -> tuple[KeptProposal, ...]:
    return tuple(each for each in kept_proposals(found, "fassung", document) if each.kind is not Kind.FORMAT)


def taken_over(found: ReadBack, document: Document = CONCEPT) -> Document:
    """Take every proposal over, one after the other."""
    project = Project(document)
    for each in kept(found):
        edit = TakingOver(project.document).edit(each)
        assert edit is not None
        project.apply(edit, "Vorschlag übernehmen")
    assert len(kept(found)) > 0
    return project.document


def only(found: ReadBack) -> KeptProposal:
    (proposal,) = kept(found)
    return proposal


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("fördert", "stärkt"),
        ("zwei Jahre", "drei Jahre"),
        ("Seit 2007.", "Seit 2008."),
        ("Sozialamt", "Jobcenter"),
        ("Hilden", "Haan"),
        ("Deutschkurse anbieten", "Deutschkurse und Sprachcafés anbieten"),
        ("Lotsen", "Lotsinnen und Lotsen"),
    ],
)
def test_a_word_is_changed_where_it_stands_and_nothing_else(tmp_path: Path, before: str, after: str) -> None:
    done = taken_over(came_back(tmp_path, (before, after)))
    assert text_of(done) == text_of(CONCEPT).replace(before, after)


def test_marks_notes_and_references_around_a_change_stay(tmp_path: Path) -> None:
    stronger = taken_over(came_back(tmp_path, ("fördert", "stärkt"))).sections[0].fields[0].value
    assert stronger.blocks[0].inlines[1] == bold("stärkt")  # type: ignore[union-attr]
    done = taken_over(
        came_back(tmp_path, (" das Erlernen", " mit Nachdruck das Erlernen"), ("fortgeschrieben", "geprüft"))
    )
    ziele = done.sections[0].fields[0].value
    original = CONCEPT.sections[0].fields[0].value
    assert [type(each) for each in ziele.blocks[0].inlines] == [type(each) for each in original.blocks[0].inlines]  # type: ignore[union-attr]
    assert ziele.blocks[0].inlines[1].marks == Marks.BOLD  # type: ignore[union-attr]
    assert ziele.blocks[1].inlines[1] == original.blocks[1].inlines[1]  # type: ignore[union-attr]


def paragraph_of(data: str, text: str) -> str:
    start = data.rindex("<w:p>", 0, data.index(text))
    return data[start : data.index("</w:p>", start) + 6]


def change_of_paragraphs(folder: Path, change: Callable[[str, str], str]) -> tuple[str, str]:
    with ZipFile(BytesIO(draft(CONCEPT, folder))) as package:
        data = package.read("word/document.xml").decode("utf-8")
    old = paragraph_of(data, "Alle zwei Jahre")
    return old, change(old, data)


def test_paragraphs_come_and_go(tmp_path: Path) -> None:
    new = "<w:p><w:r><w:t>Ein neuer Absatz.</w:t></w:r></w:p>"
    done = taken_over(came_back(tmp_path, change_of_paragraphs(tmp_path, lambda old, _: old + new)))
    assert [type(each).__name__ for each in done.sections[0].fields[0].value.blocks][:3] == ["Paragraph"] * 3  # type: ignore[union-attr]
    assert "Ein neuer Absatz." in text_of(done)
    gone = taken_over(came_back(tmp_path, change_of_paragraphs(tmp_path, lambda *_: "")))
    assert "Alle zwei Jahre" not in text_of(gone)


def test_a_paragraph_is_parted_and_keeps_its_reference(tmp_path: Path) -> None:
    found = came_back(tmp_path, ("fortgeschrieben, ", "fortgeschrieben,</w:t></w:r></w:p><w:p><w:r><w:t>"))
    lines = text_of(taken_over(found)).split("\n")
    assert "Alle zwei Jahre wird das Konzept fortgeschrieben," in lines
    assert "siehe 2." in lines


@pytest.mark.parametrize("since", [("fortgeschrieben", "neu geschrieben"), ("Alle ", "Wenigstens alle ")])
def test_what_was_written_elsewhere_in_the_line_since_stays(tmp_path: Path, since: tuple[str, str]) -> None:
    found = came_back(tmp_path, ("zwei Jahre", "drei Jahre"))
    now = taken_over(came_back(tmp_path, since))
    edit = TakingOver(now).edit(only(found))
    assert edit is not None
    project = Project(now)
    project.apply(edit, "Vorschlag übernehmen")
    assert text_of(project.document) == text_of(now).replace("zwei Jahre", "drei Jahre")


def test_words_that_were_changed_since_are_shifted_ground(tmp_path: Path) -> None:
    found = came_back(tmp_path, ("zwei Jahre", "drei Jahre"))
    now = taken_over(came_back(tmp_path, ("zwei Jahre", "fünf Jahre")))
    with pytest.raises(GroundShifted):
        TakingOver(now).edit(only(found))
    bare = doc(chapter("Ziele", id="ziele"))
    with pytest.raises(GroundShifted):
        TakingOver(bare).edit(only(found))


def test_what_is_there_already_needs_no_edit(tmp_path: Path) -> None:
    found = came_back(tmp_path, ("Sozialamt", "Jobcenter"))
    assert TakingOver(CONCEPT).edit(only(found), text="Sozialamt") is None


def test_another_text_than_the_proposed_one_may_be_taken(tmp_path: Path) -> None:
    found = came_back(tmp_path, ("zwei Jahre", "drei Jahre"))
    project = Project(CONCEPT)
    edit = TakingOver(CONCEPT).edit(only(found), text="vier")
    assert edit is not None
    project.apply(edit, "Vorschlag übernehmen")
    assert "Alle vier Jahre" in text_of(project.document)
    project.undo()
    assert text_of(project.document) == text_of(CONCEPT)


def test_the_programs_own_words_are_changed_by_hand(tmp_path: Path) -> None:
    found = came_back(tmp_path, ("Federführung", "Zuständigkeit"))
    with pytest.raises(NotByItself):
        TakingOver(CONCEPT).edit(kept(found)[0])


def test_paragraphs_that_were_joined_are_one_block(tmp_path: Path) -> None:
    old, _ = change_of_paragraphs(tmp_path, lambda *_: "")
    inner = old[old.index("<w:bookmarkStart") : -len("</w:p>")]
    with ZipFile(BytesIO(draft(CONCEPT, tmp_path))) as package:
        first = paragraph_of(package.read("word/document.xml").decode("utf-8"), "Der Kreis ")
    done = taken_over(came_back(tmp_path, (first + old, first[: -len("</w:p>")] + inner + "</w:p>")))
    assert "der Sprache.Alle zwei Jahre" in text_of(done)
    assert len(done.sections[0].fields[0].value.blocks) == 4  # type: ignore[union-attr]


def test_what_no_concept_may_hold_is_taken_over_clean(tmp_path: Path) -> None:
    found = came_back(tmp_path, ("zwei Jahre", "drei Jahre"))
    edit = TakingOver(CONCEPT).edit(only(found), text="vier\tbis\x01 fünf")
    assert edit is not None
    project = Project(CONCEPT)
    project.apply(edit, "Vorschlag übernehmen")
    assert "Alle vier bis fünf Jahre" in text_of(project.document)


def test_where_words_stand_is_told_after_others_were_written_before_them(tmp_path: Path) -> None:
    proposal = only(came_back(tmp_path, ("zwei Jahre", "drei Jahre")))
    assert spot_of(CONCEPT, proposal) == ("b", 5, 9)
    now = taken_over(came_back(tmp_path, ("Alle ", "Wenigstens alle ")))
    assert spot_of(now, proposal) == ("b", 16, 20)
    assert TakingOver(taken_over(came_back(tmp_path, ("zwei", "vier")))).whereabouts(proposal) is None


def spot_of(document: Document, proposal: KeptProposal) -> tuple[str, int, int]:
    found = TakingOver(document).whereabouts(proposal)
    assert found is not None
    return found.spot.block, found.start, found.end
