"""How runs are set: the document, the paragraph's style, the letters' style and the run itself, in that order."""

import pytest

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.reading.word.content import PLAIN, Copy, Look
from tests.reading.word.files import box, formed, gone, ins, p, r, read

BOLD = Look(Marks.BOLD)


def styled(text: str, *properties: str) -> str:
    return r(text, f"<w:rPr>{''.join(properties)}</w:rPr>")


def style(id: str, properties: str = "", *, kind: str = "paragraph", based: str = "", default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{first} w:styleId="{id}"><w:name w:val="{id}"/>'
        f'<w:basedOn w:val="{based}"/><w:rPr>{properties}</w:rPr></w:style>'
    )


def looks(*runs: str, styles: str = "", named: str = "") -> list[tuple[str, Look]]:
    """Give the texts and looks of one paragraph."""
    properties = f'<w:pStyle w:val="{named}"/>' if named else ""
    return spans(formed(p(*runs, properties=properties), styles=styles))


def spans(copy: Copy) -> list[tuple[str, Look]]:
    return [(span.text, span.look) for block in copy.blocks for span in block.spans]


def only(*runs: str, styles: str = "", named: str = "") -> Look:
    (found,) = looks(*runs, styles=styles, named=named)
    return found[1]


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ("<w:b/>", BOLD),
        ('<w:b w:val="0"/>', PLAIN),
        ('<w:b w:val="false"/>', PLAIN),
        ('<w:b w:val="off"/>', PLAIN),
        ('<w:i w:val="true"/><w:b w:val="on"/>', Look(Marks.BOLD | Marks.ITALIC)),
        ('<w:vertAlign w:val="superscript"/>', Look(Marks.SUPERSCRIPT)),
        ('<w:vertAlign w:val="subscript"/>', Look(Marks.SUBSCRIPT)),
        ('<w:vertAlign w:val="baseline"/>', PLAIN),
        ('<w:position w:val="6"/>', PLAIN),
        ("<w:caps/>", Look(is_capital=True)),
        ("<w:smallCaps/>", Look(is_capital=True)),
        ("<w:vanish/>", Look(is_hidden=True)),
        ("<w:strike/>", Look(is_struck=True)),
        ("<w:dstrike/>", Look(is_struck=True)),
        ('<w:sz w:val="21"/>', Look(size=10.5)),
        ('<w:sz w:val="99999999999"/>', PLAIN),
        ('<w:sz w:val="viel"/>', PLAIN),
        ('<w:lang w:val="en-GB"/>', Look(language="en-GB")),
    ],
)
def test_a_run_looks_as_it_says(properties: str, look: Look) -> None:
    assert only(styled("x", properties), styles=defaults('<w:lang w:val="de-DE"/>')) == look


def test_without_forms_nothing_looks_in_any_way() -> None:
    assert spans(read(p(styled("x", "<w:b/>")))) == [("x", PLAIN)]


def test_neighbours_of_the_same_look_are_one_span_and_others_are_not() -> None:
    bold = [styled("a", "<w:b/>"), styled("b", '<w:b w:val="1"/>', '<w:color w:val="FF0000"/>')]
    assert looks(*bold, "c", r("d")) == [("ab", BOLD), ("cd", PLAIN)]


def test_a_look_ends_with_its_run_in_changes_and_fields_too() -> None:
    begin, end = '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'
    copy = formed(p(ins(styled("neu", "<w:b/>"), "x"), gone("y"), f"<w:r><w:rPr><w:b/></w:rPr>{begin}{end}</w:r>", "z"))
    assert spans(copy) == [("neu", BOLD), ("x", PLAIN), ("y", PLAIN), ("z", PLAIN)]


def test_what_stands_in_no_run_does_not_look_like_the_run_before() -> None:
    assert looks(styled("a", "<w:b/>"), "<m:oMath/>") == [("a", BOLD), ("\ufffc", PLAIN)]


def test_text_in_a_box_does_not_look_like_the_run_that_holds_it() -> None:
    holder = box(p("Kasten")).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>", 1)
    assert spans(formed(p(holder)))[1] == ("Kasten", PLAIN)


# Styles


def defaults(properties: str) -> str:
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{properties}</w:rPr></w:rPrDefault></w:docDefaults>"


STYLES = (
    defaults('<w:sz w:val="22"/><w:lang w:val="de-DE"/>')
    + style("Standard", '<w:sz w:val="24"/>', default=True)
    + style("Fett", "<w:b/>", based="Standard")
    + style("FettGross", '<w:sz w:val="40"/>', based="Fett")
    + style("Betont", "<w:b/>", kind="character")
    + style("Fremd", '<w:lang w:val="fr-FR"/><w:i/>', kind="character", based="Betont")
    + style("Kreis", "<w:i/>", based="Kreis")
)


