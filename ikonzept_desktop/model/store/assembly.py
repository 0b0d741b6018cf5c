"""A concept put together again from its rows."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from ikonzept_desktop.model import codec, outline_codec
from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.document import Document, Section, Trashed
from ikonzept_desktop.model.fields import Field, FieldValue, Record, Records, RichText
from ikonzept_desktop.model.json_forms import FormError, Json, dumps, loads
from ikonzept_desktop.model.proposals import KeptProposal, ReturnedFile, in_order
from ikonzept_desktop.model.store.contents import Contents
from ikonzept_desktop.model.store.layout import PROPOSAL, RETURNED
from ikonzept_desktop.model.store.rows import Row, Values
from ikonzept_desktop.values import dataclass

_LARGEST = 2**62
"""Nobody makes that many edits, and a column of whole numbers holds no more than twice as many."""


@dataclass(frozen=True, slots=True)
class State:
    """Where the edits and the history stand."""

    number: int = 0
    """The last edit's."""
    position: int = 0
    newest: int = 0
    commit: str = ""
    """A name drawn for each commit, by which the writer knows its own again."""


class AssemblyError(FormError):
    """The rows make no concept; `section` is the id of the section where that was met, if it is known."""

    def __init__(self, what: str, section: str = "") -> None:
        super().__init__(what)
        self.section = section


def state_row(state: State) -> Row:
    """Give the row that keeps the state."""
    said = {"number": state.number, "position": state.position, "newest": state.newest, "commit": state.commit}
    return Row("meta", ("state", dumps(said)))


def read_state(content: str) -> State:
    """Read the row that keeps the state; raises AssemblyError."""
    try:
        found = loads(content)
    except FormError as error:
        raise AssemblyError("the state is unreadable") from error
    numbers = ("number", "position", "newest")
    if type(found) is not dict or not all(type(found.get(name)) is int for name in numbers):
        raise AssemblyError("the state is incomplete")
    state = State(found["number"], found["position"], found["newest"], str(found.get("commit", "")))
    if not (0 <= state.number <= _LARGEST and 0 <= state.position <= state.newest <= _LARGEST):
        raise AssemblyError("the state is impossible")
    return state


def state_of(contents: Contents) -> State:
    """Give where the edits and the history stand; raises AssemblyError."""
    return read_state(_meta(contents, "state"))


def document_of(contents: Contents) -> Document:
    """Put the document together; raises AssemblyError where a part is missing, left over or unreadable."""
    blocks = _blocks(contents)
    sections = _SectionRows(contents, _fields(contents, blocks))
    if blocks.known:
        raise AssemblyError("blocks without a place", next(iter(blocks.sections.values())))
    top, trash = sections.below(""), sections.trashed()
    sections.must_be_empty()
    return replace(_frame(contents), sections=top, trash=trash)


def _frame(contents: Contents) -> Document:
    """Give the document without its sections."""
    try:
        template = outline_codec.TEMPLATE.loads(_meta(contents, "template"))
        properties = outline_codec.PROPERTIES.loads(_meta(contents, "properties"))
    except FormError as error:
        raise AssemblyError("the template or the properties are unreadable") from error
    try:
        returned, proposals = _review(contents)
    except FormError as error:
        raise AssemblyError("what came back is unreadable") from error
    return Document(template, properties=properties, returned=returned, proposals=in_order(proposals))


def _review(contents: Contents) -> tuple[tuple[ReturnedFile, ...], tuple[KeptProposal, ...]]:
    returned: tuple[ReturnedFile, ...] = ()
    proposals: list[KeptProposal] = []
    for key, content in contents.rows["meta"]:
        if key == RETURNED:
            returned = outline_codec.RETURNED.loads(str(content))
        elif str(key).startswith(PROPOSAL):
            proposals.append(outline_codec.PROPOSAL.loads(str(content)))
    return returned, tuple(proposals)


def _meta(contents: Contents, key: str) -> str:
    for found, content in contents.rows["meta"]:
        if found == key:
            return str(content)
    raise AssemblyError(f"{key} is missing")


@dataclass(slots=True)
class _Blocks:
    """The blocks not yet placed, by id."""

    known: dict[str, Block]
    sections: dict[str, str]

    def take(self, id: str, section: str) -> Block:
        if self.sections.pop(id, "") != section:
            raise AssemblyError(f"block {id} is missing", section)
        return self.known.pop(id)


