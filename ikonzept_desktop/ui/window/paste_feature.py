"""After a paste: what stayed behind, and headings made into sections or lines into paragraphs by one click or key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.ui.window.surroundings import Surroundings

if TYPE_CHECKING:  # for types alone: they come with the first paste
    from PySide6.QtCore import QRect

    from ikonzept_desktop.model.edits import Edit
    from ikonzept_desktop.model.fields import FieldAddress
    from ikonzept_desktop.model.history import Selection
    from ikonzept_desktop.model.project import Notice
    from ikonzept_desktop.ui.editor.pasting import Insertion
    from ikonzept_desktop.ui.window.hint import Hint, Way

KEY = "convert_paste"


class PasteFeature:
    """Says what there is to say after a paste, as long as nothing else has been done."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        self._room = room
        self._hint: Hint | None = None
        self._last: Insertion | None = None
        room.text.pasted.connect(self._take)
        room.session.changed.connect(self._look_on)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of its command."""
        return {KEY: self._convert}

    def ready(self) -> None:
        """Begin without a paste that could be changed."""
        self._enable()

    def _take(self, insertion: Insertion) -> None:
        from ikonzept_desktop.ui.window import paste_texts as texts
        from ikonzept_desktop.ui.window.hint import Hint

        self._last = insertion
        self._enable()
        paste, omitted = insertion.paste, insertion.paste.omitted
        ways: list[Way] = []
        said = [
            texts.TOO_MUCH if paste.too_much else "",
            texts.left_out(omitted.images, omitted.comments, omitted.deletions),
            texts.CONTENTS if omitted.contents else "",
        ]
        if paste.headings:
            said.append(texts.with_headings(paste.headings))
            ways = [(texts.BELOW, self._convert), (texts.AFTER, lambda: self._make_sections(below=False))]
        elif paste.wrapped:
            said.append(texts.WRAPPED)
            ways = [(texts.JOIN, self._convert)]
        if self._hint is None:
            self._hint = Hint(self._room.text, self._caret)
        shortcut = self._room.actions_by_key[KEY].shortcut()
        keys = shortcut.toString(shortcut.SequenceFormat.NativeText) if ways else ""
        self._hint.say("\n".join(filter(None, said)), *ways, keys=keys)

    def _convert(self) -> None:
        """Do the first thing offered."""
        if self._last is not None and self._last.paste.headings:
            self._make_sections(below=True)
        elif self._last is not None and self._last.paste.wrapped:
            from ikonzept_desktop.ui.editor import pasting
            from ikonzept_desktop.ui.window import paste_texts as texts

            self._apply(pasting.as_paragraphs(self._room.session.document, self._last), texts.AS_PARAGRAPHS)

    def _make_sections(self, *, below: bool) -> None:
        from ikonzept_desktop.ui.editor import pasting
        from ikonzept_desktop.ui.window import paste_texts as texts

        if self._last is None:
            return
        edit = pasting.as_sections(self._room.session.document, self._last, below=below)
        count = self._last.paste.headings
        self._apply(edit, texts.AS_SECTIONS)
        self._room.status.say(texts.NO_PLACE if edit is None else texts.sections_made(count))

    def _apply(self, edit: Edit | None, label: str) -> None:
        assert self._last is not None
        address = self._last.address
        self._forget()
        if edit is not None:
            from ikonzept_desktop.model.history import Selection

            after = Selection(address.section, address)
            self._room.session.project.apply(edit, label, before=self._caret_in(address) or after, after=after)
        self._room.text.setFocus()

    def _caret_in(self, address: FieldAddress) -> Selection | None:
        """Give where the caret is in the text at an address, for undo to lead back to."""
        text = self._room.text.text
        if text is None or text.loop.port.address != address:
            return None
        return text.loop.port.selection(text.loop.shown, text.loop.selected())

    def _caret(self) -> QRect:
        """Give where in the middle of the window the caret is; nowhere without a text."""
        from PySide6.QtCore import QRect

        text = self._room.text.text
        if text is None:
            return QRect()
        caret = text.cursorRect()
        return QRect(text.viewport().mapTo(self._room.text, caret.topLeft()), caret.size())

    def _look_on(self, notice: Notice) -> None:
        if self._last is not None and notice.number != self._last.number:
            self._forget()

    def _forget(self) -> None:
        self._last = None
        self._enable()
        if self._hint is not None:
            self._hint.be_quiet()

    def _enable(self) -> None:
        action = self._room.actions_by_key.get(KEY)
        if action is not None:
            paste = self._last.paste if self._last is not None else None
            action.setEnabled(paste is not None and bool(paste.headings or paste.wrapped))
