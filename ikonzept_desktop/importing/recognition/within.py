"""What stands in sections beside their text: labels that paragraphs begin with, tables of records, signatures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from ikonzept_desktop.importing.recognition.fields import is_short, plain_text, run_in
from ikonzept_desktop.importing.recognition.kinds import Kinds
from ikonzept_desktop.importing.recognition.lines import Line
from ikonzept_desktop.importing.recognition.record_tables import record_table
from ikonzept_desktop.importing.recognition.sections import Settled
from ikonzept_desktop.model.blocks import Paragraph, Table
from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, Role, SectionKind

_LONGEST_SIGNATURE = 100
_FEWEST_BEFORE_SIGNATURE = 2


def entries_within(
    lines: Sequence[Line], known: Iterable[Entry], contents: frozenset[int], found: Settled, kinds: Kinds
) -> list[Entry]:
    """Give the entries that come between those known already."""
    walk = _Walk({entry.piece: entry for entry in known}, found, kinds)
    within = [entry for line in lines if line.is_body and line.index not in contents for entry in walk.line(line)]
    return [*within, *walk.end()]


class _Walk:
    """Goes through the lines in order, and knows the section and field each stands in."""

    def __init__(self, known: Mapping[int, Entry], found: Settled, kinds: Kinds) -> None:
        self._known = known
        self._kinds = kinds
        self._found = found
        self._kind: SectionKind | None = None
        self._field: FieldType | None = None
        self._is_one_line = False
        """Whether the field was one line, which the line before was."""
        self._own: list[Line] = []
        """The lines of the section that no field has taken."""

    def line(self, line: Line) -> Iterator[Entry]:
        """Give what is proposed for a line, and before it for those it ends."""
        entry = self._known.get(line.index)
        if entry is not None and entry.becomes is Becomes.SECTION:
            yield from self.end()
            self._kind = self._kinds.template.kind(entry.kind)
            self._field, self._is_one_line = None, False
            self._own = [line] if entry.begins_text else []
            if not entry.begins_text:
                return
        elif entry is not None:
            if entry.becomes is Becomes.FIELD:
                self._kind = self._found.kinds[self._found.owners[line.index]]
                self._field, self._is_one_line = self._kind.field(entry.field), False
            return
        if self._kind is not None:
            yield from self._inner(line, self._kind)

    def end(self) -> Iterator[Entry]:
        """Give the signature that a foreword ends with."""
        kind, own = self._kind, self._own
        if (
            kind is None
            or kind.placement is not Placement.FRONT
            or kind.role is not Role.TEXT
            or self._field is not None
        ):
            return
        field = next((each for each in kind.fields if each.kind is FieldKind.LINE and not each.heading), None)
        if field is None or len(own) <= _FEWEST_BEFORE_SIGNATURE or not own[-1].is_paragraph:
            return
        text = own[-1].text
        if len(text) <= _LONGEST_SIGNATURE and text[-1] not in ".,;:!?" and own[-1].index not in self._known:
            yield Entry(
                own[-1].index, Becomes.FIELD, field=field.key, reason=Reason.PLACE, is_sure=False, begins_text=True
            )

    def _inner(self, line: Line, kind: SectionKind) -> Iterator[Entry]:
        if isinstance(line.block, Table):
            table = record_table(kind, line.block, self._field)
            if table is not None:
                yield Entry(
                    line.index,
                    Becomes.RECORDS,
                    field=table.field.key,
                    columns=table.columns,
                    by_rows=table.by_rows,
                    has_heads=table.has_heads,
                    reason=Reason.HEADS,
                    is_sure=table.is_sure,
                )
                return
        elif isinstance(line.block, Paragraph) and (label := run_in(kind, line)) is not None:
            self._field, self._is_one_line = label.field, is_short(label.field)
            yield Entry(
                line.index,
                Becomes.FIELD,
                title=label.words,
                typed=label.cut,
                field=label.field.key,
                reason=Reason.WORDS,
                is_sure=label.is_exact,
            )
            return
        text = plain_text(kind)
        if self._is_one_line and text is not None:
            self._field, self._is_one_line = text, False
            yield Entry(line.index, Becomes.FIELD, field=text.key, reason=Reason.PLACE, begins_text=True)
        elif self._field is None:
            self._own.append(line)
