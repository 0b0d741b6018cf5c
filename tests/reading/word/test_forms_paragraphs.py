"""How paragraphs and tables are set, and which lines are a table of contents."""

import pytest

from ikonzept_desktop.reading.word.content import Copy, Form, TableForm
from tests.reading.word.files import box, formed, gone, ins, p, r, read, relationship, tbl, tc, tr


def style(id: str, properties: str = "", *, based: str = "", name: str = "", more: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"{more}><w:name w:val="{name or id}"/>'
        f'<w:basedOn w:val="{based}"/><w:pPr>{properties}</w:pPr></w:style>'
    )


def form(properties: str = "", styles: str = "", numbering: str = "") -> Form:
    (found,) = forms(formed(p("x", properties=properties), styles=styles, numbering=numbering))
    return found


def forms(copy: Copy) -> list[Form]:
    return [block.form for block in copy.blocks if block.form is not None]


def named(id: str) -> str:
    return f'<w:pStyle w:val="{id}"/>'


def test_without_forms_no_paragraph_has_any() -> None:
    assert read(p("x")).blocks[0].form is None


@pytest.mark.parametrize(
    ("said", "found"),
    [("left", "left"), ("start", "left"), ("center", "center"), ("end", "right"), ("both", "both"), ("schief", "")],
)
def test_alignment_is_said_in_few_words(said: str, found: str) -> None:
    assert form(f'<w:jc w:val="{said}"/>').alignment == found


STYLES = (
    '<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + style("Standard", more=' w:default="1"', name="Normal")
    + style("Mitte", '<w:jc w:val="center"/><w:keepNext/><w:ind w:left="1440"/>', based="Standard")
    + style("Neue", '<w:pageBreakBefore/><w:ind w:hanging="200"/>', based="Mitte", name="Neue Seite")
    + style("Kreis", '<w:jc w:val="right"/>', based="Kreis2")
    + style("Kreis2", "<w:keepNext/>", based="Kreis")
)


def test_what_a_style_says_holds_for_those_based_on_it_and_the_paragraphs_own_counts_more() -> None:
    assert form(styles=STYLES) == Form("both", ("Normal",))
    names = "Neue Seite", "Mitte", "Normal"
    assert form(named("Neue"), STYLES) == Form("center", names, begins_page=True, keeps_next=True, indent=25.4)
    own = '<w:pageBreakBefore w:val="0"/><w:keepNext w:val="off"/><w:jc w:val="left"/><w:ind w:left="0"/>'
    assert form(named("Neue") + own, STYLES) == Form("left", names)


def test_styles_based_on_each_other_end_somewhere() -> None:
    assert form(named("Kreis"), STYLES) == Form("right", ("Kreis", "Kreis2"), keeps_next=True)


# Indents


LISTS = """
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>
 <w:lvl w:ilvl="1"><w:pPr><w:ind w:start="1134"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
"""


def in_list(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("said", "mm"),
    [
        ('<w:ind w:left="1440"/>', 25.4),
        ('<w:ind w:start="720"/>', 12.7),
        ('<w:ind w:left="2cm"/>', 20.0),
        ('<w:ind w:left="36pt"/>', 12.7),
        ('<w:ind w:left="-1440"/>', -25.4),
        ('<w:ind w:firstLine="1440"/>', 0.0),
        ('<w:ind w:left="999999999"/>', 558.8),
        ('<w:ind w:left="99999999999999999999"/>', 0.0),
        ('<w:ind w:left="weit"/>', 0.0),
        (in_list(0), 10.0),
        (in_list(1), 20.0),
        (in_list(1) + '<w:ind w:left="0"/>', 0.0),
    ],
)
def test_an_indent_is_the_paragraphs_own_or_its_levels(said: str, mm: float) -> None:
    assert form(said, numbering=LISTS).indent == mm


def test_a_styles_indent_counts_more_than_that_of_its_list_and_less_than_that_of_the_paragraphs() -> None:
    styles = style("A", in_list(1) + '<w:ind w:left="1440"/>') + style("B", in_list(1), based="A")
    assert form(named("A"), styles, LISTS).indent == 25.4
    assert form(named("B"), styles, LISTS).indent == 20.0
    assert form(named("A") + in_list(0), styles, LISTS).indent == 10.0


# Pages


PAGE = '<w:r><w:br w:type="page"/></w:r>'


def test_a_page_begins_with_a_break_that_is_the_first_thing() -> None:
    bodies = [
        p(PAGE, "x"),
        p('<w:bookmarkStart w:id="1" w:name="a"/>', PAGE, "x"),
        p("x", PAGE),
        p('<w:r><w:br w:type="column"/></w:r>', "x"),
        p(ins("neu"), PAGE),
        p(ins(PAGE), "x"),
        p(gone(PAGE), "x"),
    ]
    assert [found.begins_page for found in forms(formed(*bodies))] == [True, True, False, False, True, False, True]


# Contents


