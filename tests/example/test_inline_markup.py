"""A line of markup becomes runs, breaks, notes and references."""

from datetime import UTC, datetime

import pytest

from ikonzept_desktop.example.inline_markup import read_comments, read_inlines, unescape
from ikonzept_desktop.example.source import MarkupError, Source, named_id
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Marks,
    ReferenceForm,
    Text,
    is_normal,
)

BOLD, ITALIC = Marks.BOLD, Marks.ITALIC


def read(text: str) -> Inlines:
    return read_inlines(text, 1, Source("probe.md"))


def note(inlines: Inlines) -> Footnote:
    return next(inline for inline in inlines if isinstance(inline, Footnote))


MARKED: dict[str, tuple[Inline, ...]] = {
    "Text": (Text("Text"),),
    "ein **fettes** Wort": (Text("ein "), Text("fettes", BOLD), Text(" Wort")),
    "*kursiv*": (Text("kursiv", ITALIC),),
    "**fett *und kursiv* fett**": (Text("fett ", BOLD), Text("und kursiv", BOLD | ITALIC), Text(" fett", BOLD)),
    "***beides***": (Text("beides", BOLD | ITALIC),),
    "*kursiv **und fett***": (Text("kursiv ", ITALIC), Text("und fett", ITALIC | BOLD)),
    "m^2^ und CO~2~": (Text("m"), Text("2", Marks.SUPERSCRIPT), Text(" und CO"), Text("2", Marks.SUBSCRIPT)),
    "eine\nneue Zeile": (Text("eine neue Zeile"),),
    "eine\\\nneue Zeile": (Text("eine"), LineBreak(), Text("neue Zeile")),
    "eine\\nneue Zeile": (Text("eine"), LineBreak(), Text("neue Zeile")),
    "am Ende\\": (Text("am Ende"), LineBreak()),
    r"Bürger\*innen \[sic\] \{\} \^ \~ \| \\": (Text("Bürger*innen [sic] {} ^ ~ | \\"),),
    "auf [www.kreis.de](https://www.kreis.de/a_b)": (
        Text("auf "),
        Text("www.kreis.de", link="https://www.kreis.de/a_b"),
    ),
    "[**Post**](mailto:amt@kreis.de)": (Text("Post", BOLD, link="mailto:amt@kreis.de"),),
    "[Hoş geldiniz]{lang=tr}!": (Text("Hoş geldiniz", language="tr"), Text("!")),
    "siehe {@sprache}": (Text("siehe "), CrossReference(named_id("sprache"))),
    "{@s-1:number_title}": (CrossReference(named_id("s-1"), ReferenceForm.NUMBER_TITLE),),
    "{@a:title}{@a:page}": (
        CrossReference(named_id("a"), ReferenceForm.TITLE),
        CrossReference(named_id("a"), ReferenceForm.PAGE),
    ),
}


@pytest.mark.parametrize("markup", MARKED)
def test_markup_means_what_the_description_says(markup: str) -> None:
    assert read(markup) == MARKED[markup]
    assert is_normal(read(markup))


def test_a_note_stands_where_it_is_written_and_may_hold_marks_links_and_references() -> None:
    inlines = read("Wort^[Siehe *dort* [hier](https://a.de) {@sprache}\\\nund weiter.] weiter")
    assert [type(inline) for inline in inlines] == [Text, Footnote, Text]
    assert note(inlines).content == (
        Text("Siehe "),
        Text("dort", ITALIC),
        Text(" "),
        Text("hier", link="https://a.de"),
        Text(" "),
        CrossReference(named_id("sprache")),
        LineBreak(),
        Text("und weiter."),
    )


def test_a_note_within_bold_text_is_not_bold_itself() -> None:
    inlines = read("**fett^[Anmerkung] fett**")
    assert note(inlines).content == (Text("Anmerkung"),)
    assert inlines[0] == Text("fett", BOLD)


def test_every_note_has_an_id_of_its_own_and_the_same_at_every_reading() -> None:
    first, second = (inline for inline in read("a^[eins] b^[zwei]") if isinstance(inline, Footnote))
    assert first.id != second.id
    assert read("a^[eins] b^[zwei]") == read("a^[eins] b^[zwei]")


