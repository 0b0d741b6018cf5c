"""What can be said of one kind of section."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ikonzept_desktop.model.template import Placement, SectionKind, Template
from ikonzept_desktop.model.template_kinds import can_stand_elsewhere
from ikonzept_desktop.model.template_usage import Use
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import hint, label
from ikonzept_desktop.ui.template import texts
from ikonzept_desktop.ui.template.form_parts import (
    FormBox,
    FormCombo,
    FormLine,
    Named,
    at_left,
    in_two_columns,
    offer_to_delete,
    side_by_side,
)

_FLAGS = {"numbered": texts.NUMBERED, "in_contents": texts.IN_CONTENTS, "hidden": texts.KIND_HIDDEN}
_HEIGHT = 190
"""px"""


class KindForm(QWidget):
    """Tells how a kind is to be, as soon as one thing of it is said otherwise."""

    wanted = Signal(object)
    """The SectionKind as it is to be."""
    delete_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._kind = SectionKind("", "", Placement.BODY, ())
        self._keys: tuple[str, ...] = ()
        self.head = label("", strong=True)
        self.label = FormLine(self)
        self.plural = FormLine(self)
        self.placement = FormCombo(self)
        self.prefix = FormLine(self)
        self.prefix.setPlaceholderText(texts.PREFIX_EXAMPLE)
        self.fixed = hint(texts.PLACEMENT_FIXED)
        self.flags = {name: FormBox(words, self) for name, words in _FLAGS.items()}
        self.child_kinds = QListWidget(self)
        self.child_kinds.setFixedHeight(_HEIGHT)
        self.child_kinds.setProperty("role", "field")
        self.use = hint()
        self.delete: QPushButton = push_button(texts.DELETE_KIND, "trash-2")
        self._lay_out()
        self._connect()

    def show_kind(self, template: Template, key: str, use: Use) -> None:
        """Show the kind of that key, and how many sections are of it."""
        kind = self._kind = template.kind(key)
        self.head.setText(kind.label)
        self.label.show_text(kind.label)
        self.plural.show_text(kind.plural)
        self.placement.offer([(str(place), name) for place, name in texts.PLACEMENTS.items()], str(kind.placement))
        self.placement.setEnabled(can_stand_elsewhere(kind))
        self.fixed.setVisible(not can_stand_elsewhere(kind))
        self.prefix.show_text(kind.heading_prefix)
        for name, box in self.flags.items():
            box.show_on(getattr(kind, name))
        self._show_child_kinds(template)
        self.use.setText(texts.use_of_kind(use))
        offer_to_delete(self.delete, texts.HIDE_KIND if use else texts.DELETE_KIND, used=bool(use))
        self.delete.setEnabled(not (use and kind.hidden))

    def begin(self) -> None:
        """Take the keyboard with the name marked, to be written over."""
        self.label.setFocus()
        self.label.selectAll()

    def _show_child_kinds(self, template: Template) -> None:
        blocker = QSignalBlocker(self.child_kinds)
        keys = tuple(kind.key for kind in template.kinds)
        if keys != self._keys:
            self._keys = keys
            self.child_kinds.clear()
            for _ in keys:
                self.child_kinds.addItem(QListWidgetItem())
        for row, kind in enumerate(template.kinds):
            item = self.child_kinds.item(row)
            item.setText(kind.label)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = kind.key in self._kind.child_kinds
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        del blocker

    def _take_child_kind(self, item: QListWidgetItem) -> None:
        key = self._keys[self.child_kinds.row(item)]
        others = tuple(known for known in self._kind.child_kinds if known != key)
        on = item.checkState() == Qt.CheckState.Checked
        self._want(child_kinds=(*others, key) if on else others)

    def _want(self, **changes: object) -> None:
        self.wanted.emit(replace(self._kind, **changes))  # type: ignore[arg-type]  # each name has its own type

    def _connect(self) -> None:
        self.label.written.connect(lambda words: self._want(label=words))
        self.plural.written.connect(lambda words: self._want(plural=words))
        self.placement.picked.connect(lambda key: self._want(placement=Placement(key)))
        self.prefix.written.connect(lambda words: self._want(heading_prefix=words))
        for name, box in self.flags.items():
            box.clicked.connect(lambda on, name=name: self._want(**{name: on}))
        self.child_kinds.itemChanged.connect(self._take_child_kind)
        self.delete.clicked.connect(self.delete_asked)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addLayout(side_by_side(Named(texts.LABEL, self.label, self), Named(texts.PLURAL, self.plural, self)))
        layout.addLayout(
            side_by_side(Named(texts.PLACEMENT, self.placement, self), Named(texts.PREFIX, self.prefix, self))
        )
        layout.addWidget(self.fixed)
        layout.addSpacing(2)
        layout.addLayout(in_two_columns(self.flags.values()))
        layout.addSpacing(2)
        layout.addWidget(Named(texts.CHILD_KINDS, self.child_kinds, self))
        layout.addStretch(1)
        layout.addWidget(self.use)
        layout.addLayout(at_left(self.delete))
