"""How an attached PDF looks in the text: the sheet of its first page, and beside it what it is."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from ikonzept_desktop.model.blocks import Attachment
from ikonzept_desktop.model.page_choice import pages_in_words, pages_of, undescribed
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.icons import icon

MARGIN = 12.0
"""px between the frame and what stands in it."""
_SHEET = 5.6
"""The longer side of the sheet, in sizes of the type."""
_FALLBACK = (1.0, 1.414)
_ICON = 24


def sheet_size(own: QSizeF, type_size: float) -> QSizeF:
    """Give how large the sheet of a first page is drawn; that of a lost one as A4 stands."""
    width, height = (own.width(), own.height()) if not own.isEmpty() else _FALLBACK
    side = _SHEET * type_size
    scale = side / max(width, height)
    return QSizeF(round(width * scale), round(height * scale))


def room_for_words(sheet: QSizeF, type_size: float) -> float:
    """Give how far from the left edge the words begin. px"""
    return MARGIN * 2 + max(sheet.width(), _SHEET * type_size * 0.71)


def said_of(attachment: Attachment) -> list[tuple[str, str]]:
    """Give what is said of a PDF below its title, each with its colour."""
    count = attachment.file.pages
    if not pages_of(attachment.pages, count):
        return [(texts.no_such_pages(attachment.pages, count), "red")]
    fills = texts.WHOLE_PAGE if attachment.whole_page else ""
    said = [(texts.attached(pages_in_words(attachment.pages, count), fills), "muted")]
    if missing := undescribed(attachment):
        said.append((texts.pages_undescribed(missing), "amber"))
    return said


def draw(painter: QPainter, room: QSizeF, sheet: QSizeF, image: QImage) -> None:
    """Draw the frame, and the sheet in it; one that is lost as an empty one with a sign on it."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("chip"))
    painter.drawRoundedRect(QRectF(QPointF(0, 0), room).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    box = QRectF(QPointF(MARGIN, MARGIN), sheet)
    if image.isNull():
        painter.fillRect(box, theme.colour("paper"))
        spot = box.center().toPoint()
        icon("paperclip", "muted").paint(painter, spot.x() - _ICON // 2, spot.y() - _ICON // 2, _ICON, _ICON)
    else:
        painter.drawImage(box, image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
