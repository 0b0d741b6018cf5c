"""What is painted beside the text: bullets and numbers of lists, the bar of a quotation, the edge of a chosen table."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextEdit

from ikonzept_desktop.model.blocks import Blocks, ListItem
from ikonzept_desktop.ui.editor.looks import Look, is_quote
from ikonzept_desktop.ui.editor.spots import is_atom
from ikonzept_desktop.ui.kit import theme

_BAR = 3.0
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def list_labels(blocks: Blocks) -> tuple[str, ...]:
    """Give the number of each block that is an item of a numbered list, as `1.`, `a.`, `i.` by level; else nothing."""
    counts: list[int] = []
    before: ListItem | None = None
    labels = []
    for block in blocks:
        if not isinstance(block, ListItem):
            counts, before = [], None
            labels.append("")
            continue
        del counts[block.level + 1 :]
        counts += [0] * (block.level + 1 - len(counts))
        if block.restart or (before is not None and before.level == block.level and before.ordered != block.ordered):
            counts[block.level] = 0
        counts[block.level] += 1
        labels.append(_numeral(counts[block.level], block.level) if block.ordered else "")
        before = block
    return tuple(labels)


class Markers:
    """Paints the markers of one view; numbers are counted anew only when the blocks are others."""

    def __init__(self, view: QTextEdit) -> None:
        """Paint onto this view."""
        self._view = view
        self._shape: tuple[tuple[int, bool, bool] | None, ...] = ()
        self._labels: tuple[str, ...] = ()

    def paint(self, exposed: QRectF, blocks: Blocks, look: Look) -> None:
        """Paint what lies in the exposed part of the view. px of the viewport"""
        document = self._view.document()
        layout = document.documentLayout()
        paragraph = self._view.cursorForPosition(exposed.topLeft().toPoint()).block()
        if paragraph.previous().isValid():
            paragraph = paragraph.previous()
        labels = self._numbers(blocks)
        painter = QPainter(self._view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._chosen_atoms(blocks)
        while paragraph.isValid() and paragraph.blockNumber() < len(blocks):
            box = layout.blockBoundingRect(paragraph)
            if box.top() > exposed.bottom():
                break
            at = paragraph.blockNumber()
            block = blocks[at]
            if isinstance(block, ListItem):
                self._paint_item(painter, _first_base(paragraph), look, labels[at], block.level)
            elif is_quote(block):
                self._paint_bar(painter, box, look, joined=at > 0 and is_quote(blocks[at - 1]))
            elif at in chosen:
                _paint_frame(painter, box)
            paragraph = paragraph.next()
        painter.end()

    def _numbers(self, blocks: Blocks) -> tuple[str, ...]:
        shape = tuple((b.level, b.ordered, b.restart) if isinstance(b, ListItem) else None for b in blocks)
        if shape != self._shape or len(self._labels) != len(blocks):
            self._shape, self._labels = shape, list_labels(blocks)
        return self._labels

    def _chosen_atoms(self, blocks: Blocks) -> frozenset[int]:
        cursor = self._view.textCursor()
        if not cursor.hasSelection():
            return frozenset()
        document = self._view.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        return frozenset(at for at in range(first, min(last + 1, len(blocks))) if is_atom(blocks[at]))

    def _paint_item(self, painter: QPainter, base: float, look: Look, label: str, level: int) -> None:
        style = look.style
        left = (level + 1) * style.indent
        metrics = QFontMetricsF(look.font())
        painter.setFont(look.font())
        if label:
            painter.setPen(theme.colour("muted"))
            painter.drawText(QPointF(left - metrics.horizontalAdvance(label) - style.size * 0.4, base), label)
            return
        centre = QPointF(left - style.size * 0.78, base - metrics.xHeight() / 2)
        painter.setPen(QPen(theme.colour("muted"), 1.2))
        painter.setBrush(theme.colour("muted") if level % 2 == 0 else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, style.size * 0.1, style.size * 0.1)

    def _paint_bar(self, painter: QPainter, box: QRectF, look: Look, *, joined: bool) -> None:
        top = box.top() - (look.style.gap if joined else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRect(QRectF(0, top, _BAR, box.bottom() - top))


def _first_base(paragraph: QTextBlock) -> float:
    """Give the height of the base line of a paragraph's first line. px of the viewport"""
    layout = paragraph.layout()
    line = layout.lineAt(0)
    return layout.position().y() + line.y() + line.ascent()


def _paint_frame(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)


def _numeral(count: int, level: int) -> str:
    match level % 3:
        case 1 if count <= len(_LETTERS):
            return f"{_LETTERS[count - 1]}."
        case 2 if count < 40:
            return f"{_roman(count)}."
        case _:
            return f"{count}."


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (count // value)
        count %= value
    return written
