"""Headings, items, cells and notes land where pandoc has them too, over the corpus."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ikonzept_desktop.importing.manuscript import Manuscript, Where
from ikonzept_desktop.model.blocks import ListItem, Paragraph, Table, lines_of
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, LineBreak, Text
from ikonzept_desktop.reading.word.refusals import WordRefused
from tests.importing.word.said import copy_of, written
from tests.reading.word.corpus import corpus, needs_corpus
from tests.reading.word.pandoc import plain

Found = dict[str, Counter[str]]
KINDS = ("heading", "item", "cell", "note")
LEAST = 0.98
_SIGN = re.compile(r"(?:[•–]|\w{1,4}[.)])\s+")
_NO_TEXT = ("Image", "Math", "Note")


def theirs(path: Path) -> Found | None:
    """Let pandoc tell what of each kind a file has; None where it cannot read it.

    A table of one cell is a frame, and what stands in its lists and under its headings counts as its cell.
    """
    command = ["pandoc", "-f", "docx", "--track-changes=reject", "-t", "json", str(path)]
    answer = subprocess.run(command, capture_output=True, check=False)
    if answer.returncode:
        return None
    found: Found = {kind: Counter() for kind in KINDS}
    _gather(json.loads(answer.stdout)["blocks"], found, False)
    return found


def _gather(node: Any, found: Found, in_cell: bool) -> None:
    if isinstance(node, list):
        for part in node:
            _gather(part, found, in_cell)
        return
    if not isinstance(node, dict):
        return
    kind: str = node.get("t", "")
    content: Any = node.get("c", [])
    match kind:
        case "Header" if not in_cell:
            found["heading"][_letters(content[2])] += 1
        case "BulletList" | "OrderedList" if not in_cell:
            for item in content if kind == "BulletList" else content[1]:
                first = [block for block in item if block["t"] in {"Para", "Plain"}]
                found["item"][_letters(first[:1])] += 1
        case "Table":
            cells = list(_cells(content))
            if len(cells) > 1:
                found["cell"].update({} if in_cell else Counter(map(_letters, cells)))
                _gather(cells, found, True)
                return
        case "Note":
            found["note"][_letters(content)] += 1
    _gather(content, found, in_cell)


def _cells(table: list[Any]) -> Iterator[Any]:
    """Go through the cells of a table, in the form of pandoc 2.10 and later or before."""
    if len(table) == 5:
        yield from (cell for row in [table[3], *table[4]] for cell in row)
        return
    rows = [*table[3][1], *(row for body in table[4] for row in body[2] + body[3])]
    yield from (cell[4] for row in rows for cell in row[1])


def _letters(node: Any) -> str:
    return "".join(plain("".join(_words(node))).split())


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from _words(part)
    elif isinstance(node, dict) and node.get("t") not in _NO_TEXT:
        match node.get("t"):
            case "Str":
                yield node["c"]
            case "Code" | "CodeBlock":
                yield node["c"][1]
            case _:
                yield from _words(node.get("c", []))


def ours(of: Manuscript) -> Found:
    """Tell the same of a manuscript.

    A line of the contents is a heading of theirs, and a numbered line that stands alone as headings do an item. Items
    in cells and notes have their signs there, and are the same without.
    """
    found: Found = {kind: Counter() for kind in KINDS}
    for piece in of.pieces:
        block = piece.block
        for words in lines_of(block):
            for note in (each for each in words if isinstance(each, Footnote)):
                found["note"].update(_with_and_without_signs(of, note.content))
        match block:
            case Paragraph() if piece.hints.level is not None or piece.where is Where.CONTENTS:
                found["heading"][_said(of, block.inlines)] += 1
            case ListItem():
                found["item"][_said(of, block.inlines)] += 1
            case Table():
                for cell in (cell for row in block.rows for cell in row.cells):
                    found["cell"].update(_with_and_without_signs(of, cell.inlines))
        if isinstance(block, Paragraph) and piece.hints.number:
            found["item"][_said(of, block.inlines)] += 1
    return found


def _with_and_without_signs(of: Manuscript, inlines: Iterable[Inline]) -> set[str]:
    lines = [_said(of, inner, " ") for inner in _lines(inlines)]
    return {"".join("".join(lines).split()), "".join("".join(_SIGN.sub("", each) for each in lines).split())}


def _lines(inlines: Iterable[Inline]) -> Iterator[list[Inline]]:
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    yield from lines


def _said(of: Manuscript, inlines: Iterable[Inline], between: str = "") -> str:
    said = []
    for inline in inlines:
        match inline:
            case Text(text=text):
                said.append(text)
            case CrossReference(target=target):
                said.append(of.pointers[int(target[1:])].shown)
            case _:
                pass
    return between.join(plain("".join(said)).split())


@needs_corpus
def test_what_pandoc_calls_a_heading_an_item_a_cell_or_a_note_is_one_here() -> None:
    every, same = Counter[str](), Counter[str]()
    for path in corpus():
        try:
            mine = ours(written(copy_of(path.read_bytes())))
        except WordRefused:
            continue
        for kind, told in (theirs(path) or {}).items():
            del told[""]
            every[kind] += told.total()
            same[kind] += (told & mine[kind]).total()
    assert every["heading"] > 50
    assert every["cell"] > 500
    assert {kind: round(same[kind] / every[kind], 3) for kind in KINDS if same[kind] < LEAST * every[kind]} == {}
