"""What stands in text beside letters: atoms, links, fields, changes of form."""

import pytest

from ikonzept_desktop.reading.word.content import Atom
from ikonzept_desktop.reading.word.refusals import WordRefused
from tests.reading.word.files import accepted, bookmark, gone, ins, p, r, read, rejected, relationship, tbl, tc, tr


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def field(instruction: str, *result: str, end: bool = True) -> str:
    """Write a field of several runs."""
    character = '<w:fldChar w:fldCharType="{}"/>'
    code = f'<w:instrText xml:space="preserve">{instruction}</w:instrText>'
    runs = run(character.format("begin")) + run(code) + run(character.format("separate")) + "".join(result)
    return runs + (run(character.format("end")) if end else "")


# Atoms


def test_every_atom_has_a_character_that_stands_for_it() -> None:
    content = [
        "<w:tab/>",
        "<w:br/>",
        '<w:br w:type="page"/>',
        "<w:cr/>",
        "<w:noBreakHyphen/>",
        "<w:softHyphen/>",
        '<w:sym w:font="Arial" w:char="20AC"/>',
        '<w:sym w:font="Wingdings" w:char="F0E0"/>',
        '<w:footnoteReference w:id="2"/>',
        "<w:drawing><wp:inline><wp:docPr id='1' name='Bild 1' descr='Karte'/></wp:inline></w:drawing>",
        "<w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object>",
    ]
    spans = read(p(*map(run, content), "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>")).blocks[0].spans
    assert [(span.text, span.atom) for span in spans] == [
        ("\t", Atom("tab")),
        ("\n", Atom("break")),
        ("\n", Atom("page")),
        ("\n", Atom("break")),
        ("\u2011", Atom("hyphen")),
        ("\u00ad", Atom("soft hyphen")),
        ("€", Atom("symbol", "Arial", "20AC")),
        ("\ufffc", Atom("symbol", "Wingdings", "F0E0")),
        ("\ufffc", Atom("footnote", "2")),
        ("\ufffc", Atom("drawing", "Bild 1", "Karte")),
        ("\ufffc", Atom("object", "Excel.Sheet.12")),
        ("\ufffc", Atom("math", "", "E=mc")),
    ]


def test_a_deleted_tab_is_deleted() -> None:
    copy = read(p("a", gone(run("<w:tab/>")), "b"))
    assert (rejected(copy), accepted(copy)) == (["a\tb"], ["ab"])


def test_tab_stops_are_no_tabs() -> None:
    assert read(p("x", properties="<w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs>")).blocks[0].text == "x"


def test_what_is_in_objects_is_listed_by_its_kind() -> None:
    links = relationship("rId8", "diagramData", "diagrams/data1.xml")
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    graphic = f'<a:graphicData uri="{space}/diagram"><dgm:relIds r:dm="rId8"/></a:graphicData>'
    point = "<d:pt><d:t><a:t>Ziel</a:t></d:t></d:pt>"
    data = f'<d:dataModel xmlns:d="{space}/diagram" xmlns:a="{space}/main">{point}</d:dataModel>'
    body = p(
        run(f"<w:drawing><wp:inline>{graphic}</wp:inline></w:drawing>"),
        run("<w:object><o:OLEObject ProgID='P'/></w:object>"),
    )
    copy = read(body, links=links, more={"word/diagrams/data1.xml": data})
    assert [(each.kind, each.source, each.text, each.about) for each in copy.not_taken] == [
        ("smartart", "word/diagrams/data1.xml", "Ziel", ""),
        ("ole", "word/document.xml", "", "P"),
    ]


# Links and fields


def test_a_link_is_kept_with_where_it_leads() -> None:
    links = relationship("rId5", "hyperlink", "https://kreis.example/a?b=1", outside=True)
    body = p(
        '<w:hyperlink r:id="rId5">' + r("dort") + "</w:hyperlink>",
        '<w:hyperlink w:anchor="ziel">' + r("hier") + "</w:hyperlink>",
        "x",
    )
    spans = read(body, links=links).blocks[0].spans
    assert [(span.text, span.link) for span in spans] == [
        ("dort", "https://kreis.example/a?b=1"),
        ("hier", "#ziel"),
        ("x", ""),
    ]


