"""What lists print before their paragraphs, counted as Word counts."""

import pytest

from ikonzept_desktop.reading.word.content import Copy
from tests.reading.word.files import box, formed, gone, mark, p, tbl, tc, tr


def level(at: int, text: str, form: str = "decimal", *, start: int = 1, more: str = "") -> str:
    inside = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{inside}</w:lvl>'


def abstract(*levels: str, id: int = 1, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{"".join(levels)}</w:abstractNum>'


def num(id: int, of: int = 1, overrides: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def begins(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(at: int = 0, list_id: int = 1, *content: str, more: str = "") -> str:
    inside = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>{more}'
    return p(*(content or ("x",)), properties=inside)


def numbers(copy: Copy) -> list[str]:
    return [block.form.number for block in copy.blocks if block.form is not None]


def counted(*levels: int, numbering: str, list_id: int = 1) -> list[str]:
    return numbers(formed(*[item(each, list_id) for each in levels], numbering=numbering))


OUTLINE = abstract(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3")) + num(1)


def test_an_outline_is_counted_level_by_level_and_each_begins_anew_below_the_next() -> None:
    found = counted(0, 1, 1, 2, 2, 1, 0, 1, 2, numbering=OUTLINE)
    assert found == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2", "2.1", "2.1.1"]


def test_a_level_above_that_was_not_used_yet_is_used_by_one_below_it() -> None:
    assert counted(2, 2, 1, 0, 1, numbering=OUTLINE) == ["1.1.1", "1.1.2", "1.2", "2", "2.1"]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("decimal", ["1", "2", "27", "53"]),
        ("decimalZero", ["01", "02", "27", "53"]),
        ("lowerLetter", ["a", "b", "aa", "aaa"]),
        ("upperLetter", ["A", "B", "AA", "AAA"]),
        ("lowerRoman", ["i", "ii", "xxvii", "liii"]),
        ("upperRoman", ["I", "II", "XXVII", "LIII"]),
        ("ordinal", ["1.", "2.", "27.", "53."]),
        ("decimalEnclosedCircle", ["①", "②", "27", "53"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 27 -", "- 53 -"]),
        ("none", ["", "", "", ""]),
        ("vonAndersher", ["1", "2", "27", "53"]),
    ],
)
def test_a_number_is_printed_in_its_form(form: str, found: list[str]) -> None:
    starts = 1, 2, 27, 53
    lists = [abstract(level(0, "%1", form, start=start), id=start) + num(start, start) for start in starts]
    assert numbers(formed(*[item(0, start) for start in starts], numbering="".join(lists))) == found


def test_ordinals_are_english_in_an_english_document() -> None:
    numbering = abstract(level(0, "%1", "ordinal")) + num(1)
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    found = numbers(formed(*[item() for _ in range(13)], numbering=numbering, styles=styles))
    assert found[:4] == ["1st", "2nd", "3rd", "4th"]
    assert found[10:] == ["11th", "12th", "13th"]


def test_words_around_a_number_are_printed_with_it() -> None:
    numbering = abstract(level(0, "Kapitel %1:"), level(1, "%2)", "lowerLetter")) + num(1)
    assert counted(0, 1, 1, numbering=numbering) == ["Kapitel 1:", "a)", "b)"]


def test_a_newer_form_in_an_alternative_is_read() -> None:
    form = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    alternative = f'<mc:AlternateContent><mc:Choice Requires="w14">{form}</mc:Choice></mc:AlternateContent>'
    newer = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{alternative}<w:lvlText w:val="%1"/></w:lvl>'
    assert counted(0, 0, numbering=abstract(newer) + num(1)) == ["007", "008"]


def test_a_legal_level_prints_all_numbers_decimal() -> None:
    numbering = abstract(level(0, "%1", "upperRoman"), level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>")) + num(1)
    assert counted(0, 0, 1, numbering=numbering) == ["I", "II", "2.1"]


def test_a_level_may_go_on_below_the_next_of_those_above() -> None:
    never = abstract(level(0, "%1"), level(1, "%1.%2", more='<w:lvlRestart w:val="0"/>')) + num(1)
    assert counted(0, 1, 1, 0, 1, numbering=never) == ["1", "1.1", "1.2", "2", "2.3"]
    first = abstract(level(0, "%1"), level(1, "%2"), level(2, "%3", more='<w:lvlRestart w:val="1"/>')) + num(1)
    assert counted(0, 1, 2, 1, 2, 0, 2, numbering=first) == ["1", "1", "1", "2", "2", "2", "1"]


# Lists and lists


def test_lists_of_one_kind_count_on_together_and_one_with_its_own_start_begins_there_once() -> None:
    numbering = abstract(level(0, "%1."), level(1, "%1.%2")) + num(1) + num(2) + num(3, 1, begins(0, 5) + begins(1, 1))
    body = [item(0, each) for each in (1, 2, 3, 3, 1)]
    assert numbers(formed(*body, item(1, 3), numbering=numbering)) == ["1.", "2.", "5.", "6.", "7.", "7.1"]


def test_a_list_may_say_a_level_anew() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperLetter")}</w:lvlOverride>'
    numbering = abstract(level(0, "%1.")) + num(1) + num(2, 1, own)
    assert numbers(formed(item(0, 1), item(0, 2), numbering=numbering)) == ["1.", "B)"]


def test_a_list_by_a_style_of_lists_counts_with_that() -> None:
    numbering = (
        abstract(level(0, "%1)"), more='<w:styleLink w:val="Liste"/>')
        + abstract(id=2, more='<w:numStyleLink w:val="Liste"/>')
        + num(1)
        + num(2, 2)
    )
    assert numbers(formed(item(0, 1), item(0, 2), numbering=numbering)) == ["1)", "2)"]


def heading(at: int, numbered: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="H{at}"><w:name w:val="heading {at}"/>'
        f"<w:pPr><w:numPr>{numbered}</w:numPr></w:pPr></w:style>"
    )


def test_headings_count_by_the_levels_that_belong_to_their_styles() -> None:
    styles = heading(1, '<w:numId w:val="1"/>') + heading(2, '<w:numId w:val="1"/>')
    styles += '<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Eigene"/><w:basedOn w:val="H2"/></w:style>'
    levels = [level(at, text, more=f'<w:pStyle w:val="H{at + 1}"/>') for at, text in enumerate(["%1", "%1.%2"])]
    body = [p("x", properties=f'<w:pStyle w:val="{each}"/>') for each in ("H1", "H2", "Eigene", "H1", "H2")]
    copy = formed(*body, styles=styles, numbering=abstract(*levels) + num(1))
    assert numbers(copy) == ["1", "1.1", "1.2", "2", "2.1"]
    assert [block.numbering.level for block in copy.blocks if block.numbering] == [0, 1, 1, 0, 1]


def test_a_paragraph_taken_out_of_its_styles_list_has_no_number() -> None:
    first, out = '<w:pStyle w:val="H1"/>', '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = [p("x", properties=each) for each in (first, first + out, first)]
    copy = formed(*body, styles=heading(1, '<w:numId w:val="1"/>'), numbering=OUTLINE)
    assert numbers(copy) == ["1", "", "2"]


def test_bullets_are_the_signs_that_are_seen() -> None:
    def bullet(sign: str, font: str) -> str:
        return level(0, sign, "bullet").replace("</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>')

    of_symbols = ("\uf0b7", "Symbol"), ("\uf0d8", "Wingdings"), ("\uf0ff", "Haus"), ("", "Symbol")
    signs = *of_symbols, ("o", "Courier New"), ("–", "Calibri")
    numbering = "".join(abstract(bullet(*each), id=at) + num(at, at) for at, each in enumerate(signs, 1))
    assert numbers(formed(*[item(0, at) for at in range(1, 7)], numbering=numbering)) == ["•", "➢", "•", "•", "o", "–"]


# Changes and places


def test_what_was_inserted_does_not_count_and_what_was_deleted_does() -> None:
    split = item(0, 1, "ein", more=mark("ins"))
    body = [item(), split, item(0, 1, "zwei"), item(0, 1, gone("weg"), more=mark("del")), item()]
    assert numbers(formed(*body, numbering=OUTLINE)) == ["1", "2", "2", "3", "4"]


def test_rows_that_were_inserted_do_not_count() -> None:
    row = tr(tc(item()), properties='<w:ins w:id="1" w:author="Ada"/>')
    assert numbers(formed(item(), tbl(row, tr(tc(item()))), item(), numbering=OUTLINE)) == ["1", "2", "2", "3"]


def test_text_boxes_headers_and_the_body_count_for_themselves() -> None:
    copy = formed(item(), p(box(item())), item(), numbering=OUTLINE, header=item())
    assert numbers(copy) == ["1", "", "1", "2", "1"]


# What nobody writes


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1),
        num(1, 7),
        abstract() + num(1),
        abstract(level(4, "%1")) + num(1),
        abstract(more='<w:numStyleLink w:val="fehlt"/>') + num(1),
    ],
)
def test_a_list_that_is_not_there_prints_nothing(numbering: str) -> None:
    assert counted(0, 0, numbering=numbering) == ["", ""]


def test_levels_that_do_not_exist_print_nothing() -> None:
    assert counted(9, 1000000, -1, 0, numbering=OUTLINE) == ["", "", "", "1"]


def test_numbers_beyond_all_measure_are_decimal_and_short() -> None:
    most, forms = 2**31 - 1, ("lowerRoman", "lowerLetter", "chicago", "decimal")
    for form in forms:
        assert counted(0, 0, numbering=abstract(level(0, "%1", form, start=most)) + num(1)) == [str(most)] * 2
    assert counted(0, numbering=abstract(level(0, "%1", "lowerLetter", start=32_000)) + num(1)) == ["32000"]
    assert counted(0, numbering=abstract(level(0, "%1", start=10**30)) + num(1)) == [str(most)]
    assert counted(0, numbering=abstract(level(0, "%1", start=-5)) + num(1)) == ["0"]


def test_what_stands_around_a_number_is_bounded() -> None:
    assert len(counted(0, numbering=abstract(level(0, "." * 500)) + num(1))[0]) == 60
    assert len(counted(0, numbering=abstract(level(0, "%1" * 30, start=2**31 - 1)) + num(1))[0]) == 60
