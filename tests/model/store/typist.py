"""A program that types into a concept until it is killed, and says on its output what was acknowledged.

Called as `python -m tests.model.store.typist FILE [EDITS]`. Each edit appends its number as a word. With a number of
edits it has each of them written at once, and then ends as if it were killed.
"""

import os
import random
import sys
import time
from pathlib import Path

from ikonzept_desktop.model.store import writer_thread
from tests.model.store.desk import Desk, again


def main() -> None:
    """Type as fast as the store takes it, with commits every few hundredths of a second."""
    writer_thread.QUIET, writer_thread.LATEST = 0.01, 0.03
    desk: Desk = again(Path(sys.argv[1]))
    desk.store.on_acknowledged(lambda number, _when: print(number, flush=True))
    print("ready", flush=True)
    if len(sys.argv) > 2:
        type_and_end(desk, int(sys.argv[2]))
    while True:
        desk.type(f" {desk.project.number + 1}")
        time.sleep(random.random() * 0.004)


def type_and_end(desk: Desk, edits: int) -> None:
    """Have so many edits written one by one."""
    for _ in range(edits):
        desk.type(f" {desk.project.number + 1}" + "x" * random.randint(0, 3000))
        assert desk.store.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
