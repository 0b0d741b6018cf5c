"""One rich text, as high as what stands in it; the section around it scrolls."""

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QToolTip, QWidget

from ikonzept_desktop.model.blocks import Blocks, lines_of
from ikonzept_desktop.model.comments import notes_at
from ikonzept_desktop.model.document import find_section
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import CrossReference, Footnote
from ikonzept_desktop.ui.editor import autolink, clipboard, commands, drop, keys, texts
from ikonzept_desktop.ui.editor.atoms import Atoms
from ikonzept_desktop.ui.editor.chips import Chips
from ikonzept_desktop.ui.editor.looks import Look
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.markers import Markers
from ikonzept_desktop.ui.editor.naming import Naming
from ikonzept_desktop.ui.editor.objects import ATOM, CHIP, KEY, Thing, look_of
from ikonzept_desktop.ui.editor.port import TextPort
from ikonzept_desktop.ui.editor.spots import is_atom
from ikonzept_desktop.ui.editor.typing_help import TypingHelp
from ikonzept_desktop.ui.editor.wheel import is_zoom
from ikonzept_desktop.ui.images.source import offer_of, offers_images
from ikonzept_desktop.ui.kit import field_menus
from ikonzept_desktop.ui.kit.tips import tip

_Standard = QKeySequence.StandardKey


