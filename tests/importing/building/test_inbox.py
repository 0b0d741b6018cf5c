"""What has no place waits in a section of its own, each with the words that say where it stood."""

from datetime import UTC, datetime

import pytest

from ikonzept_desktop.importing.building import built
from ikonzept_desktop.importing.manuscript import Remark, Where
from ikonzept_desktop.importing.plan import Becomes, Entry
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Comment
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.section_kind import set_kind
from ikonzept_desktop.model.template import Role
from tests.builders import bold, chapter, doc, fn, fresh_id, p
from tests.importing.building.papers import after, applied, h, label, named, paper, piece, plan, section, texts

INBOX = "Eingang: Rahmenkonzept.docx"


def test_each_stretch_stands_below_a_bold_line_that_says_where_it_was() -> None:
    manuscript = paper(
        h("Ziele"),
        piece("Kreis Musterland", Where.HEADER),
        piece("Wichtig!", Where.BOX, "Was wir wollen"),
        piece("Und noch etwas.", Where.BOX, "Was wir wollen"),
        "Ein Satz.",
    )
    wanted = plan(section(0, "Ziele"), Entry(1, Becomes.INBOX))
    inbox = named(after(doc(), manuscript, wanted), INBOX)
    assert texts(inbox) == [
        "Aus der Kopfzeile",
        "Kreis Musterland",
        "Aus einem Textfeld bei „Was wir wollen“",
        "Wichtig!",
        "Und noch etwas.",
        "Aus dem Text bei „Ziele“",
        "Ein Satz.",
    ]
    assert inbox.blocks("text")[0].inlines == (bold("Aus der Kopfzeile"),)  # type: ignore[union-attr]


def test_quotation_marks_within_others_are_single() -> None:
    manuscript = paper(h("Feld „Sprache“"), "Ein Satz.", piece("Wichtig!", Where.BOX, "das „Café“"))
    wanted = plan(section(0, "Feld „Sprache“"), Entry(1, Becomes.INBOX))
    inbox = named(after(doc(), manuscript, wanted), INBOX)
    assert texts(inbox)[::2] == ["Aus dem Text bei „Feld ‚Sprache‘“", "Aus einem Textfeld bei „das ‚Café‘“"]


def test_there_is_none_where_everything_has_its_place() -> None:
    before = doc()
    came = after(before, paper(h("Ziele"), "Text"), plan(section(0, "Ziele")))
    assert len(came.sections) == 1
    assert came.template == before.template


def test_a_second_import_finds_the_kind_there() -> None:
    manuscript, wanted = paper("Fremd."), plan(Entry(0, Becomes.INBOX))
    twice = after(after(doc(), manuscript, wanted), paper("Fremd."), wanted)
    assert [kind.role for kind in twice.template.kinds].count(Role.INBOX) == 1
    assert [section.kind for section in twice.sections] == ["inbox", "inbox"]


def test_it_can_be_made_a_chapter_with_all_that_is_in_it() -> None:
    came = after(doc(), paper("Fremd."), plan(Entry(0, Becomes.INBOX)))
    edit = set_kind(came, came.sections[0].id, "chapter")
    assert edit is not None
    assert texts(apply(came, edit).sections[0]) == ["Aus dem Text", "Fremd."]


def test_lines_of_the_old_contents_are_replaced_where_they_name_what_came() -> None:
    manuscript = paper(
        piece("Inhaltsverzeichnis", Where.CONTENTS),
        piece("1 Ziele ........ 3", Where.CONTENTS),
        piece("Verschollenes Kapitel 12", Where.CONTENTS),
        h("Ziele"),
    )
    made = built(doc(), manuscript, plan(Entry(0, Becomes.CONTENTS), section(3, "Ziele")), ids=fresh_id)
    inbox = named(applied(doc(), made), INBOX)
    assert texts(inbox) == ["Aus dem alten Inhaltsverzeichnis", "Verschollenes Kapitel 12"]
    assert [told.text for told in made.told if told.kind == "contents_line"] == [
        "Inhaltsverzeichnis",
        "1 Ziele ........ 3",
    ]


