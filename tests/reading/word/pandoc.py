"""pandoc's reading of a Word file: its words, those of the notes apart; a second opinion."""

import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Words = tuple[str, tuple[str, ...]]
"""The text with single spaces, and the notes in any order."""


class PandocFails(Exception):
    """pandoc cannot read the file."""


def read(path: Path, changes: str) -> Words:
    """Let pandoc read a file with `accept` or `reject` of its changes."""
    command = ["pandoc", "-f", "docx", f"--track-changes={changes}", "-t", "json", str(path)]
    answer = subprocess.run(command, capture_output=True, check=False)
    if answer.returncode:
        raise PandocFails(answer.stderr.decode())
    document = json.loads(answer.stdout)
    notes: list[str] = []
    # Of paragraphs in the styles Title, Author and so on pandoc makes metadata.
    head = [" ".join(_texts(value, notes)) for value in document["meta"].values()]
    text = "".join(_texts(document["blocks"], notes))
    return plain(" ".join([*head, text])), tuple(sorted(map(plain, notes)))


Changes = dict[tuple[str, str, str], Counter[str]]
"""The letters that were inserted or deleted, by kind, author and date."""


def changes(path: Path) -> Changes:
    """Let pandoc tell all changes of a file."""
    command = ["pandoc", "-f", "docx", "--track-changes=all", "-t", "json", str(path)]
    answer = subprocess.run(command, capture_output=True, check=False)
    if answer.returncode:
        raise PandocFails(answer.stderr.decode())
    found: Changes = defaultdict(Counter)
    _gather(json.loads(answer.stdout)["blocks"], found)
    return {key: letters for key, letters in found.items() if letters}


def _gather(node: Any, found: Changes) -> None:
    if isinstance(node, list):
        for part in node:
            _gather(part, found)
    elif isinstance(node, dict):
        if node.get("t") == "Span" and (kinds := {"insertion", "deletion"} & set(node["c"][0][1])):
            about = dict(node["c"][0][2])
            letters = plain("".join(_texts(node["c"][1], []))).replace(" ", "")
            found[kinds.pop(), about.get("author", ""), about.get("date", "")].update(letters)
        _gather(node.get("c", []), found)


def plain(text: str) -> str:
    """Leave out what stands for no letter, and all but single spaces."""
    return " ".join(text.replace("\ufffc", "").replace("\u00ad", "").replace("\u2011", "-").split())


def _texts(node: Any, notes: list[str]) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from _texts(part, notes)
    elif isinstance(node, dict):
        match node.get("t"):
            case "Str":
                yield node["c"]
            case "Space" | "SoftBreak" | "LineBreak":
                yield " "
            case "Note":
                notes.append("".join(_texts(node["c"], notes)))
            case "Code" | "CodeBlock":
                yield f"{node['c'][1]}{' ' if node['t'] == 'CodeBlock' else ''}"
            case "Image" | "Math":
                pass
            case kind:
                yield from _texts(node.get("c", []), notes)
                yield " " if kind in {"Para", "Plain", "Header"} else ""
