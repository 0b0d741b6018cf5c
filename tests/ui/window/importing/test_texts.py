"""What the preview says of entries."""

from ikonzept_desktop.importing.plan import Becomes
from ikonzept_desktop.ui.window.importing.texts import becomes


def test_every_decision_has_words() -> None:
    assert all(becomes(decision, "Kapitel", "Maßnahmen", 2) for decision in Becomes)


def test_a_property_is_called_as_in_the_dialog_of_the_concept() -> None:
    names = [becomes(Becomes.PROPERTY, "", name, 0) for name in ("publisher", "as_of", "draft")]
    assert names == ["Angabe: Herausgeber", "Angabe: Stand", "Angabe: Name des Entwurfs"]
