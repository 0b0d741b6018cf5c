"""What a feature finds around it in a concept's window, and what the window asks of a feature."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # for types alone: the window brings all of them
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from ikonzept_desktop.model.history import Selection
    from ikonzept_desktop.ui.editor.section_view import SectionView
    from ikonzept_desktop.ui.live_labels import LiveLabels
    from ikonzept_desktop.ui.session import Session
    from ikonzept_desktop.ui.window.banner import Banner
    from ikonzept_desktop.ui.window.drawer import Drawer
    from ikonzept_desktop.ui.window.inspector import Inspector
    from ikonzept_desktop.ui.window.memory import Memory
    from ikonzept_desktop.ui.window.outline_pane import OutlinePane
    from ikonzept_desktop.ui.window.panes import Panes
    from ikonzept_desktop.ui.window.side_pane import SidePane
    from ikonzept_desktop.ui.window.status_line import StatusLine
    from ikonzept_desktop.ui.window.text_stage import TextStage
    from ikonzept_desktop.ui.window.workspaces import Workspaces


class Surroundings(Protocol):
    """A concept's window as its features see it."""

    session: Session
    labels: LiveLabels
    text: SectionView
    outline: OutlinePane
    inspector: Inspector
    side: SidePane
    drawer: Drawer
    workspaces: Workspaces
    status: StatusLine
    banner: Banner
    actions_by_key: dict[str, QAction]
    """Empty while the features are made: the actions come after the handlers."""
    panes: Panes
    pane_homes: dict[QWidget, QWidget]
    """For each pane that F6 goes to, what takes the keyboard in it; a feature enters its own."""
    stage: TextStage
    """Holds the text, and beside it what a feature puts there."""
    memory: Memory
    section_shown: SignalInstance
    """The id of the section that is open now."""
    committing: SignalInstance
    """What is being typed anywhere is to be put into the concept now."""
    sight_given: SignalInstance
    """With a Sight: a document that was read for this concept before its window stood."""
    leaving: SignalInstance
    """The window is about to close: what was begun, an answer say, is to be put into the concept too."""

    def widget(self) -> QWidget:
        """Give the window itself, for dialogs to stand before."""

    def add_to_header(self, widget: QWidget) -> None:
        """Put something at the right end of the header."""

    def show_section(self, section: str) -> None:
        """Open a section in the middle."""

    def restore(self, selection: Selection | None) -> None:
        """Open the section a selection is in and put the caret there."""

    def commit_pending(self) -> bool:
        """Put what is still being typed into the concept; tell whether all of it is there."""


class Feature(Protocol):
    """Something the window can do beside writing: it brings commands, and panels where it needs them.

    Making one costs next to nothing: what it shows, and the modules behind, come when they are asked for.
    """

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each of its commands by key."""

    def ready(self) -> None:
        """Take notice that the window stands, its actions among it."""
