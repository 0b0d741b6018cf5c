"""Runs: marks, languages, links."""

import pytest

from ikonzept_desktop.export.word.ink import Ink
from ikonzept_desktop.export.word.runs import runs_xml, web_address
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import TextRun


def xml(*runs: TextRun) -> str:
    return runs_xml(runs, Ink({}, {}))


def test_marks_stand_in_the_order_of_the_schema() -> None:
    run = TextRun("x", Marks.BOLD | Marks.ITALIC | Marks.SUPERSCRIPT, "https://a.example", "en")
    look = xml(run).split("<w:rPr>")[1].split("</w:rPr>")[0]
    order = ["<w:rStyle", "<w:b/>", "<w:bCs/>", "<w:i/>", "<w:iCs/>", "<w:vertAlign", "<w:lang"]
    assert [look.index(name) for name in order] == sorted(look.index(name) for name in order)


def test_white_space_at_the_ends_is_kept() -> None:
    assert xml(TextRun(" a ")) == '<w:r><w:t xml:space="preserve"> a </w:t></w:r>'


def test_a_language_read_from_the_right_says_so() -> None:
    assert '<w:rtl/><w:lang w:bidi="ar-SY"/>' in xml(TextRun("مرحبا", language="ar-SY"))
    assert '<w:lang w:val="tr"/>' in xml(TextRun("merhaba", language="tr"))


def test_neighbours_of_one_address_are_one_link() -> None:
    parts = [TextRun("a", link="https://a.example"), TextRun("b", Marks.BOLD, "https://a.example")]
    assert xml(*parts, TextRun("c", link="https://b.example")).count("<w:hyperlink") == 2


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://www.kreis.example/a?b=1&c=2#d", "https://www.kreis.example/a?b=1&c=2#d"),
        ("HTTP://kreis.example", "HTTP://kreis.example"),
        ("mailto:amt@kreis.example", "mailto:amt@kreis.example"),
        ("https://kreis.example/100%/a", "https://kreis.example/100%25/a"),
        ("https://kreis.example/%20", "https://kreis.example/%20"),
        ('https://kreis.example/"<>', "https://kreis.example/%22%3C%3E"),
        ("https://", ""),
        ("https://[1:2", ""),
        ("https://a b.example", ""),
        ("javascript:alert(1)", ""),
        ("file:///C:/geheim.docx", ""),
        ("\\\\server\\freigabe", ""),
        ("mailto:", ""),
    ],
)
def test_only_addresses_that_word_opens_become_links(link: str, address: str) -> None:
    assert web_address(link) == address
    assert ("<w:hyperlink" in xml(TextRun("x", link=link))) is bool(address)
