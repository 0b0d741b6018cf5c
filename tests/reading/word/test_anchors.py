"""What hangs on places: bookmarks with their ends, comments with what they are about and how they were answered."""

import pytest

from ikonzept_desktop.reading.word.content import Bookmark, Comment, Copy, Person, Position
from ikonzept_desktop.reading.word.inspection import anchor_text
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.reading.word.marks import Mark, id_of, mark_in, marks_of
from tests.reading.word.files import (
    MICROSOFT,
    SPACES,
    TYPE,
    bookmark,
    entries,
    gone,
    ins,
    moved_to,
    p,
    packed,
    r,
    read,
    rejected,
    relationship,
)


def start(id: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>'


def end(id: int) -> str:
    return f'<w:bookmarkEnd w:id="{id}"/>'


# Bookmarks


def test_a_bookmark_has_its_ends_in_the_text_with_all_revisions() -> None:
    copy = read(p("a", gone("bc"), bookmark("m", "d", ins("e")), "f"))
    assert copy.bookmarks == (Bookmark("m", Position(0, 3), Position(0, 5)),)
    assert copy.blocks[0].bookmarks == ("m",)


def test_a_bookmark_over_paragraphs_ends_in_the_last() -> None:
    copy = read(p("ab", start(1, "m"), "c"), p("de", end(1), "f"))
    assert copy.bookmarks == (Bookmark("m", Position(0, 2), Position(1, 2)),)


def test_a_bookmark_between_paragraphs_begins_with_the_second_and_ends_with_the_first() -> None:
    copy = read(p("a"), start(1, "m"), p("b"), p("c"), end(1), p("d"))
    assert copy.bookmarks == (Bookmark("m", Position(1, 0), Position(2, 1)),)
    assert [block.bookmarks for block in copy.blocks] == [(), ("m",), (), ()]


def test_a_bookmark_of_no_length_between_paragraphs_ends_where_it_begins() -> None:
    copy = read(p("a"), start(1, "m"), end(1), p("b"))
    assert copy.bookmarks == (Bookmark("m", Position(1, 0), Position(1, 0)),)


def test_a_bookmark_that_never_ends_has_no_end() -> None:
    assert read(p(start(1, "m"), "a"), p("b")).bookmarks == (Bookmark("m", Position(0, 0), None),)


def test_our_own_marks_are_known_and_what_others_make_of_them() -> None:
    names = ["_ik_abc234", "ik_abc234", "_ik_abc234_Copy_1", "_ik_abc234_Copy_1_Copy_2", "_Toc1", "_ik_", "x_ik_a"]
    assert [mark_in(name) for name in names] == [
        Mark("abc234"),
        Mark("abc234"),
        Mark("abc234", copied=True),
        Mark("abc234", copied=True),
        None,
        None,
        None,
    ]


def test_of_paragraphs_made_one_the_first_is_the_blocks_own() -> None:
    block = read(p(bookmark("_Toc3", "a"), bookmark("_ik_a", "b"), bookmark("_ik_b", "c"))).blocks[0]
    assert [mark.id for mark in marks_of(block)] == ["a", "b"]
    assert id_of(block) == "a"


def test_a_copied_block_is_none_of_ours() -> None:
    assert id_of(read(p(bookmark("_ik_a_Copy_1", "a"))).blocks[0]) is None


def test_where_a_block_was_moved_to_its_copied_mark_is_its_own() -> None:
    copied = [p(bookmark("_ik_a_Copy_1", moved_to("a"))), p(bookmark("_ik_a_Copy_1", "a", moved_to("b")))]
    assert [id_of(block) for block in read(*copied).blocks] == ["a", None]


# Comments


def comment(id: int, paragraph: str, text: str, by: str = "Ada") -> str:
    body = f'<w:p w14:paraId="{paragraph}">{r(text)}</w:p>'
    return f'<w:comment w:id="{id}" w:author="{by}" w:initials="A" w:date="2026-03-02T10:00:00Z">{body}</w:comment>'


def begin(id: int) -> str:
    return f'<w:commentRangeStart w:id="{id}"/>'


def finish(id: int) -> str:
    return f'<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>'


REFERENCE = '<w:r><w:commentReference w:id="1"/></w:r>'


def commented(*body: str, comments: str, extended: str = "", people: str = "") -> Copy:
    kinds = f"{MICROSOFT.replace('microsoft.com/office/word', 'microsoft.com/office')}/2011/relationships"
    links = relationship("rIdE", f"{kinds}/commentsExtended", "ext.xml") + relationship(
        "rIdP", f"{kinds}/people", "people.xml"
    )
    more = {
        "word/ext.xml": f"<w15:commentsEx {SPACES}>{extended}</w15:commentsEx>",
        "word/people.xml": f"<w15:people {SPACES}>{people}</w15:people>",
    }
    return read(*body, links=links, more=more, comments=comments)


def test_a_comment_has_its_author_and_the_text_it_is_about_over_paragraphs() -> None:
    copy = commented(p("a", begin(0), "b"), p("c", finish(0), "d"), comments=comment(0, "0A", "Warum?"))
    assert copy.comments == (Comment("0", "Ada", "2026-03-02T10:00:00Z", "A", (2,), Position(0, 1), Position(1, 1)),)
    assert anchor_text(copy, copy.comments[0]) == "b\nc"


def test_what_a_comment_is_about_is_the_new_text_or_the_old_where_nothing_is_left() -> None:
    copy = commented(
        p(begin(0), gone("alt"), ins("neu"), finish(0), begin(1), gone("weg"), finish(1)),
        comments=comment(0, "0A", "x") + comment(1, "0B", "y"),
    )
    assert [anchor_text(copy, each) for each in copy.comments] == ["neu", "weg"]


def test_an_answer_tells_what_it_answers_and_a_settled_one_is_resolved() -> None:
    extended = '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
    extended += '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>'
    copy = commented(
        p(begin(0), begin(1), "x", finish(0), finish(1)),
        comments=comment(0, "0A", "Frage") + comment(1, "0B", "Antwort", by="Ben"),
        extended=extended,
    )
    assert [(each.author, each.answers, each.resolved) for each in copy.comments] == [
        ("Ada", "", True),
        ("Ben", "0", False),
    ]


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ('Reply to Ada Amsel (11/27/2026, 18:10): "..."Diese.', "0"),
        ("Antwort an Ada Amsel (27.11.2026, 18:10): „…“Diese.", "0"),
        ('Reply to Ben Bach (11/27/2026, 18:10): "..."Diese.', ""),
        ("Ada Amsel (links im Bild) hat recht.", ""),
    ],
)
def test_an_answer_of_a_program_that_knows_none_is_told_by_its_first_line(line: str, answers: str) -> None:
    asked = comment(0, "", "Welche?", by="Ada Amsel")
    copy = commented(p("a", begin(0), "b", finish(0), REFERENCE, "c"), comments=asked + comment(1, "", line, by="Ben"))
    assert [each.answers for each in copy.comments] == ["", answers]
    elsewhere = p("a", begin(0), "b", finish(0), "c", REFERENCE)
    copy = commented(elsewhere, comments=asked + comment(1, "", line, by="Ben"))
    assert [each.answers for each in copy.comments] == ["", ""]


