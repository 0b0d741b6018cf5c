"""The window that shows the start page."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit.icons import app_icon
from ikonzept_desktop.ui.window.banner import Banner
from ikonzept_desktop.ui.window.start_page import StartPage, TemplateCard
from ikonzept_desktop.ui.window.tab_order import WindowInOrder


class StartWindow(WindowInOrder):
    """The start page with a line above it for what went wrong."""

    def __init__(self, templates: Sequence[TemplateCard]) -> None:
        """Offer these templates."""
        super().__init__()
        self.setWindowTitle("iKonzept")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(640, 360)
        self.resize(1200, 720)
        self.banner = Banner(self)
        self.page = StartPage(templates, self)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.page, 1)
        self.setCentralWidget(middle)
        for keys, button in (
            ("Ctrl+N", self.page.new_button),
            ("Ctrl+O", self.page.open_button),
            ("Ctrl+Shift+O", self.page.import_button),
            ("F1", self.page.first_steps),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(button.click)
            self.addAction(action)
