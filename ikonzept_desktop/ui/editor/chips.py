"""Footnotes and cross-references as small boxes in the line: one character each."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from ikonzept_desktop.model.blocks import Attachment, Figure, Table
from ikonzept_desktop.model.inline import CrossReference, Footnote, plain
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.editor.looks import TextStyle
from ikonzept_desktop.ui.editor.naming import Naming, note_name, reference_name
from ikonzept_desktop.ui.editor.objects import KEY, Thing, Things
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon

_LONGEST = 420.0
"""px at 100 %; a longer title is cut, and stands in full in the tip."""
_RADIUS = 3.0


class Chips(QPyTextObject):
    """Measures and draws the chips of one view. Sizes in px, all grown with the text."""

    def __init__(self, things: Things, naming: Naming, parent: QObject) -> None:
        """Draw these things under these names."""
        super().__init__(parent)
        self._things = things
        self._naming = naming
        self.style = TextStyle(18, 28, 14)

    def intrinsicSize(self, document: QTextDocument, position: int, format: QTextFormat) -> QSizeF:
        """Say how much room a chip takes."""
        thing = self._things.find(str(format.property(KEY)))
        if isinstance(thing, Footnote):
            font = self._font(0.67, strong=True)
            width = QFontMetricsF(font).horizontalAdvance(note_name(self._naming, thing.id))
            return QSizeF(max(width + self._em(0.44), self._em(0.9)) + self._em(0.22), self._em(1.0))
        if isinstance(thing, CrossReference):
            return QSizeF(self._reference_width(thing) + self._em(0.1), self._em(1.12))
        return QSizeF(0, 0)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format: QTextFormat
    ) -> None:
        """Draw a chip."""
        rect = QRectF(rect)
        thing = self._things.find(str(format.property(KEY)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(thing, Footnote):
            self._draw_note(painter, rect, thing)
        elif isinstance(thing, CrossReference):
            self._draw_reference(painter, rect, thing)
        painter.restore()

    def name_of(self, thing: Thing) -> str:
        """Give what stands on the chip of a thing."""
        if isinstance(thing, Footnote):
            return note_name(self._naming, thing.id)
        return reference_name(self._naming, thing) if isinstance(thing, CrossReference) else ""

    def said_of(self, thing: Thing) -> str:
        """Say in words what a thing is: a note with what it says, a reference with its target's title, a caption."""
        if isinstance(thing, Footnote):
            return f"{texts.note(self.name_of(thing))}: {plain(thing.content)}"
        if isinstance(thing, Table | Figure | Attachment):
            noun = {Table: texts.TABLE, Figure: texts.FIGURE, Attachment: texts.ATTACHMENT}[type(thing)]
            return texts.to_open(self._naming.number(thing.id) or noun, plain(thing.caption))
        label = self._naming.label(thing.target)
        return texts.reference_to(f"{label.number} {label.title}".strip() or label.noun if label else texts.TARGET_GONE)

    def _draw_note(self, painter: QPainter, rect: QRectF, note: Footnote) -> None:
        box = rect.adjusted(self._em(0.11), -self._em(0.1), -self._em(0.11), -self._em(0.18))
        self._draw_box(painter, box, "accent")
        painter.setFont(self._font(0.67, strong=True))
        painter.setPen(theme.colour("accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, note_name(self._naming, note.id))

    def _draw_reference(self, painter: QPainter, rect: QRectF, reference: CrossReference) -> None:
        box = rect.adjusted(0.5, 0.5, -self._em(0.1) - 0.5, -0.5)
        missing = self._naming.label(reference.target) is None
        self._draw_box(painter, box, "red" if missing else "border")
        colour = theme.colour("red" if missing else "accent")
        if missing:
            side = round(self._em(0.72))
            sign = QRect(round(box.left() + self._em(0.14)), round(box.center().y() - side / 2), side, side)
            icon("triangle-alert", "red").paint(painter, sign)
        else:
            painter.setPen(QPen(colour, 1.2))
            self._draw_arrow(painter, QPointF(box.left() + self._em(0.46), box.center().y()))
        font = self._font(0.72)
        painter.setFont(font)
        painter.setPen(colour)
        words = box.adjusted(self._em(1.02 if missing else 0.92), 0, -self._em(0.28), 0)
        text = QFontMetricsF(font).elidedText(self.name_of(reference), Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _draw_box(self, painter: QPainter, box: QRectF, edge: str) -> None:
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour("chip"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _draw_arrow(self, painter: QPainter, centre: QPointF) -> None:
        reach = self._em(0.16)
        tip, tail = centre + QPointF(reach, -reach), centre + QPointF(-reach, reach)
        painter.drawLine(tail, tip)
        painter.drawLine(tip, tip + QPointF(-reach * 1.3, 0))
        painter.drawLine(tip, tip + QPointF(0, reach * 1.3))

    def _reference_width(self, reference: CrossReference) -> float:
        words = QFontMetricsF(self._font(0.72)).horizontalAdvance(self.name_of(reference))
        room = self._em(1.3 if self._naming.label(reference.target) is None else 1.2)
        return min(words + room + 2, _LONGEST * self.style.size / 18)

    def _font(self, share: float, *, strong: bool = False) -> QFont:
        return fonts.ui_font(max(round(self.style.size * share), 8), strong=strong)

    def _em(self, share: float) -> float:
        return round(self.style.size * share, 1)
