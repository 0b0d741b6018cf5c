"""Cross-references of the document point at what their bookmarks have become."""

from ikonzept_desktop.importing.building import built
from ikonzept_desktop.importing.manuscript import Piece, Pointer
from ikonzept_desktop.importing.plan import Becomes, Entry
from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.inline import CrossReference, Footnote, ReferenceForm, Text
from tests.builders import br, cell, doc, fn, fresh_id, p, ref, row, table
from tests.importing.building.papers import applied, h, like, named, paper, piece, plan, rows, section


def marked(said: Piece | Block, *names: str) -> Piece:
    """Give a piece with bookmarks."""
    return like(said if isinstance(said, Piece) else piece(said), bookmarks=names)


def test_a_pointer_leads_to_the_section_or_table_its_bookmark_became() -> None:
    sheet = table(row("a"))
    manuscript = paper(
        marked(h("Ziele"), "z"),
        marked(sheet, "t"),
        p("Siehe ", ref("#0"), " und ", ref("#1"), "."),
        pointers=(Pointer("z", "Kapitel 1"), Pointer("t", "Tabelle 1", ReferenceForm.PAGE)),
    )
    made = built(doc(), manuscript, plan(section(0, "Ziele")), ids=fresh_id)
    ziele = named(applied(doc(), made), "Ziele")
    assert ziele.blocks("text")[1].inlines == (  # type: ignore[union-attr]
        Text("Siehe "),
        CrossReference(ziele.id),
        Text(" und "),
        CrossReference(sheet.id, ReferenceForm.PAGE),
        Text("."),
    )
    assert [told.text for told in made.told if told.kind == "reference"] == ["Kapitel 1", "Tabelle 1"]


def test_a_pointer_that_leads_nowhere_stays_the_words_that_were_shown() -> None:
    manuscript = paper(
        h("Ziele"),
        p("Siehe ", ref("#0"), ".", fn("Auch ", ref("#0"), ref("#7"))),
        pointers=(Pointer("fort", "Seite 7"),),
    )
    made = built(doc(), manuscript, plan(section(0, "Ziele")), ids=fresh_id)
    (block,) = named(applied(doc(), made), "Ziele").blocks("text")
    first, note = block.inlines  # type: ignore[union-attr]
    assert first == Text("Siehe Seite 7.")
    assert isinstance(note, Footnote)
    assert note.content == (Text("Auch Seite 7"),)


def test_a_pointer_to_a_table_that_became_a_record_leads_to_the_record() -> None:
    box = table(row("Maßnahme", "Pool"), headers=(0, 0))
    manuscript = paper(h("Sprache"), marked(box, "b"), p("Siehe ", ref("#0")), pointers=(Pointer("b", "S 1"),))
    wanted = plan(
        section(0, "Sprache", kind="field_of_action"),
        rows(1, "measures", "title", by_rows=True),
        Entry(2, Becomes.TEXT),
    )
    sprache = named(applied(doc(), built(doc(), manuscript, wanted, ids=fresh_id)), "Sprache")
    (record,) = sprache.records("measures")
    assert sprache.blocks("situation")[0].inlines[1] == CrossReference(record.id)  # type: ignore[union-attr]


def test_pointers_in_cells_that_become_short_values_are_the_words_that_were_shown() -> None:
    sheet = table(row("Maßnahme", "Wer"), row("Pool", cell("wie ", ref("#0"), br(), "neu")))
    manuscript = paper(h("Sprache"), sheet, pointers=(Pointer("fort", "Tabelle 2"),))
    wanted = plan(section(0, "Sprache", kind="field_of_action"), rows(1, "measures", "title", "lead"))
    sprache = named(applied(doc(), built(doc(), manuscript, wanted, ids=fresh_id)), "Sprache")
    values = [getattr(field.value, "text", "") for field in sprache.records("measures")[0].fields]
    assert values == ["wie Tabelle 2, neu", "Pool"]


def test_a_number_and_the_title_behind_it_are_one_reference() -> None:
    manuscript = paper(
        marked(h("Ziele"), "z"),
        p("Kapitel ", ref("#0"), " Ziele, nicht ", ref("#0"), " Zielers"),
        pointers=(Pointer("z", "1"),),
    )
    ziele = named(applied(doc(), built(doc(), manuscript, plan(section(0, "Ziele")), ids=fresh_id)), "Ziele")
    assert ziele.blocks("text")[0].inlines == (  # type: ignore[union-attr]
        Text("Kapitel "),
        CrossReference(ziele.id, ReferenceForm.NUMBER_TITLE),
        Text(", nicht "),
        CrossReference(ziele.id),
        Text(" Zielers"),
    )


def test_a_pointer_to_a_row_leads_to_the_record_of_that_row() -> None:
    sheet = table(row("Maßnahme"), row("Pool"), row("Kurse"))
    manuscript = paper(
        h("Sprache"),
        like(piece(sheet), rows=(("zwei", 2),)),
        p("Siehe ", ref("#0")),
        pointers=(Pointer("zwei", "S 2"),),
    )
    wanted = plan(section(0, "Sprache", kind="field_of_action"), rows(1, "measures", "title"), Entry(2, Becomes.TEXT))
    sprache = named(applied(doc(), built(doc(), manuscript, wanted, ids=fresh_id)), "Sprache")
    second = sprache.records("measures")[1]
    assert sprache.blocks("situation")[0].inlines[1] == CrossReference(second.id)  # type: ignore[union-attr]


def test_a_pointer_to_a_row_of_a_table_that_stays_leads_to_the_table() -> None:
    sheet = table(row("a"), row("b"))
    manuscript = paper(
        h("Ziele"), like(piece(sheet), rows=(("b", 1),)), p(ref("#0")), pointers=(Pointer("b", "Tabelle 1"),)
    )
    ziele = named(applied(doc(), built(doc(), manuscript, plan(section(0, "Ziele")), ids=fresh_id)), "Ziele")
    assert ziele.blocks("text")[1].inlines == (CrossReference(sheet.id),)  # type: ignore[union-attr]
