"""Addresses that become links as one types."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.editor.autolink import address_in, completed
from tests.builders import p
from tests.ui.editor.desk import Writer, check

AtDesk = Callable[..., Writer]


def links(writer: Writer) -> list[tuple[str, str]]:
    lines = [block.inlines for block in writer.blocks if hasattr(block, "inlines")]
    return [(run.text, run.link) for line in lines for run in line if isinstance(run, Text) and run.link]


@pytest.mark.parametrize(
    ("typed", "text", "link"),
    [
        ("www.kreis.example", "www.kreis.example", "https://www.kreis.example"),
        ("https://kreis.example/a?b=1", "https://kreis.example/a?b=1", "https://kreis.example/a?b=1"),
        ("(amt@kreis.example),", "amt@kreis.example", "mailto:amt@kreis.example"),
        ("„www.kreis.example/a_(b)“.", "www.kreis.example/a_(b)", "https://www.kreis.example/a_(b)"),
        ("(www.kreis.example).", "www.kreis.example", "https://www.kreis.example"),
    ],
)
def test_a_space_makes_an_address_a_link_without_the_signs_around_it(
    at_desk: AtDesk, typed: str, text: str, link: str
) -> None:
    writer = at_desk(p("Siehe "))
    writer.puts_caret_behind("Siehe ")
    writer.types(typed)
    assert links(writer) == []
    writer.types(" und")
    assert links(writer) == [(text, link)]
    assert "".join(run.text for run in writer.blocks[0].inlines) == f"Siehe {typed} und"  # type: ignore[union-attr]
    check(writer)


@pytest.mark.parametrize("typed", ["z.B.", "www", "www.", "http://", "Kreis@", "@kreis", "javascript:x.y", "1.2.2015"])
def test_what_is_no_address_stays_text(at_desk: AtDesk, typed: str) -> None:
    writer = at_desk(p("A"))
    writer.puts_caret(1)
    writer.types(f" {typed} ")
    assert links(writer) == []


def test_undo_takes_off_the_link_alone_and_it_does_not_come_back(at_desk: AtDesk) -> None:
    writer = at_desk(p("A "))
    writer.puts_caret(2)
    writer.types("www.kreis.example ")
    writer.undoes()
    assert (links(writer), writer.text) == ([], "A www.kreis.example ")
    writer.types("mehr ")
    assert links(writer) == []


def test_a_new_paragraph_ends_an_address_too(at_desk: AtDesk) -> None:
    writer = at_desk(p("A "))
    writer.puts_caret(2)
    writer.types("www.kreis.example", Qt.Key.Key_Return, "B")
    assert links(writer) == [("www.kreis.example", "https://www.kreis.example")]
    assert writer.text == "A _www.kreis.example_|B"
    check(writer)


def test_a_link_with_another_address_stays_as_it_is(at_desk: AtDesk) -> None:
    writer = at_desk(p(Text("www.kreis.example", link="https://anders.example")))
    writer.puts_caret(17)
    writer.types(" ")
    assert links(writer) == [("www.kreis.example", "https://anders.example")]


def test_bare_addresses_are_completed_and_schemes_kept() -> None:
    assert completed(" www.kreis.example:8080/a@b ") == "https://www.kreis.example:8080/a@b"
    assert completed("kreis.example:8080") == "https://kreis.example:8080"
    assert completed("javascript:alert(1)") == "javascript:alert(1)"
    assert address_in("kein") == (0, 0)
