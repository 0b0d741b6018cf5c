"""„Fassungen vergleichen“: which two states, and where the Word file goes."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.export.orders import ENDINGS, Kind, Order
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.export.states import PRESENT, kept_name
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.store.snapshots import Snapshot
from ikonzept_desktop.paths import safe_file_name
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.fields import FieldNote
from ikonzept_desktop.ui.opening import versions
from ikonzept_desktop.ui.outputs import MakeOrder, Output, Put, put_in_place
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.trouble import Trouble
from ikonzept_desktop.ui.window.asking_row import AskingRow
from ikonzept_desktop.ui.window.comparing import texts
from ikonzept_desktop.ui.window.comparing.order import order_of

_WORKER_MEMORY_MB = 2048
_WIDTH = 620
_LABEL = 110
"""px of the gutter of labels."""


class CompareDialog(QDialog):
    """Asks for both states, makes the file, and leads to it."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, put: Put = put_in_place) -> None:
        """Propose the latest version kept and the present state; the process that writes is on its way meanwhile."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setMinimumWidth(_WIDTH)
        self._session = session
        found = versions(session)
        self._kept: tuple[Snapshot, ...] = () if isinstance(found, Trouble) else found
        self._trouble = found.sentence if isinstance(found, Trouble) else "" if found else texts.NO_VERSIONS
        self._worker = Worker(memory_mb=_WORKER_MEMORY_MB, preload=("ikonzept_desktop.export.warm_orders",))
        self._worker.warm()
        self.old, self.new = self._states(texts.OLD), self._states(texts.NEW)
        self.old.setCurrentIndex(min(1, len(self._kept)))
        self._note = FieldNote(self.new)
        self.row = _Row(_free(session), put, self._order)
        self.start_button = push_button(texts.START, primary=True)
        self.close_button = push_button(texts.CLOSE)
        self._lay_out()
        self.start_button.setDefault(True)
        self.close_button.setAutoDefault(False)
        self.start_button.clicked.connect(lambda _on=False: self.start())
        self.close_button.clicked.connect(lambda _on=False: self.reject())
        self.row.ended = self._show_what_can_be_done
        for box in (self.old, self.new):
            box.currentIndexChanged.connect(self._forget_fault)
        self._show_what_can_be_done()
        self.old.setFocus()

    def start(self) -> None:
        """Make the file of the two chosen states."""
        if self.old.currentIndex() == self.new.currentIndex():
            self._note.say(texts.SAME)
            self.new.setFocus()
            return
        self.row.start(self._worker, self._session)
        self._show_what_can_be_done()

    def _order(self, session: Session, finished: Path, now: datetime) -> Order:
        return order_of(self._chosen(self.old), self._chosen(self.new), session, finished, now)

    def done(self, result: int) -> None:
        """Stop what is being made; the process goes with the dialog, and old files stay as they were."""
        self.row.stop()
        self._worker.close()
        super().done(result)

    def _chosen(self, box: QComboBox) -> Snapshot | None:
        at = box.currentIndex()
        return self._kept[at - 1] if at > 0 else None

    def _forget_fault(self) -> None:
        self._note.say("")

    def _states(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.addItem(PRESENT)
        for kept in self._kept:
            box.addItem(kept_name(kept.reason, kept.created))
        return box

    def _show_what_can_be_done(self) -> None:
        busy = self.row.is_busy()
        for part in (self.old, self.new, self.start_button):
            part.setEnabled(not busy and bool(self._kept))
        self.row.setEnabled(bool(self._kept))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(labels.hint(texts.EXPLANATION))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(1, 1)
        for at, (name, box) in enumerate(((texts.OLD, self.old), (texts.NEW, self.new))):
            grid.addWidget(labels.label_for(name, box), at, 0)
            grid.addWidget(box, at, 1)
        grid.addWidget(self._note, 2, 1)
        layout.addLayout(grid)
        if self._trouble:
            layout.addWidget(labels.hint(self._trouble))
        layout.addWidget(self.row)
        layout.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.start_button)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)


class _Row(AskingRow):
    """Where the file goes, how far it is, and what leads to it."""

    def __init__(self, target: Path, put: Put, order: MakeOrder) -> None:
        super().__init__(Kind.WORD, target, put, said=texts.ROW)
        self._order = order
        self.choice.hide()

    def _output(self, path: Path, press: Press | None) -> Output:
        return Output(self.kind, path, put=self._put, order=self._order)


def _free(session: Session) -> Path:
    """Propose a name beside the concept that no file has yet."""
    folder, ending = session.path.absolute().parent, ENDINGS[Kind.WORD]
    name, count = texts.file_title(session.title), 1
    target = folder / safe_file_name(name, ending)
    while target.exists():
        count += 1
        target = folder / safe_file_name(f"{name} ({count})", ending)
    return target
