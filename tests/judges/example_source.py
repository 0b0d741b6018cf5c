"""The files of the example concept, split into sections, fields and records by simple rules of their own.

It shares no line with the reader of the program.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).parents[2] / "resources"
FOLDER = RESOURCES / "example"

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """A section's file."""

    name: str
    depth: int
    head: Data
    kind: Data
    body: str
    above: tuple[str, ...]
    """The names of the sections it stands below."""

    def parts(self) -> dict[str, str]:
        """Give the text of each field by its label or key."""
        first, *others = re.split(r"^## (.*)$", self.body, flags=re.MULTILINE)
        labelled = dict(zip(others[::2], others[1::2], strict=True))
        return {name: part.strip() for name, part in ({"text": first} | labelled).items() if part.strip()}

    def fields(self) -> Iterator[tuple[Data, str]]:
        """Give the fields that are printed with their text, in the template's order."""
        parts = self.parts()
        for type in self.kind["fields"]:
            part = parts.get(type["label"], parts.get(type["key"], ""))
            if part and is_printed(type):
                yield type, part


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: its name for references and the text of each column by label."""

    name: str
    values: dict[str, str]


def concept() -> Data:
    """Give what the example says of itself as a whole."""
    return tomllib.loads((FOLDER / "konzept.toml").read_text(encoding="utf-8"))


def template() -> Data:
    """Give the template of the example."""
    return tomllib.loads((RESOURCES / "templates" / "integrationskonzept.toml").read_text(encoding="utf-8"))


def sources() -> list[Source]:
    """Read every section in reading order."""
    kinds = {kind["key"]: kind for kind in template()["kinds"]}
    above: list[str] = []
    found = []
    for line in concept()["outline"].strip("\n").splitlines():
        name = line.strip()
        depth = (len(line) - len(name)) // 2
        above[depth:] = [name]
        text = (FOLDER / "abschnitte" / f"{name}.md").read_text(encoding="utf-8")
        head = tomllib.loads(text.split("+++\n")[1])
        body = re.sub(r"\{>>.*?<<\}", "", text.split("+++\n", 2)[2], flags=re.DOTALL)
        found.append(Source(name, depth, head, kinds[head["kind"]], body, tuple(above[:depth])))
    return found


def is_printed(type: Data) -> bool:
    """Tell whether the template lets a field be given out."""
    return bool(type.get("printed", True) and not type.get("internal") and not type.get("hidden"))


def entries(type: Data, part: str) -> list[Entry]:
    """Read the records of a field, written one below the other or as a table."""
    if part.startswith("|"):
        head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines()]
        found = [dict(zip(head, row, strict=True)) for row in rows]
        return [Entry(values.pop("#", ""), values) for values in found]
    return [_entry(type, text) for text in re.split(r"^### ", part, flags=re.MULTILINE)[1:]]


def _entry(type: Data, text: str) -> Entry:
    first, _, rest = text.partition("\n")
    title, _, name = first.partition("{#")
    columns = [column["label"] for column in type["columns"]]
    labels = "|".join(re.escape(label) for label in columns)
    _, *others = re.split(rf"^({labels}):", rest, flags=re.MULTILINE)
    values = {label: value.strip() for label, value in zip(others[::2], others[1::2], strict=True)}
    return Entry(name.strip(" }"), {columns[0]: title.strip()} | values)
