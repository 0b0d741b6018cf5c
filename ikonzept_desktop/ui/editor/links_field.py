"""The editor for links: what is pointed at stands as chips, and a list offers what else could be."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.model.document import Document, find_section, walk
from ikonzept_desktop.model.fields import FieldAddress, Links
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.publication.labels import Sort
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.flow import FlowLayout
from ikonzept_desktop.ui.editor.short_fields import FieldCombo
from ikonzept_desktop.ui.kit.cards import Chip
from ikonzept_desktop.ui.kit.tips import tip

Offer = Callable[[], list[tuple[str, str]]]
"""Gives ids and names."""
_LONGEST_CHIP = 420
"""px"""


class LinksField(QWidget):
    """Pointers to sections or records, as chips that can be taken off, and a list to add from."""

    asked = Signal(str)
    """The id of a target that is to be shown."""

    def __init__(self, context: EditorContext, address: FieldAddress, type: FieldType, parent: QWidget) -> None:
        """Offer what a field type may point at."""
        super().__init__(parent)
        self._context = context
        self._address = address
        self._type = type
        self._label = texts.change_of(type.label)
        self._shown: tuple[str, ...] | None = None
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self.chooser = TargetCombo(lambda: targets_for(context, address.section, type.target), self)
        self.chooser.setAccessibleName(texts.add_to(type.label))
        self.chooser.setAccessibleDescription(type.help)
        self.chooser.setToolTip(tip(type.help))
        self.chooser.setEnabled(not context.session.read_only)
        self.chooser.chosen.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._chips)
        layout.addWidget(self.chooser)
        self.refresh()

    def widget(self) -> QWidget:
        """Give itself."""
        return self

    def target(self) -> QWidget:
        """Give the list to add from."""
        return self.chooser

    def show_at(self, address: FieldAddress) -> None:
        """Show the links at another address."""
        self._address = address
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Show the links under the present names of their targets."""
        targets = self._targets()
        names = tuple(target_name(self._context, target) for target in targets)
        if self._shown == targets + names:
            return
        self._shown = targets + names
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().deleteLater()
        for target, name in zip(targets, names, strict=True):
            self._flow.addWidget(self._chip(target, name))
        self._chips.setVisible(bool(targets))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the names on the chips to the room there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._shown = None
            self.refresh()

    def commit(self) -> None:
        """Nothing waits here: every choice is carried out at once."""

    def _targets(self) -> tuple[str, ...]:
        value = self._context.value(self._address)
        return value.targets if isinstance(value, Links) else ()

    def _chip(self, target: str, name: str) -> Chip:
        room = max(min(self.width(), _LONGEST_CHIP) - 40, 60)
        words = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        chip = Chip(words, "" if self._context.session.read_only else texts.take_off(name), self._chips)
        chip.setAccessibleName(name)
        chip.setToolTip(tip(name))
        chip.removed.connect(lambda: self._put(tuple(id for id in self._targets() if id != target)))
        return chip

    def _add(self, target: str) -> None:
        if target not in self._targets():
            self._put((*self._targets(), target))

    def _put(self, targets: tuple[str, ...]) -> None:
        self._context.put(self._address, Links(targets), self._label)
        self.refresh()


class TargetCombo(FieldCombo):
    """A list of targets that is filled when it opens; choosing one adds it."""

    chosen = Signal(str)

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        """Offer what the function gives when the list opens."""
        super().__init__(parent)
        self._offer = offer
        self.setPlaceholderText(texts.ADD)
        self.setCurrentIndex(-1)
        self.activated.connect(self._take)

    def showPopup(self) -> None:
        """Fill the list with what can be pointed at now."""
        self.fill()
        super().showPopup()

    def fill(self) -> None:
        """Offer what there is now."""
        self.clear()
        for id, name in self._offer():
            self.addItem(name, id)
        self.setCurrentIndex(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have something to choose for the arrow keys, too."""
        if self.count() == 0:
            self.fill()
        super().focusInEvent(event)

    def _take(self, index: int) -> None:
        target = str(self.itemData(index))
        self.setCurrentIndex(-1)
        self.chosen.emit(target)


def target_name(context: EditorContext, target: str) -> str:
    """Name a target by its number and title."""
    label = context.naming.label(target)
    if label is None:
        return texts.TARGET_GONE
    return f"{label.number} {label.title}".strip() or label.noun


def targets_for(context: EditorContext, section: str, target: str) -> list[tuple[str, str]]:
    """Give what links of a field may point at, with names: sections of a kind, or records of a field.

    Where the section itself has records of that field, only these: a measure serves a goal of its own section.
    """
    sort, _, key = target.partition(":")
    if sort == Sort.SECTION:
        found = [s.id for s in walk(context.session.document.sections) if key in {"", s.kind} and s.id != section]
    else:
        found = _records(context.session.document, section, key)
    return [(id, target_name(context, id)) for id in found]


def _records(document: Document, section: str, key: str) -> list[str]:
    own = find_section(document, section)
    holders = (own,) if own is not None and document.template.kind(own.kind).field(key) else walk(document.sections)
    return [record.id for holder in holders for record in holder.records(key)]
