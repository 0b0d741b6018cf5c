"""Reads one section of the example from its file: a TOML head between `+++` lines, then the fields of its kind.

The markup is described in resources/example/README.md; it is read strictly, so that a slip is found at once.
"""

import re
import tomllib
from collections.abc import Sequence
from datetime import date, datetime

from ikonzept_desktop.example.field_markup import read_fields
from ikonzept_desktop.example.source import Source, SourceLine
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.template import SectionKind, Template
from ikonzept_desktop.model.text import is_clean
from ikonzept_desktop.values import dataclass

_FENCE = "+++"
_LINE_OF_ERROR = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_HEAD: dict[str, tuple[type, str]] = {
    "kind": (str, "ein Text in Anführungszeichen"),
    "title": (str, "ein Text in Anführungszeichen"),
    "status": (str, "ein Text in Anführungszeichen"),
    "responsible": (str, "ein Text in Anführungszeichen"),
    "deadline": (date, "ein Datum wie 2015-03-20"),
    "target_words": (int, "eine ganze Zahl"),
    "in_contents": (bool, "true oder false"),
    "numbered": (bool, "true oder false"),
}


@dataclass(frozen=True, slots=True)
class _Head:
    """What the head says, and the line of each key."""

    values: dict[str, object]
    lines: dict[str, int]

    def line(self, key: str) -> int:
        return self.lines.get(key, 1)

    @property
    def deadline(self) -> date | None:
        value = self.values.get("deadline")
        return value if isinstance(value, date) else None

    @property
    def target_words(self) -> int | None:
        value = self.values.get("target_words")
        return value if isinstance(value, int) else None


def read_section(text: str, name: str, template: Template, source: Source) -> Section:
    """Read the section called name, without those below it; raises MarkupError.

    What the file names, what names it uses, and its comments are gathered in the source.
    """
    lines = source_lines(text, source)
    end = _head_end(lines, source)
    head = _head(lines[1:end], source)
    kind = _kind(head, template, source)
    values = head.values
    id = source.give(name, f"section:{kind.key}", 1)
    fields = read_fields(lines[end + 1 :], kind, source)
    return Section(
        id=id,
        kind=kind.key,
        title=str(values["title"]),
        fields=fields,
        status=_status(head, template, source),
        responsible=str(values.get("responsible", "")),
        deadline=head.deadline,
        target_words=head.target_words,
        in_contents=bool(values.get("in_contents", kind.in_contents)),
        numbered=bool(values.get("numbered", kind.numbered)),
        comments=tuple(source.comments),
    )


def source_lines(text: str, source: Source) -> tuple[SourceLine, ...]:
    """Give the lines of a file; raises MarkupError for characters that no concept may hold."""
    ended = text.replace("\r\n", "\n").split("\n")
    lines = tuple(SourceLine(number, line) for number, line in enumerate(ended, start=1))
    for line in lines:
        if not is_clean(line.text):
            raise source.error(line.number, "Die Zeile enthält Tabulatoren, Steuerzeichen oder zerlegte Umlaute.")
    return lines


def toml_head(text: str, first_line: int, source: Source) -> dict[str, object]:
    """Read TOML that begins in that line of the file; raises MarkupError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _LINE_OF_ERROR.search(str(error))
        line = int(match[1]) if match and match[1] else text.count("\n") + 1
        raise source.error(first_line + line - 1, "Das ist kein gültiges TOML.") from error


def _head_end(lines: Sequence[SourceLine], source: Source) -> int:
    fences = [index for index, line in enumerate(lines) if line.text == _FENCE]
    if len(fences) < 2 or fences[0] != 0:
        raise source.error(1, f"Die Datei beginnt mit einem Kopf zwischen zwei Zeilen „{_FENCE}“.")
    return fences[1]


def _head(lines: Sequence[SourceLine], source: Source) -> _Head:
    values = toml_head("\n".join(line.text for line in lines), 2, source)
    places = {line.text.partition("=")[0].strip(): line.number for line in lines}
    head = _Head(values, places)
    for key, value in values.items():
        if key not in _HEAD:
            raise source.error(head.line(key), f"„{key}“ gibt es im Kopf nicht; möglich sind {', '.join(_HEAD)}.")
        type, meaning = _HEAD[key]
        if not isinstance(value, type) or (type is int and isinstance(value, bool)) or isinstance(value, datetime):
            raise source.error(head.line(key), f"„{key}“ muss {meaning} sein.")
    for key in ("kind", "title"):
        if key not in values:
            raise source.error(1, f"Im Kopf fehlt „{key}“.")
    return head


def _kind(head: _Head, template: Template, source: Source) -> SectionKind:
    known = {kind.key: kind for kind in template.kinds}
    key = str(head.values["kind"])
    if key not in known:
        raise source.error(head.line("kind"), f"Die Abschnittsart „{key}“ gibt es nicht; möglich: {', '.join(known)}.")
    return known[key]


def _status(head: _Head, template: Template, source: Source) -> str:
    known = [status.key for status in template.statuses]
    key = str(head.values.get("status", ""))
    if key and key not in known:
        raise source.error(head.line("status"), f"Den Status „{key}“ gibt es nicht; möglich sind {', '.join(known)}.")
    return key
