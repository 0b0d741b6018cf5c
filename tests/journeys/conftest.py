"""A desk for every journey; what was seen is kept when one fails."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.desk import Desk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if sys.platform == "win32":
        for item in items:
            item.add_marker(pytest.mark.skip(reason="Journeys need an X server."))


@pytest.fixture
def desk(tmp_path: Path, own_folders: Path) -> Iterator[Desk]:
    with Desk(tmp_path) as desk:
        yield desk
