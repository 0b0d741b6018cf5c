"""A program that types into a concept until it is killed, and says on its output what was acknowledged.

Called as `python -m tests.model.store.typist FILE`. Each edit appends its number as a word.
"""

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
    while True:
        desk.type(f" {desk.project.number + 1}")
        time.sleep(random.random() * 0.004)


if __name__ == "__main__":
    main()
