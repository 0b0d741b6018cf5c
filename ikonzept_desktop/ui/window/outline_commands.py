"""What the commands of the outline do: each one edit, undoable, with the section chosen that it was about."""

from collections.abc import Callable
from datetime import UTC, datetime

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Document, Place, Section, find_section, walk
from ikonzept_desktop.model.edits import Edit, InsertSection
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.section_kind import set_kind
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window import texts
from ikonzept_desktop.ui.window.outline_pane import OutlinePane


class OutlineCommands:
    """Carries out the outline's commands on the chosen section."""

    def __init__(
        self,
        session: Session,
        pane: OutlinePane,
        *,
        show: Callable[[str], None],
        say: Callable[[str], None],
    ) -> None:
        """`show` opens a section in the middle, `say` says something in passing."""
        self._session = session
        self._pane = pane
        self._show = show
        self._say = say
        pane.move_asked.connect(self.move)
        pane.rename_asked.connect(self.rename)
        pane.tree.delete_asked.connect(self.delete)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Give the handler of each command by key."""
        return {
            "new_after": lambda: self._new(outline.place_after, texts.NEW_SECTION),
            "new_below": lambda: self._new(outline.place_below, texts.NEW_SECTION_BELOW),
            "rename": self._pane.tree.rename,
            "move_up": lambda: self._change(lambda d, id: outline.move_by(d, id, -1), texts.MOVE_SECTION),
            "move_down": lambda: self._change(lambda d, id: outline.move_by(d, id, 1), texts.MOVE_SECTION),
            "promote": lambda: self._change(outline.promote, texts.PROMOTE),
            "demote": lambda: self._change(outline.demote, texts.DEMOTE),
            "duplicate": self._duplicate,
            "delete_section": self.delete,
            "previous_section": lambda: self._step(-1),
            "next_section": lambda: self._step(1),
        }

    def new_of(self, kind: str) -> None:
        """Add a section of a kind near the chosen one."""
        self._new(lambda document, chosen: outline.place_for(document, kind, chosen), texts.NEW_SECTION, kind)

    def kind(self) -> str:
        """Give the kind of the chosen section; nothing where none is chosen."""
        section = self._chosen()
        return section.kind if section else ""

    def change_kind(self, kind: str) -> None:
        """Make the chosen section one of another kind."""
        self._change(lambda document, chosen: set_kind(document, chosen, kind), texts.CHANGE_KIND)

    def move(self, section: str, place: Place) -> None:
        """Move a section that was dragged."""
        self._session.apply(outline.move(self._session.document, section, place), texts.MOVE_SECTION)
        self._pane.tree.choose(section)

    def rename(self, section: str, title: str) -> None:
        """Give a section another title."""
        edit = outline.set_attribute(self._session.document, section, "title", title.strip())
        self._session.apply(edit, texts.RENAME, selection=Selection(section))

    def delete(self) -> None:
        """Put the chosen section into the Papierkorb and open its neighbour."""
        section = self._chosen()
        if section is None:
            return
        neighbour = self._neighbour(section)
        edit = outline.trash(self._session.document, section.id, datetime.now(UTC))
        if self._session.apply(edit, texts.DELETE_SECTION, selection=Selection(section.id)):
            self._say(texts.SECTION_DELETED)
            if neighbour:
                self._show(neighbour)

    def _chosen(self) -> Section | None:
        return find_section(self._session.document, self._pane.tree.chosen())

    def _change(self, make: Callable[[Document, str], Edit | None], label: str) -> None:
        chosen = self._pane.tree.chosen()
        self._session.apply(make(self._session.document, chosen), label, selection=Selection(chosen))
        self._pane.tree.choose(chosen)

    def _new(self, place_for: Callable[[Document, str], Place], label: str, kind: str = "") -> None:
        document = self._session.document
        place = place_for(document, self._pane.tree.chosen())
        section = outline.new_section(document.template, kind or outline.kind_for(document, place).key)
        if self._session.apply(outline.insert(document, section, place), label, selection=Selection(section.id)):
            self._show(section.id)
            self._pane.tree.setFocus()
            self._pane.tree.rename()

    def _duplicate(self) -> None:
        edit = outline.duplicate(self._session.document, self._pane.tree.chosen())
        if self._session.apply(edit, texts.DUPLICATE) and isinstance(edit, InsertSection):
            self._show(edit.section.id)

    def _step(self, by: int) -> None:
        order = [section.id for section in walk(self._session.document.sections)]
        chosen = self._pane.tree.chosen()
        if chosen in order:
            self._show(order[min(max(order.index(chosen) + by, 0), len(order) - 1)])

    def _neighbour(self, section: Section) -> str:
        """Give the section that takes the place of one that goes, with all below it."""
        going = {below.id for below in walk((section,))}
        order = [known.id for known in walk(self._session.document.sections)]
        at = order.index(section.id)
        after = [id for id in order[at:] if id not in going]
        return after[0] if after else order[at - 1] if at else ""
