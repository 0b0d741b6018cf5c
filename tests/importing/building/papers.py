"""A small language for tests: `paper(h("Ziele"), p("Text"))` is a manuscript, `plan(section(0, "Ziele"))` its plan."""

from dataclasses import replace
from typing import Any

from ikonzept_desktop.importing.building import Built, built
from ikonzept_desktop.importing.manuscript import Hints, Manuscript, Piece, Where
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.schema import check
from tests.builders import fresh_id
from tests.builders import p as paragraph

Said = Piece | Block | str


def piece(block: Block | str, where: Where = Where.BODY, place: str = "", **hints: Any) -> Piece:
    """Give a piece; words are a paragraph."""
    return Piece(paragraph(block) if isinstance(block, str) else block, Hints(**hints), where, place)


def h(words: str | Block, level: int = 0) -> Piece:
    """Give a heading."""
    return piece(words, level=level)


def paper(*said: Said, name: str = "Rahmenkonzept.docx", **more: Any) -> Manuscript:
    """Give a manuscript."""
    return Manuscript(name, tuple(one if isinstance(one, Piece) else piece(one) for one in said), **more)


def by_level(manuscript: Manuscript, kind: str = "chapter") -> Plan:
    """Give the plan that makes every heading a section of one kind."""
    return Plan(
        tuple(
            section(at, plain(getattr(one.block, "inlines", ())), one.hints.level, kind)
            for at, one in enumerate(manuscript.pieces)
            if one.hints.level is not None
        )
    )


def section(piece: int, title: str, level: int = 0, kind: str = "chapter", **more: Any) -> Entry:
    """Give the entry that begins a section."""
    return Entry(piece, Becomes.SECTION, level, kind, title, **more)


def label(piece: int, field: str, typed: str = "", **more: Any) -> Entry:
    """Give the entry that begins a field."""
    return Entry(piece, Becomes.FIELD, field=field, typed=typed, **more)


def rows(piece: int, field: str, *columns: str, by_rows: bool = False) -> Entry:
    """Give the entry that makes records of a table."""
    return Entry(piece, Becomes.RECORDS, field=field, columns=columns, by_rows=by_rows)


def plan(*entries: Entry) -> Plan:
    """Give a plan."""
    return Plan(entries)


def after(document: Document, manuscript: Manuscript, plan: Plan, into: str = "") -> Document:
    """Give the concept that a manuscript has come into; it is valid."""
    return applied(document, built(document, manuscript, plan, into=into, ids=fresh_id))


def applied(document: Document, made: Built) -> Document:
    """Give the concept after what was built; it is valid."""
    changed = apply(document, made.edit) if made.edit is not None else document
    check(changed)
    return changed


def outline(document: Document) -> list[str]:
    """Give the titles, deeper ones behind points."""
    return list(_outline(document.sections, ""))


def _outline(sections: tuple[Section, ...], before: str) -> list[str]:
    found: list[str] = []
    for one in sections:
        found += [before + one.title, *_outline(one.children, before + "· ")]
    return found


def named(document: Document, title: str) -> Section:
    """Give the section of that title."""
    return next(one for one in walk(document.sections) if one.title == title)


def texts(section: Section, key: str = "text") -> list[str]:
    """Give the words of each block of a text."""
    return [plain(getattr(block, "inlines", getattr(block, "caption", ()))) for block in section.blocks(key)]


def like(piece: Piece, **changes: Any) -> Piece:
    """Give a piece with something about it changed."""
    return replace(piece, **changes)
