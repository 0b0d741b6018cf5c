"""The fields of a section come one after the other: the first at once, the rest while one reads."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import chapter, doc, field, field_of_action, p, record, records
from tests.ui.editor.room import Room

Enter = Callable[..., Room]


def in_form(in_room: Enter) -> Room:
    measures = records("measures", record(id="pool", title="Sprachmittlerpool"))
    content = (field("goal", "Deutsch für alle."), field("situation", p("Wo wir stehen.")), measures)
    room = in_room(doc(field_of_action("Sprache", *content, id="s"), chapter("Ausblick", p("Weiter."), id="o")))
    room.view.show_section("s")
    return room


def made(room: Room) -> list[str]:
    """Name the fields of the first section whose label, and with it the editor, is there."""
    form = next(page.form for page in room.view.pages if page.section == "s")
    there = {label.text() for label in form.findChildren(QLabel)}
    kind = room.session.document.template.kind("field_of_action")
    return [type.key for type in kind.fields if type.label in there]


def fields_of(room: Room) -> list[str]:
    kind = room.session.document.template.kind("field_of_action")
    return [type.key for type in kind.fields if not type.hidden]


def test_a_section_opens_with_its_first_fields(in_room: Enter, qtbot: QtBot) -> None:
    room = in_form(in_room)
    room.view.focus_field()
    assert made(room) == fields_of(room)[:3]
    qtbot.waitUntil(lambda: made(room) == fields_of(room))


def test_a_field_that_is_asked_for_comes_at_once(in_room: Enter) -> None:
    room = in_form(in_room)
    last = fields_of(room)[-1]
    room.view.focus_field(last)
    page = room.view.pages.shown()
    assert page is not None
    assert page.form.field_of(page.focusWidget()) == last


def test_a_section_that_was_passed_by_waits_until_it_is_seen_again(in_room: Enter, qtbot: QtBot) -> None:
    room = in_form(in_room)
    room.view.show_section("o")
    before = made(room)
    qtbot.wait(200)
    assert made(room) == before != fields_of(room)
    room.view.show_section("s")
    qtbot.waitUntil(lambda: made(room) == fields_of(room))


def test_the_tab_key_goes_on_to_fields_that_were_not_made_yet(in_room: Enter) -> None:
    room = in_form(in_room)
    room.view.focus_field()
    page = room.view.pages.shown()
    assert page is not None
    reached: list[str] = []
    for _ in fields_of(room):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(page.form.field_of(focused))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"goals", "measures"} <= set(reached)
