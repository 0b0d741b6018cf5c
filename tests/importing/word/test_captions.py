"""Captions and sources beside tables and figures; sentences that only begin like one stay."""

from tests.importing.word.said import manuscript, pieces, said, told
from tests.reading.word.files import bookmark, p, r, tbl, tc, tr

STYLES = '<w:style w:type="paragraph" w:styleId="Beschr"><w:name w:val="caption"/></w:style>'
CAPTION = '<w:pStyle w:val="Beschr"/>'
TABLE = tbl(tr(tc(p("a")), tc(p("b"))))
EMPTY = "0+0"


def test_a_caption_above_a_table_loses_its_label_which_is_told() -> None:
    found = manuscript(p("Tabelle 3: Die Städte", properties=CAPTION), TABLE, styles=STYLES)
    assert pieces(found) == ["table 0+0 (Die Städte; ): a | b"]
    assert told(found) == [("caption_label", "Tabelle 3:")]


def test_a_caption_below_a_table_is_its_as_well() -> None:
    assert said(TABLE, p("Tab. 2 – Die Städte")) == ["table 0+0 (Die Städte; ): a | b"]


def test_a_number_that_is_counted_makes_a_caption() -> None:
    counted = f'<w:fldSimple w:instr=" SEQ Tabelle \\* ARABIC ">{r("1")}</w:fldSimple>'
    assert said(p("Tabelle ", counted, " Die Städte"), TABLE) == ["table 0+0 (Die Städte; ): a | b"]


def test_a_sentence_about_a_table_is_none() -> None:
    assert said(p("Tabelle 3 zeigt die Städte."), TABLE)[0] == "p: Tabelle 3 zeigt die Städte."


def test_a_caption_without_a_table_stays_as_it_is() -> None:
    assert said(p("Tabelle 3: Die Städte"), p("Text")) == ["p: Tabelle 3: Die Städte", "p: Text"]


def test_each_table_takes_its_own_caption() -> None:
    found = said(p("Tabelle 1: Eins"), TABLE, p("Tabelle 2: Zwei"), TABLE)
    assert found == ["table 0+0 (Eins; ): a | b", "table 0+0 (Zwei; ): a | b"]


def test_a_source_below_goes_to_the_table_without_the_word_that_is_printed_anyway() -> None:
    found = manuscript(TABLE, p("Quelle: Melderegister"), p("Text"))
    assert pieces(found) == ["table 0+0 (; Melderegister): a | b", "p: Text"]
    assert told(found) == [("source_label", "Quelle:")]


def test_a_caption_below_a_source_finds_its_table() -> None:
    assert said(TABLE, p("Quelle: Melderegister"), p("Tabelle 2: Die Städte")) == [
        "table 0+0 (Die Städte; Melderegister): a | b"
    ]


def test_several_sources_keep_their_word() -> None:
    assert said(TABLE, p("Quellen: Melderegister, Ämter")) == ["table 0+0 (; Quellen: Melderegister, Ämter): a | b"]


def test_pointers_at_a_caption_find_its_table() -> None:
    found = manuscript(p(bookmark("_Ref7", "Tabelle 3"), ": Die Städte", properties=CAPTION), TABLE, styles=STYLES)
    assert found.pieces[0].bookmarks == ("_Ref7",)
    assert found.pieces[0].source == (0, 1, 2)
