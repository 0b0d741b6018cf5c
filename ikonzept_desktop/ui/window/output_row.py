"""One kind of file in the dialog for giving out: whether it is wanted, where it goes, and how far it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
)

from ikonzept_desktop.export.orders import ENDINGS, Delivery, Kind
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.ui.outputs import Output, Put, open_file, print_file, show_in_folder
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import output_texts as texts
from ikonzept_desktop.ui.window.press_options import PressOptions

MARGIN = 14
"""px"""


class OutputRow(QFrame):
    """A card that opens when its file is wanted, shows how far it is, and then leads to it."""

    def __init__(
        self,
        kind: Kind,
        target: Path,
        put: Put,
        press: PressOptions | None = None,
        *,
        said: texts.RowTexts | None = None,
    ) -> None:
        """Propose a path; with `press` the file is one for a print shop, and not wanted until one says so."""
        super().__init__()
        self._put = put
        self._said = said or texts.ROWS[kind]
        self.setObjectName("card")
        self.kind = kind
        self.press = press
        self.ended: Callable[[], None] = lambda: None
        self.output: Output | None = None
        self._waiting: list[tuple[Path, Press | None]] = []
        self._made: list[tuple[Path, Delivery]] = []
        self.choice = QCheckBox(self._said.name, self)
        self.about = QLabel(self._said.about, self)
        self.target = QLineEdit(str(target), self)
        self.target.setAccessibleName(self._said.target)
        self.browse = QPushButton(texts.BROWSE, self)
        self.bar = QProgressBar(self)
        self.cancel = QPushButton(texts.CANCEL, self)
        self.words = QLabel(self)
        self._ways = QHBoxLayout()
        self._lay_out()
        self.browse.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.stop)
        self.choice.setChecked(press is None)
        self.choice.toggled.connect(self._show_wanted)
        self._show_wanted()

    def start(self, worker: Worker, session: Session) -> None:
        """Make the file, and after it a cover that is a file of its own."""
        self.stop()
        self._say("")
        path = self._path()
        if path is None:
            self._end(texts.NO_NAME, "red")
            return
        self._made = []
        self._waiting = list(self.press.files(path)) if self.press is not None else [(path, None)]
        self._make_next(worker, session)

    def stop(self) -> None:
        """Stop what is being made; the old file stays as it was."""
        self._waiting = []
        if self.output is not None:
            self.output.cancel()

    def is_busy(self) -> bool:
        """Tell whether a file is being made."""
        return not self.bar.isHidden()

    def _make_next(self, worker: Worker, session: Session) -> None:
        path, press = self._waiting.pop(0)
        output = self.output = self._output(path, press)
        output.progressed.connect(self._show_progress)
        output.delivered.connect(lambda delivery: self._take_delivery(delivery, worker, session))
        output.held_open.connect(self._offer_ways_out)
        output.failed.connect(self._show_failure)
        output.cancelled.connect(self._show_cancelled)
        self._show_busy(busy=True)
        output.start(worker, session)

    def _output(self, path: Path, press: Press | None) -> Output:
        return Output(self.kind, path, put=self._put, press=press)

    def _path(self) -> Path | None:
        """Give the path in the line, with its ending; None where the line names no file."""
        typed = Path(self.target.text().strip())
        if not typed.name:
            return None
        path = with_ending(typed.absolute(), ENDINGS[self.kind])
        self.target.setText(str(path))
        return path

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN, 12, MARGIN, 12)
        grid.addWidget(self.choice, 0, 0, 1, 3)
        grid.addWidget(self.about, 1, 0, 1, 3)
        grid.addWidget(self.target, 2, 0, 1, 2)
        grid.addWidget(self.browse, 2, 2)
        if self.press is not None:
            grid.addWidget(self.press, 3, 0, 1, 3)
        grid.addWidget(self.bar, 4, 0, 1, 2)
        grid.addWidget(self.cancel, 4, 2)
        grid.addWidget(self.words, 5, 0, 1, 3)
        grid.addLayout(self._ways, 6, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(5)
        self.about.setProperty("role", "muted")
        for label in (self.about, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._ways.setSpacing(8)
        self._ways.addStretch(1)
        self.bar.setRange(0, 1000)
        self._say("")
        self._show_busy(busy=False)

    def _choose(self) -> bool:
        chosen, _ = QFileDialog.getSaveFileName(self, self._said.target, self.target.text(), texts.FILTERS[self.kind])
        if chosen:
            self._take_path(Path(chosen))
        return bool(chosen)

    def _take_path(self, chosen: Path) -> None:
        """Propose a path that was chosen in the system's dialog."""
        self.target.setText(str(with_ending(chosen, ENDINGS[self.kind])))

    def _show_wanted(self) -> None:
        """Ask for what only matters when the file is wanted."""
        for widget in (self.target, self.browse, self.press):
            if widget is not None:
                widget.setVisible(self.choice.isChecked())

    def _show_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.bar.setValue(0)
        for widget in (self.choice, self.target, self.browse, self.press):
            if widget is not None:
                widget.setEnabled(not busy)

    def _show_progress(self, share: float, doing: str) -> None:
        self.bar.setValue(round(share * 1000))
        self.bar.setFormat(f"{doing} %p %" if doing else "%p %")

    def _take_delivery(self, delivery: Delivery, worker: Worker, session: Session) -> None:
        """Make what waits, such as a cover of its own, when the file before it stands in its place."""
        assert self.output is not None
        self._made.append((self.output.target, delivery))
        if self._waiting:
            self._make_next(worker, session)
            return
        found = any(made.findings for _, made in self._made)
        self._end(texts.all_delivered(self._made), "amber" if found else "green")
        path = self._made[0][0]
        self._offer(texts.OPEN, lambda: open_file(path))
        self._offer(texts.SHOW_IN_FOLDER, lambda: show_in_folder(path))
        if self.kind is Kind.PDF:
            self._offer(texts.PRINT, lambda: print_file(path))

    def _offer_ways_out(self) -> None:
        self._end(self._said.held_open, "amber")
        assert self.output is not None
        self._offer(texts.RETRY, self.output.try_again)
        self._offer(texts.OTHER_NAME, self._put_elsewhere)
        self._offer(texts.CANCEL, self.output.give_up)

    def _put_elsewhere(self) -> None:
        if self._choose() and self.output is not None:
            self.output.put_elsewhere(Path(self.target.text()))

    def _show_failure(self, sentence: str) -> None:
        self._waiting = []
        self._end(sentence, "red")

    def _show_cancelled(self) -> None:
        self._waiting = []
        self._end(texts.CANCELLED, "muted")

    def _end(self, sentence: str, role: str) -> None:
        self._show_busy(busy=False)
        self._say(sentence, role)
        self.ended()

    def _say(self, sentence: str, role: str = "muted") -> None:
        while self._ways.count() > 1:
            gone = self._ways.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        self.words.setText(sentence)
        # Wrapped words would else be squeezed into the room there was before.
        self.words.setMinimumHeight(self.words.heightForWidth(self.width() - 2 * MARGIN) if sentence else 0)
        self.words.setVisible(bool(sentence))
        self.words.setProperty("role", role)
        self.words.style().polish(self.words)

    def _offer(self, name: str, call: Callable[[], object]) -> None:
        button = QPushButton(name, self)
        button.clicked.connect(call)
        self._ways.insertWidget(self._ways.count() - 1, button)


def with_ending(path: Path, ending: str) -> Path:
    """Give a path its ending where it has another or none."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)
