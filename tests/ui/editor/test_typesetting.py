"""Typography applied to what stands there: all of it, or what is selected, in one step."""

from collections.abc import Callable

from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.editor.typesetting import typeset
from tests.builders import fn, li, p
from tests.ui.editor.desk import Writer, check

AtDesk = Callable[..., Writer]
NONE: frozenset[str] = frozenset()


def test_the_whole_text_is_corrected_in_one_step(at_desk: AtDesk) -> None:
    writer = at_desk(
        p('"Ja"', fn("Q", id="note1"), ", z.B. ", Text("so", link="https://a--b.example/")), li("2015-2017 ...")
    )
    writer.puts_caret(4)
    assert typeset(writer.view.loop, NONE) == 5
    assert writer.text == "„Ja“{note note1}, z.\u00a0B. _so_|- 2015–2017 …"
    assert writer.view.textCursor().position() == 4
    check(writer)
    writer.undoes()
    assert writer.text == '"Ja"{note note1}, z.B. _so_|- 2015-2017 ...'
    check(writer)


def test_only_what_is_selected_is_corrected(at_desk: AtDesk) -> None:
    writer = at_desk(p('"eins" "zwei"'))
    writer.selects('"zwei"')
    assert typeset(writer.view.loop, NONE) == 2
    assert writer.text == '"eins" „zwei“'
    assert writer.view.textCursor().selectedText() == "„zwei“"
    check(writer)


def test_links_and_other_languages_stay(at_desk: AtDesk) -> None:
    writer = at_desk(p(Text("a--b", link="https://a.example"), " ", Text('"yes"', language="en")))
    assert typeset(writer.view.loop, NONE) == 0
    assert writer.project.undo_label() == ""


def test_what_is_switched_off_stays(at_desk: AtDesk) -> None:
    writer = at_desk(p('"a" -- b'))
    typeset(writer.view.loop, frozenset({"quotes"}))
    assert writer.text == '"a" – b'
