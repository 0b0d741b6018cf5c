"""Fetches what is to stand in the second text, and keeps its panel at the side of the one that is written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from ikonzept_desktop.model.document import walk
from ikonzept_desktop.settings import with_predecessor
from ikonzept_desktop.ui import opening
from ikonzept_desktop.ui.reading_session import looking_at
from ikonzept_desktop.ui.session import Keeper, Session
from ikonzept_desktop.ui.trouble import Trouble
from ikonzept_desktop.ui.window.second_text import texts
from ikonzept_desktop.ui.window.second_text.panel import SecondText
from ikonzept_desktop.ui.window.second_text.sources import CHOOSE, HERE, PREDECESSOR, Entry, Source, predecessor_entry
from ikonzept_desktop.ui.window.surroundings import Surroundings


class SecondTextDesk(QObject):
    """The panel of the second text in a window, with its sources."""

    def __init__(self, room: Surroundings) -> None:
        """Put the panel beside the text of a window, not to be seen yet."""
        super().__init__(room.widget())
        self._room = room
        self._known: dict[str, Entry] = {}
        self._predecessor: Session | None = None
        self._predecessor_path: Path | None = None
        """The file that was chosen; what is shown of a damaged one is its backup."""
        self._open_keepers: list[Keeper] = []
        self._here = Source(Entry(HERE, texts.THIS_CONCEPT), self._owned(looking_at(room.session)))
        self.panel = panel = SecondText(self._here, writable=not room.session.read_only)
        panel.set_zoom(room.text.zoom())
        panel.show_source(self._here, self._neighbour())
        panel.hide()
        panel.shut_asked.connect(self._shut)
        panel.source_asked.connect(self.fetch)
        panel.write_asked.connect(self._write)
        panel.zoom_turned.connect(room.text.zoom_turned.emit)
        room.stage.put(panel)
        room.pane_homes[panel] = panel
        room.section_shown.connect(self._follow)
        room.text.zoomed.connect(panel.set_zoom)
        room.session.destroyed.connect(_closing(self._open_keepers))

    def toggle(self) -> None:
        """Open the second text with the keyboard at its source, or shut it."""
        self._room.workspaces.show_writing()
        if not self.panel.isHidden():
            self._shut()
            return
        self.offer()
        self.panel.show()
        self.panel.follow(self._room.text.section())
        self._room.actions_by_key["second_text"].setChecked(True)
        self.panel.sources.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offer(self) -> None:
        """Offer this concept, its versions, and the concept that came before."""
        entries = [Entry(HERE, texts.THIS_CONCEPT)]
        kept = opening.versions(self._room.session)
        if not isinstance(kept, Trouble):
            entries += [Entry(known.id, texts.version(known.reason, known.created)) for known in kept]
        before = self._known_predecessor()
        if before is not None:
            entries.append(Entry(PREDECESSOR, texts.predecessor(before.stem)))
        entries.append(Entry(CHOOSE, texts.OTHER_PREDECESSOR if before else texts.CHOOSE_PREDECESSOR))
        self._known = {entry.key: entry for entry in entries}
        self.panel.offer(entries)

    def fetch(self, key: str) -> None:
        """Bring a source into the panel by its key, or say in one sentence why that cannot be."""
        match key:
            case _ if key == CHOOSE:
                self._choose_predecessor()
                return
            case _ if key == HERE:
                self.panel.show_source(self._here, self._neighbour())
                found: Source | Trouble = self._here
            case _ if key == PREDECESSOR:
                found = self._open_predecessor()
            case _:
                found = self._version(key)
        if isinstance(found, Trouble):
            self.panel.tell(found.sentence)
            return
        if found is not self._here:
            self.panel.show_source(found)
        self.panel.follow(self._room.text.section())

    def _shut(self) -> None:
        focused = self._room.widget().focusWidget()
        held = self.panel.isAncestorOf(focused)
        self.panel.hide()
        self._room.actions_by_key["second_text"].setChecked(False)
        if held:
            self._room.text.setFocus()

    def _neighbour(self) -> str:
        """Give the section after the one that is written: to show the same twice tells nothing."""
        order = [section.id for section in walk(self._room.session.document.sections)]
        shown = self._room.text.section()
        if shown not in order:
            return order[0] if order else ""
        at = order.index(shown)
        return order[at + 1] if at + 1 < len(order) else order[at - 1]

    def _version(self, id: str) -> Source | Trouble:
        document = opening.version(self._room.session, id)
        if isinstance(document, Trouble):
            return document
        return Source(self._known[id], self._owned(looking_at(self._room.session, document)))

    def _open_predecessor(self) -> Source | Trouble:
        path = self._known_predecessor()
        assert path is not None
        if self._predecessor is None or self._predecessor_path != path:
            opened = self._read(path)
            if isinstance(opened, Trouble):
                return opened
            _closing(self._open_keepers)()
            self._open_keepers.append(opened.keeper)
            self._predecessor, self._predecessor_path = self._owned(opened), path
        return Source(predecessor_entry(self._predecessor), self._predecessor)

    def _read(self, path: Path) -> Session | Trouble:
        """Open a file to read, or the backup of one that is damaged, which is told."""
        opened = opening.open_concept(path, read_only=True)
        if isinstance(opened, Trouble) and opened.backups:
            backup = opening.open_concept(opened.backups[0][1], read_only=True)
            if not isinstance(backup, Trouble):
                self._room.status.say(texts.backup_of(path.name))
                return backup
        return opened

    def _choose_predecessor(self) -> None:
        room = self._room
        beside = (self._known_predecessor() or room.session.path).parent
        chosen, _ = QFileDialog.getOpenFileName(room.widget(), texts.OPEN_PREDECESSOR, str(beside), texts.FILTER)
        if chosen:
            room.memory.remember(lambda known: with_predecessor(known, room.session.path, Path(chosen)))
            self.offer()
            self.panel.sources.setCurrentIndex(self.panel.sources.findData(PREDECESSOR))
            self.fetch(PREDECESSOR)

    def _known_predecessor(self) -> Path | None:
        known = self._room.memory.recall().predecessors.get(str(self._room.session.path.absolute()))
        return Path(known) if known else None

    def _write(self, section: str) -> None:
        """Write in the section that is shown here, and show here the one that was written in."""
        before = self._room.text.section()
        self._room.show_section(section)
        self.panel.show_source(self._here, before)
        self._room.text.focus_field()

    def _follow(self, section: str) -> None:
        if not self.panel.isHidden():
            self.panel.follow(section)

    def _owned(self, session: Session) -> Session:
        """Have a session that is only looked at go with the window."""
        session.setParent(self)
        return session


def _closing(keepers: list[Keeper]) -> Callable[[], None]:
    """Give the call that lets go of the files that are only looked at; it outlives the window."""

    def close() -> None:
        while keepers:
            keepers.pop().close()

    return close