def test_a_comment_that_is_only_referred_to_stands_there() -> None:
    copy = commented(p("ab", '<w:r><w:commentReference w:id="0"/></w:r>'), comments=comment(0, "0A", "x"))
    assert (copy.comments[0].start, copy.comments[0].end) == (Position(0, 2), Position(0, 2))


def test_people_are_known_by_more_than_their_names() -> None:
    who = '<w15:person w15:author="Ada"><w15:presenceInfo w15:providerId="AD" w15:userId="ada@kreis"/></w15:person>'
    assert commented(p("x"), comments="", people=who).people == (Person("Ada", "AD", "ada@kreis"),)


# Properties


def properties(content: str) -> Copy:
    space = f"{TYPE.removesuffix('/relationships')}/custom-properties"
    found = entries(p("x"))
    rels = (
        found["_rels/.rels"]
        .decode()
        .replace(
            "</Relationships>", relationship("rId2", "custom-properties", "docProps/custom.xml") + "</Relationships>"
        )
    )
    custom = f'<Properties xmlns="{space}" xmlns:vt="urn:vt">{content}</Properties>'
    return taken(packed({**found, "_rels/.rels": rels.encode(), "docProps/custom.xml": custom.encode()}), "x")


def test_custom_properties_are_names_and_values() -> None:
    content = (
        '<property name="ik_version"><vt:lpwstr>3b</vt:lpwstr></property><property name="n"><vt:i4>7</vt:i4></property>'
    )
    assert properties(content).properties == (("ik_version", "3b"), ("n", "7"))


def test_damaged_properties_do_not_keep_the_text_from_being_read() -> None:
    copy = properties("<property>")
    assert copy.properties == ()
    assert rejected(copy) == ["x"]
