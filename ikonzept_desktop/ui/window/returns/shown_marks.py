"""Small signs in the line of a shown text: icons, and the letters of a person on their colour."""

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.kit.icons import icon
from ikonzept_desktop.ui.kit.painting import draw_box
from ikonzept_desktop.ui.window.returns.persons import Person

MARK = int(QTextFormat.ObjectTypes.UserObject) + 7
"""Qt's type of these objects."""
_SAID = int(QTextFormat.Property.UserProperty) + 7
_ICON, _BADGE = "icon", "badge"
_PART = "\x1f"


def icon_format(name: str, token: str) -> QTextCharFormat:
    """Give the format of the one character of an icon in the colour of a token."""
    return _format(_ICON, name, token)


def badge_format(person: Person) -> QTextCharFormat:
    """Give the format of the one character of a person's letters on their colour."""
    return _format(_BADGE, person.letters, colour_of(person))


def colour_of(person: Person) -> str:
    """Give the token of a person's colour; whoever has none is told by the letters."""
    return f"person{person.number + 1}" if person.number >= 0 else "muted"


def tint_of(person: Person) -> str:
    """Give the token of the ground of what a person has written."""
    return f"person{person.number + 1}_tint" if person.number >= 0 else "chip"


class Marks(QPyTextObject):
    """Measures and draws the signs. px"""

    def __init__(self, parent: QObject) -> None:
        """Draw them beside text of the tools' size."""
        super().__init__(parent)
        self.size = 12.0

    def intrinsicSize(self, document: QTextDocument, position: int, format: QTextFormat) -> QSizeF:
        """Say how much room a sign takes."""
        kind, said, _token = _said(format)
        if kind == _ICON:
            return QSizeF(round(self.size * 1.6), round(self.size * 1.2))
        width = QFontMetricsF(self._font()).horizontalAdvance(said)
        return QSizeF(round(width + self.size * 1.1), round(self.size * 1.25))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format: QTextFormat
    ) -> None:
        """Draw a sign."""
        rect = QRectF(rect)
        kind, said, token = _said(format)
        if kind == _ICON:
            side = round(self.size * 1.17)
            icon(said, token).paint(painter, QRect(round(rect.left()), round(rect.top()), side, side))
            return
        box = rect.adjusted(0, 0, -round(self.size * 0.4), 0)
        forced = theme.is_high_contrast()
        draw_box(painter, box, None if forced else theme.colour(token), theme.colour(token) if forced else None)
        painter.save()
        painter.setFont(self._font())
        painter.setPen(theme.colour("ink" if forced else "on_accent"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)
        painter.restore()

    def _font(self) -> QFont:
        return fonts.ui_font(max(round(self.size * 0.92), 8), strong=True)


def _format(kind: str, said: str, token: str) -> QTextCharFormat:
    format = QTextCharFormat()
    format.setObjectType(MARK)
    format.setProperty(_SAID, _PART.join((kind, said, token)))
    format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return format


def _said(format: QTextFormat) -> tuple[str, str, str]:
    kind, said, token = str(format.property(_SAID)).split(_PART)
    return kind, said, token
