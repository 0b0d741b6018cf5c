"""Footnotes in Markdown, `text[^1]` and `[^1]: what it says`, as pandoc and GitHub have them; CommonMark knows none.

What the notes say is cut out of the text before it is parsed and stands behind it as HTML, in the form in which word
processors write notes too.
"""

import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from ikonzept_desktop.values import dataclass

_BODY = re.compile(r" {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)")
_MARK = re.compile(r"\[\^([^\]\s]{1,60})\]")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_DEEPER = re.compile(r" {2,4}|\t")
_NAME = "ikonzept"
Environment = MutableMapping[str, Any]


@dataclass(frozen=True, slots=True)
class Noted:
    """A text without what its notes say, and that, by the notes' names."""

    text: str
    bodies: dict[str, str]


def numbered(bodies: dict[str, str]) -> Environment:
    """Give what a parser has to know of notes, and will say of their marks."""
    return {"notes": {name: number for number, name in enumerate(bodies, 1)}, "marks": {}}


def without_bodies(text: str) -> Noted:
    """Cut out what notes say; of two with one name the second stays where it is."""
    kept: list[str] = []
    bodies: dict[str, list[str]] = {}
    fence, body = "", None
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and not (fence and not mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        match = None if fence else _BODY.match(line)
        if match and match[1] not in bodies:
            body = bodies[match[1]] = [match[2]]
        elif body is not None and _goes_on(line, body):
            body.append(_DEEPER.sub("", line, count=1))
        else:
            body = None
            kept.append(line)
    return Noted("\n".join(kept), {name: "\n".join(lines).strip() for name, lines in bodies.items()})


def _goes_on(line: str, body: list[str]) -> bool:
    """Tell whether a line is part of a note: right below it, or further in than the text."""
    if not line.strip() or _DEEPER.match(line):
        return True
    return bool(body[-1].strip()) and not line.startswith(("#", ">", "-", "*", "+", "|", "`", "~", "="))


def know_notes(parser: MarkdownIt) -> None:
    """Teach a parser the marks of the notes that its environment names."""
    parser.inline.ruler.before("link", "note", _take_mark)
    parser.add_render_rule("note", _mark_of)


def _take_mark(state: StateInline, silent: bool) -> bool:
    match = _MARK.match(state.src, state.pos)
    if match is None or match[1] not in state.env["notes"]:
        return False
    if not silent:
        state.push("note", "a", 0).content = match[1]
    state.pos = match.end()
    return True


def _mark_of(
    _renderer: RendererProtocol, tokens: Sequence[Token], index: int, _options: OptionsDict, env: Environment
) -> str:
    name = tokens[index].content
    marks = env["marks"].setdefault(name, [])
    number = env["notes"][name]
    marks.append(f"{_NAME}-mark-{number}-{len(marks) + 1}")
    return f'<a id="{marks[-1]}" href="#{_note_id(number)}">{number}</a>'


def as_bodies(notes: dict[str, str], marks: dict[str, list[str]]) -> str:
    """Give what the notes say as HTML, each leading back to all its marks; those without one are left out."""
    found: list[str] = []
    for number, (name, said) in enumerate(notes.items(), 1):
        back = "".join(f'<a href="#{mark}">^</a>' for mark in marks.get(name, ()))
        if back:
            found.append(f'<div id="{_note_id(number)}">{said}{back}</div>')
    return "\n".join(found)


def _note_id(number: int) -> str:
    return f"footnote-{_NAME}-{number}"
