"""Wiring: the Qt application, its look, its concern for crashes, and the program in it."""

import faulthandler
import os
import sys
import tempfile
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.paths import user_folders
from ikonzept_desktop.settings import settings_file
from ikonzept_desktop.ui.collector_rounds import CollectorRounds
from ikonzept_desktop.ui.kit import fonts, german, theme, undo_keys
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.trouble import Trouble
from ikonzept_desktop.ui.window.concept_window import ConceptWindow

REPORTS_KEPT = 20
_HELD_AT_MOST = 0.0005
"""Seconds that the thread which saves may keep a key waiting; Python's own 0.005 are felt as a stutter."""
CRASHED = (
    "Ein Fehler im Programm ist aufgetreten. Ihr Text ist gespeichert; Sie können weiterschreiben. "
    "Der Bericht für die Betreuung liegt hier:\n{report}"
)


class PictureError(Exception):
    """A picture cannot be taken; the message is one German sentence."""


def run(path: Path | None) -> int:
    """Open the program, on a concept or on the start page, and give its exit status."""
    program = make_program()
    _watch_for_crashes(user_folders().state)
    if path is None or program.open(path) is None:
        program.show_start()
    status = QApplication.exec()
    program.shut_down()
    return status


def make_program() -> Program:
    """Wire the program together, without a window yet."""
    sys.setswitchinterval(_HELD_AT_MOST)
    program = Program(_application(), settings_file())
    CollectorRounds(program)
    return program


def take_picture(path: Path, out: Path, *, width: int, height: int, dark: bool, section: str) -> None:
    """Draw the window on a concept into a PNG file; raises PictureError.

    `section` is the printed number of the section to be open, px the measure of width and height.
    """
    from ikonzept_desktop.ui.opening import open_concept

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = _application()
    opened = open_concept(path)
    if isinstance(opened, Trouble):
        raise PictureError(opened.sentence)
    # A picture shows the program as it comes, not as this user has it, and remembers nothing.
    nobodys = tempfile.TemporaryDirectory(prefix="ikonzept-")
    program = Program(app, Path(nobodys.name) / "settings.json")
    theme.apply(app, theme.Scheme.DARK if dark else theme.Scheme.LIGHT)
    window = program.show_session(opened)
    try:
        window.resize(width, height)
        window.move(QPoint(0, 0))
        _show_numbered(window, section)
        app.processEvents()
        app.processEvents()
        if not window.grab().save(str(out), "PNG"):
            raise PictureError(
                "Das Bild konnte nicht geschrieben werden. Bitte prüfen Sie, ob auf dem Laufwerk Platz ist."
            )
    finally:
        window.close()
        program.shut_down()
        nobodys.cleanup()


def _show_numbered(window: ConceptWindow, number: str) -> None:
    """Open the section of that number; raises PictureError where there is none."""
    targets = window.labels.all().targets
    shown = next((id for id, label in targets.items() if number and label.number == number), "")
    if number and not shown:
        raise PictureError(f"Einen Abschnitt mit der Nummer {number} gibt es nicht. Nichts wurde gezeichnet.")
    if shown:
        window.show_section(shown)
        window.text.focus_field()


def _application() -> QApplication:
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(["ikonzept-desktop"])
    app.setApplicationName("iKonzept")
    app.setDesktopFileName("ikonzept-desktop")
    fonts.load(app)
    german.load_german(app)
    undo_keys.watch(app)
    return app


def _watch_for_crashes(folder: Path) -> None:
    """Write what goes wrong in the program to a file and tell the user; nothing of the text is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    hard_crashes = (folder / "absturz.log").open("a", encoding="utf-8")
    faulthandler.enable(hard_crashes)

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        written = _write_report(folder, kind, trace)
        if threading.current_thread() is threading.main_thread():
            from PySide6.QtWidgets import QMessageBox

            QMessageBox.warning(None, "iKonzept", CRASHED.format(report=written))

    sys.excepthook = report
    threading.excepthook = lambda args: report(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)


def _write_report(folder: Path, kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Write place and kind of an error; its message is left out, for it may hold words of the concept."""
    path = folder / f"fehler-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.txt"
    lines = [f"{kind.__module__}.{kind.__qualname__}\n", *traceback.format_tb(trace)]
    path.write_text("".join(lines), encoding="utf-8")
    for old in sorted(folder.glob("fehler-*.txt"))[:-REPORTS_KEPT]:
        old.unlink(missing_ok=True)
    return path
