"""What the keys do where Qt's own way would not do: at the edges of blocks, over several of them, beside tables."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.editor import commands, texts
from ikonzept_desktop.ui.editor.loop import TextLoop
from ikonzept_desktop.ui.editor.objects import ATOM, CHIP, KEY, PLAIN, Thing, look_key, look_of, with_text
from ikonzept_desktop.ui.editor.spots import Range, extent, is_atom

_Standard = QKeySequence.StandardKey
_NEVER = (_Standard.Undo, _Standard.Redo, _Standard.DeleteEndOfLine, _Standard.DeleteCompleteLine)
_COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def belongs_to_window(event: QKeyEvent) -> bool:
    """Tell whether a key is for the window's commands, never for a text view."""
    return any(event.matches(key) for key in _NEVER)


def is_return(event: QKeyEvent) -> bool:
    """Tell whether a key begins a new paragraph."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def is_plain_backspace(event: QKeyEvent) -> bool:
    """Tell whether a key takes back one character."""
    return event.key() == Qt.Key.Key_Backspace and event.modifiers() == Qt.KeyboardModifier.NoModifier


def handle(loop: TextLoop, event: QKeyEvent) -> bool:
    """Do what a key asks where that is more than typing within a line; tell whether it was done."""
    if is_return(event):
        return loop.port.one_line or loop.run(commands.split, texts.NEW_PARAGRAPH)
    if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
        return _delete(loop, back=event.key() == Qt.Key.Key_Backspace)
    if typed(event):
        return _type(loop, event.text())
    return False


def typed(event: QKeyEvent) -> bool:
    """Tell whether a key writes characters. AltGr counts as Ctrl and Alt together."""
    held = event.modifiers() & _COMMAND_KEYS
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.text().isprintable() and held in {Qt.KeyboardModifier.NoModifier, alt_gr}


def make_room(loop: TextLoop) -> None:
    """Prepare for composing, while which nothing can be repaired: within one line, and in plain text."""
    if _spans_blocks(loop, loop.selected()):
        loop.run(lambda blocks, where: commands.insert_inlines(blocks, where, ()), texts.TYPING)
    settle_look(loop)


def settle_look(loop: TextLoop) -> None:
    """See to it that what is typed next is plain text: not part of a chip, of a link's end, of a comment's end."""
    view = loop.view
    format = view.currentCharFormat()
    key = str(format.property(KEY) or "")
    look = look_of(key)
    if look_key(look) == key and not look.link and not look.comments and not format.objectType():
        return
    cursor = view.textCursor()
    following = _look_after(cursor)
    comments = tuple(id for id in look.comments if id in following.comments)
    link = look.link if look.link == following.link else ""
    loop.type_as(Text("", look.marks, link, look.language, comments))


def selected_thing(loop: TextLoop) -> Thing | None:
    """Give the note, reference, table or figure that alone is selected, if one is."""
    cursor = loop.view.textCursor()
    if abs(cursor.position() - cursor.anchor()) != 1:
        return None
    probe = QTextCursor(loop.view.document())
    probe.setPosition(cursor.selectionEnd())
    format = probe.charFormat()
    return loop.things.find(str(format.property(KEY))) if format.objectType() in {ATOM, CHIP} else None


def _look_after(cursor: QTextCursor) -> Text:
    probe = QTextCursor(cursor.document())
    end = cursor.selectionEnd()
    block = cursor.document().findBlock(end)
    if end >= block.position() + block.length() - 1:
        return PLAIN
    probe.setPosition(end + 1)
    return look_of(str(probe.charFormat().property(KEY) or ""))


def _delete(loop: TextLoop, *, back: bool) -> bool:
    selected = loop.selected()
    if not selected.empty:
        return _spans_blocks(loop, selected) and loop.run(commands.erase, texts.DELETING)
    at = selected.caret
    block = loop.shown[at.block] if loop.shown else None
    if block is None:
        return True
    edge = at.offset == 0 if back else at.offset == extent(block)
    if not edge and not is_atom(block):
        return False
    step = commands.backspace if back else commands.delete_forward
    loop.run(lambda blocks, where: step(blocks, where.caret), texts.DELETING)
    return True


def _type(loop: TextLoop, text: str) -> bool:
    selected = loop.selected()
    if not _spans_blocks(loop, selected):
        settle_look(loop)
        return False
    run = with_text(PLAIN, text)
    return loop.run(lambda blocks, where: commands.insert_inlines(blocks, where, (run,)), texts.TYPING)


def _spans_blocks(loop: TextLoop, selected: Range) -> bool:
    """Tell whether more than the characters of one line is touched."""
    if selected.start.block != selected.end.block:
        return True
    return bool(loop.shown) and is_atom(loop.shown[selected.start.block])