@pytest.mark.parametrize(
    ("name", "is_contents"),
    [
        ("toc 1", True),
        ("TOC 9", True),
        ("TOC Heading", True),
        ("table of figures", True),
        ("Contents 2", True),
        ("Contents Heading", True),
        ("Verzeichnis 3", True),
        ("heading 1", False),
        ("index 1", False),
        ("protocol 1", False),
        ("Table Contents", False),
    ],
)
def test_a_line_of_contents_is_known_by_the_name_of_its_style(name: str, is_contents: bool) -> None:
    styles = style("A", name=name) + style("B", based="A", name="Eigene")
    assert [form(named(id), styles).is_contents for id in "AB"] == [is_contents] * 2


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return char("begin") + r(text, name="instrText") + char("separate")


def contents(copy: Copy) -> list[str]:
    return [block.text for block in copy.blocks if block.form is not None and block.form.is_contents]


def test_what_lies_in_the_result_of_a_field_of_contents_is_contents() -> None:
    copy = formed(
        p("Inhalt"),
        p(code(' TOC \\o "1-3" '), "Einleitung", code("PAGEREF _Toc0"), r("4"), char("end")),
        p(code(' HYPERLINK \\l "_Toc1"'), "1 Ziele", char("end")),
        p(char("end"), "Der Text"),
        p("weiter"),
    )
    assert contents(copy) == ["Einleitung4", "1 Ziele"]


def test_a_paragraph_with_other_text_too_is_not_contents() -> None:
    assert contents(formed(p("Vorwort ", code(" TOC "), "x", char("end")))) == []


def test_a_field_of_contents_that_never_ends_makes_none() -> None:
    assert contents(formed(p(code(" TOC "), "a"), p("b"))) == []


def test_another_field_is_not_contents() -> None:
    assert contents(formed(p(code(" REF Tocqueville "), "a", char("end")))) == []


def test_what_a_control_of_contents_holds_is_contents() -> None:
    def control(gallery: str, text: str) -> str:
        about = f'<w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj>'
        return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{p(text)}</w:sdtContent></w:sdt>"

    copy = formed(control("Table of Contents", "Inhalt"), control("Bibliographies", "Literatur"), p("Text"))
    assert contents(copy) == ["Inhalt"]


# Tables


def grid(*widths: str) -> str:
    return "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)


def table(properties: str, columns: str, *rows: str) -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


HEAD, ROW = tr(tc(p("h")), properties="<w:tblHeader/>"), tr(tc(p("x")))


def test_a_table_tells_its_grid_its_header_rows_and_what_it_is_called() -> None:
    about = '<w:tblCaption w:val="Maßnahmen"/><w:tblDescription w:val="Zwei Spalten"/>'
    copy = formed(table(about, grid("1440", "720"), HEAD, HEAD, ROW, HEAD))
    assert copy.tables == (TableForm((25.4, 12.7), 2, "Maßnahmen", "Zwei Spalten"),)
    assert read(table(about, grid("1440"), HEAD)).tables == ()


def test_tables_stand_by_the_numbers_of_their_cells() -> None:
    inner = table('<w:tblCaption w:val="innen"/>', "", ROW)
    outer = table('<w:tblCaption w:val="außen"/>', "", tr(tc(inner, p())))
    copy = formed(ROW, outer, table('<w:tblCaption w:val="zuletzt"/>', "", ROW))
    by_number = {cell.table: copy.tables[cell.table].caption for block in copy.blocks for cell in block.place.cells}
    assert by_number == {0: "", 1: "außen", 2: "innen", 3: "zuletzt"}


def test_a_header_row_may_be_turned_off_and_may_stand_in_a_control() -> None:
    off = tr(tc(p("h")), properties='<w:tblHeader w:val="0"/>')
    held = f"<w:sdt><w:sdtContent>{HEAD}</w:sdtContent></w:sdt>"
    assert [each.header_rows for each in formed(tbl(off, HEAD), tbl(held, ROW)).tables] == [0, 1]


def test_a_grid_is_bounded() -> None:
    found = formed(table("", grid(*["99999999999", "-5", "breit", "1440"] * 50), ROW)).tables[0].columns
    assert len(found) == 63
    assert set(found) == {0.0, 25.4}


# Headings, the title, and what stands outside


@pytest.mark.parametrize(
    "name", ["Heading 2", "Überschrift 2", "überschrift2", "Titre 2", "Título 2", "Titolo 2", "Nagłówek 2"]
)
def test_headings_of_converters_have_their_levels_by_their_names(name: str) -> None:
    assert read(p("x", properties=named("a")), styles=style("a", name=name)).blocks[0].outline == 1


def test_a_style_with_a_level_of_its_own_has_that_one() -> None:
    styles = style("a", '<w:outlineLvl w:val="9"/>', name="Überschrift 2")
    assert read(p("x", properties=named("a")), styles=styles).blocks[0].outline is None


def test_the_title_is_that_of_the_properties() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Konzept\n 2007 </dc:title></cp:coreProperties>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + relationship("rId1", "officeDocument", "word/document.xml")
        + relationship("rId2", "http://x/core-properties", "docProps/core.xml")
        + "</Relationships>"
    )
    assert formed(p("x"), more={"docProps/core.xml": core, "_rels/.rels": rels}).title == "Konzept 2007"
    assert formed(p("x")).title == ""


def test_text_outside_of_any_paragraph_has_a_form() -> None:
    assert len(forms(formed(r("verirrt"), p("x"), p(box(p("Kasten")))))) == 4
