"""The outline shows the concept, follows every edit and changes it by keys and drags."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ikonzept_desktop.importing.building.kinds import with_inbox
from ikonzept_desktop.model.document import Document, Place, Section, place_of, walk
from ikonzept_desktop.model.outline import set_attribute
from ikonzept_desktop.model.section_kind import set_kind
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.labels import labels
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window import outline_delegate
from ikonzept_desktop.ui.window.outline_commands import OutlineCommands
from ikonzept_desktop.ui.window.outline_delegate import NUMBER_PADDING, title_rect
from ikonzept_desktop.ui.window.outline_model import NUMBER, STATUS, TITLE
from ikonzept_desktop.ui.window.outline_pane import NARROWEST_NUMBERS, OutlinePane
from tests.builders import TEMPLATE, annex, chapter, doc, p, section
from tests.ui.desk import made, shown
from tests.ui.window.sessions import session


class Desk:
    """An outline wired to a concept, as the window wires it."""

    def __init__(self, document: Document) -> None:
        self.session, _store = session(document)
        self.shown: list[str] = []
        self.said: list[str] = []
        self.pane = OutlinePane(lambda id: labels(self.session.document).number(id))
        self.commands = OutlineCommands(self.session, self.pane, show=self._show, say=self.said.append)
        self.pane.set_template(document.template)
        self.pane.tree.show_document(document)
        self.session.changed.connect(lambda notice: self.pane.tree.show_document(notice.after))
        self.pane.section_chosen.connect(self.shown.append)

    def _show(self, id: str) -> None:
        self.shown.append(id)
        self.pane.tree.choose(id)

    def do(self, command: str) -> None:
        self.commands.handlers()[command]()

    def titles(self) -> list[str]:
        return [section.title for section in walk(self.session.document.sections)]

    def lines(self) -> list[str]:
        return list(_lines(self.pane, QModelIndex()))

    def id_of(self, title: str) -> str:
        return next(s.id for s in walk(self.session.document.sections) if s.title == title)


def _lines(pane: OutlinePane, parent: QModelIndex) -> list[str]:
    model = pane.tree.filtered
    found: list[str] = []
    for row in range(model.rowCount(parent)):
        number = model.index(row, NUMBER, parent).data()
        title = model.index(row, TITLE, parent).data()
        found += [f"{number} {title}".strip(), *_lines(pane, model.index(row, 0, parent))]
    return found


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(
        doc(
            section("foreword", "Grußwort", p("Liebe Leserinnen und Leser")),
            chapter("Einleitung", p("Der Kreistag")),
            chapter("Leitlinien", chapter("Leitsätze"), chapter("Leitziele")),
            section("annex", "Mitglieder"),
        )
    )
    qtbot.addWidget(desk.pane)
    desk.pane.resize(300, 600)
    desk.pane.show()
    return desk


def test_it_shows_parts_numbers_and_titles(desk: Desk) -> None:
    assert desk.lines() == [
        "Vorspann",
        "Grußwort",
        "Text",
        "1 Einleitung",
        "2 Leitlinien",
        "2.1 Leitsätze",
        "2.2 Leitziele",
        "Anhang",
        desk.lines()[-1],
    ]
    assert desk.lines()[-1].endswith("Mitglieder")


@pytest.mark.parametrize(
    ("kind", "on", "after", "above"),
    [
        ("chapter", "Einleitung", "Einleitung", ""),
        ("chapter", "Leitsätze", "Leitsätze", "Leitlinien"),
        ("field_of_action", "Leitsätze", "Leitsätze", "Leitlinien"),
        ("field_of_action", "Einleitung", "Einleitung", "Einleitung"),
        ("annex", "Leitsätze", "Mitglieder", ""),
        ("foreword", "Mitglieder", "Grußwort", ""),
        ("cover", "Leitziele", "Grußwort", ""),
    ],
)
def test_a_section_of_any_kind_is_added_where_the_template_has_it(
    desk: Desk, kind: str, on: str, after: str, above: str
) -> None:
    desk.pane.tree.choose(desk.id_of(on))
    before = desk.session.document
    desk.commands.new_of(kind)
    assert desk.titles()[desk.titles().index("") - 1] == after
    [new] = [section for section in walk(desk.session.document.sections) if not section.title]
    assert new.kind == kind
    place = place_of(desk.session.document, new.id)
    assert place is not None
    assert place.parent == (desk.id_of(above) if above else "")
    assert desk.shown[-1] == new.id
    desk.session.project.undo()
    assert desk.session.document == before


def test_the_first_annex_finds_its_place_in_a_concept_without_one(qtbot: QtBot) -> None:
    desk = Desk(doc(chapter("Einleitung"), chapter("Ausblick")))
    qtbot.addWidget(desk.pane)
    desk.pane.tree.choose(desk.id_of("Einleitung"))
    desk.commands.new_of("annex")
    assert desk.titles() == ["Einleitung", "Ausblick", ""]


@pytest.mark.parametrize(("on", "above"), [("Einleitung", ""), ("Fortschreibung", "Leitlinien"), ("Umschlag", "")])
def test_a_chapter_stands_beside_chapters_though_other_kinds_hold_some_too(qtbot: QtBot, on: str, above: str) -> None:
    template = read_template(resource("templates", "integrationskonzept.toml"))
    document = doc(
        section("cover", "Umschlag"), chapter("Einleitung"), chapter("Leitlinien", chapter("Fortschreibung"))
    )
    desk = Desk(replace(document, template=template))
    qtbot.addWidget(desk.pane)
    desk.pane.tree.choose(desk.id_of(on))
    desk.commands.new_of("chapter")
    place = place_of(desk.session.document, desk.id_of(""))
    assert place is not None
    assert place.parent == (desk.id_of(above) if above else "")


def test_the_column_of_numbers_follows_numbers_that_come_and_go(program: Program, tmp_path: Path) -> None:
    deep = chapter("Ziele", *(chapter("Ziel") for _ in range(10)), chapter("Leitziel", chapter("Maß", chapter("Zahl"))))
    window = shown(program, made(tmp_path / "a.ikonzept", doc(*(chapter("Stand") for _ in range(10)), deep)))
    tree = window.outline.tree
    wide = tree.columnWidth(NUMBER)
    [goal] = [section.id for section in walk(window.session.document.sections) if section.title == "Leitziel"]
    window.session.apply(set_attribute(window.session.document, goal, "numbered", False), "Nummer")
    assert tree.columnWidth(NUMBER) == NARROWEST_NUMBERS < wide
    window.session.project.undo()
    assert tree.columnWidth(NUMBER) == wide


@pytest.mark.parametrize("width", [300, 180])
def test_a_plain_line_is_drawn_as_the_style_would_draw_it(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    document = doc(
        section("foreword", "Grußwort"), chapter("Leitlinien und Leitziele", chapter("Leitsätze des Kreises"))
    )
    tree = shown(program, made(tmp_path / "a.ikonzept", document)).outline.tree
    tree.resize(width, 600)
    ours = tree.grab().toImage()
    monkeypatch.setattr(outline_delegate, "_NOT_PLAIN", QStyle.StateFlag.State_Enabled)
    assert tree.grab().toImage() == ours


def test_choosing_a_line_announces_its_section(desk: Desk) -> None:
    tree = desk.pane.tree
    tree.setCurrentIndex(tree.filtered.mapFromSource(desk.pane.model.index_of(desk.id_of("Leitsätze"))))
    assert desk.shown == [desk.id_of("Leitsätze")]


def test_the_arrows_go_over_the_headings_of_the_parts(desk: Desk) -> None:
    tree = desk.pane.tree
    tree.choose(desk.id_of("Grußwort"))
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.chosen() == desk.id_of("Einleitung")
    QTest.keyClick(tree, Qt.Key.Key_Up)
    assert tree.chosen() == desk.id_of("Grußwort")


@pytest.mark.parametrize(
    ("command", "on", "titles"),
    [
        ("move_down", "Einleitung", ["Grußwort", "Leitlinien", "Leitsätze", "Leitziele", "Einleitung", "Mitglieder"]),
        ("move_up", "Leitziele", ["Grußwort", "Einleitung", "Leitlinien", "Leitziele", "Leitsätze", "Mitglieder"]),
        ("promote", "Leitsätze", ["Grußwort", "Einleitung", "Leitlinien", "Leitziele", "Leitsätze", "Mitglieder"]),
        ("demote", "Leitlinien", ["Grußwort", "Einleitung", "Leitlinien", "Leitsätze", "Leitziele", "Mitglieder"]),
        ("duplicate", "Einleitung", ["Grußwort", "Einleitung", "Einleitung", *("Leitlinien", "Leitsätze")]),
        ("delete_section", "Leitlinien", ["Grußwort", "Einleitung", "Mitglieder"]),
        ("new_after", "Einleitung", ["Grußwort", "Einleitung", "", "Leitlinien"]),
        ("new_below", "Einleitung", ["Grußwort", "Einleitung", "", "Leitlinien"]),
    ],
)
def test_every_command_is_one_step_that_undo_takes_back(desk: Desk, command: str, on: str, titles: list[str]) -> None:
    before = desk.session.document
    desk.pane.tree.choose(desk.id_of(on))
    desk.do(command)
    assert desk.titles()[: len(titles)] == titles
    desk.session.project.undo()
    assert desk.session.document == before


def test_a_top_section_stays_in_its_part(desk: Desk) -> None:
    desk.pane.tree.choose(desk.id_of("Einleitung"))
    desk.do("move_up")
    assert desk.titles()[0] == "Grußwort"


def test_the_chosen_section_stays_chosen_when_it_moves(desk: Desk) -> None:
    desk.pane.tree.choose(desk.id_of("Einleitung"))
    desk.do("move_down")
    assert desk.pane.tree.chosen() == desk.id_of("Einleitung")


def test_delete_opens_the_neighbour_and_says_how_to_take_it_back(desk: Desk) -> None:
    desk.pane.tree.choose(desk.id_of("Leitlinien"))
    QTest.keyClick(desk.pane.tree, Qt.Key.Key_Delete)
    assert desk.shown[-1] == desk.id_of("Mitglieder")
    assert desk.said == ["Abschnitt gelöscht. Rückgängig mit Strg+Z."]


def test_a_title_is_edited_in_place(desk: Desk, qtbot: QtBot) -> None:
    desk.pane.tree.choose(desk.id_of("Einleitung"))
    desk.pane.tree.rename()
    editor = desk.pane.tree.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Vorwort")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Vorwort" in desk.titles())


def test_a_dropped_section_goes_below_the_one_it_was_dropped_on(desk: Desk) -> None:
    model = desk.pane.model
    data = QMimeData()
    data.setData("application/x-ikonzept-section", desk.id_of("Einleitung").encode())
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, model.index_of(desk.id_of("Leitlinien"), 0))
    assert desk.lines()[3:7] == ["1 Leitlinien", "1.1 Leitsätze", "1.2 Leitziele", "1.3 Einleitung"]


def test_a_drop_between_counts_no_headings(desk: Desk) -> None:
    asked: list[Place] = []
    desk.pane.move_asked.connect(lambda _section, place: asked.append(place))
    data = QMimeData()
    data.setData("application/x-ikonzept-section", desk.id_of("Leitlinien").encode())
    # Rows at the top: Vorspann, Grußwort, Text, Einleitung, Leitlinien ...
    desk.pane.model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert asked == [Place("", 1)]
    assert desk.titles()[1] == "Leitlinien"


def test_a_section_cannot_be_dropped_into_itself(desk: Desk) -> None:
    before = desk.session.document
    desk.commands.move(desk.id_of("Leitlinien"), Place(desk.id_of("Leitziele"), 0))
    assert desk.session.document is before


def test_the_filter_keeps_the_way_to_what_it_finds(desk: Desk) -> None:
    desk.pane.tree.filter_by("leitziel")
    assert desk.lines() == ["2 Leitlinien", "2.2 Leitziele"]


def test_folding_survives_an_edit(desk: Desk) -> None:
    tree = desk.pane.tree
    folded = tree.filtered.mapFromSource(desk.pane.model.index_of(desk.id_of("Leitlinien"), 0))
    tree.collapse(folded)
    desk.pane.tree.choose(desk.id_of("Einleitung"))
    desk.do("move_down")
    again = tree.filtered.mapFromSource(desk.pane.model.index_of(desk.id_of("Leitlinien"), 0))
    assert not tree.isExpanded(again)


def test_a_screen_reader_hears_number_title_and_state(desk: Desk) -> None:
    index: Callable[[int], QModelIndex] = lambda column: desk.pane.model.index_of(desk.id_of("Einleitung"), column)  # noqa: E731
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index(TITLE).data(role) == "1 Einleitung"
    assert index(2).data(role) == "Offen"


def test_a_long_number_runs_on_before_its_title_and_takes_no_room_from_the_others(desk: Desk) -> None:
    tree, number = desk.pane.tree, desk.lines()[-1].removesuffix(" Mitglieder")
    assert number.startswith("Anlage")
    index = tree.filtered.mapFromSource(desk.pane.model.index_of(desk.id_of("Mitglieder")))
    option: Any = QStyleOptionViewItem()
    option.widget, option.rect = tree, tree.visualRect(index)
    assert title_rect(option, index).left() >= option.fontMetrics.horizontalAdvance(number) + NUMBER_PADDING
    assert tree.header().sectionSize(NUMBER) == NARROWEST_NUMBERS


def test_a_long_number_has_its_column_where_lines_below_it_are_folded_by_an_arrow(desk: Desk) -> None:
    desk.pane.tree.choose(desk.id_of("Mitglieder"))
    desk.do("new_below")
    tree = desk.pane.tree
    assert tree.header().sectionSize(NUMBER) > tree.fontMetrics().horizontalAdvance("Anlage 1")


def test_a_section_that_is_chosen_has_two_lines_painted_and_is_not_announced(desk: Desk) -> None:
    pane, ids = desk.pane, [section.id for section in walk(desk.session.document.sections)]
    QApplication.processEvents()
    pane.tree.choose(ids[0])
    pane.tree.viewport().repaint()
    painted: list[int] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.region().boundingRect().height())
            return False

    watch = Watch()
    pane.tree.viewport().installEventFilter(watch)
    pane.tree.choose(ids[2])
    QApplication.processEvents()
    assert 0 < max(painted) < 7 * pane.tree.sizeHintForRow(0) < pane.tree.viewport().height()
    assert desk.shown == []


def waiting_desk(qtbot: QtBot) -> Desk:
    """Give an outline with a chapter, an annex and what waits for its place."""
    known = doc(chapter("Ziele"), annex("Liste"), template=with_inbox(TEMPLATE))
    waiting = Section("in", "inbox", "Eingang: Papier.docx")
    made_desk = Desk(replace(known, sections=(*known.sections, waiting)))
    qtbot.addWidget(made_desk.pane)
    return made_desk


def test_what_waits_for_its_place_stands_last_below_a_heading_of_its_own(qtbot: QtBot) -> None:
    assert waiting_desk(qtbot).lines() == [
        "Text",
        "1 Ziele",
        "Anhang",
        "Anlage 1 Liste",
        "Eingang",
        "Eingang: Papier.docx",
    ]


def test_what_waits_is_told_in_place_of_a_state(qtbot: QtBot) -> None:
    model = waiting_desk(qtbot).pane.tree.model()
    assert model is not None
    index = model.index(model.rowCount() - 1, STATUS)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Wartet auf seinen Platz; wird nicht gedruckt"


def test_what_waits_becomes_a_chapter_among_the_others(qtbot: QtBot) -> None:
    desk = waiting_desk(qtbot)
    edit = set_kind(desk.session.document, "in", "chapter")
    assert edit is not None
    desk.session.apply(edit, "Art des Abschnitts ändern")
    assert desk.lines() == ["Text", "1 Ziele", "2 Eingang: Papier.docx", "Anhang", "Anlage 1 Liste"]