def test_lines_of_contents_that_were_typed_are_no_text_of_the_last_section() -> None:
    manuscript = paper("Anhang A: Zahlen ... 9", "Verschollenes Kapitel 12", h("Zahlen"))
    made = built(doc(), manuscript, plan(Entry(0, Becomes.CONTENTS), section(2, "Zahlen")), ids=fresh_id)
    assert texts(named(applied(doc(), made), INBOX)) == ["Aus dem alten Inhaltsverzeichnis", "Verschollenes Kapitel 12"]


def test_a_line_of_the_old_contents_may_name_what_is_a_field_now() -> None:
    manuscript = paper(piece("1.1.1 Leitziel 4", Where.CONTENTS), h("Sprache"), h("Leitziel", 1), "Alle lernen.")
    field = section(1, "Sprache", kind="field_of_action")
    made = built(doc(), manuscript, plan(Entry(0, Becomes.CONTENTS), field, label(2, "goal")), ids=fresh_id)
    assert [told.text for told in made.told if told.kind == "contents_line"] == ["1.1.1 Leitziel 4"]
    assert not made.inbox


def test_a_section_that_takes_no_text_has_it_in_the_inbox() -> None:
    from dataclasses import replace

    bare = doc()
    kinds = tuple(replace(kind, fields=()) if kind.key == "contributors" else kind for kind in bare.template.kinds)
    bare = replace(bare, template=replace(bare.template, kinds=kinds))
    came = after(bare, paper(h("Gäste"), "Frau Muster"), plan(section(0, "Gäste", kind="contributors")))
    assert texts(named(came, INBOX)) == ["Aus dem Abschnitt „Gäste“, der keinen Text aufnimmt", "Frau Muster"]


def comment(id: str) -> Comment:
    """Give a comment."""
    return Comment(id, "Frau Muster", datetime(2015, 3, 1, tzinfo=UTC), "Stimmt das?")


def test_comments_stand_at_the_section_in_which_their_words_are() -> None:
    words = p(Text("Alle sprechen Deutsch.", comments=("k1",)))
    manuscript = paper(h("Ziele"), words, "Fremd.", remarks=(Remark(comment("k1"), 1), Remark(comment("k2"), 2)))
    came = after(doc(), manuscript, plan(section(0, "Ziele"), Entry(2, Becomes.INBOX)))
    assert [each.id for each in named(came, "Ziele").comments] == ["k1"]
    assert [each.id for each in named(came, INBOX).comments] == ["k2"]
    assert named(came, "Ziele").blocks("text") == (words,)


def test_comments_come_behind_those_a_section_has() -> None:
    from dataclasses import replace

    before = doc(replace(chapter("Ziele", id="ziele"), comments=(comment("da"),)))
    manuscript = paper("Neu.", remarks=(Remark(comment("k1"), 0),))
    came = after(before, manuscript, plan(), into="ziele")
    assert [each.id for each in named(came, "Ziele").comments] == ["da", "k1"]


def test_a_comment_about_the_title_alone_is_not_lost() -> None:
    manuscript = paper("Unser Konzept", remarks=(Remark(comment("k1"), 0),))
    came = after(doc(), manuscript, plan(Entry(0, Becomes.TITLE)))
    assert [each.id for each in came.sections[0].comments] == ["k1"]


def test_a_note_of_the_old_contents_is_kept_with_its_line() -> None:
    manuscript = paper(piece(p("Ziele 3", fn("Quelle")), Where.CONTENTS), h("Ziele"))
    came = after(doc(), manuscript, plan(Entry(0, Becomes.CONTENTS), section(1, "Ziele")))
    assert texts(named(came, INBOX))[1] == "Ziele 3"


def test_a_section_that_is_gone_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        built(doc(), paper("Text"), plan(), into="fort")
