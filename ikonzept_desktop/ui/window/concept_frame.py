"""What of a concept's window stands before the concept is read: the frame, and in it the outline as the file has it."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.ui.kit.icons import app_icon
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.layout import Layout
from ikonzept_desktop.ui.window.outline_pane import OutlinePane
from ikonzept_desktop.ui.window.panes import Panes
from ikonzept_desktop.ui.window.tab_order import WindowInOrder

HEADER_HEIGHT, STATUS_HEIGHT = 40, 28
"""px"""


class ConceptFrame(WindowInOrder):
    """Three panes between a header and a status line; all but the outline is empty at first."""

    def __init__(self, layout: str) -> None:
        """Stand where the last window of this kind stood, by what it gave to remember."""
        super().__init__()
        self._number: Callable[[str], str] = _no_number
        self.outline = OutlinePane(self._number_of, self)
        self.panes = Panes(self.outline, QWidget(self), QWidget(self))
        self._stage = QStackedWidget(self)
        self._stage.addWidget(self.panes)
        self._menus = QMenuBar(self)
        self._header = QHBoxLayout()
        self._foot = QVBoxLayout()
        self._lay_out_frame()
        self._restore(layout)

    def show_outline(self, document: Document, number_of: Callable[[str], str] | None = None) -> None:
        """Show the outline of a concept of which nothing else may be known yet.

        `number_of` gives the number of a section by its id, for as long as the window stands.
        """
        self._number = number_of or labels(document).number
        self.outline.set_template(document.template)
        self.outline.tree.show_document(document)

    def name(self, concept: str, *, read_only: bool = False) -> None:
        """Name the window after the concept it shows."""
        self.setWindowTitle(texts.window_title(concept, read_only=read_only))

    def add_to_header(self, widget: QWidget) -> None:
        """Put something at the right end of the header."""
        self._header.addWidget(widget)

    def layout_to_remember(self) -> str:
        """Give the window's size and panes, to be handed to the next one."""
        return Layout(bytes(self.saveGeometry().data()), self.panes.state()).written()

    def _number_of(self, section: str) -> str:
        return self._number(section)

    def _lay_out_frame(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(640, 360)
        self.resize(1366, 720)
        header = QWidget(self)
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setLayout(self._header)
        self._header.setContentsMargins(6, 0, 12, 0)
        self._header.addWidget(self._menus, 1, Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumHeight(HEADER_HEIGHT)
        self.setMenuWidget(header)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stage, 1)
        self._foot.addSpacing(STATUS_HEIGHT)
        layout.addLayout(self._foot)
        self.setCentralWidget(middle)

    def _restore(self, layout: str) -> None:
        found = Layout.read(layout)
        if found is not None:
            self.restoreGeometry(QByteArray(found.geometry))
            self.panes.restore(found.panes)


def _no_number(_section: str) -> str:
    return ""
