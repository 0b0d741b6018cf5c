"""The same concept as Typst would be given it: words, tables, images, notes and references in Typst's own markup."""

import re
from collections.abc import Mapping
from pathlib import Path

from ikonzept_desktop.model.blocks import Alignment, ParagraphStyle
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.tree import (
    AttachmentElement,
    BoxElement,
    BreakRun,
    Element,
    Elements,
    FieldHeading,
    FigureElement,
    ListElement,
    NoteRun,
    Publication,
    PublishedSection,
    ReferenceRun,
    Run,
    Runs,
    TableCell,
    TableElement,
    TextElement,
    TextRun,
    all_elements,
    all_sections,
    image_digests,
)

_SIGNS = re.compile(r"""([\\#$*_`<>@\[\]~"'/=+-])""")
_NUMBER = re.compile(r"^(\d+)\.")
_HEAD = """#set document(title: [{title}], author: "{author}")
#set page(paper: "a4", margin: (x: 25mm, top: 25mm, bottom: 27mm), numbering: "1")
#set text(font: "Source Serif 4", size: 11.5pt, lang: "de", hyphenate: true)
#set par(justify: true, leading: 0.62em, spacing: 0.9em)
#show heading.where(level: 1): it => pagebreak(weak: true) + it
#show heading: set text(font: "Source Sans 3")
#show figure: set block(breakable: true)
#set figure(supplement: none, numbering: none)
#set table(stroke: 0.5pt)

#title()
#text[{subtitle}]

#outline(title: [Inhalt], depth: 3)
#pagebreak()
"""
_LABELLED = TableElement | FigureElement | BoxElement
_ALIGNMENTS = {Alignment.LEFT: "left", Alignment.CENTRE: "center", Alignment.RIGHT: "right"}


