"""`python -m ikonzept_desktop`: the same as the command `ikonzept-desktop`."""

import sys

from ikonzept_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
