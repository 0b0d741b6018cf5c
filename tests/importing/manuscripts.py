"""Manuscripts and plans said briefly: `manuscript(p("1 Ziele"), p("Text"))`, `plan(section(0), text(2))`."""

from ikonzept_desktop.importing.manuscript import Hints, Manuscript, Piece, Pointer, Where
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan, Reason
from ikonzept_desktop.model.blocks import Block


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
