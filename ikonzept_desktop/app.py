"""Wiring: the Qt application, its look, its concern for crashes, and the program in it."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from ikonzept_desktop import atomic_file, logbook
from ikonzept_desktop.crashes import CrashWatch
from ikonzept_desktop.paths import user_folders
from ikonzept_desktop.settings import settings_file
from ikonzept_desktop.ui.collector_rounds import CollectorRounds
from ikonzept_desktop.ui.kit import fonts, german, theme, undo_keys
from ikonzept_desktop.ui.mishaps import tell_of_crash, tell_of_error
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.trouble import Trouble
from ikonzept_desktop.ui.window.concept_window import ConceptWindow

_AT_REST = 2000
"""ms after which a start is written down: what names the version is slow to load."""
_HELD_AT_MOST = 0.0005
"""Seconds that the thread which saves may keep a key waiting; Python's own 0.005 are felt as a stutter."""


class PictureError(Exception):
    """A picture cannot be taken; the message is one German sentence."""


def run(path: Path | None) -> int:
    """Open the program, on a concept or on the start page, and give its exit status."""
    folder = user_folders().state
    book = logbook.begin(folder)
    if sys.stderr is None:  # Windows gives none to a program without a console
        sys.stderr = logbook.LogStream(book)
    program = make_program()
    program.app.commitDataRequest.connect(program.save_all, Qt.ConnectionType.DirectConnection)
    qInstallMessageHandler(_note_what_qt_says)
    watch = CrashWatch(folder, tell_of_error)
    report = watch.begin()
    if path is None or program.open(path) is None:
        program.show_start()
    if report is not None:
        tell_of_crash(program, report)
    QTimer.singleShot(_AT_REST, lambda: logbook.note(f"Begonnen: {_about_this_system()}"))
    status = QApplication.exec()
    program.shut_down()
    logbook.note("Beendet.")
    watch.end()
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
    nobodys = atomic_file.passing_folder()
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


def _note_what_qt_says(kind: QtMsgType, _context: QMessageLogContext, said: str) -> None:
    """Keep Qt's warnings for whoever looks after the program; on a console they are said as well."""
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        logbook.note(f"Qt: {said}")
        if not isinstance(sys.stderr, logbook.LogStream):
            print(said, file=sys.stderr)


def _about_this_system() -> str:
    from ikonzept_desktop.ui.program_texts import version_number

    python = ".".join(map(str, sys.version_info[:3]))
    return f"iKonzept {version_number()}, Python {python}, Qt {qVersion()}, {sys.platform} {_system_version()}"


def _system_version() -> str:
    if sys.platform == "win32":
        return ".".join(map(str, sys.getwindowsversion()[:3]))
    return os.uname().release
