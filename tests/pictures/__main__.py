"""Takes every picture anew: `python -m tests.pictures [--into FOLDER] [NAME …]`."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.conftest import CACHE, CONDITIONS, OTHER_PEOPLES, TESTS

SCALE = 2
PICTURES = TESTS.parent / "resources" / "handbuch" / "bilder"
README = TESTS.parent / "docs" / "window.png"
"""Shows the same as the picture of that name."""
FIRST = "fenster"


def main(arguments: list[str]) -> int:
    """Take the pictures of those names, or all, and say how large they are."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--into", type=Path, default=PICTURES, metavar="FOLDER")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="ikonzept-pictures-") as folder:
        _provide(Path(folder))
        from tests.pictures.taking import take_all  # Qt reads what was provided when it is loaded

        total = 0
        for path, size in take_all(Path(folder), asked.names, asked.into):
            total += size
            print(f"{path.name:24} {size / 1000:6.1f} kB", flush=True)
        print(f"{'':24} {total / 1000:6.1f} kB")
    if asked.into == PICTURES:
        shutil.copyfile(PICTURES / f"{FIRST}.png", README)
    return 0


def _provide(folder: Path) -> None:
    """Set the conditions of the tests, 200 per cent, and user folders that are nobody's."""
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in OTHER_PEOPLES:
        os.environ.pop(name, None)
    os.environ.update(CONDITIONS)
    os.environ["QT_SCALE_FACTOR"] = str(SCALE)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(folder / name.lower())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
