"""What stands above words in a frame, and behind those that are others by now."""

import pytest

from ikonzept_desktop.review.shown_values import Head, HeadKind
from ikonzept_desktop.ui.window.returns import shown_texts as texts


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (Head(HeadKind.CONFLICT, ("a",), 3), "Konflikt: 3 Varianten, es gilt weiter der Ausgangstext"),
        (
            Head(HeadKind.CONFLICT, ("a",), 1, strikes=True),
            "Konflikt: streichen oder ändern, es gilt weiter der Ausgangstext",
        ),
        (Head(HeadKind.MOVE, ("a",), place="5.2.2 Bildung"), "soll nach 5.2.2 Bildung"),
        (Head(HeadKind.MOVE, ("a",), words="Die Kurse …"), "soll hinter „Die Kurse …“"),
        (Head(HeadKind.MOVE, ("a",)), "soll an den Anfang"),
        (Head(HeadKind.HERE, ("a",), place="5.1 Ziele", words="Wer …"), "soll hierher aus 5.1 Ziele: „Wer …“"),
        (Head(HeadKind.SHIFTED, ("a",)), "1 Vorschlag passt nicht mehr zum Text"),
        (Head(HeadKind.SHIFTED, ("a", "b")), "2 Vorschläge passen nicht mehr zum Text"),
        (Head(HeadKind.NOWHERE, ("a",)), "1 Vorschlag betrifft, was das Programm selbst schreibt"),
        (Head(HeadKind.NOWHERE, ("a", "b")), "2 Vorschläge betreffen, was das Programm selbst schreibt"),
    ],
)
def test_it_is_said_in_words(head: Head, said: str) -> None:
    assert texts.head(head) == said
