"""Items of lists: by numbering, by signs that were typed, with their depth; headings with numbers are none."""

from tests.importing.word.said import manuscript, pieces, said, told
from tests.reading.word.files import p, r, tbl, tc, tr

BOLD = "<w:rPr><w:b/></w:rPr>"

STYLES = """
<w:style w:type="paragraph" w:styleId="Titel1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Weiter"><w:name w:val="List Continue"/></w:style>
"""
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{{form}}"/>'
    f'<w:lvlText w:val="%{level + 1}."/></w:lvl>'
    for level in range(4)
)
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{id}">{_LEVELS.format(form=form)}</w:abstractNum>'
    for id, form in ((1, "bullet"), (2, "decimal"))
) + "".join(
    f'<w:num w:numId="{id}"><w:abstractNumId w:val="{base}"/></w:num>' for id, base in ((1, 1), (2, 2), (3, 2), (4, 1))
)


NUMBERING += (
    '<w:num w:numId="5"><w:abstractNumId w:val="2"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def item(text: str, level: int = 0, id: int = 1, more: str = "") -> str:
    return p(text, properties=f'{more}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>')


def listed(*body: str) -> list[str]:
    return said(*body, numbering=NUMBERING, styles=STYLES)


def test_numbered_paragraphs_are_items_at_their_depth() -> None:
    found = listed(item("eins"), item("darunter", 1), item("tiefer", 2), item("zwei"), item("erstens", id=2))
    assert found == ["•0: eins", "•1: darunter", "•2: tiefer", "•0: zwei", "1.0: erstens"]


def test_a_list_that_begins_deep_begins_at_the_top_and_its_items_stay_beside_each_other() -> None:
    assert listed(item("a", 2), item("b", 2), item("c", 3), item("d", 1)) == ["•0: a", "•0: b", "•1: c", "•0: d"]


def test_another_list_of_the_same_kind_counts_anew() -> None:
    assert listed(item("a", id=2), item("b", id=2), item("c", id=5)) == ["1.0: a", "1.0: b", "1.0!: c"]


def test_a_list_that_goes_on_counting_under_another_name_is_the_same() -> None:
    assert listed(item("a", id=2), item("b", id=2), item("c", id=3)) == ["1.0: a", "1.0: b", "1.0: c"]


def test_a_numbered_heading_is_no_item() -> None:
    assert listed(item("Sprache", id=2, more='<w:pStyle w:val="Titel1"/>')) == ["h0: Sprache"]


def test_a_numbered_bold_line_between_texts_is_rather_a_heading_and_bold_items_are_not() -> None:
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="2"/></w:numPr>'
    one, below = (p(r("Fett", BOLD), properties=numbered.format(level)) for level in (0, 1))
    assert listed(p("a"), one, p("b")) == ["p: a", "p: *Fett*", "p: b"]
    assert listed(p("a"), one, below, p("b")) == ["p: a", "p: *Fett*", "p: *Fett*", "p: b"]
    assert listed(p("a"), one, one, p("b")) == ["p: a", "1.0: *Fett*", "1.0: *Fett*", "p: b"]


def test_in_a_document_with_headings_a_numbered_bold_line_is_an_item() -> None:
    one = p(r("Fett", BOLD), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
    headings = [p("Sprache", properties='<w:pStyle w:val="Titel1"/>')] * 3
    assert listed(*headings, p("a"), one, p("b"))[3:] == ["p: a", "1.0: *Fett*", "p: b"]


def test_a_line_of_an_item_as_our_drafts_write_it_belongs_to_the_item() -> None:
    """As `export.word.body` writes the further lines of a record in a list: its style without the sign, as far in."""
    style = '<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/></w:style>'
    indent = '<w:ind w:left="567" w:hanging="567"/>'
    signed = '<w:pStyle w:val="Punkt"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' + indent
    unsigned = signed.replace('numId w:val="1"', 'numId w:val="0"')
    further = unsigned.replace('"567" w:hanging="567"', '"{}" w:firstLine="0"')
    body = [
        p("Ziel", properties=signed),
        p("dazu", properties=further.format(567)),
        p("weit", properties=further.format(0)),
    ]
    assert said(*body, numbering=NUMBERING, styles=style) == ["•0: Ziel/dazu", "p: weit"]


def test_a_paragraph_whose_style_goes_on_in_a_list_is_one_more_line_of_the_item() -> None:
    more = p("und mehr", properties='<w:pStyle w:val="Weiter"/>')
    found = manuscript(item("eins"), more, p("Text"), numbering=NUMBERING, styles=STYLES)
    assert pieces(found) == ["•0: eins/und mehr", "p: Text"]
    assert found.pieces[0].source == (0, 1)


def test_typed_signs_become_items_and_are_told() -> None:
    found = manuscript(p("Ziele:"), p("- Sprache"), p("– Bildung"), p("Danach"))
    assert pieces(found) == ["p: Ziele:", "•0: Sprache", "•0: Bildung", "p: Danach"]
    assert told(found) == [("typed_signs", "- –")]


def test_one_dash_alone_is_no_list() -> None:
    assert said(p("– ein Einschub –"), p("Text")) == ["p: – ein Einschub –", "p: Text"]


def test_typed_numbers_that_count_up_in_sentences_are_a_list() -> None:
    assert said(p("1. Die Städte wirken mit."), p("2. Der Kreis berichtet."), p("Text")) == [
        "1.0: Die Städte wirken mit.",
        "1.0: Der Kreis berichtet.",
        "p: Text",
    ]
    assert said(p("a) die Städte,"), p("b) der Kreis.")) == ["1.0: die Städte,", "1.0: der Kreis."]


def test_typed_numbers_of_headings_stay_in_the_text() -> None:
    apart = [p("1. Einleitung"), p("Wir beginnen."), p("2. Situation"), p("So ist es.")]
    assert said(*apart) == ["p: 1. Einleitung", "p: Wir beginnen.", "p: 2. Situation", "p: So ist es."]
    deeper = [p("1. Handlungsfelder"), p("2. Netzwerke"), p("2.1 Kreis")]
    assert said(*deeper)[0] == "p: 1. Handlungsfelder"
    lines = [p("1. Einleitung 4"), p("2. Situation 5")]
    assert said(*lines) == ["p: 1. Einleitung 4", "p: 2. Situation 5"]


def test_numbers_that_do_not_begin_with_one_or_do_not_count_up_stay() -> None:
    assert said(p("3. Sprache."), p("4. Bildung.")) == ["p: 3. Sprache.", "p: 4. Bildung."]
    assert said(p("1. Sprache."), p("3. Bildung.")) == ["p: 1. Sprache.", "p: 3. Bildung."]


def test_items_in_a_cell_stand_behind_their_signs() -> None:
    cell = tc(item("eins"), item("zwei", 1), item("drei", id=2))
    assert listed(tbl(tr(cell, tc(p("b"))))) == ["table 0+0 (; ): • eins/– zwei/1. drei | b"]
