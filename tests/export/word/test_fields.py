"""Fields: contents, caption numbers, references."""

import re
from dataclasses import replace
from pathlib import Path

from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.publication.tree import Publication
from tests.export.word import reading
from tests.export.word.publications import (
    OPTIONS,
    box,
    note,
    p,
    page_of,
    publication,
    section,
    see,
    table,
)

W = reading.W


def draft(concept: Publication, folder: Path) -> reading.WordFile:
    write_draft(concept, {}, folder / "Entwurf.docx", OPTIONS)
    return reading.read(folder / "Entwurf.docx")


def instructions(word: reading.WordFile) -> list[str]:
    return [(node.text or "").strip() for node in word.body.iter(f"{W}instrText")]


def test_every_field_is_begun_parted_and_ended(tmp_path: Path) -> None:
    one = table(["a"], caption="Eins", number=1)
    word = draft(publication(section("A", one, p(see(one, "Tabelle 1"), page_of(one)), number="1")), tmp_path)
    depth, states = 0, []
    for node in word.body.iter(f"{W}fldChar"):
        kind = reading.value(node, f"{W}fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        states.append(kind)
        assert depth >= 0
    assert depth == 0
    assert states.count("begin") == states.count("separate") == states.count("end") == 5


def test_the_contents_are_one_field_as_deep_as_its_entries(tmp_path: Path) -> None:
    concept = publication(
        section("A", section("B", section("C", number="1.1.1"), number="1.1"), number="1"), contents_depth=2
    )
    word = draft(concept, tmp_path)
    assert [one for one in instructions(word) if one.startswith("TOC")] == ['TOC \\o "1-2" \\h \\z']
    lines = [reading.text(one) for one in reading.paragraphs(word.body) if reading.style(one).startswith("TOC")]
    assert lines == ["Inhalt", "1\tA\t3", "1.1\tB\t3"]


def test_everything_a_field_or_link_points_at_is_there(tmp_path: Path) -> None:
    captioned, bare, measure = table(["a"], caption="Eins", number=1), table(["b"]), box("S 1", "Kasten", ("x", p("y")))
    text = p("Text")
    pointing = p(see(captioned, "Tabelle 1: Eins"), see(bare, "Personen"), see(measure, "S 1"), see(text, "dort"))
    concept = publication(section("A", captioned, bare, measure, text, pointing, p(note(see(measure, "S 1 Kasten")))))
    word = draft(concept, tmp_path)
    listed = reading.bookmarks(word.body)
    marks = set(listed)
    assert len(listed) == len(marks)
    parts = (word.body, word.parts["word/footnotes.xml"])
    anchors = {node.get(f"{W}anchor") for part in parts for node in part.iter(f"{W}hyperlink")}
    named = {match[1] for one in instructions(word) if (match := re.match(r"(?:PAGE)?REF (\S+)", one))}
    assert len(anchors | named) >= 5
    assert anchors | named <= marks


def test_a_number_is_printed_by_word_and_a_title_taken_from_its_heading(tmp_path: Path) -> None:
    target = section("Sprache", number="1")
    text = p(see(target, "1"), see(target, "Sprache"), see(target, "1 Sprache"), see(target, "Kapitel Sprache"))
    found = [
        one
        for one in instructions(draft(publication(target, section("B", text, number="2")), tmp_path))
        if "REF _R" in one or "REF _i" in one
    ]
    name, heading = f"_Ref_{target.id}", f"_ik_{target.id}"
    assert found == [f"REF {name} \\n \\h", f"REF {heading} \\h", f"REF {name} \\n \\h", f"REF {heading} \\h"]


def test_a_final_dot_is_left_out_of_references_as_word_does(tmp_path: Path) -> None:
    target = section("Sprache", number="1.")
    word = draft(publication(target, section("B", p("Kapitel ", see(target, "1"), "."), number="2.")), tmp_path)
    assert f"REF _Ref_{target.id} \\n \\h" in instructions(word)


def test_a_reference_to_nothing_is_its_text(tmp_path: Path) -> None:
    word = draft(
        publication(section("A", p(see("", "[Verweisziel fehlt]"), see("weg", "dort"), page_of("weg")))), tmp_path
    )
    assert "[Verweisziel fehlt]dort" in reading.text(word.body)
    assert not any("weg" in one for one in instructions(word))


def test_captions_are_counted_by_word_and_set_right_where_it_would_miscount(tmp_path: Path) -> None:
    tables = [table(["x"], caption="Text", number=number) for number in (1, 2, 5, 6)]
    found = [one for one in instructions(draft(publication(section("A", *tables)), tmp_path)) if one.startswith("SEQ")]
    assert found == [f"SEQ Tabelle \\* ARABIC{reset}" for reset in ("", "", " \\r 5", "")]


def test_a_label_of_two_words_is_counted_too(tmp_path: Path) -> None:
    one = replace(table(["x"], caption="Text", number=1), label="Tabellarische Übersicht 1")
    found = instructions(draft(publication(section("A", one)), tmp_path))
    assert 'SEQ "Tabellarische Übersicht" \\* ARABIC' in found
