"""The workspace „Rückläufe“: what came back to be decided, and the list of all copies; one of the two is to be seen."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.page import ReturnsPage
from ikonzept_desktop.ui.window.returns.review_desk import ReviewDesk
from ikonzept_desktop.ui.window.returns.review_page import ReviewPage

PROPOSALS, COPIES = "proposals", "copies"


class ReturnsStage(QWidget):
    """Begins with the proposals where there are any."""

    def __init__(
        self,
        session: Session,
        labels: LiveLabels,
        author: Callable[[], tuple[str, str]],
        actions: Mapping[str, QAction],
    ) -> None:
        """Show a session's copies and what they propose."""
        super().__init__()
        self.desk = ReviewDesk(session, self)
        self.copies = ReturnsPage(session)
        self.review = ReviewPage(self.desk, labels, author, actions, self)
        choices = (Choice(PROPOSALS, texts.PROPOSALS, "message-square"), Choice(COPIES, texts.COPIES, "users"))
        self.view = Segments(texts.VIEWS, choices, self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.review)
        self._stack.addWidget(self.copies)
        self._had_any = False
        self._lay_out()
        self.view.chosen.connect(self.show_view)
        self.desk.changed.connect(self._take)
        self.show_view(PROPOSALS if self.desk.entries else COPIES)
        self._take()

    def show_view(self, key: str) -> None:
        """Show proposals or copies."""
        self.view.choose(key)
        self._stack.setCurrentIndex(0 if key == PROPOSALS else 1)

    def first(self) -> QWidget:
        """Give what takes the keyboard first."""
        return self.review.first() if self.view.key == PROPOSALS else self.copies.first()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.desk.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let changes wait while somebody writes elsewhere."""
        super().hideEvent(event)
        self.desk.rest()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        self.first().setFocus(event.reason())

    def _take(self) -> None:
        """Offer the choice as soon as something has come back, and leave proposals when all of it is gone."""
        any_there = bool(self.desk.entries)
        self._bar.setVisible(any_there)
        if any_there is not self._had_any:
            self._had_any = any_there
            self.show_view(PROPOSALS if any_there else COPIES)

    def _lay_out(self) -> None:
        self.setMinimumSize(320, 160)
        self._bar = QWidget(self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.view)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addLayout(self._stack, 1)
