"""What waits for its place is in no publication, and counts for nothing in one."""

from dataclasses import replace

from ikonzept_desktop.importing.building.kinds import with_inbox
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.fields import Field, RichText
from ikonzept_desktop.publication.build import build, build_chapter
from ikonzept_desktop.publication.count import counts
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.publication.packets import groups, packet
from ikonzept_desktop.publication.plain import plain_text
from ikonzept_desktop.publication.references import lost_references
from tests.builders import TEMPLATE, chapter, doc, fn, p, ref, row, table


def waiting(*blocks: object, children: tuple[Section, ...] = (), numbered: bool = False) -> Section:
    """Give a section that waits."""
    text = Field("text", RichText(blocks))  # type: ignore[arg-type]
    return Section("in", "inbox", "Eingang", (text,), children, numbered=numbered, responsible="AG Sprache")


def concept(*sections: Section) -> Document:
    """Give a concept whose template knows what waits, even with a text that would be printed."""
    template = with_inbox(TEMPLATE)
    kinds = tuple(
        replace(kind, fields=tuple(replace(field, internal=False, printed=True) for field in kind.fields))
        if kind.key == "inbox"
        else kind
        for kind in template.kinds
    )
    return doc(*sections, template=replace(template, kinds=kinds))


def test_it_is_not_printed_nor_in_the_contents_wherever_it_stands() -> None:
    known = concept(
        replace(chapter("Ziele"), children=(waiting(p("Fremdes."), children=(chapter("Darunter"),)), chapter("Danach")))
    )
    publication = build(known)
    words = "\n".join(plain_text(publication))
    assert "Fremdes" not in words
    assert "Darunter" not in words
    assert [(entry.number, entry.title) for entry in publication.contents] == [("1", "Ziele"), ("1.1", "Danach")]


def test_its_notes_tables_and_number_are_not_counted() -> None:
    sheet = table(row("a"), caption="Fremde", id="t1")
    known = concept(
        replace(waiting(p("x", fn("Fremd", id="n1")), sheet, numbered=True), id="in"),
    )
    known = replace(known, sections=(*known.sections, *doc(chapter("Ziele", p("y", fn("Quelle", id="n2")))).sections))
    found = labels(replace(known, sections=tuple(reversed(known.sections))))
    assert found.notes == {"n2": 1}
    assert (found.targets["t1"].number, found.targets["t1"].printed) == ("", False)
    assert (found.number("in"), found.targets["in"].printed) == ("", False)


def test_it_is_no_chapter_of_the_preview() -> None:
    assert build_chapter(concept(waiting(p("x"))), "in").sections == ()


def test_it_counts_for_nothing_and_belongs_to_no_group() -> None:
    known = concept(chapter("Ziele", p("Ein Satz.")), waiting(p("Noch ein Satz.", ref("fort"))))
    assert (counts(known).sections, counts(known).words) == (1, 3)
    assert groups(known) == ()
    assert packet(known, "AG Sprache") == ()
    assert list(lost_references(known, labels(known))) == []
