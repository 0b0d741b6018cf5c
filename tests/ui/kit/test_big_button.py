"""The large buttons of the start page say as much as they have room for, and end in … where that is not all."""

import pytest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit.big_button import BigButton, CardButton

SUMMARY = "Konzept eines Kreises oder einer Stadt mit Leitzielen, Handlungsfeldern, Maßnahmen und Anhang."


@pytest.mark.parametrize(("width", "lines"), [(600, 1), (400, 2), (300, 3)])
def test_a_card_shows_its_summary_in_as_many_lines_as_it_needs(qtbot: QtBot, width: int, lines: int) -> None:
    card = CardButton("book-open", "Integrationskonzept", SUMMARY)
    qtbot.addWidget(card)
    assert " ".join(card.lines(width)) == SUMMARY
    assert len(card.lines(width)) == lines
    assert card.heightForWidth(300) > card.heightForWidth(400) == card.heightForWidth(600)


def test_a_card_with_more_to_say_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    card = CardButton("book-open", "Integrationskonzept", SUMMARY)
    qtbot.addWidget(card)
    assert len(card.lines(160)) == 3
    assert card.lines(160)[-1].endswith("…")


def test_the_key_gives_way_to_the_name(qtbot: QtBot) -> None:
    button = BigButton("file-plus", "Neues Konzept …", "aus einer Mustervorlage", "Ctrl+N")
    qtbot.addWidget(button)
    button.resize(348, 60)
    assert button.shows_keys()
    button.resize(190, 60)
    assert not button.shows_keys()
