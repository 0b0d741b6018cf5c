"""How the parts of a package belong together (ECMA-376 Part 2, 6.5); nothing outside is ever followed."""

import posixpath
from urllib.parse import unquote

from ikonzept_desktop.reading.word.package import Package
from ikonzept_desktop.values import dataclass

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where one part points."""

    id: str
    kind: str
    """The last word of its type: `footnotes`, `hyperlink`."""
    target: str
    """The name of a part, or an address outside."""
    outside: bool


def relationships_of(package: Package, part: str) -> dict[str, Relationship]:
    """Give the relationships of a part, of the package itself for an empty name, by their ids; raises WordRefused."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(rels):
        return {}
    found = {}
    for node in package.xml(rels).iter(_RELATIONSHIP):
        outside = node.get("TargetMode", "").lower() == "external"
        target = node.get("Target", "")
        kind = node.get("Type", "").rstrip("/").rpartition("/")[2]
        id = node.get("Id", "")
        found[id] = Relationship(id, kind, target if outside else _part(folder, target), outside)
    return found


def _part(folder: str, target: str) -> str:
    """Resolve a target against the folder of its source; what leads out of the package names no part of it."""
    path = unquote(target.partition("#")[0])
    whole = path if path.startswith("/") else f"/{folder}/{path}"
    return posixpath.normpath(whole).lstrip("/")
