"""The lines that the markup of the example prints: inline signs struck out, references and notes put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.judges.example_numbers import Display, Target
from tests.judges.expected import Line, Role, note_mark, page_mark, reference_mark

_NOTE = re.compile(r"\^\[((?:[^\[\]]|\[[^\[\]]*\]\([^()]*\))*)\]")
_REFERENCE = re.compile(r"\{@([a-z0-9-]+)(?::([a-z_]+))?\}")
_FIGURE = re.compile(r'!\[[^\]]*\]\(\S+?(?:\s"([^"]*)")?\)(?:\{([^}]*)\})?')
_ITEM = re.compile(r"^( *)(-|\d+\.) +")
_BULLETS = "•–▪"


@dataclass(slots=True)
class Script:
    """Writes down what is printed, in reading order."""

    targets: dict[str, Target]
    displays: list[Display]
    notes: list[Line] = field(default_factory=list)
    tables: int = 0
    _shown: int = 0

    def plain(self, text: str) -> str:
        """Strike out the signs of a text; its notes are taken down under the next numbers."""
        text = re.sub(r"\{==\s*|\s*==\}", "", text)
        text = _NOTE.sub(self._note, text)
        text = _REFERENCE.sub(self._reference, text)
        text = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{lang=[^}]*\})", r"\1", text)
        text = re.sub(r"\\n|\\$", " ", text, flags=re.MULTILINE)
        return text.replace("**", "").replace("*", "").replace("\\", "")

    def _note(self, match: re.Match[str]) -> str:
        number = len(self.notes) + 1
        self.notes.append(Line(""))
        self.notes[number - 1] = Line(self.plain(match[1]))
        return note_mark(number)

    def _reference(self, match: re.Match[str]) -> str:
        return page_mark(match[1]) if match[2] == "page" else self.cited(match[1], match[2] or "number")

    def cited(self, name: str, form: str) -> str:
        """Give the words of a reference."""
        return reference_mark(name) + self.targets[name].cited(form)

    def blocks(self, part: str) -> Iterator[Line]:
        """Go through paragraphs, quotes, lists, tables and figures."""
        for block in re.split(r"\n\s*\n", part.strip()):
            if block.startswith(("Tabelle:", "|")):
                yield from self._table(block)
            elif block.startswith("!["):
                yield from self._figure(block)
            elif _ITEM.match(block):
                yield from self._list(block)
            else:
                yield Line(self.plain(re.sub(r"^> ?", "", block, flags=re.MULTILINE)))

    def _list(self, block: str) -> Iterator[Line]:
        counts: dict[int, int] = {}
        for item in re.split(r"\n(?= *(?:-|\d+\.) )", block):
            match = _ITEM.match(item)
            assert match is not None
            level = len(match[1]) // 2
            counts = {above: count for above, count in counts.items() if above <= level}
            if match[2] == "-":
                yield Line(_BULLETS[level], Role.BULLET)
            else:
                counts[level] = counts.get(level, 0) + 1
                yield Line(_mark(level, counts[level]), Role.MARK)
            yield Line(self.plain(item[match.end() :]))

    def _caption(self, caption: str) -> Line:
        display = self.displays[self._shown]
        self._shown += 1
        return Line(f"{display.target.number}: {self.plain(caption)}", anchor=display.name)

    def _figure(self, block: str) -> Iterator[Line]:
        match = _FIGURE.fullmatch(block)
        assert match is not None, block
        if match[1]:
            yield self._caption(match[1])
        for source in re.findall(r'source="([^"]*)"', match[2] or ""):
            yield self._source(source)

    def _source(self, text: str) -> Line:
        return Line(f"Quelle: {self.plain(text)}")

    def _table(self, block: str) -> Iterator[Line]:
        match = re.fullmatch(r"([^|]*)((?:\|.*\n?)+)(.*)", block)
        assert match is not None, block
        caption, rows, source = match.groups()
        if caption:
            yield self._caption(caption.removeprefix("Tabelle:").partition("{#")[0])
        self.tables += 1
        head = True
        for row in rows.splitlines():
            if re.fullmatch(r"[|:\- ]+", row):
                head = False
                continue
            cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
            for cell in cells:
                if cell not in {"<", "^"}:
                    yield Line(self.plain(cell), Role.HEAD if head else Role.TEXT, self.tables)
        if source:
            yield self._source(source.removeprefix("Quelle:"))

    def in_table(self, lines: Iterator[Line], anchor: str) -> Iterator[Line]:
        """Give lines as standing in the present table, where what bears that name may begin."""
        return (replace(line, table=self.tables, anchor=anchor) for line in lines)


def _mark(level: int, count: int) -> str:
    return (f"{count}.", f"{chr(ord('a') + count - 1)})", f"{'i' * count}.")[level]
