"""The templates one can begin a concept with: those of the program, and the user's own in a folder of the user's."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ikonzept_desktop.model.template import Template
from ikonzept_desktop.model.template_file import TemplateFileError, read_template
from ikonzept_desktop.paths import resource, user_folders

SUFFIX = ".toml"
OWN = "own:"
"""Begins the key of a template of the user's; what follows is the file's name without its ending."""
LARGEST = 1_000_000
"""Bytes of a template's file; ours have 25,000."""


def folder() -> Path:
    """Give the folder of the user's own templates; it need not exist."""
    return user_folders().data / "templates"


def path_of(key: str) -> Path:
    """Give the file of a template by its key."""
    if key.startswith(OWN):
        return folder() / f"{key.removeprefix(OWN)}{SUFFIX}"
    return resource("templates", f"{key}{SUFFIX}")


def own_templates() -> Iterator[tuple[str, Template]]:
    """Go through the user's own templates by key; files that cannot be used are passed over."""
    try:
        files = sorted(folder().glob(f"*{SUFFIX}"))
    except OSError:
        return
    for file in files:
        try:
            if file.stat().st_size <= LARGEST:
                yield f"{OWN}{file.stem}", read_template(file)
        except (OSError, TemplateFileError):
            continue


def template_key(title: str) -> str:
    """Make a template's title its key: small letters, figures and underscores, a letter first."""
    plain = unicodedata.normalize("NFKD", title.lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    key = re.sub("[^a-z0-9]+", "_", plain).strip("_")
    return key if key[:1].isalpha() else f"vorlage_{key}".rstrip("_")
