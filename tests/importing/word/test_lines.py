"""What a paragraph says becomes a line: links, breaks, blanks, notes, references; nothing of it is lost unsaid."""

import pytest

from ikonzept_desktop.model.inline import ReferenceForm
from tests.importing.word.said import manuscript, pieces, said, told
from tests.reading.word.files import bookmark, gone, ins, mark, p, r, relationship, tbl, tc, tr

TAB, BREAK, PAGE = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
HEADINGS = """
<w:style w:type="paragraph" w:styleId="Titel1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel2"><w:name w:val="heading 2"/></w:style>
"""
FIRST = '<w:pStyle w:val="Titel1"/>'


def field(instruction: str, shown: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} ">{r(shown)}</w:fldSimple>'


def link(anchor: str, shown: str) -> str:
    return f'<w:hyperlink w:anchor="{anchor}">{r(shown)}</w:hyperlink>'


def note(id: str, text: str) -> str:
    return f'<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r>{r(" " + text)}</w:p></w:footnote>'


SIGN = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def test_a_paragraph_says_what_was_there_before_all_changes() -> None:
    assert said(p("Der Kreis ", gone("fördert"), ins("stärkt"), " Sprache.")) == ["p: Der Kreis fördert Sprache."]


def test_paragraphs_whose_end_was_inserted_are_one_again() -> None:
    found = manuscript(p("Erster", properties=mark("ins")), p(" und zweiter."))
    assert pieces(found) == ["p: Erster und zweiter."]
    assert found.pieces[0].source == (0, 1)
    assert found.changes == 1


def test_a_tab_keeps_words_apart_and_a_break_parts_lines() -> None:
    assert said(p("Name", TAB, "Amt"), p("Straße", BREAK, "Ort", BREAK)) == ["p: Name Amt", "p: Straße/Ort"]


def test_a_page_break_is_nothing_but_a_hint_for_what_follows() -> None:
    found = manuscript(p("Ende", PAGE), p("Anfang"), p(PAGE), p("Neu"), p(PAGE, "Selbst"))
    assert [each.hints.begins_page for each in found.pieces] == [False, True, True, True]


def test_soft_hyphens_go_and_are_told_and_protected_ones_stay() -> None:
    found = manuscript(
        p("Inte\u00adgration", "<w:r><w:softHyphen/></w:r>", "s", "<w:r><w:noBreakHyphen/></w:r>", "rat")
    )
    assert pieces(found) == ["p: Integrations\u2011rat"]
    assert told(found) == [("soft_hyphens", "\u00ad\u00ad")]


def test_words_that_are_struck_through_stay_and_are_told() -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>entfällt</w:t></w:r>"
    for paragraph, place in ((p(struck), "entfällt"), (p("Das ", struck), "Das entfällt")):
        found = manuscript(paragraph)
        assert pieces(found) == [f"p: {place}"]
        assert [(each.kind, each.about, each.place) for each in found.told] == [("struck_out", "entfällt", place)]


def test_links_to_the_web_stay_and_others_are_told_with_their_address() -> None:
    links = relationship("web", "hyperlink", "https://kreis.example/a b", outside=True)
    links += relationship("file", "hyperlink", "file:///C:/geheim.doc", outside=True)
    web, file = (f'<w:hyperlink r:id="{id}">{r(id)}</w:hyperlink>' for id in ("web", "file"))
    found = manuscript(p(web, " ", file), links=links)
    assert pieces(found) == ["p: (web→https://kreis.example/a%20b) file"]
    assert [(each.kind, each.about) for each in found.told] == [("link", "file:///C:/geheim.doc")]


