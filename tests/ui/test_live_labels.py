"""The numbers in the window follow every change that moves them, and are not counted anew for any other."""

import pytest

from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.edits import ReplaceBlocks, ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from tests.builders import chapter, doc, fn, p, row, table
from tests.model.random_edits import RandomEdits
from tests.ui.window.sessions import session

FIRST, SECOND = "n-first", "n-second"


def opened() -> tuple[Session, LiveLabels]:
    """Open a concept of two chapters, the second with a note and a table."""
    shown, _store = session(
        doc(
            chapter("Einleitung", p("Der Kreis. Er ist groß.")),
            chapter(
                "Ziele", p("Ein Ziel.", fn("Quelle", id=SECOND)), table(row("A"), row("B"), caption="Ziele", id="t")
            ),
        )
    )
    return shown, LiveLabels(shown)


def put(shown: Session, *after: Block) -> None:
    """Put other paragraphs in the place of the first chapter's."""
    section = shown.document.sections[0]
    before = section.blocks("text")
    shown.apply(ReplaceBlocks(FieldAddress(section.id, "text"), 0, before, after), "Eingabe")


def test_a_paragraph_split_in_two_counts_nothing_anew() -> None:
    shown, live = opened()
    known = live.all()
    put(shown, p("Der Kreis."), p("Er ist groß."))
    assert live.all() is known


def test_a_note_that_comes_moves_those_behind_it() -> None:
    shown, live = opened()
    assert live.note(SECOND) == 1
    put(shown, p("Der Kreis.", fn("Statistik", id=FIRST)))
    assert (live.note(FIRST), live.note(SECOND)) == (1, 2)
    put(shown, p("Der Kreis."))
    assert (live.note(FIRST), live.note(SECOND)) == (None, 1)


def test_a_table_that_comes_moves_those_behind_it() -> None:
    shown, live = opened()
    assert live.number("t") == "Tabelle 1"
    put(shown, p("Der Kreis."), table(row("A"), row("B"), caption="Städte"))
    assert live.number("t") == "Tabelle 2"


def test_a_caption_that_is_taken_away_takes_its_number_with_it() -> None:
    shown, live = opened()
    assert live.number("t") == "Tabelle 1"
    address = FieldAddress(shown.document.sections[1].id, "text")
    shown.apply(ReplaceSpan(address, "t", "caption", 0, (Text("Ziele"),), ()), "Eingabe")
    assert live.number("t") == ""


@pytest.mark.parametrize("seed", range(4))
def test_after_whatever_edit_the_labels_are_those_counted_afresh(seed: int) -> None:
    shown, _store = session(doc(chapter("Ziele", table(row("A"), row("B"), caption="Ziele"), chapter("Leitsätze"))))
    live, edits = LiveLabels(shown), RandomEdits(seed)
    for _ in range(300):
        roll = edits.random.random()
        if roll < 0.1:
            shown.project.undo()
        elif roll < 0.15:
            shown.project.redo()
        elif (edit := edits.next(shown.document)) is not None:
            shown.apply(edit, "Ändern")
        assert live.all() == labels(shown.document)