def test_styles_are_followed_to_those_they_are_based_on() -> None:
    assert only("x", styles=STYLES) == Look(size=12)
    assert only("x", styles=STYLES, named="FettGross") == Look(Marks.BOLD, size=20)
    assert only("x", styles=STYLES, named="Kreis") == Look(Marks.ITALIC, size=11)


def test_a_character_style_counts_more_than_the_paragraphs() -> None:
    fremd = styled("x", '<w:rStyle w:val="Fremd"/>')
    assert only(fremd, styles=STYLES) == Look(Marks.BOLD | Marks.ITALIC, "fr-FR", 12)
    klein = style("Klein", '<w:sz w:val="16"/>', kind="character")
    assert only(styled("x", '<w:rStyle w:val="Klein"/>'), styles=STYLES + klein, named="FettGross").size == 8


def test_what_both_styles_turn_on_is_off_and_what_the_run_says_is_so() -> None:
    betont = '<w:rStyle w:val="Betont"/>'
    assert only(styled("x", betont), styles=STYLES, named="Fett") == Look(size=12)
    assert only(styled("x", betont, "<w:b/>"), styles=STYLES, named="Fett") == Look(Marks.BOLD, size=12)
    assert only(styled("x", betont, '<w:b w:val="0"/>'), styles=STYLES) == Look(size=12)


def test_what_the_whole_document_has_no_styles_take_away() -> None:
    styles = defaults("<w:b/>") + style("Fett", "<w:b/>") + style("Betont", "<w:b/>", kind="character")
    assert only(styled("x", '<w:rStyle w:val="Betont"/>'), styles=styles, named="Fett") == BOLD


def test_a_style_of_letters_that_is_not_there_says_nothing() -> None:
    assert only(styled("x", '<w:rStyle w:val="fehlt"/>'), styles=STYLES) == Look(size=12)


# Languages


def test_the_language_is_that_of_the_documents_defaults_and_stands_nowhere_else() -> None:
    copy = formed(p("a", styled("b", '<w:lang w:val="DE-de"/>'), styled("c", '<w:lang w:val="tr-TR"/>')), styles=STYLES)
    assert copy.language == "de-DE"
    assert [span.look.language for span in copy.blocks[0].spans] == ["", "tr-TR"]


def test_the_default_styles_language_counts_more() -> None:
    styles = STYLES + style("Neu", '<w:lang w:val="de-AT"/>', default=True)
    own = styles.replace(' w:default="1" w:styleId="Standard"', ' w:styleId="Standard"')
    assert formed(p("x"), styles=own).language == "de-AT"


def test_without_any_default_the_language_is_that_of_most_letters() -> None:
    runs = [
        styled("ein langer Text", '<w:lang w:val="de-DE"/>'),
        *[styled(each, '<w:lang w:val="en-US"/>') for each in "abc"],
    ]
    copy = formed(p(*runs))
    assert copy.language == "de-DE"
    assert [span.look.language for span in copy.blocks[0].spans] == ["", "en-US"]


def test_no_language_and_nonsense_are_the_documents_own() -> None:
    runs = [styled(each, f'<w:lang w:val="{each}"/>') for each in ("x-none", "0407", "1; DROP", "")]
    assert [look.language for _text, look in looks(*runs, styles=STYLES)] == [""]


# Symbol fonts


def test_letters_of_symbol_fonts_are_the_signs_that_are_seen() -> None:
    wingdings, greek = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', '<w:rFonts w:ascii="Symbol"/>'
    assert [text for text, _ in looks(styled("\uf0fc ü", wingdings), styled("abg\uf0b7", greek), "abg")] == [
        "✓ ✓αβγ•abg"
    ]


@pytest.mark.parametrize(
    "fonts",
    [
        '<w:rFonts w:ascii="Symbol" w:hAnsi="Arial"/>',
        '<w:rFonts w:ascii="Symbol" w:asciiTheme="minorHAnsi"/>',
        '<w:rFonts w:cs="Symbol" w:eastAsia="Wingdings"/>',
        '<w:rFonts w:ascii="Arial"/>',
    ],
)
def test_letters_in_other_fonts_are_letters(fonts: str) -> None:
    assert looks(styled("abg", fonts)) == [("abg", PLAIN)]


def test_a_sign_of_a_symbol_font_is_a_character_where_it_is_known() -> None:
    signs = [f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>' for font, char in SIGNS]
    copy = formed(p(*signs))
    assert copy.blocks[0].text == "✓→α●\ufffc\ufffc"
    assert [span.atom.kind for span in copy.blocks[0].spans if span.atom] == ["symbol"] * 6
    assert read(p(*signs)).blocks[0].text == "\ufffc" * 6


SIGNS = [
    ("Wingdings", "F0FC"),
    ("Wingdings", "F0E0"),
    ("Symbol", "F061"),
    ("Wingdings", "F06C"),
    ("Wingdings", "F0FF"),
    ("Hausschrift", "F041"),
]
