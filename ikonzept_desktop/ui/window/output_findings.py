"""What is worth a look before the concept is given out: in the dialog for it, each place a click away.

Nothing is held up by it: a draft, and every other file, can be made with all findings standing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QTreeView, QWidget

from ikonzept_desktop.checking import mending
from ikonzept_desktop.checking.before_output import Means, before_output
from ikonzept_desktop.checking.findings import Finding, Severity
from ikonzept_desktop.export.figure_sizes import printed_mm
from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.export.stock import Stock, take_stock
from ikonzept_desktop.jobs import Job, JobError, Worker
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.images import images_of
from ikonzept_desktop.ui.findings_desk import desk_of
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.cards import Card
from ikonzept_desktop.ui.kit.labels import IconLabel, hint, label
from ikonzept_desktop.ui.window import output_findings_texts as texts
from ikonzept_desktop.ui.window import word_places
from ikonzept_desktop.ui.window.checking_texts import SKIP_STEP
from ikonzept_desktop.ui.window.findings_delegate import FindingsDelegate
from ikonzept_desktop.ui.window.findings_model import FindingsModel
from ikonzept_desktop.ui.window.style_feature import show_logos

if TYPE_CHECKING:  # for types alone: the window brings it
    from ikonzept_desktop.ui.window.surroundings import Surroundings

QUIET = 500
"""ms without an edit after which is looked anew."""
_MOST_HEIGHT = 150
"""px of the list; more findings scroll."""


class _Stocktaking(QObject):
    """Looks at fonts and images in the worker; it has no parent, for the job holds it until its end."""

    taken = Signal(object)

    def start(self, worker: Worker, images: dict[str, bytes]) -> None:
        job = worker.start(take_stock, images)
        job.watch(done=self._end)

    def _end(self, job: Job[Stock]) -> None:
        try:
            self.taken.emit(job.result())
        except JobError:
            self.taken.emit(None)


class OutputFindings(Card):
    """Counts the findings, lists them by kind, and leads to their places."""

    def __init__(self, room: Surroundings, worker: Worker) -> None:
        """Show what is known, and look at fonts and images in the worker."""
        super().__init__(parent=room.widget())
        self._room = room
        self._worker = worker
        self._desk = desk_of(room.widget(), room.session)
        self._stock: Stock | None = None
        self._seen: frozenset[str] = frozenset()
        self._taking: _Stocktaking | None = None
        self.model = FindingsModel(self)
        self.shape = IconLabel(parent=self)
        self.head = label("", strong=True)
        self.more = hint()
        self.list = _List(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingsDelegate(self._where, self.list))
        self.why = hint("", "")
        self.go = push_button(texts.GO)
        self.skip = push_button(texts.SKIP)
        self._pause = QTimer(self, singleShot=True, interval=QUIET)
        self._lay_out()
        self._connect()
        self._look()

    def chosen(self) -> Finding | None:
        """Give the chosen finding; None for a group or nothing."""
        return self.model.finding(self.list.currentIndex())

    def findings(self) -> tuple[Finding, ...]:
        """Give what is shown, kind by kind."""
        return tuple(finding for _, found in self.model.groups for finding in found)

    def _look(self) -> None:
        """Show what there is now; images that were not looked at are."""
        images = frozenset(images_of(self._room.session.document))
        if self._taking is None and (self._stock is None or not images <= self._seen):
            self._take_stock(images)
        self._show()

    def _take_stock(self, images: frozenset[str]) -> None:
        found = {}
        for digest in sorted(images):
            try:
                found[digest] = self._room.session.keeper.image(digest)
            except (StoreError, KeyError):
                continue  # what is not there is told as missing
        self._seen = images
        self._taking = _Stocktaking()
        self._taking.taken.connect(self._take)
        self._taking.start(self._worker, found)

    def _take(self, stock: Stock | None) -> None:
        self._taking = None
        self._stock = stock
        self._show()

    def _show(self) -> None:
        session, stock = self._room.session, self._stock
        style = house_style(session.document.template.house_style)
        means = Means(stock.characters, stock.sizes, printed_mm(style)) if stock is not None else None
        found = before_output(session.document, self._desk.all(), means)
        looking = not self._desk.looked or self._taking is not None
        chosen = self.chosen()
        self.model.show(found)
        self.list.expandAll()
        self.list.fit()
        again = self.model.index_of(chosen) if chosen is not None else QModelIndex()
        self.list.setCurrentIndex(again if again.isValid() else self.model.index(0, 0, self.model.index(0, 0)))
        needed = sum(finding.severity is Severity.MUST for finding in found)
        self.shape.show_icon(*texts.shape(len(found), needed, looking=looking))
        self.head.setText(texts.head(len(found), looking=looking))
        self.more.setText(texts.more(len(found), needed))
        for widget in (self.more, self.list, self.why, self.go, self.skip):
            widget.setVisible(bool(found))
        self._show_chosen()

    def _show_chosen(self) -> None:
        finding = self.chosen()
        self.why.setText(finding.why if finding is not None else "")
        self.go.setEnabled(finding is not None)
        self.skip.setEnabled(finding is not None and not self._room.session.read_only)

    def _where(self, finding: Finding) -> str:
        if not finding.place.section:
            return texts.STYLE
        found = self._room.labels.label(finding.place.section)
        return "" if found is None else f"{found.number} {found.title}".strip()

    def _go(self) -> None:
        """Show the place in the window; the dialog stays, for the next one."""
        finding = self.chosen()
        if finding is not None and not finding.place.section:
            show_logos(self._room)
        elif finding is not None:
            self._room.restore(mending.selection_of(self._room.session.document, finding.place))
            word_places.select_in_short_field(finding.place)
            self._room.widget().activateWindow()

    def _skip(self) -> None:
        finding = self.chosen()
        if finding is None or self._room.session.read_only:
            return
        edit = mending.passed_over(self._room.session.document.properties, finding.key)
        if edit is not None:
            self._room.session.apply(edit, SKIP_STEP)
            self._desk.finish()
            self._show()

    def _hear(self, _notice: object = None) -> None:
        if self.isVisible():
            self._pause.start()

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.list.go.connect(self._go)
        self.list.skip.connect(self._skip)
        self.go.clicked.connect(lambda _on: self._go())
        self.skip.clicked.connect(lambda _on: self._skip())
        self._pause.timeout.connect(self._look)
        self._room.session.changed.connect(self._hear)
        self._desk.changed.connect(self._hear)
        self._desk.finished.connect(self._hear)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.shape)
        head.addWidget(self.head, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        self.body.addLayout(head)
        for widget in (self.more, self.list, self.why):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)


class _List(QTreeView):
    """The findings: Return and a click go to the place, Entf passes over."""

    go = Signal()
    skip = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(texts.LIST)
        self.setAccessibleDescription(texts.LIST_HELP)
        self.viewport().setAutoFillBackground(False)

    def fit(self) -> None:
        """Take the height of the rows, as far as there is room for them."""
        height, index = 0, self.model().index(0, 0)
        while index.isValid() and height < _MOST_HEIGHT:
            height += self.rowHeight(index)
            index = self.indexBelow(index)
        self.setFixedHeight(min(height, _MOST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return and Entf, which would else go to the dialog."""
        signal = {Qt.Key.Key_Return: self.go, Qt.Key.Key_Enter: self.go, Qt.Key.Key_Delete: self.skip}.get(
            Qt.Key(event.key())
        )
        if signal is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            signal.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and index.internalId():
            self.go.emit()
