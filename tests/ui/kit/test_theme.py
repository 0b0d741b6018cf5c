"""The look follows the system and the user, and gives way in high contrast."""

import ctypes
import gc
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.kit import fonts, high_contrast, theme
from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.theme import Scheme
from ikonzept_desktop.ui.kit.tokens import DARK, LIGHT
from tests.ui.kit.gallery import NIGHT_SKY, wear
from tests.ui.kit.looking import count, image_of


def window_colour(app: QApplication) -> str:
    return app.palette().color(QPalette.ColorRole.Window).name().upper()


def test_the_user_chooses(light: QApplication) -> None:
    assert window_colour(light) == LIGHT["panel"]
    theme.apply(light, Scheme.DARK, high_contrast=False)
    assert window_colour(light) == DARK["panel"]
    assert theme.colour("ink") == QColor(DARK["ink"])
    assert theme.is_dark()
    assert theme.colour("muted", chosen=True) == QColor(DARK["muted"])


def test_left_to_the_system_the_look_follows_it(light: QApplication) -> None:
    theme.apply(light, Scheme.SYSTEM, high_contrast=False)
    light.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window_colour(light) == DARK["panel"]
    light.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert window_colour(light) == LIGHT["panel"]


def test_a_choice_holds_against_the_system(light: QApplication) -> None:
    light.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window_colour(light) == LIGHT["panel"]


def test_icons_on_the_window_change_with_the_look(light: QApplication, qtbot: QtBot) -> None:
    button = IconButton("minus", "Kleiner")
    button.setIconSize(QSize(64, 64))
    qtbot.addWidget(button)
    assert count(image_of(button), LIGHT["ink"]) > 0
    theme.apply(light, Scheme.DARK, high_contrast=False)
    assert count(image_of(button), LIGHT["ink"]) == 0
    assert count(image_of(button), DARK["ink"]) > 0


def test_a_label_keeps_its_role_in_every_look(light: QApplication, qtbot: QtBot) -> None:
    label = QLabel("Wort")
    label.setFont(fonts.ui_font(60))
    label.setProperty("role", "muted")
    qtbot.addWidget(label)
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        theme.apply(light, scheme, high_contrast=False)
        assert count(image_of(label), tokens["muted"]) > 20


def test_high_contrast_takes_the_systems_colours_and_no_sheet(light: QApplication) -> None:
    theme.apply(light, Scheme.LIGHT, high_contrast=True)
    wear(light, NIGHT_SKY)
    assert light.styleSheet() == theme.NO_RULES
    assert theme.is_high_contrast()
    for token in ("ink", "muted", "amber", "border", "line"):
        assert theme.colour(token) == QColor("#FFFFFF"), token
    for token in ("paper", "panel", "amber_tint", "chip"):
        assert theme.colour(token) == QColor("#000000"), token
    assert theme.colour("accent") == theme.colour("soft") == QColor(NIGHT_SKY[QPalette.ColorRole.Highlight])
    assert (
        theme.colour("muted", chosen=True)
        == theme.colour("on_soft")
        == QColor(NIGHT_SKY[QPalette.ColorRole.HighlightedText])
    )


def test_after_high_contrast_the_design_is_back(light: QApplication) -> None:
    theme.apply(light, Scheme.LIGHT, high_contrast=True)
    theme.apply(light, Scheme.LIGHT, high_contrast=False)
    assert window_colour(light) == LIGHT["panel"]
    assert light.styleSheet()


class Dressed(QLabel):
    """Notes, each time it is dressed anew, whether the collector could have come round meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.collecting: list[bool] = []

    def changeEvent(self, event: QEvent) -> None:
        self.collecting.append(gc.isenabled())
        super().changeEvent(event)


def test_no_widget_is_freed_while_all_of_them_are_dressed(light: QApplication, qtbot: QtBot) -> None:
    label = Dressed()
    qtbot.addWidget(label)
    label.show()
    label.collecting.clear()
    theme.apply(light, Scheme.DARK, high_contrast=False)
    assert label.collecting
    assert not any(label.collecting)
    assert gc.isenabled()


@pytest.mark.parametrize("forced", [False, True])
def test_an_unknown_colour_is_an_error_in_every_look(light: QApplication, forced: bool) -> None:
    theme.apply(light, Scheme.LIGHT, high_contrast=forced)
    with pytest.raises(KeyError):
        theme.colour("purple")


class Windows:
    """Answers SystemParametersInfoW as Windows does."""

    def __init__(self, flags: int) -> None:
        self.user32 = self
        self.flags = flags
        self.questions: list[tuple[int, int]] = []

    @property
    def SystemParametersInfoW(self) -> Callable[..., int]:
        return self._answer

    def _answer(self, question: int, size: int, place: Any, _save: int) -> int:
        self.questions.append((question, size))
        place._obj.flags = self.flags
        return 1


@pytest.mark.parametrize(("flags", "on"), [(0x7E, False), (0x7F, True)])
def test_windows_is_asked_for_high_contrast(monkeypatch: pytest.MonkeyPatch, flags: int, on: bool) -> None:
    windows = Windows(flags)
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    assert high_contrast.asked_of_windows() is on
    assert windows.questions == [(0x42, windows.questions[0][1])]
    assert windows.questions[0][1] >= 8 + ctypes.sizeof(ctypes.c_void_p)


def test_elsewhere_there_is_no_high_contrast_to_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(ctypes, "windll", raising=False)
    assert not high_contrast.is_on()