class RichTextEdit(QTextEdit):
    """A rich text field, or a footnote."""

    opened = Signal(object)
    """The note or reference whose chip was opened, or the table or figure."""
    menu_asked = Signal(object)
    """The reference for whose chip, which is selected, a menu was asked."""
    menu_opening = Signal(object, QPoint)
    """The context menu, a QMenu, that is about to open at a place on the screen: others may add to it. px"""
    focused = Signal(object)
    """Itself, when it gets the keyboard."""
    grown = Signal()
    """When its height has changed."""
    images_given = Signal(object)
    """An Offer: images or files were pasted or dropped."""
    pasted = Signal(object)
    """An Insertion, when something came in of which there is more to say."""
    caret_moved = Signal()
    """When the caret, the selection or the look of what is typed next has changed."""

    def __init__(self, port: TextPort, naming: Naming, images: clipboard.Images, look: Look, parent: QWidget) -> None:
        """Show and change what stands at the port."""
        super().__init__(parent)
        self.images = images
        self._naming = naming
        self._help = ""
        self._be_plain()
        self.loop = TextLoop(self, port, look)
        self.typing = TypingHelp(self.loop)
        self.chips = Chips(self.loop.things, naming, self)
        self.chips.style = look.style
        self.atoms = Atoms(self.loop.things, self.chips, naming, images, partial(_paper, port), self)
        self.atoms.look = look
        self.document().documentLayout().registerHandler(CHIP, self.chips)
        self.document().documentLayout().registerHandler(ATOM, self.atoms)
        self._markers = Markers(self)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.loop.load()
        self.cursorPositionChanged.connect(self._tell_caret)
        self.selectionChanged.connect(self._tell_caret)
        self.loop.edited.connect(self.caret_moved)
        self._names = self._present_names()
        field_menus.extend(self, _tell_menu)

    def describe(self, help: str) -> None:
        """Say what the field is for: where it is empty, and to a screen reader."""
        self._help = help
        self.setAccessibleDescription(help)
        self.setPlaceholderText(help)

    def restyle(self, look: Look) -> None:
        """Show the same text larger, smaller or in other colours."""
        self.chips.style = look.style
        self.atoms.look = look
        self.atoms.forget()
        self.loop.load(look=look)

    def refresh_names(self) -> None:
        """Measure and draw chips and captions anew where their names have changed."""
        names = self._present_names()
        if names == self._names:
            return
        self._names = names
        self.atoms.forget()
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what is special here, and leave plain typing to Qt, whose changes the loop reads."""
        if keys.belongs_to_window(event):
            event.ignore()
            return
        self.loop.note_selection()
        writable = not self.isReadOnly()
        if keys.is_return(event) and (thing := keys.selected_thing(self.loop)) is not None:
            (self.menu_asked if isinstance(thing, CrossReference) else self.opened).emit(thing)
        elif self._clipboard_key(event) or (
            writable and (self.typing.takes_back(event) or keys.handle(self.loop, event))
        ):
            event.accept()
        else:
            super().keyPressEvent(event)
        if writable and (keys.is_return(event) or event.text() == " "):
            autolink.link_word_before(self.loop)
        if writable and keys.typed(event):
            self.typing.correct()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose; what is committed is read like any typing."""
        self.loop.note_selection()
        if (event.preeditString() or event.commitString()) and not self.isReadOnly():
            keys.make_room(self.loop)
        super().inputMethodEvent(event)
        if event.commitString() and not self.isReadOnly():
            self.typing.correct()

    def cut(self) -> None:
        """Take what is selected into the clipboard."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.loop.run(commands.erase, texts.CUT)

    def paste(self) -> None:
        """Put in what the clipboard holds."""
        held = _held_in_clipboard()
        if held is not None and self.canInsertFromMimeData(held):
            self.insertFromMimeData(held)

    def paste_plain(self) -> None:
        """Put in the clipboard's characters alone."""
        if not self.isReadOnly():
            self._insert(clipboard.from_plain(QGuiApplication.clipboard().text()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give what is selected to the clipboard or to a drag."""
        selected = self.loop.selected()
        blocks = commands.copied(self.loop.shown, selected) if self.loop.shown else ()
        origin = clipboard.Origin(drop.concept_word(self.loop.port.project), self.loop.port.address, selected)
        return clipboard.mime_of(blocks, origin, self.images)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether there is anything to put in."""
        return not self.isReadOnly() and (clipboard.holds_text(source) or _brings_images(source, self.loop.port))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what was copied here with everything, what comes from elsewhere with its structure; hand images on."""
        if _brings_images(source, self.loop.port):
            self.focused.emit(self)
            self.images_given.emit(offer_of(source))
            return

        from ikonzept_desktop.ui.editor import pasting  # comes with the first paste

        paste = pasting.read(source, self.images)
        ground, where = self.loop.shown, self.loop.selected()
        self._insert(paste.blocks)
        port = self.loop.port
        if paste.is_worth_a_word and not port.one_line:
            self.pasted.emit(pasting.Insertion(paste, port.address, ground, where, port.project.number))

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Never open anything: a text has no outside parts. (An empty answer would not stop Qt from looking.)"""
        image = QImage(QSizeF(1, 1).toSize(), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        return image

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the chip, table or figure that was clicked, so that Return opens it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if not self.textCursor().hasSelection() and (place := thing_place(self, at)) is not None:
            cursor = self.textCursor()
            cursor.setPosition(place)
            cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a thing under the mouse stands for, or what is noted on the words; leave Strg+wheel to the page."""
        if is_zoom(event):
            event.ignore()
            return False
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            thing = thing_at(self, event.pos())
            said = self.chips.said_of(thing) if thing else link_at(self, event.pos()) or noted_at(self, event.pos())
            QToolTip.showText(event.globalPos(), tip(said), self)
            return True
        return super().viewportEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a chip, table or figure; select a word elsewhere."""
        if (thing := thing_at(self, event.position().toPoint())) is not None:
            self.opened.emit(thing)
        else:
            super().mouseDoubleClickEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put in what is dropped; what comes from elsewhere in the concept leaves its old place in the same step."""
        spot = self.loop.spot(self.cursorForPosition(event.position().toPoint()).position())
        if not self.isReadOnly() and drop.moved_here(self.loop, event, spot):
            return
        self.setFocus()  # what came in is spoken of beside the text that has the keyboard
        super().dropEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and beside it bullets, numbers and bars."""
        super().paintEvent(event)
        self._markers.paint(QRectF(event.rect()), self.loop.shown, self.loop.writer.look)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this is now the text the tools act on."""
        super().focusInEvent(event)
        self.focused.emit(self)

    def _tell_caret(self) -> None:
        if self.loop.behind:
            return
        thing = keys.selected_thing(self.loop)
        said = self.chips.said_of(thing) if thing is not None else self._help
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
        self.caret_moved.emit()

    def _present_names(self) -> tuple[str, ...]:
        """Give the names of everything in the text that has one, in reading order."""
        things = [inline for block in self.loop.shown for line in lines_of(block) for inline in line]
        chips = (self.chips.name_of(thing) for thing in things if isinstance(thing, Footnote | CrossReference))
        return (*chips, *(self._naming.number(block.id) for block in self.loop.shown if is_atom(block)))

    def _be_plain(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)

    def _fit(self, size: QSizeF) -> None:
        height = max(round(size.height()), round(self.loop.writer.look.style.line)) + 2
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.grown.emit()

    def _insert(self, blocks: Blocks) -> None:
        if self.loop.port.one_line:
            blocks = clipboard.in_one_line(blocks, notes=self.loop.port.takes_notes)
        if blocks:
            self.loop.run(lambda known, where: commands.insert_blocks(known, where, blocks), texts.PASTE)

    def _clipboard_key(self, event: QKeyEvent) -> bool:
        for key, act in ((_Standard.Cut, self.cut), (_Standard.Paste, self.paste)):
            if event.matches(key):
                act()
                return True
        return False


def be_for_reading(view: QTextEdit) -> None:
    """Have a text take no more than the caret: by the keys too, words can be selected and copied."""
    view.setReadOnly(True)
    by_mouse, by_keys = Qt.TextInteractionFlag.TextSelectableByMouse, Qt.TextInteractionFlag.TextSelectableByKeyboard
    view.setTextInteractionFlags(by_mouse | by_keys)


def thing_at(view: RichTextEdit, point: QPoint) -> Thing | None:
    """Give the note, reference, table or figure drawn at a point of the viewport."""
    place = thing_place(view, point)
    if place is None:
        return None
    probe = QTextCursor(view.document())
    probe.setPosition(place + 1)
    return view.loop.things.find(str(probe.charFormat().property(KEY)))


def noted_at(view: RichTextEdit, point: QPoint) -> str:
    """Give what the notes say on the words at a point of the viewport; nothing where there are none."""
    loop, cursor = view.loop, view.cursorForPosition(point)
    if loop.behind or not view.cursorRect(cursor).adjusted(-12, 0, 12, 0).contains(point):
        return ""
    spot = loop.spot(cursor.position())
    block = loop.shown[spot.block] if spot.block < len(loop.shown) else None
    section = find_section(loop.port.project.document, loop.port.address.section)
    if section is None or block is None or not section.comments:
        return ""
    place = Selection(section.id, loop.port.address, block.id, "", spot.offset, spot.offset)
    found = set(notes_at(section, place))
    return "\n\n".join(f"{known.author}: {known.text}" for known in section.comments if known.id in found)


def link_at(view: RichTextEdit, point: QPoint) -> str:
    """Give the address that the words at a point of the viewport lead to; nothing where they are no link."""
    cursor = view.cursorForPosition(point)
    place = cursor.position() if view.cursorRect(cursor).left() <= point.x() else cursor.position() - 1
    if not 0 <= place < view.document().characterCount() - 1:
        return ""
    probe = QTextCursor(view.document())
    probe.setPosition(place + 1)
    return look_of(str(probe.charFormat().property(KEY) or "")).link


def thing_place(view: RichTextEdit, point: QPoint) -> int | None:
    """Give the position before the chip, table or figure drawn at a point of the viewport."""
    cursor = view.cursorForPosition(point)
    rect = view.cursorRect(cursor)
    place = cursor.position() if rect.left() <= point.x() else cursor.position() - 1
    probe = QTextCursor(view.document())
    if not 0 <= place < view.document().characterCount() - 1:
        return None
    probe.setPosition(place + 1)
    type = probe.charFormat().objectType()
    return place if type == CHIP or (type == ATOM and rect.top() <= point.y() <= rect.bottom()) else None


def _brings_images(source: QMimeData, port: TextPort) -> bool:
    return not source.hasFormat(clipboard.MIME) and not port.one_line and offers_images(source)


def _paper(port: TextPort) -> float:
    """Give the width of the text on paper, by the concept's house style. mm"""
    from ikonzept_desktop.export.figure_sizes import text_width_mm
    from ikonzept_desktop.export.house_style import house_style

    return text_width_mm(house_style(port.project.document.template.house_style))


def _held_in_clipboard() -> QMimeData | None:
    return QGuiApplication.clipboard().mimeData()


def _tell_menu(menu: QMenu, text: QWidget, at: QPoint) -> None:
    """Tell those who follow a text that its menu opens."""
    assert isinstance(text, RichTextEdit)
    text.menu_opening.emit(menu, text.mapToGlobal(at))
