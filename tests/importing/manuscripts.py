"""Manuscripts and plans said briefly: `manuscript(p("1 Ziele"), p("Text"))`, `plan(section(0), text(2))`."""

from dataclasses import replace

from ikonzept_desktop.importing.manuscript import Hints, Manuscript, Piece, Pointer, Where
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan, Reason
from ikonzept_desktop.model.blocks import Block, plain_text
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Line, Record, Records, RichText, value_of
from ikonzept_desktop.model.overview import deep
from ikonzept_desktop.model.template import FieldKind
from ikonzept_desktop.publication.labels import labels
from tests.builders import p, row, table


def manuscript(
    *blocks: Block | Piece, name: str = "Rahmenkonzept.docx", title: str = "", pointers: tuple[Pointer, ...] = ()
) -> Manuscript:
    """Give a document of these blocks, one piece each."""
    pieces = tuple(part if isinstance(part, Piece) else Piece(part) for part in blocks)
    return Manuscript(name, pieces, title, pointers)


def heading(block: Block, level: int) -> Piece:
    """Give a piece that its style calls a heading."""
    return Piece(block, Hints(style=f"heading {level + 1}", level=level))


def boxed(block: Block, place: str = "") -> Piece:
    """Give a piece out of a text box."""
    return Piece(block, where=Where.BOX, place=place)


def plan(*entries: Entry) -> Plan:
    """Give a plan."""
    return Plan(entries)


def section(
    piece: int, level: int = 0, title: str = "", kind: str = "chapter", typed: str = "", *, sure: bool = True
) -> Entry:
    """Give a section that begins with a piece."""
    return Entry(piece, Becomes.SECTION, level, kind, title or f"Abschnitt {piece}", typed, is_sure=sure)


def candidate(piece: int, level: int = 1, title: str = "", kind: str = "chapter") -> Entry:
    """Give text that could be a heading."""
    return Entry(piece, Becomes.TEXT, level, kind, title or f"Zeile {piece}", reason=Reason.LOOK, is_sure=False)


def goes_on(piece: int) -> Entry:
    """Give text that goes on behind something that was taken out."""
    return Entry(piece, Becomes.TEXT, reason=Reason.PLACE)


def field(piece: int, key: str) -> Entry:
    """Give a field of the section above."""
    return Entry(piece, Becomes.FIELD, field=key, reason=Reason.WORDS)


def records(piece: int, key: str, *columns: str) -> Entry:
    """Give a table whose rows become records."""
    return Entry(piece, Becomes.RECORDS, field=key, columns=columns, reason=Reason.HEADS)


def inbox(piece: int) -> Entry:
    """Give something for the inbox."""
    return Entry(piece, Becomes.INBOX, reason=Reason.PLACE)


class FromConcept:
    """A document that says what a concept says, and the plan that makes the same of it."""

    def __init__(self, document: Document) -> None:
        """Write a concept down, section by section."""
        self._pieces: list[Piece] = []
        self._entries: list[Entry] = []
        self._template = document.template
        known = labels(document)
        for written, depth in deep(document.sections):
            self._section(written, depth, known.number(written.id))
        self.manuscript = manuscript(*self._pieces)
        self.plan = plan(*self._entries)

    def _section(self, written: Section, depth: int, number: str) -> None:
        typed = f"{number} " if number else ""
        reason = Reason.STYLE if depth < 2 else Reason.NUMBER if typed else Reason.LOOK
        self._begin(
            f"{typed}{written.title}",
            Entry(0, Becomes.SECTION, depth, written.kind, written.title, typed, reason=reason, is_sure=depth < 2),
        )
        kind = self._template.kind(written.kind)
        for type in kind.fields:
            value = written.value(type.key)
            if isinstance(value, RichText) and value.blocks:
                if type.key != "text":
                    self._begin(type.label, field(0, type.key))
                self._pieces += [Piece(block) for block in value.blocks]
            elif isinstance(value, Records):
                columns = [column for column in type.columns if column.kind in {FieldKind.LINE, FieldKind.RICH_TEXT}]
                self._entries.append(
                    replace(records(len(self._pieces), type.key, *(column.key for column in columns)), is_sure=False)
                )
                head = row(*(column.label for column in columns))
                rows = [row(*(_said(record, column.key) for column in columns)) for record in value.records]
                self._pieces.append(Piece(table(head, *rows, caption=type.label)))

    def _begin(self, words: str, entry: Entry) -> None:
        self._entries.append(replace(entry, piece=len(self._pieces)))
        self._pieces.append(Piece(p(words)))


def _said(record: Record, key: str) -> str:
    value = value_of(record.fields, key)
    if isinstance(value, RichText):
        return " ".join(plain_text(block) for block in value.blocks)
    return value.text if isinstance(value, Line) else ""
