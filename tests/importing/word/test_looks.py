"""What the form of a file says: emphasis, hints of headings, heads of tables, what is hidden."""

from ikonzept_desktop.importing.manuscript import Hints
from tests.importing.word.said import manuscript, pieces, said
from tests.reading.word.files import p, r, tbl, tc, tr

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="U2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/>
 <w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Unser Zitat"/><w:basedOn w:val="Zitat"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschr"><w:name w:val="caption"/><w:rPr><w:b/></w:rPr></w:style>
"""
BOLD, HIDDEN = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>"


def bold(text: str) -> str:
    return r(text, BOLD)


def test_emphasis_and_languages_are_marks_of_the_words() -> None:
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    turkish = '<w:rPr><w:i/><w:lang w:val="tr-TR"/></w:rPr>'
    found = said(p("Ein ", bold("fettes"), " Wort, m", r("2", raised), ", ", r("Hoş", turkish)), styles=STYLES)
    assert found == ["p: Ein *fettes* Wort, m^2^, {_Hoş_:tr-TR}"]


def test_the_language_that_most_of_a_text_is_set_in_is_its_own_and_german_always_is() -> None:
    english, german, french, none = (
        f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>' for tag in ("en-US", "de-AT", "fr", "x-none")
    )
    body = p(r("Ein ganzer Text, der so gesetzt ist, ", english), r("und", german), r("oui", french), r("!", none))
    assert said(body, styles=STYLES) == ["p: Ein ganzer Text, der so gesetzt ist, und{oui:fr}!"]


def test_a_heading_says_its_style_its_level_and_its_look() -> None:
    found = manuscript(p("Sprache", properties='<w:pStyle w:val="U2"/><w:jc w:val="center"/>'), styles=STYLES)
    assert found.pieces[0].hints == Hints(
        "heading 2", ("heading 2", "Normal"), 1, is_bold=True, size=14.0, is_centred=True, keeps_next=True
    )


def test_a_style_that_comes_from_a_heading_is_one_though_it_is_not_in_the_contents() -> None:
    own = (
        '<w:style w:type="paragraph" w:styleId="Ohne"><w:name w:val="Ohne Verzeichnis"/><w:basedOn w:val="U2"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    assert said(p("Impressum", properties='<w:pStyle w:val="Ohne"/>'), styles=STYLES + own) == ["h1: *Impressum*"]


def test_a_line_that_is_bold_or_in_capitals_says_so() -> None:
    found = manuscript(p(bold("Sprache")), p(bold("Sprache"), " und"), p("5. SPRACHE"), p("12."), styles=STYLES)
    assert [(each.hints.is_bold, each.hints.is_capital) for each in found.pieces] == [
        (True, False),
        (False, False),
        (False, True),
        (False, False),
    ]


def test_a_quotation_by_style_has_no_emphasis_of_its_own() -> None:
    body = [p("Gesagt ist gesagt.", properties=f'<w:pStyle w:val="{style}"/>') for style in ("Zitat", "Eigen")]
    assert said(*body, styles=STYLES) == ["quote: Gesagt ist gesagt."] * 2


def test_a_bold_caption_is_a_caption_without_emphasis() -> None:
    caption = p("Tabelle 1: Städte", properties='<w:pStyle w:val="Beschr"/>')
    table = tbl(tr(tc(p("a")), tc(p("b"))))
    assert said(caption, table, styles=STYLES) == ["table 0+0 (Städte; ): a | b"]


def test_bold_rows_and_columns_head_a_table_and_lose_what_every_head_is() -> None:
    rows = (
        tr(tc(p(bold("Stadt"))), tc(p(bold("Amt")))),
        tr(tc(p(bold("Haan"))), tc(p("Sozialamt"))),
        tr(tc(p(bold("Zusammen"))), tc(p(bold("alle")))),
    )
    assert said(tbl(*rows)) == ["table 1+1 (; ): Stadt | Amt // Haan | Sozialamt // *Zusammen* | *alle*"]


def test_rows_that_are_repeated_head_a_table_whatever_they_look_like() -> None:
    head = tr(tc(p("Stadt")), tc(p("Amt")), properties="<w:tblHeader/>")
    assert said(tbl(head, tr(tc(p("Haan")), tc(p("Sozialamt")))))[0].startswith("table 1+0")


def test_a_title_across_all_columns_heads_none_of_them() -> None:
    title = tr(tc(p(bold("S 1 Kitas")), properties='<w:gridSpan w:val="2"/>'))
    found = said(tbl(title, tr(tc(p("Partner")), tc(p("Städte")))))
    assert found == ["table 0+0 (; ): *S 1 Kitas* 2x1 // Partner | Städte"]


def test_columns_are_as_wide_as_the_grid_says_and_set_as_most_of_their_cells() -> None:
    right = '<w:jc w:val="right"/>'
    rows = [tr(tc(p(text)), tc(p("1", properties=right))) for text in ("a", "b")]
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="1000"/></w:tblGrid>'
    found = manuscript(f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl>").pieces[0].block
    assert [(each.width, each.alignment.value) for each in found.columns] == [(1.5, "left"), (0.5, "right")]  # type: ignore[union-attr]


def test_hidden_words_leave_the_text_for_a_piece_of_their_own() -> None:
    found = manuscript(p("Der Kreis ", r("geheim", HIDDEN), "fördert."), p(r("Ganz geheim", HIDDEN)))
    assert pieces(found) == ["p: Der Kreis fördert.", "hidden p: geheim", "hidden p: Ganz geheim"]
    assert [each.place for each in found.pieces] == ["", "Der Kreis fördert.", "Der Kreis fördert."]


def test_a_heading_keeps_the_number_it_prints_apart_from_its_words() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    heading = p("Sprache", properties=f'<w:pStyle w:val="U2"/>{listed}')
    found = manuscript(heading, p("Text"), p(bold("Bildung"), properties=listed), numbering=numbering, styles=STYLES)
    assert pieces(found) == ["h1: *Sprache*", "p: Text", "p: *Bildung*"]
    assert [each.hints.number for each in found.pieces] == ["5.", "", "6."]


def test_a_list_that_does_not_begin_with_one_is_told() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = manuscript(p("Sprache", properties=listed), numbering=numbering)
    assert [(each.kind, each.about) for each in found.told] == [("counts_anew", "5.")]


def test_lists_of_one_level_are_nested_by_their_indents() -> None:
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{id}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        for id, indent in ((1, 720), (2, 1440))
    ) + "".join(f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>' for id in (1, 2))
    body = [
        p(text, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{id}"/></w:numPr>')
        for text, id in (("a", 1), ("b", 2), ("c", 2), ("d", 1))
    ]
    assert said(*body, numbering=numbering) == ["•0: a", "•1: b", "•1: c", "•0: d"]
