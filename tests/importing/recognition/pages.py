"""A small language for manuscripts: `manuscript(h(0, "Ziele"), p("Text"))`, and plans told in short lines."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from ikonzept_desktop.importing.manuscript import Hints, Manuscript, Piece, Where
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan
from ikonzept_desktop.importing.recognition import proposed
from ikonzept_desktop.model.blocks import Block, Cell, Table
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.model.template_file import read_template
from tests import builders
from tests.builders import Words

LONG = (
    "Die Städte des Kreises arbeiten seit vielen Jahren zusammen, und sie haben dabei gelernt, dass gute Absprachen "
    "mehr bewirken als neue Gremien, wenn alle wissen, wer wofür zuständig ist und wen man fragt."
)
BODY = Hints(style="Standard", size=11.0)
TEMPLATES = Path(__file__).parents[3] / "resources" / "templates"


@cache
def our_template() -> Template:
    """Give the template that comes with the program."""
    return read_template(TEMPLATES / "integrationskonzept.toml")


def h(level: int, words: str, number: str = "") -> Piece:
    """Give a heading by style."""
    style = f"heading {level + 1}"
    return Piece(builders.p(words), Hints(style, (style,), level, number, is_bold=True, size=16.0 - level))


def p(*words: Words) -> Piece:
    """Give a paragraph; long running text without words of its own."""
    return Piece(builders.p(*(words or (LONG,))), BODY)


def titled(*titles: str, level: int = 0) -> tuple[Piece, ...]:
    """Give headings by style, each with text below it."""
    return tuple(piece for title in titles for piece in (h(level, title), p()))


def b(words: str, size: float = 11.0, *, capital: bool = False) -> Piece:
    """Give a bold line by itself."""
    return Piece(builders.p(words), replace(BODY, is_bold=True, size=size, is_capital=capital))


def styled(style: str, words: str, size: float = 11.0) -> Piece:
    """Give a paragraph of a style that is no heading's."""
    return Piece(builders.p(words), Hints(style, (style,), size=size))


def item(words: str, *, ordered: bool = False) -> Piece:
    """Give an item of a list."""
    return Piece(builders.ol(words) if ordered else builders.li(words), BODY)


def block(made: Block) -> Piece:
    """Give any block."""
    return Piece(made, BODY)


def grid(*rows: tuple[Words | Cell, ...]) -> Table:
    """Give a table of words, its first row the heads."""
    return builders.table(*(builders.row(*cells) for cells in rows))


def toc(words: str, level: int = 0, page: int = 3) -> Piece:
    """Give a line of a table of contents."""
    return Piece(builders.p(f"{words} {page}"), Hints(f"toc {level + 1}"), Where.CONTENTS)


def elsewhere(where: Where, words: str) -> Piece:
    """Give a piece that is not in the run of the text."""
    return Piece(builders.p(words), BODY, where)


def manuscript(*pieces: Piece, title: str = "", name: str = "Konzept.docx") -> Manuscript:
    """Give a document of pieces."""
    return Manuscript(name, pieces, title)


def plan(*pieces: Piece, template: Template | None = None, title: str = "") -> Plan:
    """Propose what becomes of pieces, by our own template."""
    return proposed(manuscript(*pieces, title=title), template or our_template())


def told(plan: Plan) -> list[str]:
    """Give a plan in short lines: sections indented, with their kind; `?` where it is not sure."""
    return [line for entry in plan.entries for line in _told(entry)]


def outline(plan: Plan) -> list[str]:
    """Give its sections alone: titles, indented."""
    return ["  " * entry.level + entry.title for entry in sections(plan)]


def sections(plan: Plan) -> list[Entry]:
    """Give the entries that are sections."""
    return [entry for entry in plan.entries if entry.becomes is Becomes.SECTION]


def _told(entry: Entry) -> Iterator[str]:
    mark = "" if entry.is_sure else "?"
    match entry.becomes:
        case Becomes.SECTION:
            yield f"{'  ' * entry.level}{entry.title} [{entry.kind}]{mark}"
        case Becomes.FIELD | Becomes.RECORDS:
            yield f"{entry.becomes.value} {entry.field}{mark}"
        case Becomes.TEXT if entry.kind:
            yield f"text, or {entry.title}{mark}"
        case Becomes.TITLE | Becomes.SUBTITLE:
            yield f"{entry.becomes.value} {entry.title}{mark}"
        case _:
            yield f"{entry.becomes.value}{mark}"
