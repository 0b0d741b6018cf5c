"""Cells set in lines, as they are drawn in the grid: text with its marks, notes and references under their names."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from ikonzept_desktop.model.blocks import Alignment
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inline, Inlines, LineBreak, Marks, Text
from ikonzept_desktop.ui.editor.looks import Look, run_format
from ikonzept_desktop.ui.editor.naming import Naming, note_name, reference_name
from ikonzept_desktop.ui.editor.objects import BREAK
from ikonzept_desktop.ui.editor.positions import to_utf16
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.tables.cells_model import Shown

_KEPT = 4000
_SIDES = {
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_HAIR = 1.0


class CellLayouts:
    """Sets cells in lines and remembers them, by the identity of their text."""

    def __init__(self, naming: Naming, look: Look) -> None:
        """Name notes and references as they stand, in a look."""
        self._naming = naming
        self.look = look
        self._known: dict[tuple[object, ...], tuple[Inlines, QTextLayout, float]] = {}

    def forget(self) -> None:
        """Set everything anew: the look or names have changed."""
        self._known.clear()

    def height(self, shown: Shown, width: float) -> float:
        """Give how high a cell's text is at a width. px"""
        return self._set(shown, width)[2]

    def layout(self, shown: Shown, width: float) -> QTextLayout:
        """Give a cell's text set at a width. px"""
        return self._set(shown, width)[1]

    def _set(self, shown: Shown, width: float) -> tuple[Inlines, QTextLayout, float]:
        side = shown.cell.alignment or shown.column.alignment
        strong = shown.header or shown.total
        key = (id(shown.line), width, side, strong)
        known = self._known.get(key)
        # The line is kept with its layout, so that its identity is not given to another.
        if known is None or known[0] is not shown.line:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[key] = self._made(shown.line, width, side, strong=strong)
        return known

    def _made(
        self, line: Inlines, width: float, side: Alignment, *, strong: bool
    ) -> tuple[Inlines, QTextLayout, float]:
        words, formats = self._words(line)
        font = QFont(self.look.font())
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        layout = QTextLayout(words, font)
        option = QTextOption(_SIDES[side])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.setCacheEnabled(True)
        height = 0.0
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(max(width, _HAIR))
            row.setPosition(QPointF(0, height + (self.look.style.line - row.height()) / 2))
            height += self.look.style.line
        layout.endLayout()
        return line, layout, max(height, self.look.style.line)

    def _words(self, line: Inlines) -> tuple[str, list[QTextLayout.FormatRange]]:
        words, formats = "", []
        for inline in line:
            part, format = self._part(inline)
            if format is not None:
                spread = QTextLayout.FormatRange()
                for name, value in (
                    ("start", to_utf16(words, len(words))),
                    ("length", to_utf16(part, len(part))),
                    ("format", format),
                ):
                    setattr(spread, name, value)  # PySide's stub lacks the three
                formats.append(spread)
            words += part
        return words, formats

    def _part(self, inline: Inline) -> tuple[str, QTextCharFormat | None]:
        match inline:
            case Text():
                format = run_format(self.look, inline, quote=False)
                return inline.text, format if inline.marks or inline.link or inline.comments else None
            case LineBreak():
                return BREAK, None
            case Footnote(id=id):
                return note_name(self._naming, id), self._chip(raised=True)
            case CrossReference():
                return reference_name(self._naming, inline), self._chip(raised=False)

    def _chip(self, *, raised: bool) -> QTextCharFormat:
        mark = Marks.SUPERSCRIPT if raised else Marks.NONE
        format = QTextCharFormat(run_format(self.look, Text("", mark), quote=False))
        format.setForeground(theme.colour("accent"))
        return format