def _blocks(contents: Contents) -> _Blocks:
    found = _Blocks({}, {})
    decode = codec.BLOCK.decode
    for id, section, content in contents.rows["blocks"]:
        try:
            block = decode(loads(str(content)))
        except FormError as error:
            raise AssemblyError(f"block {id!s} is unreadable: {error}", str(section)) from error
        if block.id != id:
            raise AssemblyError(f"block {id!s} has another id", str(section))
        found.known[block.id], found.sections[block.id] = block, str(section)
    return found


_Leaf = tuple[str, str, str, Json]
"""Field, record, part and content of a row."""


def _fields(contents: Contents, blocks: _Blocks) -> dict[str, tuple[Field, ...]]:
    leaves: defaultdict[str, list[_Leaf]] = defaultdict(list)
    for section, field, record, part, content in contents.rows["fields"]:
        try:
            leaves[str(section)].append((str(field), str(record), str(part), loads(str(content))))
        except FormError as error:
            raise AssemblyError("a field is unreadable", str(section)) from error
    made = {}
    for section, found in leaves.items():
        try:
            made[section] = tuple(_fields_of(section, found, blocks))
        except FormError as error:
            raise AssemblyError(f"a field is unreadable: {error}", section) from error
    return made


def _fields_of(section: str, leaves: list[_Leaf], blocks: _Blocks) -> Iterator[Field]:
    parts: defaultdict[tuple[str, str], list[Field]] = defaultdict(list)
    for field, record, part, content in leaves:
        if record:
            parts[field, record].append(Field(part, _value(section, content, blocks)))
    for field, record, _part, content in leaves:
        if record:
            continue
        if type(content) is dict and content.keys() == {"records"}:
            ids = _ids(content["records"])
            records = tuple(Record(id, tuple(parts.pop((field, id), ()))) for id in ids)
            yield Field(field, Records(records))
        else:
            yield Field(field, _value(section, content, blocks))
    if parts:
        raise AssemblyError("a record is left over", section)


def _value(section: str, content: Json, blocks: _Blocks) -> FieldValue:
    if type(content) is dict and content.keys() == {"blocks"}:
        return RichText(tuple(blocks.take(id, section) for id in _ids(content["blocks"])))
    return codec.VALUE.decode(content)


def _ids(found: Json) -> list[str]:
    if type(found) is not list or not all(type(id) is str for id in found):
        raise FormError("not a list of ids")
    return found


class _SectionRows:
    """The sections not yet placed, by parent."""

    def __init__(self, contents: Contents, fields: dict[str, tuple[Field, ...]]) -> None:
        self._fields = fields
        self._rows: defaultdict[str, list[Values]] = defaultdict(list)
        self._trashed: list[Values] = []
        for row in contents.rows["sections"]:
            (self._trashed if row[3] else self._rows[str(row[1])]).append(row)

    def below(self, parent: str) -> tuple[Section, ...]:
        """Give the sections below a parent, in order."""
        rows = sorted(self._rows.pop(parent, ()), key=_place)
        if [_place(row) for row in rows] != list(range(len(rows))):
            raise AssemblyError("the sections leave gaps in their order", parent)
        return tuple(map(self._section, rows))

    def trashed(self) -> tuple[Trashed, ...]:
        """Give the Papierkorb, in order."""
        return tuple(map(self._in_trash, sorted(self._trashed, key=_place)))

    def must_be_empty(self) -> None:
        """Raise AssemblyError where a section or a field stands nowhere."""
        for rows in self._rows.values():
            raise AssemblyError("a section without its parent", str(rows[0][0]))
        for section in self._fields:
            raise AssemblyError("a field without its section", section)

    def _section(self, row: Values) -> Section:
        id = str(row[0])
        fields = self._fields.pop(id, ())
        try:
            said: dict[str, Any] = outline_codec.OWN_PARTS.decode(loads(str(row[4])))
        except FormError as error:
            raise AssemblyError(f"section {id} is unreadable: {error}", id) from error
        return Section(id=id, fields=fields, children=self.below(id), **said)

    def _in_trash(self, row: Values) -> Trashed:
        try:
            said = loads(str(row[3]))
            place, deleted = codec.PLACE.decode(said["place"]), datetime.fromisoformat(said["deleted"])
        except (ValueError, TypeError, KeyError) as error:
            raise AssemblyError("a place in the Papierkorb is unreadable", str(row[0])) from error
        return Trashed(self._section(row), place, deleted)


def _place(row: Values) -> int:
    place = row[2]
    if not isinstance(place, int):
        raise AssemblyError("a place that is no number", str(row[0]))
    return place
