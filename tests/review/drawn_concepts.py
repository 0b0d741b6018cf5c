"""Concepts, and what somebody made of them without tracking, drawn at random."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from ikonzept_desktop.model import tables
from ikonzept_desktop.model.blocks import Block, Blocks, ListItem, Paragraph, Table
from ikonzept_desktop.model.document import Document, replace_section
from ikonzept_desktop.model.fields import RichText, with_value
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.inline import Text, normalise
from tests.builders import bold, cell, chapter, doc, fn, li, p, row, table

_SUBJECTS = ("Der Kreis", "Die Stadt", "Das Jobcenter", "Ein Beirat", "Der Verein", "Die Schule", "Das Amt", "Die Kita")
_VERBS = ("fördert", "prüft", "begleitet", "beschreibt", "finanziert", "vermittelt", "verlangt", "ordnet")
_OBJECTS = ("die Kurse", "alle Familien", "den Bericht", "jede Maßnahme", "das Ehrenamt", "den Übergang", "die Zahlen")
_ENDS = ("mit Nachdruck.", "seit Jahren.", "ohne Vorbehalt.", "in jeder Gemeinde.", "bis zum Sommer.", "nach Bedarf.")
NOTE = "Siehe Bericht"
"""How every note begins."""
_NEW = ("gemeinsam", "2016", "sehr gern", "künftig (neu)", "bald,")


@st.composite
def sentences(draw: st.DrawFn, count: int) -> list[str]:
    """Draw as many different sentences."""
    parts = st.tuples(*(st.sampled_from(words) for words in (_SUBJECTS, _VERBS, _OBJECTS, _ENDS)))
    return [" ".join(each) for each in draw(st.lists(parts, min_size=count, max_size=count, unique=True))]


@st.composite
def concepts(draw: st.DrawFn) -> Document:
    """Draw two chapters of paragraphs and list items, a table in the second."""
    said = draw(sentences(9))
    blocks: list[Block] = []
    for at, text in enumerate(said):
        first, rest = text.split(" ", 1)
        match draw(st.sampled_from(["plain", "bold", "note", "item"])):
            case "plain":
                blocks.append(p(text, id=f"b{at}"))
            case "bold":
                blocks.append(p(f"{first} ", bold(rest), id=f"b{at}"))
            case "note":
                blocks.append(p(first, fn(f"{NOTE} {at}.", id=f"n{at}"), f" {rest}", id=f"b{at}"))
            case _:
                blocks.append(li(text, id=f"b{at}"))
    rows = [row(cell(f"Ort {at}", id=f"o{at}"), cell(f"Zahl {at}", id=f"z{at}"), id=f"r{at}") for at in range(4)]
    grid = table(*rows, id="t")
    return doc(
        chapter("Ziele des Ganzen", *blocks[:5], id="ziele"),
        chapter("Wege dorthin", *blocks[5:7], grid, *blocks[7:], id="wege"),
        title="Konzept",
    )


@st.composite
def changed(draw: st.DrawFn, document: Document, most: int = 4) -> Document:
    """Draw what somebody makes of a concept."""
    ways: list[Callable[[st.DrawFn, Document], Document]] = [_word, _word, _gone, _new, _moved, _split, _row]
    for _ in range(draw(st.integers(1, most))):
        document = draw(st.sampled_from(ways))(draw, document)
    return document


def _blocks(document: Document, section: int) -> Blocks:
    value = document.sections[section].value("text")
    return value.blocks if isinstance(value, RichText) else ()


def _with(document: Document, section: int, blocks: Blocks) -> Document:
    held = document.sections[section]
    return replace_section(document, replace(held, fields=with_value(held.fields, "text", RichText(blocks))))


def _somewhere(draw: st.DrawFn, document: Document) -> tuple[int, int]:
    """Draw one of the paragraphs and list items."""
    places = [
        (section, at)
        for section in (0, 1)
        for at, block in enumerate(_blocks(document, section))
        if isinstance(block, Paragraph | ListItem)
    ]
    return draw(st.sampled_from(places))


def _put(document: Document, section: int, at: int, *blocks: Block, instead: int = 0) -> Document:
    held = _blocks(document, section)
    return _with(document, section, (*held[:at], *blocks, *held[at + instead :]))


def _word(draw: st.DrawFn, document: Document) -> Document:
    section, at = _somewhere(draw, document)
    block = _blocks(document, section)[at]
    assert isinstance(block, Paragraph | ListItem)
    number = draw(st.sampled_from([n for n, each in enumerate(block.inlines) if isinstance(each, Text)]))
    run = block.inlines[number]
    assert isinstance(run, Text)
    words = run.text.split(" ")
    words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(_NEW))
    inlines = (*block.inlines[:number], replace(run, text=" ".join(words)), *block.inlines[number + 1 :])
    return _put(document, section, at, replace(block, inlines=normalise(inlines)), instead=1)


def _gone(draw: st.DrawFn, document: Document) -> Document:
    section, at = _somewhere(draw, document)
    return _put(document, section, at, instead=1) if len(_blocks(document, section)) > 2 else document


def _new(draw: st.DrawFn, document: Document) -> Document:
    section, at = _somewhere(draw, document)
    (text,) = draw(sentences(1))
    return _put(document, section, at + draw(st.integers(0, 1)), p(f"Neu: {text}", id=new_id()))


def _moved(draw: st.DrawFn, document: Document) -> Document:
    section, at = _somewhere(draw, document)
    block = _blocks(document, section)[at]
    if len(_blocks(document, section)) < 3:
        return document
    rest = _put(document, section, at, instead=1)
    target, to = _somewhere(draw, rest)
    return _put(rest, target, to + draw(st.integers(0, 1)), block)


def _split(draw: st.DrawFn, document: Document) -> Document:
    section, at = _somewhere(draw, document)
    block = _blocks(document, section)[at]
    assert isinstance(block, Paragraph | ListItem)
    run = block.inlines[-1]
    if not isinstance(run, Text) or run.text.count(" ") < 2:
        return document
    first, second = run.text.rsplit(" ", 2)[0], " ".join(run.text.rsplit(" ", 2)[1:])
    head = replace(block, inlines=(*block.inlines[:-1], replace(run, text=first)))
    tail = replace(block, id=new_id(), inlines=(replace(run, text=second),))
    return _put(document, section, at, head, tail, instead=1)


def _row(draw: st.DrawFn, document: Document) -> Document:
    (at,) = (at for at, block in enumerate(_blocks(document, 1)) if isinstance(block, Table))
    grid = _blocks(document, 1)[at]
    assert isinstance(grid, Table)
    line = draw(st.integers(1, len(grid.rows) - 1))
    if draw(st.booleans()):
        made = tables.delete(grid, tables.Axis.ROWS, line, line) if len(grid.rows) > 2 else grid
    else:
        made = tables.insert(grid, tables.Axis.ROWS, line + 1)
        assert made is not None
        (text,) = draw(sentences(1))
        new = made.rows[line + 1]
        cells = (replace(new.cells[0], inlines=(Text(text),)), replace(new.cells[1], inlines=(Text("neu"),)))
        made = replace(made, rows=(*made.rows[: line + 1], replace(new, cells=cells), *made.rows[line + 2 :]))
    assert made is not None
    return _put(document, 1, at, made, instead=1)
