"""The tools above the text: what a paragraph is, how characters look, what is put in."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.kind_box import KindBox

_LEFT = ("bold", "italic", "superscript", "subscript", "", "bullets", "numbers", "quote", "")
_NAMED = ("footnote", "reference")
_AFTER = ("link", "table", "figure", "comment")
_RIGHT = ("second_text", "preview", "undo", "redo")
HEIGHT = 40


class TextToolbar(QToolBar):
    """A row of buttons that never take the caret out of the text."""

    def __init__(self, kinds: KindBox, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """Offer the kinds of paragraph and these actions, by key."""
        super().__init__(texts.TEXT_TOOLS, parent)
        self.setMovable(False)
        self.setMinimumHeight(HEIGHT)
        self.setAccessibleName(texts.TEXT_TOOLS)
        self.addWidget(kinds)
        kinds.setToolTip(actions["kind"].toolTip())
        self.addSeparator()
        for key in (*_LEFT, *_NAMED, *_AFTER):
            if key:
                self._add(actions[key], named=key in _NAMED)
            else:
                self.addSeparator()
        gap = QWidget(self)
        gap.setSizePolicy(gap.sizePolicy().Policy.Expanding, gap.sizePolicy().Policy.Preferred)
        self.addWidget(gap)
        for key in _RIGHT:
            self._add(actions[key], named=False)

    def _add(self, action: QAction, *, named: bool) -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if named else Qt.ToolButtonStyle.ToolButtonIconOnly
            button.setToolButtonStyle(style)
            button.setAccessibleName(action.iconText())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
