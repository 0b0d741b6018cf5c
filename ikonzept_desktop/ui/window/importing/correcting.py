"""A plan in the hands of a person: what was corrected, taken back and done again, and what it comes to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.importing import outlook as outlooks
from ikonzept_desktop.importing import plan_edits
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.outlook import Outlook
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan
from ikonzept_desktop.importing.plan_edits import Corrected
from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.template import FieldKind, FieldType, SectionKind

VALUES = frozenset({FieldKind.RICH_TEXT, FieldKind.LINE, FieldKind.CHOICE, FieldKind.DAY, FieldKind.YES_NO})


_Step = tuple[Plan, tuple[int, ...]]
"""A plan to go to, and the pieces of the entries that the correction was about."""


class Correcting(QObject):
    """One plan and its corrections; the concept is not touched."""

    changed = Signal()
    """The plan is another one, or what it comes to."""

    def __init__(
        self, document: Document, manuscript: Manuscript, plan: Plan, into: str = "", parent: QObject | None = None
    ) -> None:
        """Begin with a plan as it is proposed, to go below a section of a concept or to its end."""
        super().__init__(parent)
        self.document = document
        self.manuscript = manuscript
        self.plan = plan
        self.into = into
        self.chosen: tuple[int, ...] = ()
        """The pieces of the entries that are to be chosen after a change."""
        self._before: list[_Step] = []
        self._after: list[_Step] = []
        self._outlook: Outlook | None = None
        self._said: dict[int, str] = {}

    @property
    def count(self) -> int:
        """How many pieces the document has."""
        return len(self.manuscript.pieces)

    def outlook(self) -> Outlook:
        """Give what the plan comes to."""
        if self._outlook is None:
            self._outlook = outlooks.outlook(self.document, self.manuscript, self.plan, self.into)
        return self._outlook

    def go_into(self, section: str) -> None:
        """Have it go elsewhere in the concept: below a section, or to the end for none."""
        if section != self.into:
            self.into = section
            self._show()

    def take(self, made: Corrected) -> bool:
        """Take a correction; tell whether it changed anything."""
        if made.plan == self.plan:
            return False
        self.chosen = tuple(made.plan.entries[at].piece for at in made.chosen)
        self._before.append((self.plan, self.chosen))
        self._after.clear()
        self.plan = made.plan
        self._show()
        return True

    def can_undo(self) -> bool:
        """Tell whether there is a correction to take back."""
        return bool(self._before)

    def can_redo(self) -> bool:
        """Tell whether there is one to do again."""
        return bool(self._after)

    def undo(self) -> None:
        """Take the last correction back."""
        self._travel(self._before, self._after)

    def redo(self) -> None:
        """Do the last correction that was taken back again."""
        self._travel(self._after, self._before)

    def at(self, piece: int) -> int | None:
        """Give which entry begins with a piece."""
        return next((at for at, entry in enumerate(self.plan.entries) if entry.piece == piece), None)

    def said(self, piece: int) -> str:
        """Give the words of a piece in one line."""
        known = self._said.get(piece)
        if known is None:
            known = self._said[piece] = outlooks.words_of(self.manuscript, piece)
        return known

    def words(self, piece: int) -> str:
        """Give the words of a piece that could be a title; nothing of a table or a figure."""
        manuscript = self.manuscript
        return outlooks.words_of(manuscript, piece) if outlooks.can_be_title(manuscript, piece) else ""

    # --- corrections by what a person means

    def toggle(self, places: Sequence[int]) -> None:
        """Make sections text, or where one of them is none, all of them sections."""
        if all(self.plan.entries[at].becomes is Becomes.SECTION for at in places):
            self.take(plan_edits.as_text(self.plan, places))
        else:
            self.take(plan_edits.as_sections(self.plan, places, self._kind_near(places), self.words))

    def make_kind(self, places: Sequence[int], kind: str) -> None:
        """Make sections of a kind."""
        self.take(plan_edits.with_kind(self.plan, places, kind, self.words))

    def make_field(self, places: Sequence[int], field: str) -> None:
        """Make a field of the section above: of a table, records where the field holds such."""
        at = places[0]
        type = next((type for type in self.fields_for(at) if type.key == field), None)
        table = self.table(self.plan.entries[at].piece)
        if type is not None and table is not None and type.kind is FieldKind.RECORDS:
            columns = outlooks.guessed_columns(table, _keys(type))
            heads = outlooks.has_heads(table, _keys(type))
            self.take(plan_edits.as_records(self.plan, at, field, columns, self.count, has_heads=heads))
        else:
            self.take(plan_edits.as_fields(self.plan, places, field, self.words))

    def make_section_below(self, places: Sequence[int]) -> None:
        """Make sections of what was to be fields."""
        self.take(plan_edits.as_sections(self.plan, places, self._kind_near(places), self.words))

    def split(self, piece: int) -> None:
        """Have a section begin at a piece."""
        at = plan_edits.owner(self.plan, piece, self.count)
        kind = outlooks.kind_for_new(self.document.template, self.plan, at)
        self.take(plan_edits.split(self.plan, piece, self.words(piece), kind, self.count))

    def split_field(self, piece: int, field: str) -> None:
        """Have a field begin at a piece: of a table, records where the field holds such."""
        at = plan_edits.owner(self.plan, piece, self.count)
        type = next((type for type in self.fields_for(at) if type.key == field), None)
        table = self.table(piece)
        if type is not None and table is not None and type.kind is FieldKind.RECORDS:
            columns = outlooks.guessed_columns(table, _keys(type))
            heads = outlooks.has_heads(table, _keys(type))
            self.take(plan_edits.split_table(self.plan, piece, field, columns, self.count, has_heads=heads))
        else:
            self.take(plan_edits.split_field(self.plan, piece, field, self.words(piece), self.count))

    # --- what a person may choose from

    def kinds(self) -> list[SectionKind]:
        """Give the kinds that sections can be made of."""
        return [kind for kind in self.document.template.kinds if not kind.hidden]

    def fields_for(self, at: int, piece: int | None = None) -> list[FieldType]:
        """Give the fields that an entry, or a piece amid its text, can become, of the section above it.

        A section's own head asks the section before it.
        """
        entry = self.plan.entries[at]
        is_head = entry.becomes is Becomes.SECTION and piece is None
        last = at - 1 if is_head else at
        kind = outlooks.kind_above(self.document.template, self.plan, last) if last >= 0 else None
        has_table = self.table(entry.piece if piece is None else piece) is not None
        found = [type for type in (kind.fields if kind else ()) if not type.hidden]
        return [type for type in found if type.kind in VALUES or type.kind is FieldKind.RECORDS or not has_table]

    def type_of(self, at: int) -> FieldType | None:
        """Give the field that an entry becomes."""
        kind = outlooks.kind_above(self.document.template, self.plan, at)
        return kind.field(self.plan.entries[at].field) if kind is not None else None

    def table(self, piece: int) -> Table | None:
        """Give the table that a piece is, or None."""
        block = self.manuscript.pieces[piece].block
        return block if isinstance(block, Table) else None

    def _kind_near(self, places: Sequence[int]) -> str:
        return outlooks.kind_for_new(self.document.template, self.plan, min(places))

    def _travel(self, source: list[_Step], target: list[_Step]) -> None:
        if source:
            plan, self.chosen = source.pop()
            target.append((self.plan, self.chosen))
            self.plan = plan
            self._show()

    def _show(self) -> None:
        self._outlook = None
        self.changed.emit()


def _keys(type: FieldType) -> list[tuple[str, str]]:
    return [(column.key, column.label) for column in type.columns if not column.hidden]


def is_listed(entry: Entry) -> bool:
    """Tell whether an entry has a line of its own: what only goes on has none."""
    return not plan_edits.is_going_on(entry)


Change = Callable[[Sequence[int]], object]
"""What is done with the chosen entries."""
