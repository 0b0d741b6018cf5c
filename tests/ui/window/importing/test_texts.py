"""What the preview says of entries."""

from ikonzept_desktop.importing.plan import Becomes
from ikonzept_desktop.ui.window.importing.texts import becomes


def test_every_decision_has_words() -> None:
    assert all(becomes(decision, "Kapitel", "Maßnahmen", 2) for decision in Becomes)
