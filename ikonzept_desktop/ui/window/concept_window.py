"""A window on one concept: it brings outline, text, inspector and commands together and decides nothing itself.

The frame with the outline may be painted before the concept is read; what only its furniture needs is imported then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QSplitter, QToolButton, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import counted_words, find_section, left_of, walk
from ikonzept_desktop.model.inboxes import given_out
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.commands import (
    CHANGING,
    KIND_OF_SECTION,
    NEW_OF_KIND,
    OUTLINE_MENU,
    build_actions,
    fill_menus,
    set_name,
)
from ikonzept_desktop.ui.window.concept_frame import ConceptFrame
from ikonzept_desktop.ui.window.memory import Memory
from ikonzept_desktop.values import dataclass

if TYPE_CHECKING:  # for types alone: at run time they come with `furnish`
    from ikonzept_desktop.model.history import Selection
    from ikonzept_desktop.model.project import Notice
    from ikonzept_desktop.model.template import Template
    from ikonzept_desktop.ui.editor.section_view import SectionView
    from ikonzept_desktop.ui.live_labels import LiveLabels
    from ikonzept_desktop.ui.session import Session
    from ikonzept_desktop.ui.window.banner import Banner
    from ikonzept_desktop.ui.window.drawer import Drawer
    from ikonzept_desktop.ui.window.inspector import Inspector
    from ikonzept_desktop.ui.window.side_pane import SidePane
    from ikonzept_desktop.ui.window.status_line import StatusLine
    from ikonzept_desktop.ui.window.text_stage import TextStage
    from ikonzept_desktop.ui.window.workspaces import Workspaces

QUIET = 300
"""ms without an edit after which words are counted anew."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a window asks of the program around it."""

    author: tuple[str, str]
    """Name and initials of the writer."""
    zoom: int
    handlers: Mapping[str, Callable[[ConceptWindow], object]]
    """Commands that reach beyond the window, by key: new, open, save_as, export, settings, quit ..."""
    closed: Callable[[ConceptWindow], None]
    memory: Memory