def test_the_result_of_a_field_has_its_instruction() -> None:
    body = p(
        "Tab. ", field(" REF  _ik_a \\h ", r("3")), "; ", '<w:fldSimple w:instr=" PAGE ">' + r("7") + "</w:fldSimple>"
    )
    spans = read(body).blocks[0].spans
    assert [(span.text, span.field) for span in spans] == [
        ("Tab. ", ""),
        ("3", "REF _ik_a \\h"),
        ("; ", ""),
        ("7", "PAGE"),
    ]


def test_a_link_that_is_a_field_leads_somewhere() -> None:
    body = p(field('HYPERLINK "https://a.example" \\l "b"', r("x")), field("HYPERLINK \\l _ik_c", r("y")))
    assert [span.link for span in read(body).blocks[0].spans] == ["https://a.example#b", "#_ik_c"]


def test_text_in_a_fields_instruction_is_kept_and_in_neither_text() -> None:
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    nested = character.format("begin") + field("MERGEFIELD a", r("innen")) + character.format("separate")
    copy = read(p("vor ", nested, r("Ergebnis"), character.format("end"), " nach"))
    assert [span.text for span in copy.blocks[0].spans if span.is_code] == ["innen"]
    assert rejected(copy) == accepted(copy) == ["vor Ergebnis nach"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    copy = read(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "a"), p("b"))
    assert rejected(copy) == ["a", "b"]


def test_a_field_over_paragraphs_goes_on_in_the_next() -> None:
    copy = read(p(field("TOC", r("1 Ziele"), end=False)), p("2 Wege", run('<w:fldChar w:fldCharType="end"/>')), p("x"))
    assert [span.field for block in copy.blocks for span in block.spans] == ["TOC", "TOC", ""]


def test_a_field_that_was_deleted_is_in_the_old_text_alone() -> None:
    copy = read(p("a", f'<w:del w:id="1" w:author="Ada">{field("PAGE", r("7", name="delText"))}</w:del>', "b"))
    assert (rejected(copy), accepted(copy)) == (["a7b"], ["ab"])


# Changes of form alone


def test_changes_of_form_are_told_with_the_text_they_are_about() -> None:
    by = 'w:id="1" w:author="Ada" w:date="2026-03-02T10:00:00Z"'
    before = '<w:pPr><w:pStyle w:val="S"/></w:pPr>'
    bold = f"<w:rPr><w:b/><w:rPrChange {by}><w:rPr/></w:rPrChange></w:rPr>"
    body = p(
        "a",
        r("b", bold),
        r("c", bold),
        "d",
        properties=f"<w:numPr><w:ins {by}/></w:numPr><w:pPrChange {by}>{before}</w:pPrChange>",
    )
    styles = '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="heading 1"/></w:style>'
    formats = read(body, styles=styles).blocks[0].formats
    assert [(each.kind, each.author, each.text, each.before) for each in formats] == [
        ("numberingInserted", "Ada", "", ""),
        ("pPrChange", "Ada", "", "heading 1"),
        ("rPrChange", "Ada", "bc", ""),
    ]


def test_changes_of_tables_and_sections_are_told_with_the_paragraph_they_stand_at() -> None:
    by = 'w:id="1" w:author="Ada"'
    cell = tc(p("x"), properties=f'<w:cellMerge {by} w:vMerge="rest"/><w:tcPrChange {by}/>')
    table = tbl(tr(cell, properties=f"<w:trPrChange {by}/>"), properties=f"<w:tblPrChange {by}/>")
    copy = read(table, p("y"), f"<w:sectPr><w:sectPrChange {by}/></w:sectPr>")
    assert [[each.kind for each in block.formats] for block in copy.blocks] == [
        ["tblPrChange", "trPrChange", "cellMerge", "tcPrChange"],
        ["sectPrChange"],
    ]


def test_inserted_text_with_a_bookmark_stays_inserted() -> None:
    copy = read(p(ins(bookmark("m", "neu"))))
    assert rejected(copy) == [""]


def test_a_file_with_more_fields_in_each_other_than_anybody_nests_is_refused() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    with pytest.raises(WordRefused, match="wie Word keine Datei schreibt"):
        read(p(begin * 600, "Text"))
    assert read(p(begin * 300, "Text")).blocks[0].text == "Text"
