"""The floor of the panel: a bare list of two thousand rows, a text and a label beside it, gone through by keys.

`python -m bench.panel_floor`: prints the slowest key but one in a hundred, in ms, as `panel_probe` does.
"""

import time

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QSplitter, QTextEdit

from bench.panel_probe import KEYS, PROPOSALS

SENTENCE = "Wer gerade erst ankommt, braucht eine Stelle, die alle Angebote kennt und dorthin begleitet. "
PER_SECTION = 12
"""Proposals after which the text is another one."""


def main() -> None:
    """Show, press and tell."""
    app = QApplication([])
    rows, text, label = QListView(), QTextEdit(), QLabel()
    rows.setModel(QStringListModel([f"{number} {SENTENCE}" for number in range(PROPOSALS)]))
    label.setWordWrap(True)
    splitter = QSplitter()
    for part in (rows, text, label):
        splitter.addWidget(part)
    splitter.resize(1366, 720)

    def follow() -> None:
        number = rows.currentIndex().row()
        label.setText(f"{number} {SENTENCE}")
        if number % PER_SECTION == 0:
            text.setPlainText("\n".join(f"{number} {SENTENCE * 4}" for _line in range(20)))

    rows.selectionModel().currentChanged.connect(follow)
    splitter.show()
    rows.setCurrentIndex(rows.model().index(0, 0))
    app.processEvents()
    taken = sorted(_pressed(rows) for _key in range(KEYS))
    print(f"{taken[int(len(taken) * 0.99)]:.2f}")


def _pressed(rows: QListView) -> float:
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    begun = time.perf_counter()
    QApplication.sendEvent(rows, key)
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
