"""The outline on the left: the tree of sections, its filter, and the keys that change it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.fields import FilterField
from ikonzept_desktop.ui.kit.node_model import set_up_outline
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.importing.files import documents
from ikonzept_desktop.ui.window.outline_delegate import NUMBER_PADDING, OutlineDelegate
from ikonzept_desktop.ui.window.outline_model import (
    NUMBER,
    SECTION_ROLE,
    STATUS,
    TITLE,
    OutlineModel,
    Places,
    places_of,
)

NARROWEST_NUMBERS, WIDEST_NUMBERS = 48, 96
"""px of the column of numbers: `5.2.1` finds room, and `Anlage 12` where lines below it leave its title no room."""
STATUS_WIDTH = 28


class OutlineTree(QTreeView):
    """The tree itself: one click or arrow opens a section, F2 renames it."""

    section_chosen = Signal(str)
    delete_asked = Signal()
    documents_dropped = Signal(list)
    """The paths of documents that were let fall here."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        """Show the model, sections folded open."""
        super().__init__(parent)
        self.outline = model
        self.filtered = QSortFilterProxyModel(self)
        self.filtered.setSourceModel(model)
        self.filtered.setRecursiveFilteringEnabled(True)
        self.filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filtered.setFilterKeyColumn(-1)
        self.setModel(self.filtered)
        self._folded: set[str] = set()
        self._places: Places = []
        self._quiet = False
        self._set_up()
        self.collapsed.connect(lambda index: self._folded.add(self._id(index)))
        self.expanded.connect(lambda index: self._folded.discard(self._id(index)))
        self.selectionModel().currentChanged.connect(self._announce)

    def chosen(self) -> str:
        """Give the id of the chosen section; empty where there is none."""
        return self._id(self.currentIndex())

    def choose(self, section: str) -> None:
        """Choose a section and bring it into sight, without announcing it."""
        index = self.filtered.mapFromSource(self.outline.index_of(section))
        quiet, self._quiet = self._quiet, True
        # The view must hear of it, or it cannot paint the two lines alone that look different now.
        self.setCurrentIndex(index)
        self._quiet = quiet
        if index.isValid():
            self.scrollTo(index)

    def show_document(self, document: Document) -> None:
        """Show the sections anew, keeping what is chosen, folded and scrolled to."""
        places = places_of(document)
        if places == self._places:
            self.outline.refresh(document)
            self._fit_numbers()
            return
        self._places = places
        chosen, scrolled = self.chosen(), self.verticalScrollBar().value()
        folded = set(self._folded)
        self.outline.show(document)
        self._fit_numbers()
        self._unfold_all_but(folded)
        self.choose(chosen)
        self.verticalScrollBar().setValue(scrolled)

    def _fit_numbers(self) -> None:
        widest = max(map(self.fontMetrics().horizontalAdvance, self.outline.numbers_in_column()), default=0)
        room = min(max(widest + NUMBER_PADDING, NARROWEST_NUMBERS), WIDEST_NUMBERS)
        self.header().resizeSection(NUMBER, room)

    def filter_by(self, words: str) -> None:
        """Show only sections whose number or title holds the words, and those above them."""
        folded = set(self._folded)
        self.filtered.setFilterFixedString(words.strip())
        if words.strip():
            self.expandAll()
            self._folded = folded
        else:
            self._unfold_all_but(folded)

    def rename(self) -> None:
        """Edit the chosen section's title in place."""
        index = self.currentIndex().siblingAtColumn(TITLE)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def closeEditor(self, editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        """End the naming with Tab too, where Qt would go on to name the next section."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the window, which puts the caret into the text, and Entf, which deletes the section.

        A title that is being edited passes on the Return that ends it.
        """
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.activated.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_asked.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let documents come in too, where the concept can be changed."""
        if self._may_take(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take documents anywhere on the outline."""
        if self._may_take(event):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which documents were let fall; a section goes where it was dropped."""
        if self._may_take(event):
            event.acceptProposedAction()
            paths = documents(event.mimeData())
            # Later: the program it came from waits until the mouse is done.
            QTimer.singleShot(0, self, lambda: self.documents_dropped.emit(paths))
        else:
            super().dropEvent(event)

    def _may_take(self, event: QDropEvent) -> bool:
        may_change = bool(self.outline.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled)
        return may_change and event.mimeData().hasUrls() and bool(documents(event.mimeData()))

    def _set_up(self) -> None:
        set_up_outline(self, TITLE, texts.OUTLINE)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(OutlineDelegate(self))
        header = self.header()
        header.setSectionResizeMode(NUMBER, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(STATUS, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(NUMBER, NARROWEST_NUMBERS)
        header.resizeSection(STATUS, STATUS_WIDTH)

    def _id(self, index: QModelIndex) -> str:
        return str(index.data(SECTION_ROLE) or "")

    def _announce(self, index: QModelIndex) -> None:
        if not self._quiet and (section := self._id(index)):
            self.section_chosen.emit(section)

    def _unfold_all_but(self, folded: set[str]) -> None:
        self.expandAll()
        for section in folded:
            self.collapse(self.filtered.mapFromSource(self.outline.index_of(section, NUMBER)))
        self._folded = folded


class OutlinePane(QWidget):
    """The outline with its title, filter and menu."""

    section_chosen = Signal(str)
    text_asked = Signal()
    """Return was pressed on a section: the caret belongs into its text."""
    move_asked = Signal(str, object)
    rename_asked = Signal(str, str)

    def __init__(self, number_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Show nothing yet; `number_of` gives the number printed before a section's title."""
        super().__init__(parent)
        self.model = OutlineModel(number_of, self)
        self.tree = OutlineTree(self.model, self)
        self._filter = FilterField(texts.FILTER_OUTLINE, parent=self)
        self._nothing = QLabel(texts.NO_MATCH, self)
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._buttons = QHBoxLayout()
        self._lay_out()
        self._filter.textChanged.connect(self._apply_filter)
        self.tree.section_chosen.connect(self.section_chosen)
        self.tree.activated.connect(lambda _index: self.text_asked.emit())
        self.model.move_asked.connect(self.move_asked)
        self.model.rename_asked.connect(self.rename_asked)

    def add_button(self, button: QWidget) -> None:
        """Put a button beside the title."""
        self._buttons.addWidget(button)

    def set_context_actions(self, actions: list[QAction]) -> None:
        """Offer these in the context menu of a section."""
        self.tree.addActions(actions)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def set_template(self, template: Template) -> None:
        """Draw states as the template has them."""
        delegate = self.tree.itemDelegate()
        if isinstance(delegate, OutlineDelegate):
            delegate.set_template(template)
            self.tree.viewport().update()

    def _lay_out(self) -> None:
        title = labels.label(texts.OUTLINE, strong=True)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 8, 0)
        top.addWidget(title, 1)
        top.addLayout(self._buttons)
        below = QVBoxLayout()
        below.setContentsMargins(12, 4, 12, 8)
        below.addWidget(self._filter)
        below.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addWidget(self.tree, 1)

    def _apply_filter(self, words: str) -> None:
        self.tree.filter_by(words)
        self._nothing.setVisible(bool(words.strip()) and self.tree.filtered.rowCount() == 0)