class ConceptWindow(ConceptFrame):
    """The workspace of one concept; before `furnish` it is only to be looked at."""

    section_shown = Signal(str)
    sight_given = Signal(object)
    committing = Signal()
    leaving = Signal()

    session: Session
    labels: LiveLabels
    text: SectionView
    inspector: Inspector
    side: SidePane
    drawer: Drawer
    workspaces: Workspaces
    status: StatusLine
    banner: Banner
    actions_by_key: dict[str, QAction]
    memory: Memory
    stage: TextStage
    pane_homes: dict[QWidget, QWidget]

    def __init__(self, layout: str = "") -> None:
        """Stand as an empty frame, where the last window stood by what it gave to remember."""
        super().__init__(layout)
        self._desk: Desk | None = None
        self._words = counted_words
        self._counting = QTimer(self, singleShot=True)
        self._opening = QTimer(self, singleShot=True, interval=0)

    def furnish(self, session: Session, desk: Desk) -> None:
        """Show a concept whole, its first section open."""
        from ikonzept_desktop.ui.editor.section_view import SectionView
        from ikonzept_desktop.ui.live_labels import LiveLabels
        from ikonzept_desktop.ui.window.banner import Banner
        from ikonzept_desktop.ui.window.drawer import Drawer
        from ikonzept_desktop.ui.window.features import features_of
        from ikonzept_desktop.ui.window.inspector import Inspector
        from ikonzept_desktop.ui.window.outline_commands import OutlineCommands
        from ikonzept_desktop.ui.window.pane_commands import PaneCommands
        from ikonzept_desktop.ui.window.side_pane import SidePane
        from ikonzept_desktop.ui.window.status_line import StatusLine
        from ikonzept_desktop.ui.window.text_commands import TextCommands
        from ikonzept_desktop.ui.window.text_stage import TextStage
        from ikonzept_desktop.ui.window.workspaces import Workspaces

        self.setUpdatesEnabled(False)  # once, when all of it stands
        self.session = session
        self._desk = desk
        self.memory = desk.memory
        self.labels = LiveLabels(session)
        self.text = SectionView(session, self.labels)
        self.stage = TextStage(self.text, self.panes.centre)
        self.inspector = Inspector(session, desk.author, self)
        self.side = SidePane(self)
        self.side.add("section", texts.SECTION, "file-text", self.inspector, self.inspector.status)
        self.panes.put_inspector(self.side)
        self.drawer = Drawer(self)
        self.workspaces = Workspaces(self._stage, self)
        self.status = StatusLine(session, self)
        self.banner = Banner(self)
        self._outline_commands = OutlineCommands(session, self.outline, show=self.show_section, say=self.status.say)
        self._text_commands = TextCommands(self.text, self.inspector.notes.author, self)
        self.pane_homes = self._homes()
        self._pane_commands = PaneCommands(self.panes, self.pane_homes)
        self.actions_by_key = {}
        self._features = features_of(self)
        self.actions_by_key |= build_actions(self, self._handlers(desk), set_icon)
        self._fill_frame()
        self._connect()
        self._begin(desk.zoom)
        for feature in self._features:
            feature.ready()
        self.setUpdatesEnabled(True)

    def show_section(self, section: str) -> None:
        """Open a section in the middle; nothing where there is none of that id."""
        if find_section(self.session.document, section) is None:
            return
        self.workspaces.show_writing()
        writing = _has_keyboard(self.text) and section != self.text.section()
        self.text.show_section(section)
        if writing:
            self.text.focus_field()
        self.outline.tree.choose(section)
        self.inspector.show_section(section)
        self._counting.start(0)
        self.section_shown.emit(section)

    def restore(self, selection: Selection | None) -> None:
        """Open the section a selection is in and put the caret back; who works in the outline stays there."""
        if selection is None:
            return
        in_outline = _has_keyboard(self.outline)
        self.show_section(selection.section)
        if not self.drawer.restore(selection) and (selection.address is not None or not in_outline):
            self.text.restore(selection)

    def commit_pending(self) -> bool:
        """Put what is still being typed into the concept; tell whether all of it is there."""
        self.inspector.commit()
        self.drawer.commit()
        self.committing.emit()
        return self.text.commit_pending()

    def widget(self) -> QWidget:
        """Give itself, as features ask for it."""
        return self

    def set_author(self, name: str, initials: str) -> None:
        """Write notes under another name from now on."""
        self.inspector.notes.set_author((name, initials))

    def set_zoom(self, percent: int) -> None:
        """Show the text larger or smaller."""
        percent = min(max(percent, self.status.zoom.minimum()), self.status.zoom.maximum())
        self.text.set_zoom(percent)
        self.status.show_zoom(percent)

    def zoom(self) -> int:
        """Give the present zoom in per cent."""
        return self.status.zoom.value()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when every word is on disk; a failed save leaves the window as it is."""
        if self._desk is None:
            return
        self.inspector.leave()
        self.leaving.emit()
        if not self.commit_pending() or not self.session.save_now():
            self.banner.say(texts.CANNOT_CLOSE, "red", (texts.TRY_AGAIN, self.close))
            event.ignore()
            return
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self._desk.closed(self)
        event.accept()

    def _handlers(self, desk: Desk) -> dict[str, Callable[[], object]]:
        beyond = {key: (lambda call=call: call(self)) for key, call in desk.handlers.items()}
        return {
            **beyond,
            **{
                key: partial(self._in_list_or_outline, key, do) for key, do in self._outline_commands.handlers().items()
            },
            **self._text_commands.handlers(),
            **self._pane_commands.handlers(),
            **{key: handler for feature in self._features for key, handler in feature.handlers().items()},
            "close": self.close,
            "save": self._save,
            "undo": lambda: self._travel(self.session.project.undo),
            "redo": lambda: self._travel(self.session.project.redo),
            "zoom_in": lambda: self.set_zoom(self.zoom() + 10),
            "zoom_out": lambda: self.set_zoom(self.zoom() - 10),
            "zoom_reset": lambda: self.set_zoom(100),
        }

    def _in_list_or_outline(self, key: str, in_outline: Callable[[], object]) -> None:
        """Do a command of the outline to the list that has the keyboard: measures move by the same keys."""
        command = "delete" if key == "delete_section" else key
        if not self.drawer.list_command(command) and not self.text.list_command(command):
            in_outline()

    def _homes(self) -> dict[QWidget, QWidget]:
        """Give, for each pane, what takes the keyboard in it."""
        return {
            self.outline: self.outline.tree,
            self.text: self.text,
            self.drawer: self.drawer,
            self.side: self.side,
        }

    def _fill_frame(self) -> None:
        from ikonzept_desktop.ui.window.header import HeaderFit
        from ikonzept_desktop.ui.window.kind_menu import KindMenu
        from ikonzept_desktop.ui.window.text_toolbar import TextToolbar

        do = self._outline_commands

        def template() -> Template:
            return self.session.document.template

        def change_kind(kind: str) -> None:
            if self.commit_pending():
                do.change_kind(kind)

        inner = {
            NEW_OF_KIND: KindMenu(texts.NEW_OF_KIND, template, do.new_of, self),
            KIND_OF_SECTION: KindMenu(texts.KIND_OF_SECTION, template, change_kind, self, do.kind),
        }
        for kinds in inner.values():
            kinds.setEnabled(not self.session.read_only)
        fill_menus(self._menus, self.actions_by_key, inner)
        self._header.insertWidget(1, self.workspaces.tabs)
        HeaderFit(self.menuWidget(), self._header, self._menus, self.workspaces.tabs)
        self._header.addWidget(_button(self.actions_by_key["export"], self, named=True))
        self.outline.add_button(_button(self.actions_by_key["new_after"], self.outline))
        in_outline = {**self.actions_by_key, **{key: menu.menuAction() for key, menu in inner.items()}}
        self.outline.set_context_actions([in_outline[key] for key in OUTLINE_MENU])
        centre = QVBoxLayout(self.panes.centre)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(0)
        centre.addWidget(TextToolbar(self._text_commands.kinds, self.actions_by_key, self.panes.centre))
        centre.addWidget(self.banner)
        text_and_drawer = QSplitter(Qt.Orientation.Vertical, self.panes.centre)
        text_and_drawer.setChildrenCollapsible(False)
        text_and_drawer.setHandleWidth(1)
        text_and_drawer.addWidget(self.stage)
        text_and_drawer.addWidget(self.drawer)
        text_and_drawer.setStretchFactor(0, 1)
        centre.addWidget(text_and_drawer, 1)
        self._foot.takeAt(0)
        self._foot.addWidget(self.status)

    def _connect(self) -> None:
        self.session.changed.connect(self._refresh)
        self.session.trouble.connect(self._say_trouble)
        self.session.saved.connect(lambda _number, _when: self._end_trouble())
        self.outline.section_chosen.connect(self.show_section)
        self.outline.text_asked.connect(self.text.focus_field)
        self.status.zoom_asked.connect(self.text.set_zoom)
        self.panes.folded.connect(lambda: self._pane_commands.tick(self.actions_by_key))
        self.drawer.put_away.connect(self.text.setFocus)
        self.text.format_changed.connect(lambda state: self._text_commands.show_state(state, self.actions_by_key))
        self._opening.timeout.connect(self._open_first_section)
        self._counting.timeout.connect(self._count)

    def _begin(self, zoom: int) -> None:
        self.outline.model.set_editable(not self.session.read_only)
        self.show_outline(self.session.document, self.labels.number)
        self.panes.fit()
        self.set_zoom(zoom)
        self._name_window()
        self._text_commands.show_state(self.text.format_state(), self.actions_by_key)
        self._show_what_can_be_done()
        self.outline.tree.setFocus()
        if self.session.read_only:
            self.banner.say(texts.ONLY_TO_READ, "info", (texts.SAVE_AS, self.actions_by_key["save_as"].trigger))
        if self.isVisible():
            self._open_first_section()
        else:  # the outline is painted first: whoever opens a concept looks for the place to go on at
            self._opening.start()

    def _open_first_section(self) -> None:
        first = next(walk(self.session.document.sections), None)
        if first is not None and not self.text.section():
            self.show_section(first.id)

    def _refresh(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.template:
            self.outline.set_template(notice.after.template)
        if changes.outline or changes.template or changes.attributes:
            self.outline.tree.show_document(notice.after)
        if changes.properties:
            self._name_window()
        self.inspector.refresh(notice)
        self._counting.start(QUIET)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        undo, redo = self.session.project.undo_label(), self.session.project.redo_label()
        for key, name, label in (("undo", texts.UNDO, undo), ("redo", texts.REDO, redo)):
            action = self.actions_by_key[key]
            set_name(action, f"{name}: {label}" if label else name)
            action.setEnabled(bool(label))
        for key in CHANGING if self.session.read_only else ():
            self.actions_by_key[key].setEnabled(False)

    def _travel(self, through: Callable[[], Notice | None]) -> None:
        """Go a step back or forth, and to the place it was made at."""
        shown, writing = self.text.section(), _has_keyboard(self.text)
        if self.commit_pending() and (notice := through()) is not None:
            self.restore(notice.selection)
            if not self.text.section():
                self.show_section(left_of(notice.before, shown, notice.after))
                (self.text if writing else self.outline.tree).setFocus()

    def _save(self) -> None:
        if self.commit_pending() and self.session.save_now():
            self.status.say(texts.NOTHING_TO_SAVE)

    def _count(self) -> None:
        self.inspector.refresh_length()
        document = self.session.document
        shown = find_section(document, self.text.section())
        self.status.show_words(self._words(shown) if shown else 0, sum(map(self._words, given_out(document))))

    def _name_window(self) -> None:
        self.name(self.session.title, read_only=self.session.read_only)

    def _say_trouble(self, sentence: str) -> None:
        if self.banner.says(texts.CANNOT_CLOSE):
            return  # whoever wants to close is to be led there
        self.banner.say(sentence, "red", (texts.TRY_AGAIN, self._save))

    def _end_trouble(self) -> None:
        if self.banner.property("kind") == "red" and self.session.all_saved:
            self.banner.be_quiet()


def _has_keyboard(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and pane.isAncestorOf(focused)


def _button(action: QAction, parent: QWidget, *, named: bool = False) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if named else Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(style)
    button.setAccessibleName(action.iconText())
    return button
