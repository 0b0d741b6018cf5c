"""Copies edited in LibreOffice: every edit is a proposal at its place, and nothing else is."""

from pathlib import Path

import pytest

from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.review.changes import PARAGRAPH_END
from ikonzept_desktop.review.outcome import outcome
from ikonzept_desktop.review.reading_back import ReadBack, Returned, read_back
from tests.builders import bold, chapter, doc, fn, li, p, ref, row, table
from tests.office.running import Step, office
from tests.review import office_edits as edits
from tests.review.copies import told
from tests.review.test_taking_over import draft

SECOND = "Alle zwei Jahre wird das Konzept fortgeschrieben, siehe 1."
CONCEPT = doc(
    chapter(
        "Ziele",
        p("Der Kreis ", bold("fördert"), " das Erlernen", fn("Seit 2007.", id="note"), " der Sprache.", id="a"),
        p("Alle zwei Jahre wird das Konzept fortgeschrieben, siehe ", ref("ziele"), ".", id="b"),
        li("Deutschkurse anbieten", id="c"),
        li("Eltern beraten", id="d"),
        p("Die Städte wirken daran mit.", id="e"),
        p("Am Ende steht der Beschluss.", id="f"),
        table(row("Ort", "Zahl"), row("Hilden", "8"), row("Ratingen", "7"), id="t"),
        id="ziele",
    )
)
HOWS = ("tracked", "untracked")
ITEM = "Deutschkurse anbieten"
STEPS: dict[str, tuple[Step, ...]] = {
    "nothing": (),
    "replace": edits.exchanged("Der Kreis", "fördert", "stärkt").steps,
    "insert": edits.written("Alle zwei", "zwei", "spätestens ").steps,
    "split": edits.parted("Alle zwei", "wird").steps,
    "new_paragraph": edits.added("Alle zwei", "Ein ganz neuer Absatz.").steps,
    "new_item": edits.added("Eltern", "Ein neuer Punkt").steps,
    "merge": edits.joined("Der Kreis", "Alle zwei").steps,
    "delete": edits.removed("Alle zwei").steps,
    "move": edits.moved_up("Die Städte", over="Eltern", after=ITEM).steps,
    "copy": edits.copied("Die Städte wirken daran mit.", before="Alle zwei", after="Der Kreis").steps,
    "cell": edits.cell("8", "80").steps,
    "row": edits.row_added("8", "Hilden", "Haan").steps,
    "row_gone": edits.row_removed("Hilden", "8").steps,
    "note": edits.noted("Seit 2007.", " Und 2015 erneut.").steps,
    "comment": edits.remarked("Alle zwei", "Konzept", "Welches?", "Jugendamt").steps,
}


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a draft and of all its copies."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "draft.docx").write_bytes(draft(CONCEPT, folder))
    work = [copied(folder, name, how) for name in STEPS for how in HOWS]
    work += [
        saved_again(folder, "replace-tracked.docx", "twice-tracked.docx"),
        saved_again(folder, "draft.docx", "detour.odt"),
        saved_again(folder, "detour.odt", "detour-untracked.docx"),
    ]
    with office(folder) as running:
        running.do(work)
    return folder


def copied(folder: Path, name: str, how: str) -> tuple[Step, ...]:
    start: tuple[Step, ...] = (("open", f"{folder}/draft.docx"), ("track", how == "tracked"))
    return (*start, *STEPS[name], ("save", f"{folder}/{name}-{how}.docx"), ("close",))


def saved_again(folder: Path, old: str, new: str) -> tuple[Step, ...]:
    return ("open", f"{folder}/{old}"), ("save", f"{folder}/{new}"), ("close",)


def found_in(folder: Path, *names: str) -> ReadBack:
    base = taken((folder / "draft.docx").read_bytes(), "draft")
    copies = {name: Returned(taken((folder / f"{name}.docx").read_bytes(), name), "Amt") for name in names}
    return read_back(base, copies)


EXPECTED = {
    "nothing": [],
    "replace": [("text", "a", "fördert", ("stärkt",))],
    "insert": [("text", "b", "", ("spätestens ",))],
    "split": [("split", "b", "", (PARAGRAPH_END,))],
    "new_paragraph": [("insert", "b", "", ("Ein ganz neuer Absatz.",))],
    "new_item": [("insert", "d", "", ("Ein neuer Punkt",))],
    "merge": [("join", "a", "Der Kreis fördert das Erlernen\ufffc der Sprache.", ("",))],
    "delete": [("delete", "b", SECOND, ("",))],
    "move": [("move", "e", "Die Städte wirken daran mit.", ("Deutschkurse anbieten",))],
    "copy": [("insert", "a", "", ("Die Städte wirken daran mit.",))],
    "note": [("text", "note", "", (" Und 2015 erneut.",))],
    "comment": [],
}


@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("edit", EXPECTED)
def test_an_edit_is_told_at_its_place_and_nothing_else_is(came: Path, edit: str, how: str) -> None:
    found = found_in(came, f"{edit}-{how}")
    assert told(found.proposals) == EXPECTED[edit]
    assert all(source.tracked == (how == "tracked") for each in found.proposals for source in each.sources)


@pytest.mark.parametrize("how", HOWS)
def test_cells_and_rows_of_a_table_are_told(came: Path, how: str) -> None:
    base = found_in(came).units
    eight = next(unit for unit in base if unit.before == "8")
    (changed,) = found_in(came, f"cell-{how}").proposals
    assert (changed.kind, changed.block) == ("text", eight.id)
    cells = outcome(base, [changed])
    assert "80" in cells
    assert "8" not in cells
    (fresh,) = found_in(came, f"row-{how}").proposals
    assert (fresh.kind, fresh.block) == ("row_insert", eight.id)
    assert fresh.variants[0].text == "Haan\t"
    (gone,) = found_in(came, f"row_gone-{how}").proposals
    assert (gone.kind, gone.before) == ("row_delete", "Hilden\t8")


@pytest.mark.parametrize("name", ["twice-tracked", "detour-untracked"])
def test_to_save_once_more_and_to_go_by_another_format_changes_nothing(came: Path, name: str) -> None:
    expected = EXPECTED["replace"] if name.startswith("twice") else []
    assert told(found_in(came, name).proposals) == expected


def test_a_comment_is_told_with_what_it_is_about(came: Path) -> None:
    (remark,) = found_in(came, "comment-tracked").remarks
    assert (remark.author, remark.text, remark.anchor, remark.block) == ("Jugendamt", "Welches?", "Konzept", "b")


def test_five_copies_put_together_say_the_same_in_any_order(came: Path) -> None:
    names = ["replace-tracked", "replace-untracked", "delete-tracked", "insert-untracked", "move-tracked"]
    found = found_in(came, *names)
    assert found.proposals == found_in(came, *reversed(names)).proposals
    by_block = {each.block: each for each in found.proposals if each.kind != "text" or each.block == "a"}
    assert {source.copy for source in by_block["a"].sources} == {"replace-tracked", "replace-untracked"}
    assert by_block["b"].is_conflict  # to be struck out, and written into
    assert not by_block["e"].is_conflict
