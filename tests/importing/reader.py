"""Reads documents and writes down between which calls of the system it did so: run by `test_no_access`.

Each is read once before, so that all modules are there.
"""

import os
import sys
from pathlib import Path

from ikonzept_desktop.importing.reading_in import read_in

BEGIN, END = b"-- reading begins --\n", b"-- reading ends --\n"


def main() -> None:
    """Read every file named."""
    files = [Path(name) for name in sys.argv[1:]]
    for path in files:
        read_in(lambda share, doing: None, path, path.name)
    os.write(1, BEGIN)
    for path in files:
        read_in(lambda share, doing: None, path, path.name)
    os.write(1, END)


if __name__ == "__main__":
    main()
