"""Tables: merged cells, gaps, heads; frames and layouts unfolded; what cannot stand in a cell follows."""

from tests.importing.word.said import manuscript, pieces, said
from tests.reading.word.files import box, gone, ins, p, r, tbl, tc, tr

STYLES = '<w:style w:type="paragraph" w:styleId="Titel1"><w:name w:val="heading 1"/></w:style>'
INSERTED = '<w:ins w:id="1" w:author="Ada" w:date="2026-03-02T10:00:00Z"/>'
TITLE = '<w:pStyle w:val="Titel1"/>'


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


ON, BEGIN = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'


def test_cells_that_span_columns_and_rows_are_whole() -> None:
    rows = (
        tr(tc(p("a"), properties=span(2)), tc(p("b"), properties=BEGIN)),
        tr(tc(p("c")), tc(p("d")), tc(p(), properties=ON)),
    )
    assert said(tbl(*rows)) == ["table 0+0 (; ): a 2x1 | b 1x2 // c | d"]


def test_text_in_the_lower_part_of_a_merged_cell_goes_to_its_end() -> None:
    rows = (
        tr(tc(p("oben"), properties=BEGIN), tc(p("a"))),
        tr(tc(p("verdeckt"), properties=ON), tc(p("b"))),
    )
    assert said(tbl(*rows)) == ["table 0+0 (; ): oben/verdeckt 1x2 | a // b"]


def test_ragged_rows_are_filled_up() -> None:
    rows = tr(tc(p("a")), tc(p("b")), tc(p("c"))), tr(tc(p("d"))), tr(tc(p("e")), tc(p("f")))
    assert said(tbl(*rows)) == ["table 0+0 (; ): a | b | c // d |  |  // e | f | "]


def test_rows_that_were_inserted_are_not_there_and_text_is_as_before() -> None:
    rows = (
        tr(tc(p("alt", gone(" weg"), ins(" neu"))), tc(p("b"))),
        tr(tc(p("neu")), tc(p("neu")), properties=INSERTED),
    )
    assert said(tbl(*rows)) == ["table 0+0 (; ): alt weg | b"]


def test_a_row_of_words_above_numbers_is_a_head() -> None:
    counted = [("Stadt", "Einwohner"), ("Haan", "29.800"), ("Erkrath", "43.600")]
    rows = [tr(*(tc(p(text)) for text in row)) for row in counted]
    assert said(tbl(*rows))[0].startswith("table 1+0 ")


def test_labels_beside_values_have_no_row_of_heads() -> None:
    rows = tr(tc(p("Federführung")), tc(p("Sozialamt"))), tr(tc(p("Partner")), tc(p("Städte")))
    assert said(tbl(*rows))[0].startswith("table 0+0 ")


def test_paragraphs_of_a_cell_are_lines() -> None:
    assert said(tbl(tr(tc(p("eins"), p(), p("zwei")), tc(p("b"))))) == ["table 0+0 (; ): eins/zwei | b"]


def test_a_table_within_a_table_is_lines_of_the_outer_cell_and_is_told() -> None:
    inner = tbl(tr(tc(p("innen 1")), tc(p("innen 2"))))
    found = manuscript(tbl(tr(tc(p("a"), inner, p("z")), tc(p("b")))))
    assert pieces(found) == ["table 0+0 (; ): a/innen 1/innen 2/z | b"]
    assert [(each.kind, each.place) for each in found.told] == [("nested_table", "innen 1")]


def test_a_frame_of_one_cell_is_what_stands_in_it() -> None:
    assert said(p("davor"), tbl(tr(tc(p("eins"), p("zwei")))), p("danach")) == [
        "p: davor",
        "p: eins",
        "p: zwei",
        "p: danach",
    ]


def test_a_table_with_headings_in_it_only_places_them() -> None:
    rows = (
        tr(tc(p("Sprache", properties=TITLE), p("Text")), tc(p("Rand"))),
        tr(tc(p("x")), tc(p("Bildung", properties=TITLE), p("Mehr"))),
    )
    assert said(tbl(*rows), styles=STYLES) == ["h0: Sprache", "p: Text", "p: Rand", "p: x", "h0: Bildung", "p: Mehr"]


def test_a_column_of_headings_and_texts_only_places_them() -> None:
    rows = tr(tc(p("Sprache", properties=TITLE))), tr(tc(p("Text")))
    assert said(tbl(*rows), styles=STYLES) == ["h0: Sprache", "p: Text"]


def test_a_cover_that_is_set_as_a_table_is_what_stands_in_it() -> None:
    def cover(half_points: int) -> str:
        large = f'<w:r><w:rPr><w:sz w:val="{half_points}"/></w:rPr><w:t>Konzept</w:t></w:r>'
        return tbl(tr(tc(p("Kreis")), tc(p("Amt"))), tr(tc(p(large)), tc(p("2007"))))

    assert said(cover(56)) == ["p: Kreis", "p: Amt", "p: Konzept", "p: 2007"]
    assert said(cover(28))[0].startswith("table ")


def test_headings_that_head_columns_and_rows_stay_in_their_table() -> None:
    rows = (
        tr(tc(p("Stadt", properties=TITLE)), tc(p("Amt", properties=TITLE))),
        tr(tc(p("Haan")), tc(p("Sozialamt"))),
        tr(tc(p("Erkrath", properties=TITLE)), tc(p("Schulamt"))),
    )
    assert said(tbl(*rows), styles=STYLES)[0].startswith("table ")


def test_an_empty_table_is_nothing() -> None:
    assert said(p("a"), tbl(tr(tc(p()), tc(p()))), p("b")) == ["p: a", "p: b"]


def test_a_text_box_in_a_cell_follows_its_table() -> None:
    found = manuscript(tbl(tr(tc(p("a", box(p("im Kasten")))), tc(p("b")))), p("danach"))
    assert pieces(found) == ["table 0+0 (; ): a | b", "box p: im Kasten", "p: danach"]
    assert found.pieces[1].place == "a"


def test_all_paragraphs_of_a_table_are_its_source() -> None:
    found = manuscript(p("davor"), tbl(tr(tc(p("a"), p("b")), tc(p("c")))))
    assert [each.source for each in found.pieces] == [(0,), (1, 2, 3)]


def test_a_table_in_the_middle_of_a_paragraph_keeps_both() -> None:
    found = said(p("davor ", f"<w:r>{tbl(tr(tc(p('a')), tc(p('b'))))}</w:r>", r("danach")))
    assert found == ["p: davor danach", "table 0+0 (; ): a | b"]


def test_lines_below_each_other_in_a_table_that_a_document_begins_with_are_its_cover() -> None:
    cover = tbl(tr(tc(p("Landkreis Musterau"))), tr(tc(p("Rahmenkonzept"), p("Zusammen leben"))))
    text = [p(f"Absatz {count}") for count in range(12)]
    assert said(cover, *text)[:3] == ["p: Landkreis Musterau", "p: Rahmenkonzept", "p: Zusammen leben"]
    assert said(cover, *text[:3])[0].startswith("table")
    assert said(*text[:4], cover, *text)[4].startswith("table")
    many = tbl(*(tr(tc(p(f"Zeile {count}"))) for count in range(13)))
    assert said(many, *text)[0].startswith("table")
    long = tbl(tr(tc(p("Landkreis Musterau"))), tr(tc(p("Ein Satz. " * 30))))
    assert said(long, *text)[0].startswith("table")
