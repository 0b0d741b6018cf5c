"""Where text stands: styles by name, lists, tables, text boxes, notes, headers, alternatives."""

from ikonzept_desktop.reading.word.content import Act, Cell, Numbering, Part
from ikonzept_desktop.reading.word.intake import taken
from tests.reading.word.files import (
    accepted,
    box,
    docx,
    entries,
    gone,
    ins,
    mark,
    p,
    packed,
    part,
    r,
    read,
    rejected,
    relationship,
    tbl,
    tc,
    tr,
)

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/>
 <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Eigene"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Kreis"/><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre3"><w:name w:val="heading 3"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
"""


def styled(id: str, more: str = "") -> str:
    return p("x", properties=f'<w:pStyle w:val="{id}"/>{more}')


def listed(id: str, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>'


# Styles and lists


def test_a_style_is_known_by_its_name_and_its_outline_by_those_it_is_based_on() -> None:
    blocks = read(styled("berschrift2"), styled("Eigene"), p("x"), styled("fehlt"), styles=STYLES).blocks
    assert [(block.style_id, block.style, block.outline) for block in blocks] == [
        ("berschrift2", "heading 2", 1),
        ("Eigene", "Eigene", 1),
        ("Standard", "Normal", None),
        ("fehlt", "", None),
    ]


def test_a_heading_of_words_own_has_its_level_by_its_name() -> None:
    assert read(styled("Titre3"), styles=STYLES).blocks[0].outline == 2


def test_a_style_based_on_itself_is_read() -> None:
    assert read(styled("Kreis"), styles=STYLES).blocks[0].style == "Kreis"


def test_the_paragraphs_own_outline_level_counts_more_and_nine_is_plain_text() -> None:
    own = '<w:outlineLvl w:val="{}"/>'
    blocks = read(styled("berschrift2", own.format(0)), styled("berschrift2", own.format(9)), styles=STYLES).blocks
    assert [block.outline for block in blocks] == [0, None]


def test_a_list_is_the_paragraphs_or_its_styles_and_zero_is_none() -> None:
    body = [p("x", properties=listed("3", 0)), styled("berschrift2"), styled("berschrift2", listed("0", 0)), p("x")]
    blocks = read(*body, styles=STYLES, numbering=NUMBERING).blocks
    assert [block.numbering for block in blocks] == [
        Numbering("3", 0, "bullet"),
        Numbering("3", 1, "decimal"),
        None,
        None,
    ]


# Tables


def test_a_cell_tells_its_row_and_its_column_of_the_grid() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = tr(tc(p("a"), properties=wide), tc(p("b"))), tr(tc(p("c")), properties='<w:gridBefore w:val="1"/>')
    blocks = read(tbl(*rows), tbl(tr(tc(p("d"))))).blocks
    assert [block.place.cells for block in blocks] == [
        (Cell(0, 0, 0, 2),),
        (Cell(0, 0, 2),),
        (Cell(0, 1, 1),),
        (Cell(1, 0, 0),),
    ]


def test_a_table_in_a_cell_stands_in_both() -> None:
    inner = tbl(tr(tc(p("innen"))))
    blocks = read(tbl(tr(tc(p("vor"), inner, p("nach")), tc(p("neben"))))).blocks
    assert [(block.text, len(block.place.cells)) for block in blocks] == [
        ("vor", 1),
        ("innen", 2),
        ("nach", 1),
        ("neben", 1),
    ]
    assert blocks[3].place.cells == (Cell(0, 0, 1),)


def test_the_lower_part_of_a_cell_over_two_rows_goes_on() -> None:
    merged = tc(p(), properties='<w:vMerge w:val="restart"/>'), tc(p(), properties="<w:vMerge/>")
    blocks = read(tbl(tr(merged[0]), tr(merged[1]))).blocks
    assert [block.place.cells[0].goes_on for block in blocks] == [False, True]


def test_a_cell_over_a_thousand_million_columns_has_sixty_three() -> None:
    wide = tc(p("a"), properties='<w:gridSpan w:val="1000000000"/>')
    cells = [block.place.cells[0] for block in read(tbl(tr(wide, tc(p("b"))))).blocks]
    assert [(cell.column, cell.span) for cell in cells] == [(0, 63), (63, 1)]


def test_an_inserted_row_was_not_there_and_a_deleted_one_will_not_be() -> None:
    act = '<w:{} w:id="1" w:author="Ada"/>'
    copy = read(tbl(tr(tc(p("alt")), properties=act.format("del")), tr(tc(p("neu")), properties=act.format("ins"))))
    assert rejected(copy) == ["alt"]
    assert accepted(copy) == ["neu"]
    assert [block.row[0].act for block in copy.blocks] == [Act.DELETED, Act.INSERTED]


def test_an_inserted_cell_was_not_there() -> None:
    act = '<w:cellIns w:id="1" w:author="Ada"/>'
    copy = read(tbl(tr(tc(p("alt")), tc(p("neu"), properties=act))))
    assert (rejected(copy), accepted(copy)) == (["alt"], ["alt", "neu"])


def test_an_empty_cell_keeps_its_paragraph_though_its_end_is_deleted() -> None:
    assert accepted(read(tbl(tr(tc(p(gone("x"), properties=mark("del"))), tc(p("y")))))) == ["", "y"]


def test_a_deleted_last_paragraph_of_a_cell_is_gone_where_there_is_another() -> None:
    assert accepted(read(tbl(tr(tc(p("a"), p(gone("x"), properties=mark("del"))))))) == ["a"]


# Text boxes, notes, headers


def test_a_text_box_stands_after_the_paragraph_it_hangs_on() -> None:
    copy = read(p("vor", box(p("Kasten")), "nach"), p("weiter"))
    assert [(block.text, block.place.box) for block in copy.blocks] == [
        ("vor\ufffcnach", None),
        ("Kasten", 0),
        ("weiter", None),
    ]


def test_a_text_box_in_inserted_text_is_inserted() -> None:
    copy = read(p("a", ins(box(p("Kasten"))), properties=mark("ins")), p("b"))
    assert rejected(copy) == ["ab"]
    assert accepted(copy) == ["a\ufffc", "Kasten", "b"]


def test_notes_headers_and_footers_are_blocks_of_their_own() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    line = f'<w:footnote w:id="0" w:type="separator">{p()}</w:footnote>'
    copy = read(
        p("Text", note),
        footnotes=f'{line}<w:footnote w:id="2">{p("Quelle")}</w:footnote>',
        header=p("Kopf"),
        footer=p("Fuß"),
    )
    assert [(block.place.part, block.place.holder, block.text) for block in copy.blocks] == [
        (Part.BODY, "", "Text\ufffc"),
        (Part.HEADER, "", "Kopf"),
        (Part.FOOTER, "", "Fuß"),
        (Part.FOOTNOTE, "2", "Quelle"),
    ]


def test_a_note_goes_with_its_reference() -> None:
    note = '<w:footnote w:id="2">' + p("Quelle") + "</w:footnote>"
    copy = read(p("Text", gone('<w:r><w:footnoteReference w:id="2"/></w:r>')), footnotes=note)
    assert (rejected(copy), accepted(copy)) == (["Text\ufffc", "Quelle"], ["Text"])


# Containers


def test_text_in_whatever_container_is_text_of_its_paragraph() -> None:
    inside = [
        f"<w:smartTag>{r('a')}</w:smartTag>",
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('b')}</w:sdtContent></w:sdt>",
        f"<w:customXml><w:customXmlPr/>{r('c')}</w:customXml>",
        f"<w:bdo>{r('d')}</w:bdo>",
        f"<w:unknown>{r('e')}</w:unknown>",
    ]
    assert rejected(read(p(*inside), f"<w:sdt><w:sdtContent>{p('f')}</w:sdtContent></w:sdt>")) == ["abcde", "f"]


def test_of_alternatives_the_first_is_read_and_the_others_text_is_listed() -> None:
    form = "<mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    copy = read(p(f"<mc:AlternateContent>{form.format(box(p('neu')), box(p('alt')))}</mc:AlternateContent>"))
    assert [block.text for block in copy.blocks] == ["\ufffc", "neu"]
    assert [(each.kind, each.text, each.source) for each in copy.not_taken] == [
        ("alternate", "alt", "word/document.xml")
    ]


def test_an_alternative_without_text_gives_way_to_one_with_some() -> None:
    form = "<mc:AlternateContent><mc:Choice Requires='wpi'/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    copy = read(p(form.format(box(p("alt")))))
    assert [block.text for block in copy.blocks] == ["\ufffc", "alt"]
    assert copy.not_taken == ()


def test_text_outside_of_any_paragraph_is_kept() -> None:
    assert rejected(read(r("verirrt"), p("x"))) == ["verirrt", "x"]


def test_a_document_within_the_document_is_unfolded() -> None:
    inner = docx(p("innen", ins(" neu")))
    outer = entries(p("vor"), '<w:altChunk r:id="rIdC"/>', p("nach"), links=relationship("rIdC", "aFChunk", "c.docx"))
    copy = taken(packed({**outer, "word/c.docx": inner}), "Kopie.docx")
    assert rejected(copy) == ["vor", "innen", "nach"]
    assert [block.place.part for block in copy.blocks] == [Part.BODY, Part.CHUNK, Part.BODY]


def test_a_part_nothing_leads_to_is_read_all_the_same() -> None:
    copy = read(p("x"), more={"word/footer9.xml": part("ftr", p("verwaist"))})
    assert [(block.place.part, block.text) for block in copy.blocks][1:] == [(Part.LOOSE, "verwaist")]


def test_a_damaged_part_that_nothing_leads_to_does_no_harm() -> None:
    assert rejected(read(p("x"), more={"word/rest.xml": part("ftr", p("y"))[:-9]})) == ["x"]


def test_text_where_none_may_stand_is_kept_apart() -> None:
    body = p("x", properties=f"<w:tabs>{r('in Eigenschaften')}</w:tabs>")
    copy = read(body, tbl(tr(tc(p("y")), properties=r("in einer Zeile"))), header=f"<w:sectPr>{p('Kopf')}</w:sectPr>")
    assert [(block.place.part, block.text) for block in copy.blocks] == [
        (Part.BODY, "x"),
        (Part.BODY, "y"),
        (Part.LOOSE, "in Eigenschaften"),
        (Part.LOOSE, "in einer Zeile"),
        (Part.LOOSE, "Kopf"),
    ]


def test_building_blocks_are_kept_apart() -> None:
    parts = f"<w:docParts><w:docPart><w:docPartBody>{p('Baustein')}</w:docPartBody></w:docPart></w:docParts>"
    links = relationship("rIdG", "glossaryDocument", "glossary/document.xml")
    copy = read(p("x"), links=links, more={"word/glossary/document.xml": part("glossaryDocument", parts)})
    assert [(block.place.part, block.text) for block in copy.blocks][1:] == [(Part.GLOSSARY, "Baustein")]
