"""The floor: a bare window of three panes, its tree filled, that says when it is painted.

`python -m bench.window_floor` prints nothing and ends with the first painted frame.
"""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit, QTreeView


class EndWithFirstPaint(QObject):
    """Ends the program once the watched widget has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the paint be carried out, then leave."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: sys.exit(0))
        return False


def main() -> None:
    """Show the window."""
    app = QApplication([])
    model = QStandardItemModel()
    for number in range(40):
        model.appendRow(QStandardItem(f"{number} Abschnitt"))
    tree = QTreeView()
    tree.setModel(model)
    splitter = QSplitter()
    splitter.addWidget(tree)
    splitter.addWidget(QTextEdit("Der Kreistag hat beschlossen."))
    splitter.addWidget(QTextEdit())
    window = QMainWindow()
    window.setCentralWidget(splitter)
    window.resize(1366, 720)
    end = EndWithFirstPaint()
    tree.viewport().installEventFilter(end)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
