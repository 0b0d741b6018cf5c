"""Keeps the page view up with what is written: all work is done in a child process, which stays warm meanwhile."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ikonzept_desktop.export.preview import service
from ikonzept_desktop.export.preview.telling import Teller
from ikonzept_desktop.export.preview.values import Answer, Lacking, PageImage, Shown, Wish
from ikonzept_desktop.jobs import Job, JobCancelled, JobError, Worker
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.ui.window.preview import texts
from ikonzept_desktop.ui.window.preview.panel import PreviewPanel
from ikonzept_desktop.ui.window.preview.spots import anchors_of, place_at, selection_at, share_of, top_section
from ikonzept_desktop.ui.window.surroundings import Surroundings
from ikonzept_desktop.ui.window.travel import go_to

QUIET = 700
"""ms without an edit after which the chapter is laid out anew."""
IDLE = 1500
"""ms without an edit after which the rest is."""
_SOON = 60
"""ms in which several wishes become one."""
SECONDS = 120.0
MEMORY_MB = 2048
_MOST_DEATHS = 3
_KEPT_IMAGES = 8
_INCH = 96.0


class PreviewDesk(QObject):
    """The page view of a window."""

    shown = Signal(object)
    """A Shown, after its pages are on the screen."""
    _ended = Signal(object)

    def __init__(self, room: Surroundings) -> None:
        """Put the panel beside the text of a window, not to be seen yet."""
        super().__init__(room.widget())
        self._room = room
        self.worker: Worker | None = None
        self.panel = panel = PreviewPanel()
        panel.hide()
        self._teller = Teller()
        self._told: Document | None = None
        self._here: Selection | None = None
        self._page: int | None = None
        """The page that was turned to or clicked in; None while the caret is followed."""
        self.last: Shown | None = None
        """What is on the screen."""
        self._images: dict[str, QImage] = {}
        self._busy = self._again = False
        self._deaths = 0
        self._quiet = self._timer(QUIET, self._ask)
        self._idle = self._timer(IDLE, lambda: self._ask(go_on=True))
        self._soon = self._timer(_SOON, self._ask)
        self._ended.connect(self._take_end)
        panel.shut_asked.connect(self.shut)
        panel.changed.connect(self._look_soon)
        panel.page_asked.connect(self._turn_to)
        panel.view.turned.connect(self._turn)
        panel.view.went.connect(lambda end: self._turn_to(0 if end == 0 else 1_000_000))
        panel.view.pointed.connect(self._point)
        room.stage.put(panel)
        room.pane_homes[panel] = panel
        room.text.selection_changed.connect(self._follow)
        room.section_shown.connect(lambda section: self._follow(Selection(section)))
        room.session.changed.connect(lambda _notice: self._wait())
        room.widget().destroyed.connect(self.dismiss)

    def toggle(self) -> None:
        """Open the page view, or shut it."""
        self._room.workspaces.show_writing()
        if not self.panel.isHidden():
            self.shut()
            return
        self._room.panes.widen(wide=True)
        self.panel.show()
        self._room.actions_by_key["preview"].setChecked(True)
        if self._here is None:
            text = self._room.text.text
            self._here = text.loop.note_selection() if text else Selection(self._room.text.section())
        self._deaths = 0
        self._look_soon()

    def shut(self) -> None:
        """Shut the page view and let the child go."""
        held = self.panel.isAncestorOf(self._room.widget().focusWidget())
        self.panel.hide()
        self._room.panes.widen(wide=False)
        self._room.actions_by_key["preview"].setChecked(False)
        self.dismiss()
        if held:
            self._room.text.setFocus()

    def dismiss(self) -> None:
        """Let the child go; it comes back when the page view is opened again."""
        worker, self.worker, self._busy = self.worker, None, False
        self._teller.forget()
        self._told = None
        if worker is not None:
            worker.close()

    def is_busy(self) -> bool:
        """Tell whether the child is at work."""
        return self._busy

    def is_waiting(self) -> bool:
        """Tell whether there will be other pages than those that are shown."""
        return self._busy or any(timer.isActive() for timer in (self._quiet, self._idle, self._soon))

    def _timer(self, pause: int, do: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause)
        timer.timeout.connect(do)
        return timer

    def _follow(self, selection: Selection) -> None:
        here, self._here = self._here, selection
        if here is None or anchors_of(here) != anchors_of(selection):
            self._page = None
            self._look_soon()
        elif here != selection and self._page is None and not self._quiet.isActive():
            self._look_soon()

    def _look_soon(self) -> None:
        if not self.panel.isHidden():
            self._soon.start()

    def _wait(self) -> None:
        """Something was edited: wait until nothing more comes."""
        if not self.panel.isHidden():
            self._page = None
            self._idle.stop()
            self._quiet.start()
            self._say()

    def _turn(self, pages: int) -> None:
        if self.last is not None and self.last.images:
            shown = [image.page for image in self.last.images]
            self._turn_to(shown[-1] + pages if pages > 0 else shown[0] + pages)

    def _turn_to(self, page: int) -> None:
        self._page = max(page, 0)
        self._look_soon()

    def _ask(self, *, go_on: bool = False, images: dict[str, bytes] | None = None) -> None:
        if self.panel.isHidden():
            return
        if self._busy:
            self._again = True
            return
        if self.worker is None:
            self.worker = Worker(memory_mb=MEMORY_MB, preload=("ikonzept_desktop.export.preview.service",))
            self._told = None
            self._teller.forget()
        document = self._room.session.document
        update = None
        if self._told is None or (document is not self._told and not self._quiet.isActive()):
            update, self._told = self._teller.update(document), document
        self._busy = True
        job = self.worker.start_within(SECONDS, service.serve, update, images or {}, self._wish(document, go_on))
        job.watch(done=self._ended.emit)

    def _wish(self, document: Document, go_on: bool) -> Wish:
        here = self._here or Selection("")
        fit, percent = self.panel.fit()
        room = self.panel.view.room()
        return Wish(
            anchors=anchors_of(here),
            share=share_of(document, here),
            stay=self._page is not None,
            chapter=top_section(document, here.section),
            page=self._page if self._page is not None else self._first_shown(),
            spread=self.panel.spread.isChecked(),
            fit=fit,
            percent=percent,
            room=(room.width(), room.height()),
            dots=_INCH * self.panel.devicePixelRatioF(),
            seen=tuple(self._images),
            go_on=go_on,
        )

    def _first_shown(self) -> int:
        return self.last.images[0].page if self.last is not None and self.last.images else 0

    def _take_end(self, job: Job[Answer]) -> None:
        if self.worker is None:
            return
        self._busy = False
        try:
            answer = job.result(0)
        except JobCancelled:
            return
        except JobError:
            self._recover()
            return
        if isinstance(answer, Lacking):
            self._ask(images={digest: self._image(digest) for digest in answer.digests[:4]})
            return
        self._deaths = 0
        self._show(answer)
        if self._again:
            self._again = False
            self._ask()
        elif not answer.settled and not self._quiet.isActive():
            self._go_on(first=not answer.images)

    def _go_on(self, *, first: bool) -> None:
        """Have the rest laid out: at once where nothing is to be seen yet or it has begun, else after a pause."""
        last = self.last
        if first or (last is not None and last.share > 0):
            self._ask(go_on=True)
        elif not self._idle.isActive():
            self._idle.start()

    def _recover(self) -> None:
        """The child is gone: begin anew, but not for ever."""
        self._deaths += 1
        self._teller.forget()
        self._told = None
        if self._deaths < _MOST_DEATHS:
            self._ask()
        else:
            self.panel.state.setText(texts.FAILED)

    def _image(self, digest: str) -> bytes:
        try:
            return self._room.session.keeper.image(digest)
        except (StoreError, KeyError):
            return b""

    def _show(self, answer: Shown) -> None:
        self.last = answer
        images = tuple(self._pixels(image) for image in answer.images)
        tokens = {image.token for image in answer.images}
        for token in [token for token in self._images if token not in tokens][: -_KEPT_IMAGES or None]:
            del self._images[token]
        if images:
            bar = place_at(answer)
            self.panel.view.show_pages(images, bar)
            if bar is not None and self._page is None:
                share = share_of(self._room.session.document, self._here) if self._here is not None else 0.0
                self.panel.view.reach(bar[1] + share * (bar[2] - bar[1]))
        self._say()
        self.shown.emit(answer)

    def _pixels(self, image: PageImage) -> QImage:
        if image.data is not None:
            pixels = QImage(image.data, image.width, image.height, 4 * image.width, QImage.Format.Format_RGB32).copy()
            self._images[image.token] = pixels
        found = self._images[image.token]
        found.setDevicePixelRatio(self.panel.devicePixelRatioF())
        return found

    def _say(self) -> None:
        last = self.last
        if last is None or not last.images:
            self.panel.tell((), 0, texts.first_layout(last.share if last else 0.0))
            return
        current = last.settled and not self._quiet.isActive()
        pages = tuple(image.page for image in last.images)
        self.panel.tell(pages, last.count, texts.CURRENT if current else texts.STALE)

    def _point(self, index: int, share: float) -> None:
        last = self.last
        if last is None or index >= len(last.images):
            return
        page = last.images[index].page
        selection = selection_at(self._room.session.document, last, page, (1 - share) * last.height)
        if selection is not None:
            go_to(self._room, selection)
            self._here, self._page = selection, page