def test_a_comment_covers_its_words_and_carries_its_answers() -> None:
    source = Source("probe.md")
    inlines = read_inlines(
        "Rund {== 40 **Ämter** ==}{>> Sozialamt (SA) 2015-03-10: Stimmt\ndas? <<}"
        "{>> Planung 2015-03-11T15:40: Ja. <<}{>> erledigt <<} wirken mit.",
        1,
        source,
    )
    (comment,) = source.comments
    assert inlines == (
        Text("Rund "),
        Text("40 ", comments=(comment.id,)),
        Text("Ämter", BOLD, comments=(comment.id,)),
        Text(" wirken mit."),
    )
    assert (comment.author, comment.initials, comment.text, comment.resolved) == (
        "Sozialamt",
        "SA",
        "Stimmt das?",
        True,
    )
    (reply,) = comment.replies
    assert (reply.author, reply.created, reply.text) == ("Planung", datetime(2015, 3, 11, 15, 40, tzinfo=UTC), "Ja.")


def test_comments_may_lie_within_each_other() -> None:
    source = Source("probe.md")
    inlines = read_inlines("{== a {== b ==}{>> A 2015-01-01: innen <<} c ==}{>> B 2015-01-02: außen <<}", 1, source)
    inner, outer = source.comments
    assert (inner.text, outer.text) == ("innen", "außen")
    assert inlines[1] == Text("b", comments=tuple(sorted((inner.id, outer.id))))
    assert inlines[2] == Text(" c", comments=(outer.id,))


def test_a_comment_of_its_own_is_about_the_section() -> None:
    comment = read_comments("{>> Sozialamt 2015-03-10: Noch prüfen. <<}", 1, Source("probe.md"))
    assert (comment.text, comment.replies) == ("Noch prüfen.", ())


def test_plain_text_loses_only_the_backslashes_before_signs() -> None:
    assert unescape(r"a \| b \" c \d") == r'a | b " c \d'


SLIPS = {
    "ein *offenes Wort": (1, "Das schließende „*“ fehlt."),
    "eins\nein **offenes\nWort": (2, "Das schließende „**“ fehlt."),
    "^[offen": (1, "Das schließende „]“ fehlt."),
    "Wort^[]": (1, "Die Fußnote ist leer."),
    "a^[b^[c]]": (1, "Eine Fußnote kann keine Fußnote enthalten."),
    "a^[{== b ==}{>> A 2015-01-01: c <<}]": (1, "In einer Fußnote kann keine Notiz stehen."),
    "eins\n]": (2, "„]“ steht hier allein"),
    "a } b": (1, "„}“ steht hier allein"),
    "a ==} b": (1, "„==}“ steht hier allein"),
    "a { b": (1, "„{“ beginnt hier keinen Verweis"),
    "[a] b": (1, "Nach „]“ kommt „(https://…)“"),
    "[a](javascript:b)": (1, "Nach „]“ kommt „(https://…)“"),
    "{@sprache:nummer}": (1, "„nummer“ ist keine Form eines Verweises"),
    "a\nb {@Sprache}": (2, "„{“ beginnt hier keinen Verweis"),
    "a \\b": (1, "Ein „\\“ steht nur vor einem Satzzeichen"),
    "{== a ==} b": (1, "Eine Notiz lautet"),
    "{== a ==}{>> ohne Datum <<}": (1, "Eine Notiz lautet"),
    "{== a ==}{>> A 2015-02-31: b <<}": (1, "Eine Notiz lautet"),
    "{== a": (1, "Das schließende „==}“ fehlt."),
    "a {>> A 2015-01-01: b <<}": (1, "Eine Notiz steht hinter"),
    "a * b * c": (1, "Zwischen „*“ und dem Wort, das es auszeichnet, steht kein Leerzeichen."),
    "a ** b": (1, "Das schließende „**“ fehlt."),
    "a **** b": (1, "Zwischen „**“ und dem Wort"),
    "^a ^b^ c^": (1, "Zwischen „^“ und dem Wort"),
    "*a **b *c* d** e*": (1, "„*“ ist schon offen."),
}


@pytest.mark.parametrize("markup", SLIPS)
def test_a_slip_is_told_with_its_line(markup: str) -> None:
    line, message = SLIPS[markup]
    with pytest.raises(MarkupError) as caught:
        read(markup)
    assert str(caught.value).startswith(f"probe.md, Zeile {line}: ")
    assert message in str(caught.value)


def test_text_after_a_comment_on_the_section_is_refused() -> None:
    with pytest.raises(MarkupError, match="Nach einer Notiz zum Abschnitt kommt eine Leerzeile"):
        read_comments("{>> A 2015-01-01: b <<} c", 1, Source("probe.md"))
