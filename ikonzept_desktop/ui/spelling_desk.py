"""The one place of the program that asks the dictionary: a child process, so that no window ever waits for it.

Every window shares it, and with it what is known about words. Without a window there is no child.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ikonzept_desktop import settings as user_settings
from ikonzept_desktop.checking import own_words
from ikonzept_desktop.checking.verdicts import Units
from ikonzept_desktop.paths import resource, user_folders

if TYPE_CHECKING:  # the child is not needed until something is asked
    from ikonzept_desktop.jobs import Job, Worker

NAME = "spelling-desk"
AT_ONCE = 400
"""Units asked for in one go: some tenths of a second."""
SECONDS = 30.0
"""After which an answer will not come."""
MEMORY_MB = 1024
_MOST_DEATHS = 2
DICTIONARY_BROKEN = "Das Wörterbuch lässt sich nicht befragen."
NOT_WRITTEN = "Ihr Wörterbuch ließ sich nicht schreiben. Das Wort gilt, bis Sie das Programm beenden."
OFF_WITH = "{reason} Ihr Text ist davon nicht berührt; die Rechtschreibung wird nicht geprüft."


class SpellingDesk(QObject):
    """Asks, and tells when answers have come."""

    learned = Signal()
    """More is known about words than before, or the user's own words have changed."""
    suggested = Signal(str, object)
    """A word, and the tuple of what may have been meant."""
    switched = Signal(bool)
    """Whether spelling is checked from now on."""
    broken = Signal(str)
    """A sentence that says why spelling cannot be checked."""
    _ended = Signal(object, str)

    def __init__(self, parent: QObject, dictionary: Path | None = None) -> None:
        """Begin with the user's choice; nothing is started yet."""
        super().__init__(parent)
        self.setObjectName(NAME)
        self.units = Units()
        self.trouble = ""
        """Why spelling cannot be checked, if it cannot."""
        self.user_words: tuple[str, ...] = own_words.read(own_words.own_words_file())
        self._dictionary = dictionary or resource("dictionaries")
        self._on = _chosen()
        self._worker: Worker | None = None
        self._guests = 0
        self._asking = False
        self._deaths = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self._ended.connect(self._take_end)

    @property
    def on(self) -> bool:
        """Whether spelling is checked: it is wished, and there is a dictionary."""
        return self._on and not self.trouble

    def switch(self, *, on: bool) -> None:
        """Check spelling or do not, in every window, and remember the choice."""
        if on:
            self.trouble, self._deaths = "", 0
        self._on = on
        _remember(on)
        if not on:
            self.dismiss()
        self.switched.emit(self.on)

    def receive(self, guest: QObject) -> None:
        """Serve a window until it is gone; after the last one the child goes too."""
        self._guests += 1
        guest.destroyed.connect(self._see_out)

    def ask_soon(self) -> None:
        """Have what is not known yet asked for."""
        if self.on and not self._asking:
            self._soon.start()

    def suggest(self, word: str) -> None:
        """Ask what may have been meant; `suggested` gives the answer."""
        if not self.on:
            self.suggested.emit(word, ())
            return
        from ikonzept_desktop.checking import service

        job = self._child().start_within(SECONDS, service.suggest, self._dictionary, word)
        job.watch(done=lambda done: self._tell(done, word))

    def change_user_words(self, *, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> str:
        """Put words into the user's own list or take them out; gives a sentence where it cannot be written."""
        try:
            self.user_words = own_words.change(own_words.own_words_file(), add=add, remove=remove)
        except OSError:
            kept = (word for word in self.user_words if word not in remove)
            self.user_words = tuple(sorted({*kept, *add}, key=str.casefold))
            self.learned.emit()
            return NOT_WRITTEN
        self.learned.emit()
        return ""

    def _ask(self) -> None:
        units = self.units.take_missing(AT_ONCE) if self.on and not self._asking else ()
        if not units:
            return
        from ikonzept_desktop.checking import service

        self._asking = True
        job = self._child().start_within(SECONDS, service.look_up, self._dictionary, units, user_folders().state)
        job.watch(done=lambda done: self._tell(done, ""))

    def _tell(self, job: Job[Any], word: str) -> None:
        """Hand an end over to the thread of the windows."""
        self._ended.emit(job, word)

    def _take_end(self, job: Job[Any], word: str) -> None:
        from ikonzept_desktop.jobs import JobCancelled, JobError, JobFailed

        self._asking = self._asking and bool(word)
        try:
            answer = job.result(0)
        except JobCancelled:
            return
        except JobFailed as error:
            self._break(str(error) if error.kind == "NoDictionary" else DICTIONARY_BROKEN)
        except JobError:
            self._deaths += 1
            if self._deaths >= _MOST_DEATHS:
                self._break(DICTIONARY_BROKEN)
            else:
                self.ask_soon()
        else:
            self._take_answer(answer, word)

    def _take_answer(self, answer: Any, word: str) -> None:
        if word:
            self.suggested.emit(word, answer)
            return
        self.units.learn(answer)
        self.learned.emit()
        self.ask_soon()

    def _break(self, reason: str) -> None:
        self.trouble = OFF_WITH.format(reason=reason)
        self.dismiss()
        self.broken.emit(self.trouble)
        self.switched.emit(False)

    def _child(self) -> Worker:
        if self._worker is None:
            from ikonzept_desktop.jobs import Worker

            self._worker = Worker(memory_mb=MEMORY_MB, preload=("ikonzept_desktop.checking.service",))
        return self._worker

    def _see_out(self) -> None:
        self._guests -= 1
        if not self._guests:
            self.dismiss()

    def dismiss(self) -> None:
        """Let the child go; it comes back when something is asked."""
        worker, self._worker, self._asking = self._worker, None, False
        if worker is not None:
            worker.close()


def desk_of_program() -> SpellingDesk:
    """Give the program's desk, made when it is first asked for."""
    app = QCoreApplication.instance()
    assert app is not None
    found = app.findChild(SpellingDesk, NAME)
    if found is None:
        found = SpellingDesk(app)
        app.aboutToQuit.connect(found.dismiss)
    return found


def _chosen() -> bool:
    try:
        return user_settings.load(user_settings.settings_file()).settings.spelling
    except OSError:
        return True


def _remember(on: bool) -> None:
    try:
        user_settings.update(user_settings.settings_file(), lambda known: replace(known, spelling=on))
    except OSError:
        return  # the user's folder cannot be written: the choice holds for this sitting
