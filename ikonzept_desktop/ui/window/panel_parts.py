"""What the panels of figures and of attached PDFs are put together from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ikonzept_desktop.ui.editor.line_field import LineField
from ikonzept_desktop.ui.kit.labels import label_for


def scrolling(form: QWidget) -> QScrollArea:
    """Give a form that scrolls where the drawer is low."""
    scroll = QScrollArea()
    scroll.setWidget(form)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.viewport().setAutoFillBackground(False)
    form.setAutoFillBackground(False)
    scroll.setMinimumWidth(form.minimumSizeHint().width())
    return scroll


def labelled(name: str, line: LineField) -> QWidget:
    """Give a line of text with its name over it."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(label_for(name, line.text))
    layout.addWidget(line)
    return box
