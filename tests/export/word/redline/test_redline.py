"""Two states in one Word file: every sort of change is marked where it is, and nothing else."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.reading.word.content import View
from tests.builders import Content, bold, chapter, doc, fn, li, ol, p, quote, ref, row, table
from tests.export.word import publications as pub
from tests.export.word.reading import W, between, style
from tests.export.word.reading import read as read_parts
from tests.export.word.redline.said import both, changes, lines, redline

START = p("Der Kreis fördert die Sprache.", id="start")
END = p("Am Ende steht der Beschluss.", id="end")


def text(*content: Content) -> Document:
    return doc(chapter("Ziele", START, *content, END, id="ziele"))


def grid(*rows: tuple[str, ...]) -> Content:
    return table(*[row(*cells, id=f"row{cells[0]}") for cells in rows], caption="Zahlen", id="grid")


CHANGES = {
    "nothing": (text(), text(), []),
    "a word": (
        text(p("Wir fördern Kurse.", id="a")),
        text(p("Wir bezahlen Kurse.", id="a")),
        ["-fördern", "+bezahlen"],
    ),
    "several words": (
        text(p("Wir fördern nur Kurse am Ort.", id="a")),
        text(p("Wir bezahlen alle Kurse am Ort.", id="a")),
        ["-fördern nur", "+bezahlen alle"],
    ),
    "a new paragraph": (text(), text(p("Ganz neu.", id="a")), ["+Ganz neu."]),
    "a removed paragraph": (text(p("Nur alt.", id="a")), text(), ["-Nur alt."]),
    "a paragraph at the end": (
        doc(chapter("Ziele", START, id="ziele")),
        doc(chapter("Ziele", START, p("Zum Schluss.", id="a"), id="ziele")),
        ["+Zum Schluss."],
    ),
    "no paragraph at the end": (
        doc(chapter("Ziele", START, p("Zum Schluss.", id="a"), id="ziele")),
        doc(chapter("Ziele", START, id="ziele")),
        ["-Zum Schluss."],
    ),
    "a moved paragraph": (
        text(p("Erstens reden wir.", id="a"), p("Zweitens handeln wir alle.", id="b"), p("Drittens.", id="c")),
        text(p("Zweitens handeln wir alle.", id="b"), p("Drittens.", id="c"), p("Erstens reden wir.", id="a")),
        ["-Erstens reden wir.", "+Erstens reden wir."],
    ),
    "a list item": (
        text(li("Kurse", id="a"), li("Beratung", id="b")),
        text(li("Kurse", id="a"), li("Treffen", id="n"), li("Beratung", id="b")),
        ["+Treffen"],
    ),
    "a numbered item": (
        text(ol("Kurse", id="a"), ol("Beratung", id="b")),
        text(ol("Beratung", id="b")),
        ["-Kurse"],
    ),
    "a title": (
        doc(chapter("Ziele heute", START, id="ziele")),
        doc(chapter("Ziele morgen", START, id="ziele")),
        ["-heute", "+morgen"],
    ),
    "a section": (
        doc(chapter("Ziele", START, id="ziele")),
        doc(chapter("Ziele", START, id="ziele"), chapter("Wege", END, id="wege")),
        ["+Wege", "+Am Ende steht der Beschluss."],
    ),
    "a note": (
        text(p("Alle Kurse.", id="a")),
        text(p("Alle Kurse", fn("Stand 2015.", id="note"), ".", id="a")),
        ["+\ufffc", "+ Stand 2015."],
    ),
    "no note": (
        text(p("Alle Kurse", fn("Stand 2015.", id="note"), ".", id="a")),
        text(p("Alle Kurse.", id="a")),
        ["-\ufffc", "- Stand 2015."],
    ),
    "the words of a note": (
        text(p("Alle Kurse", fn("Stand 2015.", id="note"), ".", id="a")),
        text(p("Alle Kurse", fn("Stand 2016.", id="note"), ".", id="a")),
        ["-2015", "+2016"],
    ),
    "a cell": (
        text(grid(("Ort", "Zahl"), ("Hilden", "8"))),
        text(grid(("Ort", "Zahl"), ("Hilden", "9"))),
        ["-8", "+9"],
    ),
    "a row": (
        text(grid(("Ort", "Zahl"), ("Hilden", "8"))),
        text(grid(("Ort", "Zahl"), ("Ratingen", "7"), ("Hilden", "8"))),
        ["+Ratingen", "+7"],
    ),
    "no row": (
        text(grid(("Ort", "Zahl"), ("Ratingen", "7"), ("Hilden", "8"))),
        text(grid(("Ort", "Zahl"), ("Hilden", "8"))),
        ["-Ratingen", "-7"],
    ),
    "a table": (text(), text(grid(("Ort", "8"))), ["+Tabelle 1: Zahlen", "+Ort", "+8"]),
    "a caption": (
        text(table(row("Ort"), caption="Alte Zahlen", id="t")),
        text(table(row("Ort"), caption="Neue Zahlen", id="t")),
        ["-Alte", "+Neue"],
    ),
    "a column": (
        text(grid(("Ort", "8"))),
        text(grid(("Ort", "8", "9"))),
        ["-Ort", "-8", "+Ort", "+8", "+9"],
    ),
    "a format alone": (text(p("Wir fördern Kurse.", id="a")), text(p("Wir ", bold("fördern"), " Kurse.", id="a")), []),
    "a style alone": (text(p("Wir fördern Kurse.", id="a")), text(quote("Wir fördern Kurse.", id="a")), []),
    "a reference": (
        text(p("Siehe oben.", id="a")),
        text(p("Siehe ", ref("ziele"), ".", id="a")),
        ["-oben", "+1"],
    ),
    "a line of the cover": (
        doc(chapter("Ziele", START, id="ziele"), title="Konzept 2014"),
        doc(chapter("Ziele", START, id="ziele"), title="Konzept 2015"),
        ["-2014", "+2015"],
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_marked_where_it_is_and_nothing_else_is(what: str, tmp_path: Path) -> None:
    old, new, expected = CHANGES[what]
    assert changes(old, new, tmp_path) == expected


def test_words_that_only_look_different_are_told_as_such(tmp_path: Path) -> None:
    old, new, _ = CHANGES["a format alone"]
    body = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).body
    told = [run for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}rPrChange") is not None]
    assert ["".join(run.itertext()) for run in told] == ["fördern"]


def test_a_paragraph_of_another_style_tells_the_old_one(tmp_path: Path) -> None:
    old, new, _ = CHANGES["a style alone"]
    body = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).body
    assert [style.get(f"{W}val") for style in body.iterfind(f".//{W}pPrChange//{W}pStyle")] == ["BodyText"]


def test_every_change_has_the_newer_states_name_its_date_and_a_number_of_its_own(tmp_path: Path) -> None:
    old, new, _ = CHANGES["no row"]
    parts = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).parts
    told = [each for each in parts["word/document.xml"].iter() if each.get(f"{W}author") is not None]
    assert {(each.get(f"{W}author"), each.get(f"{W}date")) for each in told} == {
        ("Fassung vom 01.03.2015", "2015-03-01T08:00:00Z")
    }
    numbered = [each.get(f"{W}id") for each in parts["word/document.xml"].iter(*_NUMBERED)]
    assert len(set(numbered)) == len(numbered) > len(told) > 0


_NUMBERED = [f"{W}{name}" for name in ("ins", "del", "rPrChange", "pPrChange", "bookmarkStart")]


def test_a_bookmark_stands_once_though_its_block_was_moved(tmp_path: Path) -> None:
    old, new, _ = CHANGES["a moved paragraph"]
    body = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).body
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)
    assert "_ik_a" in names


def test_a_bookmark_reaches_over_the_old_words_and_the_new_ones(tmp_path: Path) -> None:
    old = doc(chapter("Ziele heute", p("Siehe ", ref("ziele"), "."), id="ziele"))
    new = doc(chapter("Wege", p("Siehe ", ref("ziele"), "."), id="ziele"))
    body = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).body
    for node in body.iter(f"{W}delText"):
        node.tag = f"{W}t"
    assert between(body, "_Ref_ziele") == between(body, "_ik_ziele") == "Ziele heuteWege"


def test_the_bookmark_over_a_label_reaches_over_its_old_number_and_its_new_one(tmp_path: Path) -> None:
    first, second = table(row("A"), caption="Erste", id="s"), table(row("Ort"), caption="Zahlen", id="t")
    old, new = text(second, p("Siehe ", ref("t"), ".")), text(first, second, p("Siehe ", ref("t"), "."))
    body = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).body
    for node in body.iter(f"{W}delText"):
        node.tag = f"{W}t"
    assert between(body, "_Ref_t") == "Tabelle 12"
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    ends = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd")]
    assert len(set(names)) == len(names) == len(ends) == len(set(ends))


def test_struck_words_are_struck_text_and_the_code_of_their_fields_too(tmp_path: Path) -> None:
    old, new = text(p("Siehe ", ref("ziele"), ".", id="a")), text()
    body = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).body
    struck = [node for gone in body.iter(f"{W}del") for node in gone.iter()]
    assert not [node for node in struck if node.tag in (f"{W}t", f"{W}instrText")]
    assert [re.sub(r"_\w+", "", node.text or "") for node in struck if node.tag == f"{W}delInstrText"] == [
        " REF  \\n \\h "
    ]


def test_a_row_that_has_come_or_gone_is_marked_as_a_row(tmp_path: Path) -> None:
    for what, tag in (("a row", "ins"), ("no row", "del")):
        old, new, _ = CHANGES[what]
        body = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).body
        assert len(body.findall(f".//{W}tr/{W}trPr/{W}{tag}")) == 1


def test_notes_stand_in_the_order_of_their_signs(tmp_path: Path) -> None:
    old = text(p("A", fn("Eins.", id="n1"), " B", fn("Zwei.", id="n2"), id="a"))
    new = text(p("A B", fn("Zwei.", id="n2"), " C", fn("Drei.", id="n3"), id="a"))
    parts = read_parts(redline(build(old), build(new), tmp_path / "a.docx")).parts
    signs = [sign.get(f"{W}id") for sign in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = parts["word/footnotes.xml"].findall(f"{W}footnote")
    assert [note.get(f"{W}id") for note in notes if note.get(f"{W}type") is None] == signs
    assert ["".join(note.itertext()).strip() for note in notes[2:]] == ["Eins.", "Zwei.", "Drei."]


def test_new_words_never_touch_across_an_end_that_stays(tmp_path: Path) -> None:
    old = text(p("Alpha beta.", id="a"), p("Gamma delta.", id="b"))
    new = text(p("Alpha beta. Eins.", id="a"), p("Zwei. Gamma delta.", id="b"))
    assert changes(old, new, tmp_path) == ["+ Eins.", "-Gamma", "+Zwei. Gamma"]


def test_new_words_behind_a_paragraph_go_on_in_the_next_as_one_types_them(tmp_path: Path) -> None:
    old = text(p("Alpha beta.", id="a"))
    new = text(p("Alpha beta. Eins.", id="a"), p("Ganz neu.", id="n"))
    assert changes(old, new, tmp_path) == ["+ Eins.", "+Ganz neu."]
    assert ends_of(tmp_path) == {"Alpha beta. Eins.": ["ins"], "Ganz neu.": []}


def test_a_heading_keeps_its_end_and_ends_in_an_old_word(tmp_path: Path) -> None:
    old = doc(chapter("Ziele heute", START, id="ziele"))
    new = doc(chapter("Ziele heute und morgen", p("Ganz neu.", id="n"), START, id="ziele"))
    assert changes(old, new, tmp_path) == ["+heute und morgen", "-heute", "+Ganz neu."]
    assert ends_of(tmp_path) == {"Ziele heute und morgen": [], "Ganz neu.": ["ins"]}


def ends_of(folder: Path) -> dict[str, list[str]]:
    """Give what became of the ends of paragraphs that hold new words, by their new text."""
    found = {}
    for paragraph in read_parts(folder / "redline.docx").body.iter(f"{W}p"):
        if paragraph.find(f"{W}ins") is not None and paragraph.find(f"{W}hyperlink") is None:
            said = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
            ends = [etree.QName(mark).localname for mark in paragraph.iterfind(f"{W}pPr/{W}rPr/*")]
            found[said] = ends
    return found


def test_an_image_that_has_come_and_one_that_has_gone_are_marked(tmp_path: Path) -> None:
    first = pub.section("A", pub.p("Vorher."), pub.figure(pub.picture(20, 10), "Ein Bild", 1), pub.p("Nachher."))
    without = replace(first, elements=(first.elements[0], first.elements[2]))
    for old, new, tag in ((first, without, "del"), (without, first, "ins")):
        both(pub.publication(old), pub.publication(new), tmp_path)
        body = read_parts(tmp_path / "redline.docx").body
        assert len(body.findall(f".//{W}{tag}//{W}drawing")) == 1


def test_concepts_that_have_no_id_in_common_are_compared_by_what_they_say(tmp_path: Path) -> None:
    said = ("Der Kreis fördert Kurse in allen Städten.", "Die Städte wirken daran mit.")
    old = doc(chapter("Ziele", p(said[0]), p(said[1])))
    new = doc(chapter("Ziele", p(said[0]), p(said[1].replace("mit", "gerne mit"))))
    assert changes(old, new, tmp_path) == ["+gerne "]


def test_tables_that_would_touch_are_parted(tmp_path: Path) -> None:
    old, new = (text(table(row(*cells), source="Amt", id="t")) for cells in (("Ort", "8"), ("Ort", "8", "9")))
    both(build(old), build(new), tmp_path)
    tags = [child.tag for child in read_parts(tmp_path / "redline.docx").body]
    assert not [at for at in range(1, len(tags)) if tags[at - 1] == tags[at] == f"{W}tbl"]
    assert tags.count(f"{W}tbl") == 2


def test_the_empty_lines_below_tables_and_at_turned_pages_stay_unmarked(tmp_path: Path) -> None:
    wide = table(row(*(f"Spalte {at}" for at in range(9)), id="wide"), id="w")
    old = text(table(row("Ort", id="r"), id="t"), wide, p("Wir fördern Kurse.", id="a"))
    new = text(p("Neu davor.", id="n"), table(row("Ort", id="r"), id="t"), wide, p("Wir fördern Treffen.", id="a"))
    assert changes(old, new, tmp_path) == ["+Neu davor.", "-Kurse", "+Treffen"]
    marked = read_parts(tmp_path / "redline.docx").body.findall(f".//{W}pPr/{W}rPr")
    assert len(marked) == 1


def test_another_number_of_a_page_is_no_change(tmp_path: Path) -> None:
    many = tuple(p(f"Satz {at}. " * 60, id=f"s{at}") for at in range(12))
    old = doc(chapter("Lage", START, id="lage"), chapter("Ziele", END, id="ziele"))
    new = doc(chapter("Lage", START, *many, id="lage"), chapter("Ziele", END, id="ziele"))
    told = changes(old, new, tmp_path)
    assert len(told) == len(many)
    assert lines(tmp_path / "redline.docx", View.REJECTED).count("2\tZiele\t#") == 1
    contents = [each for each in read_parts(tmp_path / "redline.docx").body if style(each) == "TOC1"]
    assert len(contents) == 2
    assert not [each for line in contents for each in line.iter(f"{W}ins", f"{W}del")]
