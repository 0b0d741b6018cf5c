"""A program of another make: it has copied something, and hands it out for as long as it lives.

Run as `python -m tests.journeys.clipboard FILE.html`; a line on its standard output says that it has copied.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def main(file: Path) -> int:
    """Copy a file of HTML, and hand it out."""
    app = QGuiApplication(sys.argv[:1])
    data = QMimeData()
    data.setHtml(file.read_bytes().decode("utf-8"))
    data.setText("Nur der Text.")
    app.clipboard().setMimeData(data)
    app.processEvents()
    print("copied", flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
