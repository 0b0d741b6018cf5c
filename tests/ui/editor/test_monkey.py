"""A monkey at the keys, the same one for the same seed: whatever it does, model and view stay equal."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.inline import CrossReference, Marks
from ikonzept_desktop.ui.editor import tools
from ikonzept_desktop.ui.editor.commands import BlockKind
from tests.builders import bold, fn, li, p, quote, ref, row, table
from tests.ui.editor.desk import Writer, check, press
from tests.ui.editor.panels import Panels

TYPED = ("a", "ß", " ", "\U0001f600", "\u0308", "„", "x", "\u00a0", "ł", "\u0301", "–")
PASTED = ("eins\nzwei", "\U0001f3c3\u0308", "a\x00b\ufffc", "drei\r\n\r\n\tvier", "")
HTML = (
    "<h2>Lage</h2><p>Ein <b>fetter</b> Satz<br>und <a href='https://kreis.example'>mehr</a>\u0308</p>",
    "<ul><li>eins<ul><li>zwei</li></ul></li></ul><ol><li>drei</li></ol>",
    "<table><tr><th>Jahr<th>Zahl<tr><td colspan=2>2015</table>",
    "<p>a\u0301\u00a0<img src='//host/x.png'></p><blockquote>\U0001f3c3</blockquote>",
    "",
)
HELPED = ('"Ja" ', "z.B. ", " - ", "... ", "§ 5 ", "www.kreis.example ", "amt@kreis.example ", "'s ")
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End)
HELD = (Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)


class Monkey:
    def __init__(self, writer: Writer, seed: int) -> None:
        self.writer = writer
        self.random = random.Random(seed)
        self.reached: set[Callable[[], object]] = set()
        self.panels = Panels(writer.project, writer.address.section, self.random)
        self.acts: tuple[Callable[[], object], ...] = (
            *(self.types,) * 6,
            *(self.presses,) * 5,
            *(self.selects,) * 3,
            self.copies,
            self.cuts,
            self.pastes,
            self.pastes,
            self.pastes_from_outside,
            self.composes,
            self.marks,
            self.sets_blocks,
            self.shifts,
            self.links,
            self.puts_in,
            self.inserts_directly,
            self.pastes_html,
            self.writes_what_is_helped,
            self.makes_a_note_of_it,
            self.uses_a_panel,
            self.uses_a_panel,
            writer.undoes,
            writer.redoes,
        )

    def acts_once(self) -> str:
        act = self.random.choice(self.acts)
        act()
        return act.__name__

    def types(self) -> None:
        press(self.writer.view, self.random.choice(TYPED))

    def presses(self) -> None:
        QTest.keyClick(self.writer.view, self.random.choice(KEYS), self.random.choice(HELD))

    def selects(self) -> None:
        last = self.writer.view.document().characterCount() - 1
        anchor = self.random.randint(0, last)
        near = min(max(anchor + self.random.choice((0, 0, 1, -1, 5, -9, 40)), 0), last)
        self.writer.puts_caret(near, anchor)

    def copies(self) -> None:
        self.writer.view.copy()

    def cuts(self) -> None:
        self.writer.view.cut()

    def pastes(self) -> None:
        if self.writer.view.document().characterCount() < 400:
            self.writer.view.paste()

    def pastes_from_outside(self) -> None:
        data = QMimeData()
        data.setText(self.random.choice(PASTED))
        self.writer.view.insertFromMimeData(data)

    def pastes_html(self) -> None:
        data = QMimeData()
        data.setHtml(self.random.choice(HTML))
        data.setText("anders")
        if self.writer.view.document().characterCount() < 400:
            self.writer.view.insertFromMimeData(data)

    def writes_what_is_helped(self) -> None:
        """Words that become a link, or are corrected as one types."""
        for character in self.random.choice(HELPED):
            press(self.writer.view, character)
        if self.random.random() < 0.3:
            QTest.keyClick(self.writer.view, Qt.Key.Key_Backspace)

    def makes_a_note_of_it(self) -> None:
        tools.note_from_text(self.writer.view.loop)

    def uses_a_panel(self) -> None:
        act, number = self.random.choice(self.panels.acts), self.writer.project.number
        act()
        if self.writer.project.number != number:
            self.reached.add(act)

    def composes(self) -> None:
        self.writer.composes("\u00b4")
        check(self.writer, composing=True)
        self.writer.composes("", commit=self.random.choice(("\u00e1", "", "e\u0301")))

    def marks(self) -> None:
        tools.toggle_mark(self.writer.view.loop, self.random.choice((Marks.BOLD, Marks.SUPERSCRIPT)))

    def sets_blocks(self) -> None:
        kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBERED)
        tools.set_block(self.writer.view.loop, self.random.choice(kinds))

    def shifts(self) -> None:
        tools.shift_level(self.writer.view.loop, self.random.choice((1, -1)))

    def links(self) -> None:
        tools.insert_link(self.writer.view.loop, self.random.choice(("https://kreis.example", "")))

    def puts_in(self) -> None:
        loop = self.writer.view.loop
        match self.random.randint(0, 3):
            case 0:
                tools.insert_footnote(loop)
            case 1:
                tools.insert_reference(loop, CrossReference(self.writer.address.section))
            case 2:
                tools.insert_block(loop, tools.new_table(2, 2), "Tabelle")
            case _:
                tools.insert_block(loop, Figure(new_id(), "0" * 64), "Abbildung")

    def inserts_directly(self) -> None:
        """As a screen reader's interface does, past every key."""
        cursor = self.writer.view.textCursor()
        if self.random.random() < 0.5:
            cursor.insertText(self.random.choice(("q", "a\nb", "\u2028")))
        else:
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, 3)
            cursor.removeSelectedText()


@pytest.mark.parametrize("seed", [2015, 6, 30, 11])
def test_a_monkey_at_the_keys_leaves_model_and_view_equal(at_desk: Callable[..., Writer], seed: int) -> None:
    start = (
        p("Der ", bold("Kreis"), fn("Quelle"), " Mettmann"),
        li("Eins"),
        li("Zwei", level=1),
        table(row("a", "b"), caption="Zahlen", id=f"table{seed}"),
        quote("Integration", ref(f"table{seed}")),
    )
    writer = at_desk(*start)
    witness = at_desk(project=writer.project)
    begun = writer.project.document
    monkey = Monkey(writer, seed)
    done: list[str] = []
    for act in range(2500):
        done.append(monkey.acts_once())
        try:
            check(writer)
            if act % 10 == 0:
                check(witness)
        except AssertionError:
            print(done[-8:])
            raise
    assert monkey.reached == set(monkey.panels.acts)
    while writer.project.undo_label():
        writer.undoes()
    assert writer.project.document == begun
    check(writer)
    check(witness)
