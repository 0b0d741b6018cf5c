"""Taking a foreign document over; what is behind it is made, and its modules imported, when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ikonzept_desktop.model.document import Document, find_section

if TYPE_CHECKING:  # for types alone: at run time they come with the first document
    from pathlib import Path

    from ikonzept_desktop.importing.plan import Plan
    from ikonzept_desktop.importing.proposing import Sight
    from ikonzept_desktop.model.project import Notice
    from ikonzept_desktop.ui.window.importing.take_over import Taken
    from ikonzept_desktop.ui.window.surroundings import Surroundings


def _goal(document: Document, shown: str) -> str:
    """Give the section that a document goes below unless told otherwise: the one that is shown, if it may hold any."""
    section = find_section(document, shown)
    return shown if section is not None and document.template.kind(section.kind).child_kinds else ""


class ImportFeature(QObject):
    """Asks for a document, has it read, shows what it is to become, and takes it over in one step."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        super().__init__(room.widget())
        self._room = room
        self._told: tuple[Taken, str] | None = None
        """What came last, and what the banner says of it."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {"import": self._ask}

    def ready(self) -> None:
        """Take documents that are let fall on the outline, and one that was read for a new concept."""
        self._room.outline.tree.documents_dropped.connect(self._take_dropped)
        self._room.sight_given.connect(self._show)
        self._room.session.changed.connect(self._look_on)

    def _ask(self) -> None:
        """Ask for a document; what is still being typed is there before it."""
        from ikonzept_desktop.ui.window.importing.reading_dialog import ask_for_file

        room = self._room
        if room.session.read_only or not room.commit_pending():
            return
        path = ask_for_file(room.session.path.parent, room.widget())
        if path is not None:
            self._read(path)

    def _take_dropped(self, paths: list[Path]) -> None:
        room = self._room
        if room.session.read_only or not room.commit_pending():
            return
        if len(paths) > 1:
            from ikonzept_desktop.ui.window.importing import texts

            room.status.say(texts.ONE_FILE)
            return
        self._read(paths[0])

    def _read(self, path: Path) -> None:
        from ikonzept_desktop.ui.window.importing import texts
        from ikonzept_desktop.ui.window.importing.reading_dialog import read

        room = self._room
        sight = read(path, room.session.document.template, room.widget())
        if isinstance(sight, str):
            if sight:
                room.banner.say(sight, "red", (texts.UNDERSTOOD, room.banner.be_quiet))
            else:
                room.status.say(texts.STOPPED)
        else:
            self._show(sight)

    def _show(self, sight: Sight) -> None:
        """Show the preview; below the section that is shown, in a concept that has any."""
        from ikonzept_desktop.ui.window.importing import texts
        from ikonzept_desktop.ui.window.importing.dialog import ImportDialog
        from ikonzept_desktop.ui.window.importing.take_over import take_over

        room, manuscript = self._room, sight.manuscript
        document = room.session.document
        into = _goal(document, room.text.section())
        came: list[Taken] = []

        def take(plan: Plan, goal: str) -> str:
            taken = take_over(room.session, manuscript, plan, goal)
            if isinstance(taken, str):
                return taken
            came.append(taken)
            return ""

        dialog = ImportDialog(document, manuscript, sight.plan, take, into, room.widget())
        dialog.exec()
        dialog.deleteLater()
        if came:
            self._tell(came[-1], manuscript.name)
        elif not document.sections:
            room.banner.say(texts.NOTHING_TAKEN, "info", (texts.AGAIN, self._ask))

    def _tell(self, taken: Taken, name: str) -> None:
        """Show the first section that came, and say how all of it goes again."""
        from ikonzept_desktop.ui.window.importing import texts

        room = self._room
        if taken.sections:
            room.show_section(taken.sections[0])
        said = texts.with_changes(texts.taken(taken.count), taken.proposals)
        self._told = (taken, said)
        room.status.say(said)
        ways = ((texts.SEE_REPORT, lambda: self._show_report(taken.report, name)),)
        room.banner.say(said, "info", *ways, (texts.UNDERSTOOD, room.banner.be_quiet))

    def _look_on(self, notice: Notice) -> None:
        """Say nothing any more of what was taken back."""
        if self._told is None or not notice.changes.outline:
            return
        taken, said = self._told
        if not any(find_section(notice.after, section) for section in taken.sections) and self._room.banner.says(said):
            self._room.banner.be_quiet()

    def _show_report(self, report: str, name: str) -> None:
        from ikonzept_desktop.ui.window.importing.report_dialog import ReportDialog

        ReportDialog(report, name, self._room.widget()).exec()
