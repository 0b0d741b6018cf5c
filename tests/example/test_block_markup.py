"""Chunks of lines become paragraphs, quotes, lists and figures."""

import pytest

from ikonzept_desktop.example.block_markup import read_blocks
from ikonzept_desktop.example.source import MarkupError, Source, SourceLine, named_id
from ikonzept_desktop.model.blocks import Blocks, Figure, ListItem, Paragraph, ParagraphStyle, block_words, lines_of
from ikonzept_desktop.model.inline import plain

IMAGES = {"bild.png": "0" * 64}


def read(text: str, source: Source | None = None) -> Blocks:
    lines = [SourceLine(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    return read_blocks(lines, source or Source("probe.md", IMAGES))


def words(blocks: Blocks) -> list[str]:
    return [plain(lines_of(block)[0]) for block in blocks]


def items(text: str) -> list[tuple[str, int, bool, bool]]:
    return [
        (plain(item.inlines), item.level, item.ordered, item.restart)
        for item in read(text)
        if isinstance(item, ListItem)
    ]


def test_empty_lines_part_paragraphs_and_other_line_ends_are_spaces() -> None:
    assert words(read("Ein\nAbsatz.\n\n\nNoch einer.\n")) == ["Ein Absatz.", "Noch einer."]


def test_a_quote_may_have_several_paragraphs() -> None:
    first, second = read("> Ein Satz,\n> der weitergeht.\n>\n> Ein anderer.")
    assert words((first, second)) == ["Ein Satz, der weitergeht.", "Ein anderer."]
    assert all(isinstance(p, Paragraph) and p.style is ParagraphStyle.QUOTE for p in (first, second))


def test_items_are_nested_by_two_spaces_and_may_go_on_in_the_next_line() -> None:
    assert items("- eins\n  geht weiter\n  - darunter\n    1. tief\n- zwei") == [
        ("eins geht weiter", 0, False, False),
        ("darunter", 1, False, False),
        ("tief", 2, True, False),
        ("zwei", 0, False, False),
    ]


def test_numbers_begin_anew_below_each_item() -> None:
    assert [item[0] for item in items("1. a\n  1. b\n  2. c\n2. d\n  1. e")] == ["a", "b", "c", "d", "e"]


def test_after_an_empty_line_a_list_begins_anew() -> None:
    assert [item[3] for item in items("1. a\n2. b\n\n1. c\n\n- d\n\n- e")] == [False, False, True, False, True]


def test_what_lies_below_the_last_item_does_not_hide_that_a_list_begins_anew() -> None:
    assert [item[3] for item in items("- a\n  1. b\n\n- c")] == [False, False, True]


def test_a_year_at_the_beginning_of_a_later_line_is_no_list() -> None:
    assert words(read("Der Kreistag beschloss am\n18. Dezember.")) == ["Der Kreistag beschloss am 18. Dezember."]


def test_a_figure_has_a_description_a_caption_a_source_and_a_width() -> None:
    (figure,) = read('![Ein \\[Bild\\],\nbreit](bild.png "Die \\"Lage\\" *heute*"){#abb-lage width=0.8 source="Kreis"}')
    assert isinstance(figure, Figure)
    assert (figure.id, figure.image, figure.width) == (named_id("abb-lage"), "0" * 64, 0.8)
    assert figure.alternative_text == "Ein [Bild], breit"
    assert plain(figure.caption) == 'Die "Lage" heute'
    assert plain(figure.source) == "Kreis"


def test_a_figure_needs_neither_caption_nor_width() -> None:
    (figure,) = read("![Motiv](bild.png)")
    assert isinstance(figure, Figure)
    assert (figure.caption, figure.source, figure.width) == ((), (), 1.0)


def test_a_comment_in_a_paragraph_of_its_own_is_no_block() -> None:
    source = Source("probe.md")
    assert words(read("Text\n\n{>> Amt 2015-01-01: Prüfen. <<}\n\nText", source)) == ["Text", "Text"]
    assert [comment.text for comment in source.comments] == ["Prüfen."]


def test_every_block_has_an_id_of_its_own() -> None:
    blocks = read("a\n\nb\n\n- c\n- d\n\n> e")
    assert len({block.id for block in blocks}) == len(blocks) == 5
    assert sum(map(block_words, blocks)) == 5


SLIPS = {
    "a\n- b": (2, "Davor fehlt eine Leerzeile"),
    "a\n| b |": (2, "Davor fehlt eine Leerzeile"),
    "a\n## b": (2, "Davor fehlt eine Leerzeile"),
    "#b": (1, "So kann kein Absatz beginnen"),
    "  eingerückt": (1, "So kann kein Absatz beginnen"),
    "> a\nb": (2, "In einem Zitat beginnt jede Zeile mit „> “."),
    "- a\nb": (2, "Eine Zeile, die einen Listenpunkt fortsetzt, ist eingerückt."),
    "- a\n  - b\n  c": (3, "Eine Zeile, die einen Listenpunkt fortsetzt, ist eingerückt."),
    "- a\n   - b": (2, "je Stufe zwei Leerzeichen"),
    "- a\n    - b": (2, "höchstens eine Stufe"),
    "1. a\n3. b": (2, "Hier käme 2. in der Liste"),
    "\n18. Dezember": (2, "Hier käme 1. in der Liste; ein Absatz, der so beginnt, schreibt „18\\.“."),
    "![Bild](fehlt.png)": (1, "Das Bild „fehlt.png“ gibt es nicht."),
    "![ ](bild.png)": (1, "keine Beschreibung"),
    "![Bild](bild.png){width=1.5}": (1, "„1.5“ ist keine Breite"),
    "![Bild](bild.png){width=0}": (1, "„0“ ist keine Breite"),
    "![Bild](bild.png){hoch=2}": (1, "„hoch=2“ ist hier keine Angabe"),
    "![Bild](bild.png){width=0.5 width=0.6}": (1, "„width=0.6“ ist hier keine Angabe"),
    "![Bild](bild.png){#Name}": (1, "„Name“ ist kein Name"),
    "![Bild] (bild.png)": (1, "Ein Bild lautet"),
    '\n![Bild](bild.png "a *b")': (2, "Das schließende „*“ fehlt."),
}


@pytest.mark.parametrize("markup", SLIPS)
def test_a_slip_is_told_with_its_line(markup: str) -> None:
    line, message = SLIPS[markup]
    with pytest.raises(MarkupError) as caught:
        read(markup)
    assert str(caught.value).startswith(f"probe.md, Zeile {line}: ")
    assert message in str(caught.value)
