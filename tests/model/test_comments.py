"""Notes of a whole concept, and the words each of them is fixed to."""

from dataclasses import replace
from datetime import UTC, datetime

from ikonzept_desktop.model.comments import anchor_of, every_note, notes_at
from ikonzept_desktop.model.document import Comment, Section
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.inline import Text
from tests.builders import chapter, doc, field_of_action, fn, p, record, records, row, table


def note(id: str) -> Comment:
    return Comment(id, "Sozialamt", datetime(2015, 3, 1, tzinfo=UTC), "Stimmt das?")


def on(words: str, *ids: str) -> Text:
    return Text(words, comments=ids)


def noted(section: Section, *ids: str) -> Section:
    return replace(section, comments=tuple(map(note, ids)))


def test_the_notes_come_in_reading_order() -> None:
    below = noted(chapter("Unten"), "b")
    concept = doc(replace(noted(chapter("Oben"), "a"), children=(below,)), noted(chapter("Zuletzt"), "c"))
    assert [(each.section.title, each.comment.id) for each in every_note(concept)] == [
        ("Oben", "a"),
        ("Unten", "b"),
        ("Zuletzt", "c"),
    ]


def test_a_note_reaches_from_its_first_run_to_its_last() -> None:
    section = chapter(
        "Ziele", p("Vor "), p("Es ", on("sind ", "n"), on("zehn", "m", "n"), " Städte.", id="block"), id="s"
    )
    assert anchor_of(section, "n") == Selection("s", FieldAddress("s", "text"), "block", "", 3, 12)
    assert anchor_of(section, "m") == Selection("s", FieldAddress("s", "text"), "block", "", 8, 12)
    assert anchor_of(section, "fehlt") is None


def test_a_note_in_a_footnote_leads_into_it_and_one_in_a_table_to_the_table() -> None:
    footnote = fn("Siehe ")
    footnote = replace(footnote, content=(*footnote.content, on("Anhang", "f")), id="fuss")
    section = chapter("Ziele", p("x", footnote, id="block"), table(row(on("70", "t")), id="tab"), id="s")
    inside = anchor_of(section, "f")
    assert inside is not None
    assert (inside.block, inside.line, inside.anchor, inside.caret) == ("block", "fuss", 6, 12)
    whole = anchor_of(section, "t")
    assert whole is not None
    assert (whole.block, whole.line, whole.anchor, whole.caret) == ("tab", "", 0, 1)


def test_a_note_in_a_measure_is_found() -> None:
    measure = record("pool", description=p(on("Sprachmittler", "n"), id="block"))
    section = field_of_action("Sprache", records("measures", measure), id="s")
    place = anchor_of(section, "n")
    assert place is not None
    assert place.address == FieldAddress("s", "measures", "pool", "description")


def test_the_words_at_the_caret_tell_their_notes() -> None:
    section = chapter("Ziele", p("Es ", on("sind", "n"), " zehn.", id="block"), id="s")
    address = FieldAddress("s", "text")
    found = [notes_at(section, Selection("s", address, "block", "", at, at)) for at in (2, 3, 6, 7)]
    assert found == [(), ("n",), ("n",), ()]
