"""The same conditions for every test: no display, our own fonts, one time zone, no network, no home of a real user."""

import importlib
import os
import time
from pathlib import Path

import hypothesis
import pytest

TESTS = Path(__file__).parent
CACHE = TESTS.parent / "build" / "test-cache"

CONDITIONS = {
    "QT_QPA_PLATFORM": "offscreen",
    "FONTCONFIG_FILE": str(TESTS / "fonts.conf"),
    "XDG_CACHE_HOME": str(CACHE),
    "LC_ALL": "C.UTF-8",
    "TZ": "Europe/Berlin",
}
"""What is set before Qt is loaded; programs started by the tests inherit it."""

OTHER_PEOPLES = ["QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_LOGGING_RULES"]

hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.register_profile("gate", deadline=None, derandomize=True)
"""Where a change is let in, only what it has broken may be red: the same examples every time."""


def pytest_configure(config: pytest.Config) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    os.environ.update(CONDITIONS)
    if not hasattr(time, "tzset"):
        del os.environ["TZ"]  # Windows has zones of its own, and would take this for one west of Greenwich
    for name in OTHER_PEOPLES:
        os.environ.pop(name, None)
    if hasattr(time, "tzset"):
        time.tzset()
    hypothesis.settings.load_profile("gate" if "CI" in os.environ else "house")
    importlib.import_module("tests.children.sitecustomize")  # here; a child finds it on its path
    os.environ["PYTHONPATH"] = os.pathsep.join([str(TESTS / "children"), *filter(None, [os.environ.get("PYTHONPATH")])])


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test, and what it starts, user folders of its own."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    return home
