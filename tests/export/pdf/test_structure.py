"""The structure tree of finished files."""

import itertools
from pathlib import Path

from ikonzept_desktop.export.pdf.structure import HeadingLevels
from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.tree import ListElement, TextRun
from tests.export.pdf.builders import WORDS, bold, concept, figure, heading, item, items, note, p, png, section, written
from tests.export.pdf.judges import structure, words


def test_a_heading_never_skips_a_level() -> None:
    levels = HeadingLevels()
    assert [levels.tag(wanted) for wanted in (3, 1, 4, 4, 9, 12, 2)] == ["H1", "H1", "H2", "H3", "H4", "H5", "H2"]


def test_sections_nest_and_headings_follow_them(tmp_path: Path) -> None:
    inner = section("Innen", heading("Feld", 3), p("Text."), level=2)
    out, _ = written(tmp_path, concept(section("Außen", p("Text."), children=(inner,))))
    tree = structure(out)
    assert tree.name == "Document"
    names = [tag.name for tag in tree.named("H1", "H2", "H3")]
    assert names == ["H1", "H1", "H2", "H3"]
    outer = next(tag for tag in tree.named("Sect") if any(kid.name == "Sect" for kid in tag.kids))
    assert [kid.name for kid in outer.kids] == ["H1", "P", "Sect"]


def test_lists_say_label_and_body_and_nest_in_the_body(tmp_path: Path) -> None:
    nested = items("eins", item("zwei", below=(items("innen", ordered=True, level=1),)))
    out, _ = written(tmp_path, concept(section("Kapitel", nested)))
    outer, inner = structure(out).named("L")
    assert "/Disc" in outer.attributes
    assert "/LowerAlpha" in inner.attributes
    assert [[kid.name for kid in entry.kids] for entry in outer.kids] == [["Lbl", "LBody"], ["Lbl", "LBody"]]
    assert [kid.name for kid in outer.kids[1].kids[1].kids] == ["P", "L"]


def test_a_note_stands_behind_its_paragraph_and_its_mark_is_a_link(tmp_path: Path) -> None:
    out, _ = written(
        tmp_path, concept(section("Kapitel", p("Stelle", note(1), " weiter."), p(WORDS)), notes=("Beleg.",))
    )
    chapter = structure(out).named("Sect")[-1]
    assert [kid.name for kid in chapter.kids] == ["H1", "P", "Note", "P"]
    paragraph, mark = chapter.kids[1], chapter.kids[2]
    assert [tag.name for tag in paragraph.walk()] == ["P", "Reference", "Link"]
    assert paragraph.kids[0].kids[0].contents == 2  # the number and the annotation over it
    assert [kid.name for kid in mark.kids] == ["Lbl", "P"]


def test_a_figure_has_its_alternative_text_and_its_caption_beside_it(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Kapitel", figure("a", "Unterschrift", "Acht Balken"))), {"a": png()})
    (group,) = structure(out).named("Div")
    assert [kid.name for kid in group.kids] == ["Figure", "Caption", "P"]
    assert group.kids[0].alternative == "Acht Balken"
    assert "/BBox" in group.kids[0].attributes


def test_foreign_words_say_their_language(tmp_path: Path) -> None:
    out, _ = written(
        tmp_path, concept(section("Kapitel", p("Wir sagen ", TextRun("welcome", language="en"), " dazu.")))
    )
    (span,) = structure(out).named("Span")
    assert span.language == "en"


def test_contents_are_links_in_entries(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Eins", p("a")), section("Zwei", p("b"))))
    (contents,) = structure(out).named("TOC")
    assert [[tag.name for tag in entry.walk()] for entry in contents.kids] == [["TOCI", "Reference", "Link"]] * 2


def test_every_tag_has_something_to_say(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Kapitel", p(""), p("Text ", bold("fett")), items("a"))))
    for tag in structure(out).walk():
        assert tag.kids or tag.contents or tag.name in ("Lbl", "LBody", "TD", "TH"), tag


def test_the_order_of_headings_is_that_of_the_concept(tmp_path: Path) -> None:
    chapters = [section(f"K{n}", p(WORDS), children=(section(f"U{n}", p(WORDS), level=2),)) for n in range(4)]
    out, _ = written(tmp_path, concept(*chapters))
    levels = [tag.name for tag in structure(out).named("H1", "H2")]
    assert levels == ["H1", *itertools.chain.from_iterable([["H1", "H2"]] * 4)]


def test_lists_say_how_each_level_is_numbered(tmp_path: Path) -> None:
    def deep(ordered: bool) -> ListElement:
        below = items(item("c"), ordered=ordered, level=2)
        return items(item("a", below=(items(item("b", below=(below,)), ordered=ordered, level=1),)), ordered=ordered)

    out, _ = written(tmp_path, concept(section("Kapitel", deep(ordered=True), deep(ordered=False))))
    named = [tag.attributes.split("/ListNumbering /")[1].split()[0] for tag in structure(out).named("L")]
    assert named == ["Decimal", "LowerAlpha", "LowerRoman", "Disc", "None", "Square"]


def test_a_cover_image_without_words_is_described_by_its_caption_and_never_by_nothing(tmp_path: Path) -> None:
    front = section("Titelseite", figure("a", "", alt=""), role=Role.COVER)
    out, report = written(tmp_path, concept(front, section("Kapitel", p("Text."))), {"a": png()})
    (tag,) = structure(out).named("Figure")
    assert tag.alternative == "Abbildung 1"
    assert len(report.undescribed_images) == 1


def test_what_sticks_to_a_parted_word_of_another_kind_is_read_with_it(tmp_path: Path) -> None:
    begun = ("(", TextRun("Beratungsfolgeverzeichnis", link="https://kreis.example"), ") ")
    said = [part for count in range(40) for part in ("so " * (count % 7), *begun)]
    narrow = (("page_format", "110 x 200"),)
    out, _ = written(tmp_path, concept(section("Ziele", p(*said)), style=narrow))
    assert " ".join(words(out)).count("(Beratungsfolgeverzeichnis)") == 40
