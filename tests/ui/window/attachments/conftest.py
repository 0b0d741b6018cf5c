"""A desk to attach PDFs at."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.program import Program
from tests.ui.window.attachments.desk import AttachmentDesk


@pytest.fixture
def desk(program: Program, tmp_path: Path, qtbot: QtBot) -> AttachmentDesk:
    return AttachmentDesk(program, tmp_path, qtbot)
