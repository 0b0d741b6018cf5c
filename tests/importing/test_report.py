"""What became of a document, in sentences that group alike decisions, and as data with every word."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from ikonzept_desktop.importing import report_texts as texts
from ikonzept_desktop.importing.building import built
from ikonzept_desktop.importing.manuscript import Manuscript, Remark, Told, Where
from ikonzept_desktop.importing.plan import Becomes, Entry, Plan, Reason
from ikonzept_desktop.importing.report import Report, as_data, as_text, refusal, report_of, sentence_of, told_lines
from ikonzept_desktop.model.document import Comment, Reply
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.proposals import KeptProposal, Kind, Source, Variant
from tests.builders import chapter, doc, fn, fresh_id, p, row, table
from tests.importing.building.papers import applied, h, label, paper, piece, plan, rows, section

WHEN = datetime(2015, 3, 2, tzinfo=UTC)


def reported(manuscript: Manuscript, wanted: Plan) -> Report:
    """Give the report of an import into an empty concept."""
    made = built(doc(), manuscript, wanted, ids=fresh_id)
    return report_of(applied(doc(), made), manuscript, wanted, made)


def example() -> Report:
    """Give the report of a document with something of everything."""
    manuscript = paper(
        h("1 Ziele"),
        "Text.",
        h("1.1 Sprache", 1),
        "Ausgangslage",
        "Viele.",
        table(row("Maßnahme"), row("Pool")),
        piece("Kreis Musterland", Where.HEADER),
        told=(Told("caption_label", "Tabelle 1:", "", "Zahlen"),),
    )
    wanted = plan(
        section(0, "Ziele", typed="1 "),
        section(2, "Sprache", 1, "field_of_action", typed="1.1 ", reason=Reason.NUMBER, is_sure=False),
        label(3, "situation"),
        rows(5, "measures", "title"),
        Entry(6, Becomes.INBOX),
    )
    return reported(manuscript, wanted)


def test_comments_and_tracked_changes_stand_in_it_word_for_word() -> None:
    note = Comment("n", "Leitung Sozialamt", WHEN, "Stimmt das?", replies=(Reply("r", "Schulamt", WHEN, "Ja."),))
    manuscript = replace(paper(h("Ziele"), p(Text("Text.", comments=("n",)))), remarks=(Remark(note, 1),))
    wanted = plan(section(0, "Ziele"))
    made = built(doc(), manuscript, wanted, ids=fresh_id)
    after = applied(doc(), made)
    change = Variant("Worte", (Source("f", "Schulamt"),))
    kept = KeptProposal("k", "f", Kind.TEXT, after.sections[0].id, 0, "Text", (change,))
    data = as_data(report_of(after, manuscript, wanted, made, [kept]))
    assert data["comments"] == [
        {"author": "Leitung Sozialamt", "text": "Stimmt das?", "section": "Ziele"},
        {"author": "Schulamt", "text": "Ja.", "section": "Ziele"},
    ]
    assert data["proposals"] == [
        {"kind": "text", "section": "Ziele", "authors": ("Schulamt",), "before": "Text", "after": ("Worte",)}
    ]
    assert data["counts"]["proposals"] == 1


def test_alike_decisions_are_one_sentence_with_their_count() -> None:
    told = [Told("typed_number", "1", "Ziele"), Told("typed_number", "1.1", "Sprache"), Told("headless", about="K")]
    assert list(told_lines(told)) == [
        "  2 getippte Nummern entfernt; das Programm zählt selbst:",
        "    1, 1.1",
        "  Der Text vor der ersten Überschrift steht in einem Abschnitt, der wie die Datei heißt:",
        "    K",
    ]


def test_the_same_words_again_are_counted() -> None:
    lines = list(told_lines([Told("column_head", "Titel")] * 3))
    assert lines[1].strip() == "Titel (3-mal)"


def test_it_names_each_section_with_its_number_its_kind_and_why() -> None:
    ziele, sprache = example().sections
    assert (ziele.number, ziele.title, ziele.kind, ziele.level) == ("1", "Ziele", "Kapitel", 0)
    assert (sprache.number, sprache.level, sprache.reason, sprache.sure) == ("1.1", 1, "number", False)


def test_it_counts_what_came_and_what_waits() -> None:
    counts = example().counts
    assert (counts["sections"], counts["fields"], counts["records"]) == (2, 1, 1)
    assert (counts["unsure"], counts["inbox"]) == (1, 1)
    assert example().needs_a_look


def test_what_came_into_a_section_that_was_there_is_counted_too() -> None:
    before = doc(chapter("Ziele", table(row("da")), id="ziele"))
    manuscript = paper(table(row("neu")), p("Text", fn("Quelle")))
    made = built(before, manuscript, plan(), into="ziele", ids=fresh_id)
    counts = report_of(applied(before, made), manuscript, plan(), made).counts
    assert (counts["sections"], counts["tables"], counts["notes"]) == (0, 1, 1)


def test_nothing_needs_a_look_where_all_is_sure() -> None:
    assert not reported(paper(h("Ziele"), "Text."), plan(section(0, "Ziele"))).needs_a_look


def test_the_text_says_all_of_it() -> None:
    text = as_text(example())
    assert text.splitlines()[0] == "Übernahme aus „Rahmenkonzept.docx“"
    assert "    1.1 Sprache – Handlungsfeld, getippte Nummer wie bei anderen Überschriften, bitte ansehen" in text
    assert "Tabelle 1:" in text
    assert "  Aus der Kopfzeile: Kreis Musterland" in text


def test_the_data_hold_every_decision_word_by_word() -> None:
    report = example()
    data = json.loads(json.dumps(as_data(report)))
    assert [each["text"] for each in data["told"]] == [each.text for each in report.told]
    assert {"file", "sections", "told", "inbox", "comments", "proposals", "counts", "refused"} == set(data)
    assert data["inbox"] == [{"head": "Aus der Kopfzeile", "text": "Kreis Musterland"}]
    assert data["refused"] is None


def test_a_refusal_says_why() -> None:
    refused = refusal("k.docx", "„k.docx“ ist leer.")
    assert as_data(refused)["refused"] == as_text(refused) == "„k.docx“ ist leer."


def test_a_decision_of_an_unknown_kind_is_told_all_the_same() -> None:
    assert sentence_of(Told("new_kind", "Wort", "Ort")) == "1 weitere Angabe: Ort Wort"


def test_no_word_is_left_out_by_any_phrase() -> None:
    for kind in texts.PHRASES:
        assert "Wortlaut" in sentence_of(Told(kind, "Wortlaut", "Ort", "Sache")), kind


def test_every_kind_that_building_tells_has_its_phrase() -> None:
    manuscript = paper("Titel", h(p("1 Ziele")), "Wirkung", "x", piece("Ziele 3", Where.CONTENTS))
    wanted = plan(
        Entry(0, Becomes.TITLE),
        section(1, "Absichten", kind="foreword"),
        section(2, "Unten", 1, "cover"),
        label(3, "effect"),
        Entry(4, Becomes.CONTENTS),
    )
    assert {each.kind for each in reported(manuscript, wanted).told} <= set(texts.PHRASES)
