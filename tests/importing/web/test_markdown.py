"""A Markdown text read: CommonMark, tables, footnotes and what stands before it."""

import pytest

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.web.markdown import read_markdown
from tests.importing.written import told, written


def read(text: str) -> Manuscript:
    return read_markdown(text.encode(), "Konzept.md")


def said(text: str) -> list[str]:
    return written(read(text))


def test_headings_paragraphs_and_quotes() -> None:
    text = "# 1. Einleitung\n\nEin **fetter** und *schräger*\nText  \nin Zeilen.\n\nZiele\n-----\n\n> Zitat\n"
    assert said(text) == [
        "# 1. Einleitung",
        "Ein *fetter* und /schräger/ Text\\in Zeilen.",
        "## Ziele",
        "> Zitat",
    ]


def test_lists_within_lists() -> None:
    text = "1. Eins\n2. Zwei\n   - a\n\n     mehr\n3. Drei\n\n<!-- -->\n\n1. Neu\n"
    assert said(text) == ["1. Eins", "1. Zwei", "  - a\\mehr", "1. Drei", "1. (anew) Neu"]


def test_tables_with_their_heads() -> None:
    manuscript = read("| Name | Zahl |\n|:--|--:|\n| A *b* | 3<br>4 |\n")
    assert written(manuscript) == ["| Name | Zahl |", "| A /b/ | 3\\4 |"]


def test_notes_stand_at_their_marks() -> None:
    text = "Text[^1] und[^lang], wieder[^1], `[^1]` und[^fehlt].\n\n[^1]: Quelle: *Amt*\n  2015\n\n"
    text += "[^lang]: Erstens\n\n    Zweitens[^1]\n\nEnde\n"
    assert said(text) == [
        "Text{Quelle: /Amt/ 2015} und{Erstens\\Zweitens[^1]}, wieder{Quelle: /Amt/ 2015}, [^1] und[^fehlt].",
        "Ende",
    ]


def test_a_note_without_a_mark_is_not_lost() -> None:
    assert said("Text\n\n[^nie]: Was niemand braucht\n") == ["Text", "(hidden) Was niemand braucht"]


def test_what_looks_like_a_note_in_a_listing_stays() -> None:
    assert said("```\n[^1]: Quelle\n```\n\nText[^1]\n") == ["[^1]: Quelle", "Text[^1]"]


def test_what_stands_before_the_text_names_it() -> None:
    manuscript = read('---\ntitle: "Konzept 2026"\nauthor: Kreis\n---\n# Ziele\n')
    assert (manuscript.title, written(manuscript)) == ("Konzept 2026", ["# Ziele"])
    assert told(manuscript) == [("front_matter", "author: Kreis")]


def test_a_rule_at_the_beginning_is_none_of_that() -> None:
    assert said("---\n\nText\n\n---\n\nMehr") == ["Text", "Mehr"]


def test_images_are_not_opened_but_described() -> None:
    manuscript = read("Text\n\n![Das Kreishaus](/etc/passwd)\n")
    assert written(manuscript) == ["Text", "(object) Das Kreishaus"]
    assert [(each.kind, each.about, each.place) for each in manuscript.told] == [
        ("image_left_out", "Das Kreishaus", "Text")
    ]


def test_links_that_lead_nowhere_keep_their_words_and_are_told_of() -> None:
    manuscript = read('[dort](anlage.md) [hier](http://a.de "Seite") [r]\n\n[r]: http://b.de\n[u]: http://c.de "T"\n')
    assert written(manuscript) == ["dort [hier](http://a.de) [r](http://b.de)"]
    assert [(each.kind, each.text, each.about) for each in manuscript.told] == [
        ("link_title", "Seite", "http://a.de"),
        ("link_unused", "U T", "http://c.de"),
        ("link_dropped", "", "anlage.md"),
    ]


def test_html_within_is_read_or_told_of() -> None:
    text = 'H<sub>2</sub>O\n\n<div onclick="x()">Block</div>\n\n<script>böse()</script>\n\n<!-- Noch prüfen -->\n'
    manuscript = read(text)
    assert written(manuscript) == ["H_2_O", "Block"]
    assert told(manuscript) == [("remark_left_out", "Noch prüfen")]


@pytest.mark.parametrize(
    "text",
    [">" * 1500 + " Tief", "- " * 1500 + "Tief", "[" * 20_000 + " Tief", "> " * 300 + "Tief", "[a](" * 45_000 + "Tief"],
)
def test_what_is_too_deep_is_read_as_plain_text(text: str) -> None:
    manuscript = read(f"# Ziele\n\n{text}\n")
    assert "Tief" in "".join(written(manuscript))
    assert manuscript.told[0].kind == "markdown_as_text"
