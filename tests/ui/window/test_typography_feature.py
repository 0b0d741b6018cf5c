"""Typography by command, and the rules that the settings leave."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel

from ikonzept_desktop.model.blocks import plain_text
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.typing_help import choice_of
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from tests.ui.desk import made, shown, write


def first_text(window: ConceptWindow) -> str:
    return "|".join(map(plain_text, window.session.document.sections[0].blocks("text")))


def test_the_command_corrects_the_text_with_the_keyboard(program: Program, tmp_path: Path) -> None:
    program.remember(lambda known: replace(known, typing_off=("dashes",)))
    window = shown(program, made(tmp_path / "a.ikonzept"))
    write(window, ' "Ja" -- ')
    assert first_text(window) == "Der Kreis. „Ja“ -- "
    choice_of(window.session.project).off = frozenset()
    window.actions_by_key["typography"].trigger()
    assert first_text(window) == "Der Kreis. „Ja“ – "
    assert window.session.project.undo_label() == "Typografie"


def test_without_a_text_the_command_says_what_to_do(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "a.ikonzept"))
    window.actions_by_key["typography"].trigger()
    told = [label.text() for label in window.status.findChildren(QLabel)]
    assert "Setzen Sie zuerst die Schreibmarke in einen Text." in told


def test_what_is_switched_off_is_off_in_every_text_of_the_concept(program: Program, tmp_path: Path) -> None:
    program.remember(lambda known: replace(known, typing_off=("quotes",)))
    window = shown(program, made(tmp_path / "a.ikonzept"))
    write(window, "x")
    texts = [text for text in window.findChildren(RichTextEdit) if not text.isReadOnly()]
    assert texts
    assert {text.typing.choice.off for text in texts} == {frozenset({"quotes"})}
