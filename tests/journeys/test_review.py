"""A packet goes out, a colleague works on it, and what came back is decided with single keys and put on record."""

import subprocess
from pathlib import Path

from ikonzept_desktop.model.comments import every_note
from ikonzept_desktop.model.document import CopyState, Document
from ikonzept_desktop.model.proposals import KeptProposal, Verdict
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.plain import plain_text
from tests.journeys import colleague
from tests.journeys.desk import Desk
from tests.journeys.test_giving_out import give_out_a_packet
from tests.journeys.ways import WINDOW, choose_in_menu

MANY = 14
"""Paragraphs the colleague changes."""
DECISIONS = ("Return", "Return", "Delete", "Return", "Delete", "Return", "Return", "Delete", "Return", "Return")
SETTLE = "Return"
NOTE = "\ufffc"
UNDONE = 2
ACCENT, TAKE, LOOK = "#0E5A6B", (770, 490, 855, 512), (715, 490, 755, 512)
"""The colour of a button that can be pressed; where „Aufnehmen“ stands, and what „Vorschläge ansehen“ covers beside."""
CHOOSE, DIALOG, RECORD = "^Word-Dateien wählen$", "^Rückläufe aufnehmen$", "^Protokoll der Rückläufe$"


def test_what_came_back_is_decided_with_the_keyboard_and_put_on_record(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    give_out_a_packet(desk)
    before = text_of(load(file).document)
    copy = next(desk.documents.glob("*.docx"))
    assert colleague.work_on(copy, MANY) == MANY
    take_in(desk, copy)
    keys = (DECISIONS[0], SETTLE, *DECISIONS[1:])  # the comment is on the first paragraph
    for number, key in enumerate(keys):
        desk.press(key)
        desk.settle()
        desk.picture(f"decided{number}")
    desk.press(*["ctrl+z"] * UNDONE)
    desk.settle()
    desk.picture("undone")
    put_on_record(desk)
    desk.press("ctrl+q")
    assert desk.ended(program) == 0
    assert desk.said() == ""

    document = load(file).document
    assert document.properties.copies[0].state is CopyState.RETURNED
    decided = [kept for kept in document.proposals if kept.decision is not None]
    verdicts = [Verdict.ACCEPTED if key == "Return" else Verdict.REJECTED for key in DECISIONS[:-UNDONE]]
    assert [kept.decision.verdict for kept in decided if kept.decision] == verdicts
    assert len(document.proposals) == MANY
    (note,) = (each.comment for each in every_note(document) if each.comment.origin)
    assert (note.text, note.resolved) == (colleague.COMMENT, True)
    assert text_of(document) == with_accepted(before, decided)
    assert_recorded(desk.documents, document)


def take_in(desk: Desk, copy: Path) -> None:
    """By the menu; the dialog has recognised the copy when its button can be pressed."""
    choose_in_menu(desk, "take_in")
    desk.window(CHOOSE)
    desk.press("ctrl+a")
    desk.write(str(copy))
    desk.press("Return")
    desk.window(DIALOG)
    desk.wait(lambda: desk.look_for(ACCENT, TAKE), "a file that may come in")
    desk.settle()
    desk.picture("recognised")
    desk.press("Return")
    desk.wait(lambda: desk.look_for(ACCENT, LOOK), "the button that leads to the proposals")
    desk.settle()
    desk.picture("taken in")
    desk.press("Return")
    desk.no_window(DIALOG)
    desk.window(WINDOW)
    desk.settle()
    desk.picture("proposals")


def put_on_record(desk: Desk) -> None:
    """Both files, where the dialog proposes them."""
    choose_in_menu(desk, "record_decisions")
    desk.window(RECORD)
    desk.settle()
    desk.picture("record")
    desk.press("Return")
    desk.wait(lambda: next(desk.documents.glob("*Protokoll*.docx"), None), "the Word file")
    desk.wait(lambda: next(desk.documents.glob("*Protokoll*.pdf"), None), "the PDF")
    desk.settle()
    desk.picture("recorded")
    desk.press("Escape")
    desk.no_window(RECORD)
    desk.window(WINDOW)


def text_of(document: Document) -> str:
    return "\n".join(plain_text(build(document)))


def with_accepted(text: str, decided: list[KeptProposal]) -> str:
    """Do by hand what was accepted: each of the colleague's changes is of one place that the text has once."""
    for kept in decided:
        if kept.decision is not None and kept.decision.verdict is Verdict.ACCEPTED:
            (ground,), words = kept.grounds, kept.variants[0].text
            left = ground.text[: ground.start].rpartition(NOTE)[2][-70:]
            right = ground.text[ground.end :].partition(NOTE)[0][:70]
            assert text.count(left + kept.before + right) == 1
            text = text.replace(left + kept.before + right, left + words + right)
    return text


def assert_recorded(folder: Path, document: Document) -> None:
    """Every decision is in the PDF, with what was decided."""
    record = next(folder.glob("*Protokoll*.pdf"))
    said = subprocess.run(["pdftotext", "-raw", record, "-"], capture_output=True, text=True, check=True).stdout
    words = " ".join(said.split())
    for kept in document.proposals:
        if kept.decision is not None:
            assert " ".join((kept.before or kept.variants[0].text).split())[:12] in words
    assert words.count("Angenommen") >= DECISIONS[:-UNDONE].count("Return")
    assert words.count("Abgelehnt") >= DECISIONS[:-UNDONE].count("Delete")
    assert colleague.COMMENT in words
