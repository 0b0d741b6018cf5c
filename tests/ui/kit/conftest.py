"""The program's look for every test here, light at its beginning and at its end."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui.kit import fonts, theme


@pytest.fixture(scope="session")
def type_is_loaded(qapp: QApplication) -> None:
    fonts.load(qapp)


@pytest.fixture(autouse=True)
def light(qapp: QApplication, type_is_loaded: None) -> Iterator[QApplication]:
    theme.apply(qapp, theme.Scheme.LIGHT, high_contrast=False)
    yield qapp
    theme.apply(qapp, theme.Scheme.LIGHT, high_contrast=False)
