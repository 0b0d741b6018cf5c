"""Two states of a section side by side, word by word."""

import pytest

from ikonzept_desktop.model.document import Section
from ikonzept_desktop.publication.differences import Change, ComparedLine, Piece, compared, word_pieces
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.section_lines import SectionLine, section_lines
from tests.builders import (
    TEMPLATE,
    chapter,
    choice,
    doc,
    field,
    field_of_action,
    fn,
    li,
    p,
    record,
    records,
    row,
    table,
)

SAME, GONE, NEW = Change.SAME, Change.GONE, Change.NEW


def lines_of(section: Section) -> tuple[SectionLine, ...]:
    return section_lines(section, TEMPLATE.kind(section.kind), labels(doc(section)))


def said(lines: tuple[ComparedLine, ...]) -> list[str]:
    """Write what is gone as [-gone-] and what has come as [+new+]."""
    marks = {SAME: "{}", GONE: "[-{}-]", NEW: "[+{}+]"}
    return ["".join(marks[piece.change].format(piece.text) for piece in line.pieces) for line in lines]


def test_words_are_compared_whole() -> None:
    assert word_pieces("Im Kreis leben viele.", "Im Kreis wohnen viele.") == (
        Piece("Im Kreis ", SAME),
        Piece("leben", GONE),
        Piece("wohnen", NEW),
        Piece(" viele.", SAME),
    )
    assert word_pieces("", "") == ()


@pytest.mark.parametrize(("old", "new"), [("13,8", "13,9"), ("1.000", "1.200"), ("10:30", "11:30")])
def test_a_number_is_one_word_with_the_signs_in_it(old: str, new: str) -> None:
    assert word_pieces(f"rund {old}.", f"rund {new}.") == (
        Piece("rund ", SAME),
        Piece(old, GONE),
        Piece(new, NEW),
        Piece(".", SAME),
    )


def test_a_section_is_compared_by_its_blocks_wherever_they_stand() -> None:
    old = chapter("Ziele", p("Erster Satz.", id="a"), p("Zweiter Satz.", id="b"), p("Alt.", id="c"))
    new = chapter(
        "Ziele",
        p("Ganz neu dazwischen gesetzt.", id="x"),
        p("Erster Satz.", id="a"),
        p("Zweiter.", id="b"),
        p("Neu!", id="c"),
    )
    assert said(compared(lines_of(old), lines_of(new))) == [
        "Ziele",
        "[+Ganz neu dazwischen gesetzt.+]",
        "Erster Satz.",
        "Zweiter[- Satz-].",
        "[-Alt.-][+Neu!+]",
    ]


def test_a_block_of_another_concept_is_known_by_its_words() -> None:
    old = chapter("Ziele", p("Derselbe Satz."), p("Ein alter Satz über die Schule."))
    new = chapter("Ziele", p("Derselbe Satz."), p("Ein neuer Satz über die Schule."))
    assert said(compared(lines_of(old), lines_of(new)))[1:] == [
        "Derselbe Satz.",
        "Ein [-alter-][+neuer+] Satz über die Schule.",
    ]


def test_what_has_nothing_in_common_is_not_mixed() -> None:
    old, new = chapter("A", p("Zehn Städte im Kreis.")), chapter("A", p("Bildung beginnt früh!"))
    assert said(compared(lines_of(old), lines_of(new)))[1:] == [
        "[-Zehn Städte im Kreis.-]",
        "[+Bildung beginnt früh!+]",
    ]


def test_fields_records_tables_and_notes_are_all_compared() -> None:
    section = field_of_action(
        "Sprache",
        field("situation", (li("Punkt", fn("Quelle")), table(row("a", "b"), caption="Kurse"))),
        records("measures", record(title="Pool", priority=choice("high"), description=p("Text"))),
    )
    assert [line.text for line in lines_of(section)] == [
        "Sprache",
        "Ausgangslage",
        "• Punkt [Quelle]",
        "Kurse",
        "a | b",
        "Maßnahmen",
        "Titel: Pool",
        "Text",
        "Priorität: hoch",
    ]


def test_very_long_lines_are_exchanged_whole() -> None:
    old, new = "alt " * 3000, "neu " * 3000
    assert {piece.change for piece in word_pieces(old, new)} == {GONE, NEW, SAME}
    assert len(word_pieces(old, new)) == 3
