"""Sources and components for tests."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from windows.components import Component, Source, Text, components

NO_RESOURCES: Mapping[str, Any] = {"resources": []}


def source(
    name: str = "it",
    licence: str = "MIT",
    *,
    version: str = "1.0",
    texts: Mapping[str, str] | None = None,
    files: tuple[str, ...] = (),
) -> Source:
    """Give a package as its wheel would."""
    said = {"LICENSE": "Do what you like."} if texts is None else texts
    found = tuple(Text(title, content) for title, content in said.items())
    purl = f"pkg:pypi/{name}@{version}"
    return Source(name, version, files, found, title=name.title(), licence=licence, purl=purl, sha256="0" * 64)


def component(name: str = "it", **said: Any) -> Component:
    """Give a component with all that is to be told of it."""
    (found,) = components([source(name, **said)], NO_RESOURCES)
    return found


def wheel(folder: Path, metadata: str, files: Mapping[str, str]) -> Path:
    """Give a wheel of a package named it, in version 1.0."""
    path = folder / "it-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("it-1.0.dist-info/METADATA", f"Metadata-Version: 2.4\nName: It\nVersion: 1.0\n{metadata}\n")
        for name, content in files.items():
            archive.writestr(f"it-1.0.dist-info/{name}", content)
    return path
