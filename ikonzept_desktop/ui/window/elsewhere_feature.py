"""Says in the status line, and over the text where it must, how a concept on a share gets back there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel

from ikonzept_desktop.ui.window import elsewhere_texts as texts
from ikonzept_desktop.ui.window.texts import TRY_AGAIN

if TYPE_CHECKING:  # for types alone: only a concept that lies elsewhere needs them
    from ikonzept_desktop.model.store.opened import Told
    from ikonzept_desktop.ui.window.surroundings import Surroundings


class ElsewhereFeature(QObject):
    """Shows nothing for a concept that lies on this machine."""

    _told = Signal(object)
    """A Told, brought from the thread that gives back to this one."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self._sentence = ""
        self.label: QLabel | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Bring no command."""
        return {}

    def ready(self) -> None:
        """Begin to listen, where there is something to be told."""
        giving_back = self._room.session.giving_back
        if giving_back is None:
            return
        self.label = QLabel(texts.AS_OPENED, self._room.widget())
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setToolTip(texts.EXPLAINED)
        self.label.setAccessibleName(texts.NAME)
        self.label.setAccessibleDescription(texts.EXPLAINED)
        self._room.status.add(self.label)
        self._told.connect(self._take)
        giving_back.on_told(self._told.emit)

    def _take(self, told: Told) -> None:
        assert self.label is not None
        banner = self._room.banner
        if told.when is not None:
            self.label.setText(texts.given_back(told.when))
        elif told.waits:
            self.label.setText(texts.AWAY)
        if told.sentence:
            self._sentence = told.sentence if told.waits else ""  # what else happened stays until it is read
            ways = ((TRY_AGAIN, self._room.session.save_now),) if told.waits else ()
            banner.say(told.sentence, "amber", *ways, (texts.UNDERSTOOD, banner.be_quiet))
        elif banner.says(self._sentence):
            banner.be_quiet()
