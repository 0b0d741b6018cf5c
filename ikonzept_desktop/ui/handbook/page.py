"""One page of the Handbuch, set from Markdown; it opens nothing but the pictures that came with the program."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ikonzept_desktop.ui.handbook import texts
from ikonzept_desktop.ui.handbook.book import Chapter, anchor_of
from ikonzept_desktop.ui.kit import fonts, theme

_COLUMN = 620
"""px of measure at 100 %."""
_SIZES = {0: 15, 1: 26, 2: 19, 3: 16}
"""px of type by level of heading, 0 for running text."""
_LINE_HEIGHT, _HEADING_HEIGHT, _PICTURE_HEIGHT = 118, 105, 100
"""Per cent of the type's own height, or of the picture's."""
_PICTURE = "\ufffc"
_NOTHING = QImage(1, 1, QImage.Format.Format_ARGB32)


class HandbookPage(QTextBrowser):
    """Shows a chapter; links within the Handbuch are told, others are not followed."""

    link_followed = Signal(str, str)
    """The key of a chapter and an anchor in it, each possibly empty."""

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        """Take pictures from that folder alone."""
        super().__init__(parent)
        self._pictures = pictures
        self._chapter: Chapter | None = None
        self.setAccessibleName(texts.PAGE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)

    def show_chapter(self, chapter: Chapter, anchor: str = "") -> None:
        """Show a chapter from its beginning or from a heading on."""
        self._chapter = chapter
        self._set()
        if anchor:
            self._go_to(anchor)
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Set the same chapter in the present colours."""
        place = self.verticalScrollBar().value()
        self._set()
        self.verticalScrollBar().setValue(place)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Give a picture of the Handbuch by its bare name, and nothing else whatever is asked for."""
        if type != QTextDocument.ResourceType.ImageResource.value:
            return _NOTHING
        bare = Path(name.toString() if isinstance(name, QUrl) else name).name
        image = QImage(str(self._pictures / bare))
        return _NOTHING if image.isNull() else _at_measure(image, self.devicePixelRatio())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure, and the pictures within it."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring around the page while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _set(self) -> None:
        if self._chapter is None:
            return
        document = self.document()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("paper"))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("ink"))
        palette.setColor(QPalette.ColorRole.Link, theme.colour("accent"))
        self.setPalette(palette)
        document.setDefaultFont(fonts.ui_font(_SIZES[0]))
        document.setMarkdown(self._chapter.markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _dress(document)
        self._fit()

    def _fit(self) -> None:
        beside = max((self.viewport().width() - _COLUMN) // 2, 24)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(beside)
        form.setRightMargin(beside)
        form.setTopMargin(28)
        form.setBottomMargin(60)
        frame.setFrameFormat(form)
        _fit_pictures(self.document(), min(self.viewport().width() - 2 * beside, _COLUMN))

    def _go_to(self, anchor: str) -> None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                cursor = QTextCursor(block)
                self.moveCursor(QTextCursor.MoveOperation.End)  # so that what is gone to stands at the top
                self.setTextCursor(cursor)
                return
            block = block.next()

    def _follow(self, link: QUrl) -> None:
        if link.isRelative():
            self.link_followed.emit(Path(link.path()).stem, link.fragment())


def _at_measure(image: QImage, ratio: float) -> QImage:
    """Give a picture taken at 200 % as wide as the column at most, smoothly, which Qt's own scaling is not."""
    shown = min(image.width() / 2, _COLUMN)
    scaled = image.scaledToWidth(max(round(shown * ratio), 2), Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(ratio)
    return scaled


def _dress(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        level = min(block.blockFormat().headingLevel(), 3)
        form = QTextBlockFormat()
        line_height = _PICTURE_HEIGHT if _PICTURE in block.text() else _HEADING_HEIGHT if level else _LINE_HEIGHT
        form.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(18 if level > 1 else 0)
        cursor = QTextCursor(block)
        form.setBottomMargin(10 if level else 0 if isinstance(cursor.currentFrame(), QTextTable) else 8)
        cursor.mergeBlockFormat(form)
        _dress_words(cursor, level)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)


def _dress_words(cursor: QTextCursor, level: int) -> None:
    block = cursor.block()
    if level:
        form = QTextCharFormat()
        form.setFont(fonts.text_font(_SIZES[level], strong=True))
        form.setForeground(theme.colour("ink"))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)
        return
    places = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        if fragment.charFormat().fontFixedPitch():
            places.append((fragment.position(), fragment.length()))
        walk += 1
    for start, length in places:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_key_format())


def _key_format() -> QTextCharFormat:
    """Give the look of a key or a name on screen: a chip in the type of the page."""
    form = QTextCharFormat()
    font = fonts.ui_font(_SIZES[0] - 1, strong=True)
    font.setStyleHint(QFont.StyleHint.AnyStyle)
    form.setFont(font)
    form.setForeground(theme.colour("accent"))
    form.setBackground(theme.colour("chip"))
    return form


def _dress_table(table: QTextTable) -> None:
    form = table.format()
    form.setBorder(0.5)
    form.setBorderBrush(QColor(theme.colour("line")))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellPadding(5)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / table.columns())
    form.setColumnWidthConstraints([share] * table.columns())
    table.setFormat(form)


def _fit_pictures(document: QTextDocument, width: int) -> None:
    block = document.begin()
    while block.isValid():
        walk = block.begin()
        found = []
        while not walk.atEnd():
            fragment = walk.fragment()
            if fragment.charFormat().isImageFormat():
                found.append((fragment.position(), fragment.length(), fragment.charFormat().toImageFormat()))
            walk += 1
        for start, length, form in found:
            _fit_picture(document, start, length, form, width)
        block = block.next()


def _fit_picture(document: QTextDocument, start: int, length: int, form: QTextImageFormat, width: int) -> None:
    held = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(form.name()))
    if isinstance(held, QImage) and held.width() > 1:
        shown = min(held.deviceIndependentSize().width(), width)
        form.setWidth(shown)
        form.setHeight(held.height() * shown / held.width())
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)
