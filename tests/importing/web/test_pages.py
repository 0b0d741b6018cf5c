"""A page of the web read: every word of it is in the text, or at its own place beside it."""

from collections import Counter
from pathlib import Path

import pytest

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.refusals import ImportRefused
from ikonzept_desktop.importing.web.pages import _FRAGMENT, read_page
from ikonzept_desktop.reading.clipboard.lists import is_marker
from ikonzept_desktop.reading.clipboard.source import prepared
from ikonzept_desktop.reading.clipboard.tree import parse
from tests.importing.written import letters, told, written
from tests.reading.clipboard.said import SAMPLES


def read(html: str) -> Manuscript:
    return read_page(html.encode(), "Seite.html")


def said(html: str) -> list[str]:
    return written(read(html))


def test_the_page_is_read_in_the_encoding_it_declares() -> None:
    data = '<html><head><meta charset="iso-8859-2"></head><p>Zażółć'.encode("iso8859-2")
    assert written(read_page(data, "Seite.html")) == ["Zażółć"]


def test_headings_have_levels_and_the_page_a_title() -> None:
    manuscript = read(
        "<title>Konzept</title><h1>Ziele</h1><h3>Sprache</h3><p><b>Fett</b> <b>ganz</b></p><p><b>F</b>ast"
    )
    assert (manuscript.title, written(manuscript)) == ("Konzept", ["# Ziele", "### Sprache", "*Fett* *ganz*", "*F*ast"])
    assert [piece.hints.is_bold for piece in manuscript.pieces] == [False, False, True, False]


@pytest.mark.parametrize(
    ("html", "where"),
    [
        ("<p hidden>Wort", "hidden"),
        ("<p style='display:none'>Wort", "hidden"),
        ("<table><tr><td>1<td>2<tr style='display:none'><td>Wort<td></table>", "hidden"),
        ("<table><tr><td>1<td>2<tr><td>3<td style='display:none'>Wort</table>", "hidden"),
        ("<img alt='Wort' src='file:///etc/passwd'>", "object"),
        ("<svg><style>a{}</style><text>Wort</text></svg>", "object"),
        ("<math><mi>Wort</mi></math>", "object"),
        ("<button>Wort</button>", "loose"),
        ("<select><option>Wort</select>", "loose"),
        ("<noscript>Wort</noscript>", "loose"),
        ("<del>Wort</del>", "loose"),
        ("<p class=MsoToc1>Wort", "contents"),
        ("<div style='mso-element:header'>Wort</div>", "header"),
        ("<div style='mso-element:comment-list'>Wort</div>", "loose"),
        ("<div style='mso-element:footnote-list'><div style='mso-element:footnote'>Wort</div></div>", "loose"),
    ],
)
def test_words_that_are_no_part_of_the_text_are_pieces_of_their_own(html: str, where: str) -> None:
    assert said(f"<p>Davor</p>{html}")[-1] == f"({where}) Wort"
    assert f"({where})" not in "".join(said("<p>Davor</p>")[0])


def test_what_is_left_out_has_its_place() -> None:
    manuscript = read("<p>Ein langer Satz davor</p><p>mitten im <del>alten</del> neuen</p>")
    assert [(piece.place, piece.where.value) for piece in manuscript.pieces[2:]] == [("mitten im", "loose")]
    assert [(each.kind, each.about) for each in manuscript.told] == [("struck_out", "alten")]


def test_remarks_in_the_source_are_told_of_but_not_what_is_for_programs() -> None:
    rules = "<style><!-- p{} --><!-- b{} --></style>"
    html = f"<!--[if mso]><p>x</p><![endif]-->{rules}<p>A</p><!-- Noch prüfen --><p>B</p><!-- offen"
    manuscript = read(html)
    assert (written(manuscript), told(manuscript)) == (
        ["A", "B"],
        [("remark_left_out", "Noch prüfen"), ("remark_left_out", "offen")],
    )


def test_marks_of_a_clipboard_do_not_cut_the_page() -> None:
    assert said("<p>A</p><!--StartFragment--><p>B</p><!--EndFragment--><p>C</p>") == ["A", "B", "C"]


@pytest.mark.parametrize("html", ["<div>" * 5000 + "Tief", "<p>A<!" + "x" * 90_000, "<table>" * 300 + "A"])
def test_what_no_program_writes_is_refused(html: str) -> None:
    with pytest.raises(ImportRefused, match="ist größer oder tiefer"):
        read(html)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("[!m]*.html")), ids=lambda path: path.stem)
def test_no_letter_of_pages_of_other_programs_is_lost(path: Path) -> None:
    html = path.read_text(encoding="utf-8")
    root = parse(prepared(_FRAGMENT.sub("", html))).root
    for node in root.walk():
        if is_marker(node) or "msocom" in node.get("class").lower():
            node.children.clear()
    all_letters = Counter(filter(str.isalpha, root.text()))
    assert all_letters - letters(read_page(path.read_bytes(), path.name)) == Counter()
