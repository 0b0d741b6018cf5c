"""A payload as an older version might have laid it down: what an upgrade is tried on."""

import shutil
from pathlib import Path

GONE = (
    "app/ikonzept_desktop/aus_alter_zeit.pyc",
    "app/resources/alte Muster/Kreis.json",
    "python/DLLs/_aus_alter_zeit.pyd",
    "python/Lib/site-packages/aus_alter_zeit/__init__.pyc",
)
"""What the new version does not know any more: beside its modules they would still be imported."""
BESIDE = "Änderungen.txt"
"""A file beside the program that is no longer laid down; whoever removes the program removes it, too."""


def lay_down_older(payload: Path, folder: Path, version: str) -> None:
    """Make of a payload, in a folder of its own, one of an older version; the payload stays as it is."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(payload, folder)
    for path in (*GONE, BESIDE):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Aus Version {version}\n", encoding="utf-8")
    (about,) = (folder / "app").glob("ikonzept_desktop-*.dist-info")
    metadata = (about / "METADATA").read_text(encoding="utf-8")
    older = about.rename(about.with_name(f"ikonzept_desktop-{version}.dist-info"))
    lines = [f"Version: {version}" if line.startswith("Version: ") else line for line in metadata.splitlines()]
    (older / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")