@pytest.mark.parametrize(
    ("instruction", "shown", "expected"),
    [
        ("REF _Ref1 \\r \\h", "5.2", "<number _Ref1 5.2>"),
        ("REF _Ref1 \\w \\h", "Teil A", "<number _Ref1 Teil A>"),
        ("REF _Ref1 \\h", "Sprache", "<title _Ref1 Sprache>"),
        ("REF _ref1 \\h", "5.2 Sprache", "<number_title _Ref1 5.2 Sprache>"),
        ("PAGEREF _Ref1 \\h", "12", "<page _Ref1 12>"),
        ("REF _Ref1 \\p \\h", "oben", "oben"),
        ("REF _Ref1", "ganz andere Wörter", "ganz andere Wörter"),
        ("NOTEREF _Ref1", "3", "3"),
        ("REF _Ref9 \\r", "7", "7"),
        ("DATE", "1. März", "1. März"),
    ],
)
def test_a_field_is_a_reference_where_it_prints_a_number_a_title_or_a_page(
    instruction: str, shown: str, expected: str
) -> None:
    heading = p(bookmark("_Ref1", "Sprache"), properties=FIRST)
    assert said(heading, p("siehe ", field(instruction, shown), "."), styles=HEADINGS)[1] == f"p: siehe {expected}."


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Kapitel 5.2", "Kapitel <number _Ref1 5.2>"),
        ("Tabelle 3", "<number _Ref1 Tabelle 3>"),
        ("S 2", "<number _Ref1 S 2>"),
        ("2 Sprache", "<number_title _Ref1 2 Sprache>"),
        ("weiter unten", "weiter unten"),
    ],
)
def test_a_link_within_the_document_is_a_reference_where_it_reads_like_one(shown: str, expected: str) -> None:
    heading = p(bookmark("_Ref1", "Sprache"), properties=FIRST)
    assert said(heading, p("siehe ", link("_Ref1", shown)), styles=HEADINGS)[1] == f"p: siehe {expected}"


def test_number_and_title_of_one_heading_are_one_reference() -> None:
    heading = p(bookmark("_Ref1", "Sprache"), properties=FIRST)
    both = p(field("REF _Ref1 \\n \\h", "5"), " ", field("REF _Ref1 \\h", "Sprache"))
    assert said(heading, both, styles=HEADINGS)[1] == "p: <number_title _Ref1 5 Sprache>"


def test_notes_stand_in_the_line_with_their_paragraphs_as_lines() -> None:
    several = f'<w:footnote w:id="2">{p("Erster")}{p("Zweiter")}</w:footnote>'
    found = said(p("Wort", SIGN.format(1), " und", SIGN.format(2)), footnotes=note("1", "Anmerkung") + several)
    assert found == ["p: Wort[Anmerkung] und[Erster/Zweiter]"]


def test_a_note_that_nothing_refers_to_is_loose() -> None:
    assert said(p("Text"), footnotes=note("4", "Verwaist")) == ["p: Text", "loose p: Verwaist"]


def test_endnotes_become_notes_as_well() -> None:
    sign = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    endnote = f'<w:endnote w:id="1"><w:p>{r("Am Ende")}</w:p></w:endnote>'
    assert said(p("Wort", sign), endnotes=endnote) == ["p: Wort[Am Ende]"]


def test_formulas_keep_their_letters_and_are_told() -> None:
    found = manuscript(p("Es gilt ", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "."))
    assert pieces(found) == ["p: Es gilt a=b."]
    assert [each.kind for each in found.told] == ["formula"]


def test_a_sign_of_an_unknown_font_leaves_a_mark_and_is_told() -> None:
    found = manuscript(p("Ja ", '<w:r><w:sym w:font="Kreis Symbole" w:char="F0AA"/></w:r>'))
    assert pieces(found) == ["p: Ja □"]
    assert [(each.kind, each.about) for each in found.told] == [("symbol", "Kreis Symbole F0AA")]


def test_letters_of_a_field_s_instruction_are_told() -> None:
    code = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("Wenn")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("Dann")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    found = manuscript(p(code))
    assert pieces(found) == ["p: Dann"]
    assert told(found) == [("field_code", "Wenn")]


def test_bookmarks_of_empty_paragraphs_pass_to_what_follows() -> None:
    found = manuscript(p(bookmark("_leer")), p(bookmark("_voll", "Text")), p(bookmark("_zuletzt")))
    assert [each.bookmarks for each in found.pieces] == [("_leer", "_voll", "_zuletzt")]


def test_bookmarks_of_a_table_tell_the_row_they_are_in() -> None:
    rows = [tr(tc(p(bookmark(f"_r{row}", f"Zeile {row}", id=row))), tc(p("x"))) for row in range(3)]
    found = manuscript(tbl(*rows)).pieces[0]
    assert (found.bookmarks, found.rows) == (("_r0",), (("_r1", 1), ("_r2", 2)))


def test_pointers_name_the_form_that_is_asked_for() -> None:
    heading = p(bookmark("_Ref1", "Sprache"), properties=FIRST)
    found = manuscript(heading, p(field("PAGEREF _Ref1", "12")), styles=HEADINGS)
    assert [(each.bookmark, each.shown, each.form) for each in found.pointers] == [("_Ref1", "12", ReferenceForm.PAGE)]