def write_source(publication: Publication, images: Mapping[str, bytes], folder: Path) -> Path:
    """Write the source and its images into a folder; give the source's path."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {}
    for digest in image_digests(publication):
        ending = "png" if images[digest].startswith(b"\x89PNG") else "jpg"
        names[digest] = f"{digest[:16]}.{ending}"
        (folder / names[digest]).write_bytes(images[digest])
    source = folder / "concept.typ"
    source.write_text(_Source(publication, names).text(), encoding="utf-8")
    return source


class _Source:
    """Says a publication in markup."""

    def __init__(self, publication: Publication, names: Mapping[str, str]) -> None:
        self._publication = publication
        self._names = names
        self._notes = {note.number: note.runs for note in publication.notes}
        self._labels = set(_anchors(publication))

    def text(self) -> str:
        cover = self._publication.cover
        head = _HEAD.format(title=_said(cover.title), author=cover.publisher, subtitle=_said(cover.subtitle))
        return head + "\n\n".join(self._section(each) for each in self._publication.sections)

    def _section(self, section: PublishedSection) -> str:
        title = _said(f"{section.number} {section.title}".strip())
        parts = [] if section.role is Role.COVER else [f"{'=' * section.level} {title} <s{section.id}>"]
        parts += [self._element(each, section.level) for each in section.elements]
        parts += [self._section(each) for each in section.children]
        return "\n\n".join(parts)

    def _elements(self, elements: Elements) -> str:
        return "\n\n".join(self._element(each, 0) for each in elements)

    def _element(self, element: Element, level: int) -> str:
        match element:
            case FieldHeading(text=text):
                return f"{'=' * (level + 1)} {_said(text)}"
            case TextElement(runs=runs, label=label, style=style):
                said = f"*{_said(label)}:* {self._runs(runs)}" if label else self._runs(runs)
                return f"#quote(block: true)[{said}]" if style is ParagraphStyle.QUOTE else said
            case ListElement():
                return self._list(element, "")
            case TableElement():
                return self._table(element)
            case FigureElement():
                return self._figure(element)
            case BoxElement():
                return self._box(element)
            case AttachmentElement():
                return self._runs(element.title)

    def _list(self, element: ListElement, indent: str) -> str:
        lines = []
        for entry in element.entries:
            lines.append(f"{indent}{'+' if element.ordered else '-'} {self._runs(entry.runs)}")
            lines += [self._list(below, f"{indent}  ") for below in entry.below]
        return "\n".join(lines)

    def _table(self, table: TableElement) -> str:
        columns = ", ".join(f"{width:.4f}fr" for width in table.widths)
        rows = [", ".join(self._cell(cell) for cell in row.cells) for row in table.rows]
        heads, body = rows[: table.header_rows], rows[table.header_rows :]
        # Heads that are repeated are artifacts, which Typst refuses with a link or a note in them.
        repeat = "false" if any("#link" in row or "#footnote" in row for row in heads) else "true"
        head = f"table.header(repeat: {repeat}, {', '.join(heads)}),\n" if heads else ""
        cells = ",\n".join(body)
        made = f"table(columns: ({columns},),\n{head}{cells})"
        return self._captioned(made, table.label, table.caption, table.source, table.id, "table")

    def _cell(self, cell: TableCell) -> str:
        spans = f"colspan: {cell.column_span}, rowspan: {cell.row_span}, align: {_ALIGNMENTS[cell.alignment]}"
        return f"table.cell({spans})[{self._runs(cell.runs)}]"

    def _figure(self, figure: FigureElement) -> str:
        alt = figure.alternative_text.replace("\\", " ").replace('"', " ") or "Bild"
        made = f'image("{self._names[figure.image]}", alt: "{alt}", width: {figure.width * 100:.0f}%)'
        return self._captioned(made, figure.label, figure.caption, figure.source, figure.id, "image")

    def _captioned(self, made: str, label: str, caption: Runs, source: Runs, id: str, kind: str) -> str:
        said = f"[{_said(label)}: {self._runs(caption)}]" if label else "none"
        below = f"\n\n{self._runs(source)}" if source else ""
        return f"#figure({made}, caption: {said}, kind: {kind}) <s{id}>{below}"

    def _box(self, box: BoxElement) -> str:
        lines = "\n\n".join(f"*{_said(line.label)}:*\n\n{self._elements(line.elements)}" for line in box.lines)
        title = _said(f"{box.number} {box.title}".strip())
        return f"#block(stroke: 0.5pt, inset: 6pt, width: 100%)[*{title}*\n\n{lines}] <s{box.id}>"

    def _runs(self, runs: Runs) -> str:
        return _NUMBER.sub(r"\1\.", "".join(map(self._run, runs)))

    def _run(self, run: Run) -> str:
        match run:
            case TextRun():
                return _marked(run)
            case BreakRun():
                return " \\\n"
            case NoteRun(number=number):
                return f"#footnote[{self._runs(self._notes[number])}]"
            case ReferenceRun(anchor=anchor, text=text, page=page):
                if anchor not in self._labels:
                    return _said(text)
                shown = f"#context str(locate(<s{anchor}>).page())" if page else _said(text)
                return f"#link(<s{anchor}>)[{shown}]"


def _marked(run: TextRun) -> str:
    said = _said(run.text)
    if Marks.BOLD in run.marks:
        said = f"#strong[{said}]"
    if Marks.ITALIC in run.marks:
        said = f"#emph[{said}]"
    if run.language:
        said = f'#text(lang: "{run.language[:2]}")[{said}]'
    return f'#link("{run.link}")[{said}]' if run.link else said


def _said(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _anchors(publication: Publication) -> list[str]:
    """Give the ids of all that has a label in the source."""
    found = []
    for section in all_sections(publication.sections):
        if section.role is not Role.COVER:
            found.append(section.id)
        shown = (each for each in all_elements(section.elements) if isinstance(each, _LABELLED))
        found.extend(each.id for each in shown)
    return found
