"""What comes from other programs into a text: its structure, what it could become, and nothing Qt would open."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor

from ikonzept_desktop.model.blocks import Table
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.ui.editor import pasting
from ikonzept_desktop.ui.editor.pasting import Insertion
from ikonzept_desktop.ui.editor.port import NotePort
from tests.builders import fn, p
from tests.reading.clipboard.said import sample
from tests.reading.clipboard.test_plain import PDF
from tests.ui.editor.desk import Writer, check

AtDesk = Callable[..., Writer]


def copied(html: str = "", text: str = "") -> QMimeData:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    return data


def pasted(writer: Writer, data: QMimeData) -> Insertion:
    told: list[Insertion] = []
    writer.view.pasted.connect(told.append)
    writer.view.insertFromMimeData(data)
    assert len(told) == 1
    return told[0]


def test_a_few_words_run_into_the_line_with_their_marks(at_desk: AtDesk) -> None:
    writer = at_desk(p("Anfang Ende"))
    writer.puts_caret(7)
    writer.view.insertFromMimeData(copied("<p>sehr <b>wichtig</b> </p>", "sehr wichtig"))
    assert writer.text == "Anfang sehr *wichtig*Ende"
    check(writer)


def test_a_page_of_word_stands_in_the_text_and_one_step_takes_it_back(at_desk: AtDesk) -> None:
    writer = at_desk(p("Anfang Ende", id="p1"))
    writer.puts_caret(7)
    writer.view.insertFromMimeData(copied(sample("word-365"), "x"))
    assert writer.text.startswith("Anfang *Ausgangslage*|Im Kreis leben Menschen aus *140 Ländern*.{note")
    assert writer.text.endswith("[Table]|Ende")
    assert isinstance(writer.blocks[-2], Table)
    check(writer)
    writer.undoes()
    assert writer.text == "Anfang Ende"
    check(writer)


def test_the_clipboard_is_read_the_same_way(at_desk: AtDesk) -> None:
    writer = at_desk(p())
    QGuiApplication.clipboard().setMimeData(copied("<ul><li>eins<li>zwei</ul>", "eins\nzwei"))
    writer.view.paste()
    assert writer.text == "- eins|- zwei"
    writer.undoes()
    writer.view.paste_plain()
    assert writer.text == "eins|zwei"
    check(writer)


def test_what_is_dropped_from_outside_is_read_the_same_way(at_desk: AtDesk) -> None:
    writer = at_desk(p("Anfang "))
    place = writer.view.cursorRect(writer.view.textCursor())
    at = QPointF(place.right() + 400, place.center().y())
    data = copied("<i>kursiv</i><img src='file:///etc/hostname'>", "kursiv")
    event = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    writer.view.dropEvent(event)
    assert (writer.text, writer.italic_at(8)) == ("Anfang kursiv", True)
    check(writer)


def test_a_note_takes_the_words_alone_in_one_line(at_desk: AtDesk) -> None:
    made = at_desk(p("Text", fn("Quelle ", id="note1"), id="p1"))
    writer = at_desk(project=made.project, port=NotePort(made.project, made.address, "note1"))
    writer.view.moveCursor(QTextCursor.MoveOperation.End)
    writer.view.insertFromMimeData(copied("<h1>Titel</h1><p>eins</p><table><tr><td>a<td>b</table>", "x"))
    assert writer.text == "Text{note note1}"
    assert writer.view.toPlainText() == "Quelle Titel eins a b"


def test_what_has_no_end_comes_as_plain_text_and_that_is_said(at_desk: AtDesk) -> None:
    writer = at_desk(p())
    insertion = pasted(writer, copied(sample("malicious-nesting"), "davor\ndanach"))
    assert writer.text == "davor|danach"
    assert insertion.paste.too_much
    check(writer)


def test_html_that_says_nothing_leaves_the_plain_text(at_desk: AtDesk) -> None:
    writer = at_desk(p())
    writer.view.insertFromMimeData(copied("<meta charset=utf-8><img src=x.png>", "Bild 1"))
    assert writer.text == "Bild 1"


def test_images_alone_change_nothing_and_are_spoken_of(at_desk: AtDesk) -> None:
    writer = at_desk(p("Text"))
    insertion = pasted(writer, copied("<img src=x.png>"))
    assert (writer.text, insertion.paste.omitted.images) == ("Text", 1)


def test_headings_become_sections_below_and_the_text_around_stays(at_desk: AtDesk) -> None:
    writer = at_desk(p("Anfang Ende", id="p1"))
    writer.puts_caret(7)
    insertion = pasted(writer, copied("<p>davor</p><h1>Eins</h1><p>a</p><h2>Zwei</h2><p>b</p>"))
    edit = pasting.as_sections(writer.project.document, insertion, below=True)
    assert edit is not None
    writer.project.apply(edit, "Gliedern")
    assert writer.text == "Anfang davorEnde"
    assert [section.title for section in walk(writer.project.document.sections)] == ["Ziele", "Eins", "Zwei"]
    check(writer)
    writer.undoes()
    assert writer.text == "Anfang davor|*Eins*|a|*Zwei*|bEnde"
    check(writer)


def test_in_an_empty_text_nothing_is_left_of_what_became_sections(at_desk: AtDesk) -> None:
    writer = at_desk()
    insertion = pasted(writer, copied("<h1>Eins</h1><p>a</p>"))
    edit = pasting.as_sections(writer.project.document, insertion, below=False)
    assert edit is not None
    writer.project.apply(edit, "Gliedern")
    assert writer.blocks == ()
    assert [section.title for section in writer.project.document.sections] == ["Ziele", "Eins"]
    check(writer)


def test_lines_of_a_page_become_paragraphs_when_that_is_wanted(at_desk: AtDesk) -> None:
    writer = at_desk()
    insertion = pasted(writer, copied(text=PDF))
    assert writer.text.count("|") == 12
    edit = pasting.as_paragraphs(writer.project.document, insertion)
    assert edit is not None
    writer.project.apply(edit, "Verbinden")
    assert writer.text.count("|") == 5
    assert "zusammenarbeiten" in writer.text
    check(writer)


def test_qt_never_sees_the_html(at_desk: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = at_desk(p())
    asked: list[object] = []
    monkeypatch.setattr(writer.view, "loadResource", lambda *wanted: asked.append(wanted))
    writer.view.insertFromMimeData(copied(sample("malicious-resources"), "x"))
    assert writer.text == "*Der Text bleibt.*|Skript Datei Freigabe Daten-Link VB _gut_|[Table]"
    assert asked == []
    check(writer)


def test_a_text_to_be_read_takes_nothing(at_desk: AtDesk) -> None:
    writer = at_desk(p("Text"))
    writer.view.setReadOnly(True)
    assert not writer.view.canInsertFromMimeData(copied("<b>x</b>", "x"))
