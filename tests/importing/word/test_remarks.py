"""Comments become notes at their words, with the answers to them."""

from datetime import UTC, datetime

from tests.importing.word.said import manuscript, pieces
from tests.reading.word.files import ins, p, r


def about(id: str, *content: str) -> tuple[str, ...]:
    return (
        f'<w:commentRangeStart w:id="{id}"/>',
        *content,
        f'<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>',
    )


def comment(id: str, *lines: str, date: str = "2026-03-02T10:00:00Z", paragraph: str = "") -> str:
    inner = "".join(f'<w:p w14:paraId="{paragraph}">{r(line)}</w:p>' for line in lines)
    return f'<w:comment w:id="{id}" w:author="Ada" w:initials="A" w:date="{date}">{inner}</w:comment>'


def test_a_comment_is_a_note_on_its_words() -> None:
    found = manuscript(p("Text"), p("Der ", *about("1", "Kreis"), " fördert."), comments=comment("1", "Welcher?"))
    assert pieces(found) == ["p: Text", "p: Der «Kreis» fördert."]
    remark = found.remarks[0]
    assert (remark.piece, remark.comment.author, remark.comment.initials, remark.comment.text) == (
        1,
        "Ada",
        "A",
        "Welcher?",
    )
    assert remark.comment.created == datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_a_comment_over_paragraphs_is_on_the_words_of_each() -> None:
    start, *_ = about("1")
    body = p("Der ", start, r("Kreis")), p(r("Die Städte"), *about("1")[1:], " wirken.")
    assert pieces(manuscript(*body, comments=comment("1", "Gut"))) == ["p: Der «Kreis»", "p: «Die Städte» wirken."]


def test_a_comment_on_words_that_were_inserted_stands_at_their_paragraph() -> None:
    found = manuscript(p("a"), p("Der Kreis", *about("1", ins(" neu"))), comments=comment("1", "Warum?"))
    assert pieces(found) == ["p: a", "p: Der Kreis"]
    assert found.remarks[0].piece == 1


def test_a_comment_in_an_empty_paragraph_stands_at_what_is_before_it() -> None:
    found = manuscript(p("a"), p("b"), p(*about("1")), p("c"), comments=comment("1", "Hier fehlt etwas"))
    assert found.remarks[0].piece == 1


def test_two_comments_on_the_same_words_are_both_named() -> None:
    found = manuscript(p(*about("1", *about("2", "Kreis"))), comments=comment("1", "a") + comment("2", "b"))
    block = found.pieces[0].block
    assert sorted(each.comment.id for each in found.remarks) == list(block.inlines[0].comments)  # type: ignore[union-attr]


def test_a_comment_in_a_file_without_words_is_told() -> None:
    found = manuscript(p(*about("1")), comments=comment("1", "Wo?"))
    assert ([each.kind for each in found.told], found.remarks) == (["comment"], ())
