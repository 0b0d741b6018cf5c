"""How HTML is read, rule by rule."""

import pytest

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.reading.clipboard.html import table_of
from ikonzept_desktop.reading.clipboard.pasted import as_grafts, as_text
from tests.reading.clipboard.said import lines, read, said


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>eins</p><p>zwei</p>", ["eins", "zwei"]),
        ("eins<br>zwei", ["eins\\zwei"]),
        ("eins<br> <br>zwei", ["eins", "zwei"]),
        ("<p>  viel \n Raum\t</p>", ["viel Raum"]),
        ("<p>fest&nbsp;verbunden &nbsp; lose</p>", ["fest~verbunden lose"]),
        ("<p>&nbsp;</p><p>x</p>", ["x"]),
        ("<pre>eins\n  zwei</pre>", ["eins\\zwei"]),
        ("<b>fett <i>und</i></b> nicht", ["*fett */*und*/ nicht"]),
        ("<b>fett <span style='font-weight:normal'>nicht</span></b>", ["*fett *nicht"]),
        ("<span style='font-weight:600'>ja</span> <span style='font-weight:500'>nein</span>", ["*ja* nein"]),
        ("<span style='font:bold 12pt Arial'>ja</span>", ["*ja*"]),
        ("<i>a<span style='font-style:normal'>b</span></i>", ["/a/b"]),
        ("m<span style='vertical-align:super'>2</span><sub>x<sup>y</sup></sub>", ["m^2^_x_^y^"]),
        ("<u>unter</u> <s>durch</s> <font color=red>rot</font>", ["unter durch rot"]),
        ("<div><div>innen</div>außen</div>", ["innen", "außen"]),
        ("<div style='font-weight:bold'><p>quer</p></div>", ["*quer*"]),
        ("Integ\u00adration\u200b", ["Integration"]),
        ("Integ- ration", ["Integration"]),
        ("Sprach- und Kulturmittler", ["Sprach- und Kulturmittler"]),
        ("Bildungs- bzw. Kulturarbeit", ["Bildungs- bzw. Kulturarbeit"]),
        ("<p role=heading aria-level=3>Titel</p>", ["### Titel"]),
        ("<p style='mso-outline-level:2'>Titel</p>", ["## Titel"]),
        ("<h1><b>Titel</b></h1>", ["# Titel"]),
        ("<h1> </h1>x", ["x"]),
        ("<ul><li>a<p>b</p></ul>", ["- a\\b"]),
        ("<ol><li>a</ol><ol><li>b</ol>", ["1. a", "1. (anew) b"]),
        ("<ol><li>a</ol><ol start=2><li>b</ol>", ["1. a", "1. b"]),
        ("<ul><li>a</ul><ul><li>b</ul>", ["- a", "- b"]),
        ("<ul><ul><ul><li>tief</ul></ul></ul>", ["- tief"]),
        ("<blockquote><p>a</p><ul><li>b</ul></blockquote>", ["> a", "- b"]),
        ("<table><tr><td>nur eine</td></tr></table>", ["nur eine"]),
        ("<table><tr><td>a<ul><li>b</ul></td><td>c</td></tr></table>", ["| a\\– b | c |"]),
        ("<table><tr><td colspan=9>a<td>b<tr><td>c</table>", ["| (9x1) a | b |", "| c |  |  |  |  |  |  |  |  |  |"]),
        ("<table><tr><td rowspan=99>a<td>b<tr><td>c</table>", ["| (1x2) a | b |", "| c |"]),
        ("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>", ["| a | (1x2) b |", "| c |"]),
        ("<a href='https://a.example/x y'>t</a><a href='HTTPS://A.example'>u</a>", ["t[u](HTTPS://A.example)"]),
        ("<a href='#x'>hin</a>", ["hin"]),
        ("vor<p hidden>weg</p><p style='mso-hide:all'>weg</p><p style='display:none !important'>weg</p>", ["vor"]),
        ("<style>.weg{display:none}</style><p class=weg>x</p>y", ["y"]),
        ("vor<!--StartFragment-->innen<!--EndFragment-->nach", ["innen"]),
        ("Version:0.9\r\nStartHTML:00\r\n<p>x</p>", ["x"]),
        ("", []),
        ("nur Text & < Zeichen", ["nur Text & < Zeichen"]),
        ("<p>kein\x00 Loch\ufffc\x07</p>", ["kein Loch"]),
    ],
)
def test_html_is_read(html: str, expected: list[str]) -> None:
    assert said(html) == expected


def test_a_table_of_figures_has_its_names_on_top() -> None:
    table = table_of("<table><tr><td>Stadt<td>Kurse<tr><td>Ratingen<td>5<tr><td>Velbert<td>1.204</table>")
    assert isinstance(table, Table)
    assert table.header_rows == 1


def test_a_table_of_words_has_no_header_that_nobody_gave_it() -> None:
    table = table_of("<table><tr><td>eins<td>zwei<tr><td>drei<td>vier</table>")
    assert isinstance(table, Table)
    assert table.header_rows == 0


def test_first_cells_that_are_headers_make_a_header_column() -> None:
    table = table_of("<table><tr><th>a<th>b<tr><th>c<td>d<tr><th>e<td>f</table>")
    assert isinstance(table, Table)
    assert (table.header_rows, table.header_columns) == (1, 1)


def test_headings_are_bold_paragraphs_where_there_are_no_sections() -> None:
    blocks = as_text(read("<h1>Titel <i>x</i></h1><p>Text</p>").parts)
    assert [line for block in blocks for line in lines(block)] == ["*Titel */*x*/", "Text"]


def test_a_heading_alone_is_plain_words() -> None:
    (block,) = as_text(read("<h2>Sprachkurse</h2>").parts)
    assert lines(block) == ["Sprachkurse"]


def test_headings_part_the_text_into_sections_and_their_notes_go_into_it() -> None:
    html = (
        "davor<h1>Eins<a href='#fn1' id='r1'>1</a></h1><p>Text</p><h2>Zwei</h2>"
        "<ol><li id='fn1'>Quelle <a href='#r1'>↩</a></ol>"
    )
    head, grafts = as_grafts(read(html).parts)
    assert [lines(block) for block in head] == [["davor"]]
    assert [(graft.level, graft.title) for graft in grafts] == [(1, "Eins"), (2, "Zwei")]
    assert [lines(block) for block in grafts[0].blocks] == [["{Quelle}"], ["Text"]]


def test_a_table_of_contents_is_no_note_though_it_leads_back_and_forth() -> None:
    html = "<p><a id=t1 href='#k1'>1</a></p><div><h2 id=k1>Kapitel <a href='#t1'>↑</a></h2><p>Text</p></div>"
    assert said(html) == ["1", "## Kapitel ↑", "Text"]


def test_the_same_note_twice_is_two_notes() -> None:
    marks = "<p>a<sup id=r1><a href='#n1'>1</a></sup> b<sup id=r2><a href='#n1'>1</a></sup></p>"
    note = "<p id=n1><a href='#r1'>^</a> <a href='#r2'>^</a> Quelle</p>"
    assert said(marks + note) == ["a{Quelle} b{Quelle}"]
