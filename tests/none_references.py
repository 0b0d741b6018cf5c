"""Prints by how much 2,000 calls into Qt change the number of references to None, call by call.

PySide6 6.12 on Python 3.11 drops one reference a call and aborts after some thousands; from 3.12 on None cannot die.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QTreeWidget, QWidget

CALLS = 2_000


class Editor(QTextEdit):
    """An editor with the overrides that ours has."""

    def keyPressEvent(self, event: object) -> None:
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(source)


class Filter(QObject):
    """An event filter that lets everything pass."""

    def eventFilter(self, watched: QObject, event: object) -> bool:
        return False


def calls() -> dict[str, Callable[[], object]]:
    """Give the calls an editor makes all day."""
    document = QTextDocument("Ziele")
    cursor = QTextCursor(document)
    editor, widget, tree, timer = Editor(), QWidget(), QTreeWidget(), QTimer()
    editor.installEventFilter(Filter(editor))
    timer.timeout.connect(lambda: None)

    def emit() -> None:
        timer.timeout.emit()

    mime = QMimeData()
    mime.setText("x")
    block_format, char_format = QTextBlockFormat(), QTextCharFormat()
    return {
        "insertText": lambda: cursor.insertText("x"),
        "insertText with a format": lambda: cursor.insertText("x", char_format),
        "insertBlock": lambda: cursor.insertBlock(block_format),
        "beginEditBlock": cursor.beginEditBlock,
        "endEditBlock": cursor.endEditBlock,
        "setPosition": lambda: cursor.setPosition(0),
        "no current table": cursor.currentTable,
        "no current list": cursor.currentList,
        "no user data": lambda: document.begin().userData(),
        "missing property": lambda: block_format.property(99_999),
        "setProperty": lambda: block_format.setProperty(0x100001, "abc"),
        "setProperty None": lambda: widget.setProperty("a", None),
        "signal": emit,
        "key": lambda: QTest.keyClick(editor, Qt.Key.Key_A),
        "paste": lambda: editor.insertFromMimeData(mime),
        "no item": tree.currentItem,
        "processEvents": QApplication.processEvents,
    }


def main() -> None:
    application = QApplication([])
    for name, call in calls().items():
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        print(f"{sys.getrefcount(None) - before}\t{name}", flush=True)
    application.quit()


if __name__ == "__main__":
    main()
