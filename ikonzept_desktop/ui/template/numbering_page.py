"""How sections, tables and figures are numbered."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model import template_kinds as kinds_of
from ikonzept_desktop.ui.kit.labels import hint
from ikonzept_desktop.ui.template import texts
from ikonzept_desktop.ui.template.form_parts import FormBox, FormCombo, FormLine, Named, side_by_side
from ikonzept_desktop.ui.template.hand import TemplateHand

_WIDTH = 460
_LEVELS = [(str(level), str(level)) for level in range(1, 10)]


class NumberingPage(QWidget):
    """A form of five."""

    def __init__(self, hand: TemplateHand, parent: QWidget) -> None:
        """Show the numbering as it stands."""
        super().__init__(parent)
        self._hand = hand
        self.final_dot = FormBox(texts.FINAL_DOT, self)
        self.example = hint()
        self.levels = FormCombo(self)
        self.contents_levels = FormCombo(self)
        self.table_label = FormLine(self)
        self.figure_label = FormLine(self)
        self._lay_out()
        self.final_dot.clicked.connect(lambda on: self._put(final_dot=on))
        self.levels.picked.connect(lambda key: self._put(depth=int(key)))
        self.contents_levels.picked.connect(lambda key: self._put(contents_depth=int(key)))
        self.table_label.written.connect(lambda words: self._put(table_label=words))
        self.figure_label.written.connect(lambda words: self._put(figure_label=words))
        self.refresh()

    def refresh(self) -> None:
        """Show the numbering as it stands."""
        numbering = self._hand.template.numbering
        self.final_dot.show_on(numbering.final_dot)
        self.example.setText(texts.number_example(numbering.final_dot))
        self.levels.offer(_LEVELS, str(numbering.depth))
        self.contents_levels.offer(_LEVELS, str(numbering.contents_depth))
        self.table_label.show_text(numbering.table_label)
        self.figure_label.show_text(numbering.figure_label)
        self.setEnabled(not self._hand.read_only)

    def _put(self, **changes: object) -> None:
        after = replace(self._hand.template.numbering, **changes)  # type: ignore[arg-type]  # each name has its type
        self._hand.do(lambda document: kinds_of.set_numbering(document, after), texts.CHANGE_NUMBERING)

    def _lay_out(self) -> None:
        form = QWidget(self)
        form.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.final_dot)
        layout.addWidget(self.example)
        layout.addSpacing(4)
        depths = (Named(texts.DEPTH, self.levels, form), Named(texts.CONTENTS_DEPTH, self.contents_levels, form))
        layout.addLayout(side_by_side(*depths))
        layout.addWidget(Named(texts.TABLE_LABEL, self.table_label, form))
        layout.addWidget(Named(texts.FIGURE_LABEL, self.figure_label, form))
        layout.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 0)
        whole.addWidget(form, 1)
        whole.addStretch(0)
