"""Whatever a document holds, what is proposed for it can be made: kinds, fields and levels that a concept allows."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.importing.manuscript import Manuscript, Piece, Where
from ikonzept_desktop.importing.plan import Becomes, Entry
from ikonzept_desktop.importing.recognition import proposed
from ikonzept_desktop.model.blocks import Paragraph, Table
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.template import Placement, SectionKind, Template
from ikonzept_desktop.model.template_file import read_template
from tests.builders import TEMPLATE, bold
from tests.importing.recognition.pages import TEMPLATES, b, block, elsewhere, grid, h, item, p, styled, toc
from tests.importing.recognition.pages import our_template as ours

WORDS = (
    *(
        "Einleitung",
        "Ausgangslage",
        "Maßnahmen",
        "Leitziel:",
        "Handlungsfelder",
        "Querschnittsaufgaben",
        "Ziele",
        "Stand",
    ),
    *("Anhang", "Anlage 1: Zahlen", "Impressum", "Vorwort", "Mitwirkende", "Inhalt", "Handlungsfeld Sport", "Lage 3"),
    *(
        "1 Lage",
        "1.1 Orte",
        "1.2 Wege",
        "2 Ziele",
        "I. Teil",
        "II. Teil",
        "A. Kurse",
        "B. Orte",
        "2015 war es",
        "gez. M.",
    ),
)
words = st.sampled_from(WORDS)
tables = st.sampled_from(
    (
        grid(("Maßnahme", "Federführung"), ("a", "b")),
        grid(("Stadt", "Zahl"), ("a", "1")),
        grid(("Titel", "a"), ("Beschreibung", "b"), ("Federführung", "c"), ("Zeitrahmen", "d")),
    )
)
pieces = st.one_of(
    st.builds(h, st.integers(0, 4), words, st.sampled_from(("", "3", "Anlage 1"))),
    st.builds(b, words, st.sampled_from((11.0, 14.0, 22.0))),
    st.builds(p, words),
    st.just(p()),
    st.builds(lambda lead: p(bold(f"{lead}: "), "Text"), words),
    st.builds(item, words),
    st.builds(toc, words, st.integers(0, 2)),
    st.builds(styled, st.sampled_from(("Title", "Untertitel")), words),
    st.builds(elsewhere, st.sampled_from(tuple(Where)), words),
    st.builds(block, tables),
)
templates = st.sampled_from((ours(), TEMPLATE, read_template(TEMPLATES / "vorlage_kreistag.toml")))


@given(st.lists(pieces, max_size=30), templates)
def test_a_plan_can_be_made(drawn: list[Piece], template: Template) -> None:
    manuscript = Manuscript("Konzept.docx", tuple(drawn))
    entries = proposed(manuscript, template).entries
    assert len({entry.piece for entry in entries}) == len(entries)
    assert not drawn or min(entry.piece for entry in entries) == 0
    _check_sections([entry for entry in entries if entry.becomes is Becomes.SECTION], template)
    kind: SectionKind | None = None
    for entry in entries:
        if entry.becomes is Becomes.SECTION:
            kind = template.kind(entry.kind)
        _check_entry(entry, manuscript.pieces[entry.piece], kind)


def _check_sections(sections: list[Entry], template: Template) -> None:
    order = list(Placement)
    parts = [order.index(template.kind(entry.kind).placement) for entry in sections if entry.level == 0]
    assert parts == sorted(parts)
    assert all(right.level <= left.level + 1 for left, right in pairwise(sections))
    assert not sections or sections[0].level == 0
    above: list[Entry] = []
    for entry in sections:
        del above[entry.level :]
        if above:
            allowed = template.kind(above[-1].kind).child_kinds or (above[-1].kind,)
            assert entry.kind in allowed
        above.append(entry)


def _check_entry(entry: Entry, piece: Piece, kind: SectionKind | None) -> None:
    text = plain(piece.block.inlines) if isinstance(piece.block, Paragraph) else ""
    match entry.becomes:
        case Becomes.SECTION | Becomes.TITLE:
            assert entry.title
            assert text.startswith(entry.typed)
        case Becomes.FIELD:
            assert kind is not None
            assert kind.field(entry.field) is not None
            assert text.startswith(entry.typed)
        case Becomes.RECORDS:
            assert kind is not None
            field = kind.field(entry.field)
            assert field is not None
            assert isinstance(piece.block, Table)
            assert {key for key in entry.columns if key} <= {column.key for column in field.columns}
            size = len(piece.block.rows) if entry.by_rows else len(piece.block.columns)
            assert len(entry.columns) == size
        case Becomes.INBOX if not entry.title:
            assert piece.where is not Where.BODY


def test_the_same_document_gives_the_same_plan() -> None:
    manuscript = Manuscript("Konzept.docx", (h(0, "1 Lage"), p(), h(0, "2 Ziele"), b("Ausgangslage"), p()))
    assert proposed(manuscript, ours()) == proposed(replace(manuscript), ours())
