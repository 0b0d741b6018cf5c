"""A program that opens a concept as the window does, types at once, and says what it saw.

Called as `python -m tests.model.store.slow_start FILE look|type|keep|kill`; imports nothing that loads a database by
itself.
"""

import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.edits import ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.inline import Text, length
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store import writer_thread
from ikonzept_desktop.model.store.project_file import open_project


def main() -> None:
    """Open, do as asked, and print whether the database was loaded before."""
    path, asked = Path(sys.argv[1]), sys.argv[2]
    writer_thread.QUIET, writer_thread.LATEST = 0.0, 0.0
    opened = open_project(path)
    opened.project.undo_label()
    print(f"loaded {'sqlalchemy' in sys.modules}", flush=True)
    opened.store.on_acknowledged(lambda number, _when: print(number, flush=True))
    match asked:
        case "type":
            type_a_word(opened.project)
        case "keep":
            kept = opened.store.make_snapshot(opened.project.document, "Ausgabe", datetime.now(UTC))
            print(f"{kept.id} {'sqlalchemy' in sys.modules}", flush=True)
        case "kill":
            type_a_word(opened.project)
            time.sleep(float(sys.argv[3]))
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    opened.store.close()


def type_a_word(project: Project) -> None:
    """Type the number of the edit at the end of the first paragraph."""
    section = project.document.sections[0]
    block = section.blocks("text")[0]
    assert isinstance(block, Paragraph)
    end, word = length(block.inlines), Text(f" {project.number + 1}")
    edit = ReplaceSpan(FieldAddress(section.id, "text"), block.id, "", end, (), (word,))
    project.apply(edit, "Tippen", typing=True)


if __name__ == "__main__":
    main()
