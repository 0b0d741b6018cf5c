"""What stands before a Markdown text about it: lines `title: …` between two rules, as site generators have them."""

import re

from ikonzept_desktop.values import dataclass

_LINE = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_BEGINS, _ENDS = "---", ("---", "...")
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Front:
    """A text without what was said about it."""

    body: str
    title: str = ""
    others: tuple[str, ...] = ()
    """All its other lines, as they stand there."""


def without_front(text: str) -> Front:
    """Take the front matter off; a text that begins with a mere rule has none."""
    lines = text.split("\n", _MOST_LINES)
    if lines[0].rstrip() != _BEGINS or len(lines) < 3 or not _LINE.match(lines[1]):
        return Front(text)
    end = next((at for at in range(1, len(lines) - 1) if lines[at].rstrip() in _ENDS), 0)
    if not end:
        return Front(text)
    title, others = "", []
    for line in lines[1:end]:
        match = _LINE.fullmatch(line.rstrip())
        if match and match[1].lower() == "title" and not title:
            title = match[2].strip("\"' \t")
        elif line.strip():
            others.append(line.strip())
    return Front("\n".join(lines[end + 1 :]), title, tuple(others))
