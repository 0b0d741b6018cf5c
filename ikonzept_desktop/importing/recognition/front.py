"""What stands before the first heading: the cover, with the concept's title and its second line."""

from collections.abc import Iterator, Sequence

from ikonzept_desktop.importing.manuscript import Where
from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from ikonzept_desktop.importing.recognition.found import Heading, Headings
from ikonzept_desktop.importing.recognition.front_lines import said_of_whole
from ikonzept_desktop.importing.recognition.headings import is_title_line
from ikonzept_desktop.importing.recognition.kinds import Kinds
from ikonzept_desktop.importing.recognition.lines import BodyLook, Line
from ikonzept_desktop.importing.recognition.vocabulary import CONCEPT, SUBTITLE_STYLES
from ikonzept_desktop.importing.recognition.words import letters

_LONG = 300
"""Letters of a paragraph that no cover has."""
_FOREMOST = 1.25
"""So much larger than the text is a title that no style calls so."""
_FEWEST_BELOW = 2
"""Headings below the one that is the title."""
_WITHOUT_HEADING = "Ohne Überschrift"


def titling(found: Headings, lines: Sequence[Line], title: str) -> Heading | None:
    """Give the one top heading above all others, if it is what the whole concept is called; None without one."""
    if len(found) <= _FEWEST_BELOW or found[0].level > 0 or any(heading.level == 0 for heading in found[1:]):
        return None
    first, second = found[0].line, found[1].line
    is_called = CONCEPT.search(first.text) is not None or (bool(title) and letters(first.text) == letters(title))
    runs_on = any(len(line.text) > _LONG for line in lines[first.index : second.index])
    is_numbered = found[0].typed is not None or bool(first.hints.number)
    return found[0] if is_called and not runs_on and not is_numbered else None


def front_entries(
    lines: Sequence[Line], kinds: Kinds, body: BodyLook, title: str, name: str, heading: Heading | None
) -> list[Entry]:
    """Give the entries of the body lines before the first section; nothing where there are none.

    `title` is what the document's properties say, `heading` one that is the title; `name` names a document without any.
    """
    if not lines:
        return []
    titles = _titles(lines, body, title, heading)
    titles |= {entry.piece: entry for entry in said_of_whole(lines, titles)}
    rest = [line for line in lines if line.index not in titles]
    own = _own_section(rest, kinds, is_alone=name, has_title=bool(titles)) if rest else None
    entries: list[Entry] = []
    goes_on = True
    for line in lines:
        if line.index in titles:
            entries.append(titles[line.index])
            goes_on = False
        elif own is not None and line is rest[0]:
            entries.append(own)
            goes_on = True
        elif not goes_on:
            entries.append(Entry(line.index, Becomes.TEXT, reason=Reason.PLACE))
            goes_on = True
    return entries


def boxed_titles(lines: Sequence[Line], body: BodyLook) -> list[Entry]:
    """Give the title that a cover made of text boxes has, and what else those say of the whole; none without a title.

    It is larger than the text, or says what a concept is called.
    """
    boxes = [line for line in lines if line.where is Where.BOX and line.is_paragraph and len(line.text) <= _LONG]
    likely = [
        line for line in boxes if line.hints.size >= _FOREMOST * body.size > 0 or CONCEPT.search(line.text) is not None
    ]
    title = max(likely, key=lambda line: line.hints.size, default=None)
    if title is None:
        return []
    made = Entry(title.index, Becomes.TITLE, title=title.text, reason=Reason.LOOK, is_sure=False)
    return [made, *said_of_whole(boxes, {title.index: made})]


def _own_section(rest: Sequence[Line], kinds: Kinds, *, is_alone: str, has_title: bool) -> Entry:
    runs_on = any(len(line.text) > _LONG for line in rest)
    if kinds.cover is not None and not is_alone and (has_title or not runs_on):
        kind, title = kinds.cover, kinds.cover.label
    else:
        kind, title = kinds.body, is_alone or _WITHOUT_HEADING
    return Entry(
        rest[0].index,
        Becomes.SECTION,
        kind=kind.key,
        title=title,
        reason=Reason.PLACE,
        is_sure=kind is kinds.cover,
        begins_text=True,
    )


def _titles(lines: Sequence[Line], body: BodyLook, title: str, heading: Heading | None) -> dict[int, Entry]:
    """Find the title and the second line: by their styles, else the title as the one line larger than all others."""
    found: dict[int, Entry] = {}
    if heading is not None:
        index = heading.line.index
        found[index] = Entry(index, Becomes.TITLE, title=heading.line.text, reason=Reason.WORDS, is_sure=False)
    for line in lines:
        if line.is_paragraph and is_title_line(line):
            is_second = any(name.lower() in SUBTITLE_STYLES for name in (line.hints.style, *line.hints.styles[:1]))
            becomes = Becomes.SUBTITLE if is_second else Becomes.TITLE
            if all(entry.becomes is not becomes for entry in found.values()):
                found[line.index] = Entry(line.index, becomes, title=line.text)
    if not any(entry.becomes is Becomes.TITLE for entry in found.values()):
        found.update(_by_look(lines, body, title))
    return found


def _by_look(lines: Sequence[Line], body: BodyLook, title: str) -> Iterator[tuple[int, Entry]]:
    paragraphs = [line for line in lines if line.is_paragraph and len(line.text) <= _LONG]
    named = next((line for line in paragraphs if title and letters(line.text) == letters(title)), None)
    if named is not None:
        yield named.index, Entry(named.index, Becomes.TITLE, title=named.text, reason=Reason.WORDS)
        return
    largest = max(paragraphs, key=lambda line: line.hints.size, default=None)
    if largest is not None and largest.hints.size >= _FOREMOST * body.size > 0:
        yield largest.index, Entry(largest.index, Becomes.TITLE, title=largest.text, reason=Reason.LOOK, is_sure=False)
