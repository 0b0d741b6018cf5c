"""What pandoc makes of a Word file: its headings, list items, cells and notes, each in order; a second opinion."""

import json
import subprocess
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from tests.reading.word.pandoc import PandocFails, plain


class Kind(StrEnum):
    """What is counted."""

    HEADING = "headings"
    ITEM = "list items"
    CELL = "cells"
    NOTE = "notes"


Said = tuple[Kind, str]


def told(path: Path) -> list[Said]:
    """Let pandoc read a file as it was before its changes; raises PandocFails."""
    command = ["pandoc", "-f", "docx", "--track-changes=reject", "-t", "json", str(path)]
    answer = subprocess.run(command, capture_output=True, check=False)
    if answer.returncode:
        raise PandocFails(answer.stderr.decode())
    return [(kind, text) for kind, text in _blocks(json.loads(answer.stdout)["blocks"]) if text]


def compact(text: str) -> str:
    """Give words without what is set between them."""
    return plain(text).replace(" ", "").replace("-", "").replace("\u2011", "")


def _blocks(blocks: Any, *, in_cell: bool = False) -> Iterator[Said]:
    for block in blocks:
        match block["t"]:
            case "Header" if not in_cell:
                yield Kind.HEADING, _text(block["c"][2])
                yield from _notes(block["c"][2])
            case "BulletList" | "OrderedList" if not in_cell:
                items = block["c"] if block["t"] == "BulletList" else block["c"][1]
                for item in items:
                    yield from _item(item)
            case "Table" if not in_cell:
                yield from _table(block["c"])
            case "BlockQuote":
                yield from _blocks(block["c"], in_cell=in_cell)
            case "Div":
                yield from _blocks(block["c"][1], in_cell=in_cell)
            case _:
                yield from _notes(block.get("c", []))


def _item(item: Any) -> Iterator[Said]:
    first, rest = item[:1], item[1:]
    if first and first[0]["t"] in ("Para", "Plain"):
        yield Kind.ITEM, _text(first[0]["c"])
        yield from _notes(first[0]["c"])
        yield from _blocks(rest)
    else:
        yield from _blocks(item)


def _table(content: Any) -> Iterator[Said]:
    _, caption, _, head, bodies, foot = content
    yield from _notes(caption)
    groups = [head[1], *(rows for body in bodies for rows in (body[2], body[3])), foot[1]]
    for row in (row for group in groups for row in group):
        for cell in row[1]:
            yield Kind.CELL, _text(cell[4])
            yield from _notes(cell[4])


def _notes(node: Any) -> Iterator[Said]:
    if isinstance(node, list):
        for each in node:
            yield from _notes(each)
    elif isinstance(node, dict):
        if node.get("t") == "Note":
            yield Kind.NOTE, _text(node["c"])
        else:
            yield from _notes(node.get("c", []))


def _text(node: Any) -> str:
    return compact("".join(_texts(node)))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from _texts(part)
    elif isinstance(node, dict):
        match node.get("t"):
            case "Str":
                yield node["c"]
            case "Space" | "SoftBreak" | "LineBreak":
                yield " "
            case "Code" | "CodeBlock":
                yield node["c"][1]
            case "Note" | "Image" | "Math" | "RawInline" | "RawBlock":
                pass
            case kind:
                yield from _texts(node.get("c", []))
                yield " " if kind in {"Para", "Plain", "Header"} else ""
