"""Links: put in with their words, changed, taken off; opened only by a command that shows the address first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ikonzept_desktop.ui.window import dialog_texts as texts

if TYPE_CHECKING:  # for types alone: they come when they are asked for
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from ikonzept_desktop.ui.editor.tools import FormatState
    from ikonzept_desktop.ui.window.surroundings import Surroundings


class LinkFeature:
    """Asks for links and carries out what is done to them."""

    def __init__(self, room: Surroundings, browse: Callable[[str], bool] | None = None) -> None:
        """Serve the present text; `browse` opens an address outside and tells whether that went well."""
        self._room = room
        self._browse = browse or _browse

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"link": self.ask, "unlink": self.take_off, "open_link": self.open}

    def ready(self) -> None:
        """Grey what needs a link, and add to the context menu of one."""
        self._room.text.format_changed.connect(self._show_state)
        self._room.text.menu_opening.connect(self._add_to_menu)
        self._show_state(self._room.text.format_state())

    def ask(self) -> None:
        """Ask what the link at the caret, or a new one, says and where it points."""
        from ikonzept_desktop.ui.editor import tools
        from ikonzept_desktop.ui.window.link_dialog import LinkDialog

        view = self._room.text.text
        if view is None or view.isReadOnly():
            return
        dialog = LinkDialog(self._link(), self._room.widget(), text=tools.link_text(view.loop))
        if dialog.exec():
            tools.put_link(view.loop, dialog.link(), dialog.text())
            self._room.text.caret_moved()

    def take_off(self) -> None:
        """Leave the words of a link without it."""
        if self._link():
            self._room.text.insert_link("")
            self._room.text.caret_moved()
        else:
            self._room.status.say(texts.NO_LINK_HERE)

    def open(self) -> None:
        """Show where the link at the caret leads, and open it in the browser if that is wanted."""
        from PySide6.QtGui import QGuiApplication

        from ikonzept_desktop.model.schema import is_allowed_link
        from ikonzept_desktop.ui.window.link_dialog import OpenLinkDialog

        link = self._link()
        if not link or not is_allowed_link(link):
            self._room.status.say(texts.NO_LINK_HERE)
        elif OpenLinkDialog(link, self._room.widget()).exec() and not self._browse(link):
            QGuiApplication.clipboard().setText(link)
            self._room.status.say(texts.LINK_NOT_OPENED)

    def _link(self) -> str:
        return self._room.text.format_state().link

    def _show_state(self, state: FormatState) -> None:
        self._room.actions_by_key["unlink"].setEnabled(state.editable and bool(state.link))
        self._room.actions_by_key["open_link"].setEnabled(bool(state.link))

    def _add_to_menu(self, menu: QMenu, where: QPoint) -> None:
        from ikonzept_desktop.ui.editor.rich_text import link_at
        from ikonzept_desktop.ui.window.menus import put_on_top

        view = self._room.text.text
        at = view.viewport().mapFromGlobal(where) if view is not None else None
        if view is None or at is None or not (link := link_at(view, at)):
            return
        if view.textCursor().selection().isEmpty():
            view.setTextCursor(view.cursorForPosition(at))
        put_on_top(menu, lambda own: self._fill(own, link, writable=not view.isReadOnly()))

    def _fill(self, menu: QMenu, link: str, *, writable: bool) -> None:
        from PySide6.QtGui import QGuiApplication

        if writable:
            menu.addAction(texts.EDIT_LINK, self.ask)
            menu.addAction(texts.REMOVE_LINK, self.take_off)
        is_mail = link.casefold().startswith("mailto:")
        menu.addAction(texts.WRITE_MAIL if is_mail else texts.OPEN_LINK, self.open)
        menu.addAction(texts.COPY_ADDRESS, lambda: QGuiApplication.clipboard().setText(link))


def _browse(link: str) -> bool:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(link))
