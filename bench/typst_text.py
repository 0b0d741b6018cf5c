"""A publication in Typst's markup: the same words, tables, images and notes, to be set by a peer.

Text goes in as strings, so that nothing in it is markup. What Typst has no part for is set as plain as it can be.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import (
    BoxElement,
    BreakRun,
    Element,
    FieldHeading,
    FigureElement,
    ListElement,
    NoteRun,
    Publication,
    PublishedSection,
    Run,
    TableElement,
    TextElement,
    TextRun,
)

_HEAD = """#set document(title: {title})
#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: "Source Serif 4", size: 10.5pt, lang: "de", hyphenate: true)
#set par(justify: true, leading: 0.7em, spacing: 1.2em)
#set table(stroke: 0.4pt)
#show figure: set block(breakable: true)
#show heading: set text(font: "Source Sans 3")
#title()
#outline()
"""
_WRAPS = ((Marks.BOLD, "strong"), (Marks.ITALIC, "emph"), (Marks.SUPERSCRIPT, "super"), (Marks.SUBSCRIPT, "sub"))
_JPEG = b"\xff\xd8"
_FIGURE_SHARE = 90
"""Per cent of the width at the most."""


class TypstText:
    """Writes a publication, and its images beside it."""

    def __init__(self, publication: Publication, images: Mapping[str, bytes], folder: Path) -> None:
        """Write into a folder that is there."""
        self._publication, self._images, self._folder = publication, images, folder
        self._notes = {note.number: note.runs for note in publication.notes}

    def write(self) -> Path:
        """Give the path of the text."""
        path = self._folder / "same.typ"
        title = self._publication.cover.title or "Konzept"
        lines = [_HEAD.format(title=_string(title)), *self._sections(self._publication.sections, 1)]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def _sections(self, sections: Iterable[PublishedSection], level: int) -> Iterator[str]:
        for section in sections:
            title = f"{section.number} {section.title}".strip() or "Ohne Titel"
            yield f"#heading(level: {level})[{_words(title)}]"
            for element in section.elements:
                yield from self._element(element, level + 1)
            yield from self._sections(section.children, level + 1)

    def _element(self, element: Element, level: int) -> Iterator[str]:
        match element:
            case FieldHeading():
                yield f"#heading(level: {level}, outlined: false)[{_words(element.text)}]"
            case TextElement():
                label = f"#strong[{_words(element.label + ': ')}]" if element.label else ""
                yield f"{label}{self._runs(element.runs)}\n"
            case ListElement():
                yield f"{self._list(element)}\n"
            case TableElement():
                yield self._table(element)
            case FigureElement():
                yield self._figure(element)
            case BoxElement():
                yield self._box(element, level)

    def _list(self, element: ListElement) -> str:
        entries = [
            f"[{self._runs(entry.runs)}{''.join(self._list(below) for below in entry.below)}]"
            for entry in element.entries
        ]
        return f"#{'enum' if element.ordered else 'list'}({', '.join(entries)})"

    def _table(self, element: TableElement) -> str:
        columns = ", ".join(f"{max(width, 0.01):.3f}fr" for width in element.widths)
        rows = [
            ", ".join(
                f"table.cell(x: {cell.column}, colspan: {cell.column_span}, rowspan: {cell.row_span})"
                f"[#text(size: 8.5pt)[{self._runs(cell.runs)}]]"
                for cell in row.cells
            )
            for row in element.rows
        ]
        head = f"table.header({', '.join(filter(None, rows[: element.header_rows]))}), " if element.header_rows else ""
        body = ", ".join(filter(None, rows[element.header_rows :]))
        table = f"table(columns: ({columns},), {head}{body})"
        caption = self._runs(element.caption)
        source = f"\n{self._runs(element.source)}\n" if element.source else ""
        return f"#figure({table}, caption: [{caption}])\n{source}" if element.caption else f"#{table}\n{source}"

    def _figure(self, element: FigureElement) -> str:
        data = self._images.get(element.image, b"")
        if not data:
            return ""
        name = element.image + (".jpg" if data.startswith(_JPEG) else ".png")
        (self._folder / name).write_bytes(data)
        width = min(round(element.width * 100), _FIGURE_SHARE)
        alt = _string(element.alternative_text or "Bild")
        caption = self._runs((*element.caption, *element.source))
        return f"#figure(image({_string(name)}, width: {width}%, alt: {alt}), caption: [{caption}])\n"

    def _box(self, element: BoxElement, level: int) -> str:
        lines = [f"#heading(level: {level}, outlined: false)[{_words(f'{element.number} {element.title}')}]"]
        for line in element.lines:
            inner = "\n".join(text for each in line.elements for text in self._element(each, level + 1))
            lines.append(f"#strong[{_words(line.label)}]\n\n{inner}")
        return "#block(fill: luma(240), inset: 8pt, width: 100%)[\n" + "\n".join(lines) + "\n]\n"

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        match run:
            case TextRun():
                text = _words(run.text)
                for mark, wrap in _WRAPS:
                    text = f"#{wrap}[{text}]" if mark in run.marks else text
                return f"#link({_string(run.link)})[{text}]" if run.link else text
            case BreakRun():
                return "#linebreak()"
            case NoteRun():
                return f"#footnote[{self._runs(self._notes.get(run.number, ()))}]"
        return _words(run.text or "12")


def _words(text: str) -> str:
    return f"#{_string(text)};" if text else ""


def _string(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return re.sub(r"\\u([0-9a-f]{4})", r"\\u{\1}", escaped).replace("\\b", "").replace("\\f", "")
