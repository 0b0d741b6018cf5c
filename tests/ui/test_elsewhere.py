"""A concept on a share, as its user meets it: where its words are, and what is to be done where a drive is away."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ikonzept_desktop import patience
from ikonzept_desktop.model.store.shared import sentences
from ikonzept_desktop.ui import elsewhere
from ikonzept_desktop.ui import program_texts as texts
from ikonzept_desktop.ui.program import Program
from ikonzept_desktop.ui.window import elsewhere_texts
from ikonzept_desktop.ui.window.concept_window import ConceptWindow
from ikonzept_desktop.ui.window.elsewhere_feature import ElsewhereFeature
from ikonzept_desktop.ui.window.texts import TRY_AGAIN
from tests.model.store.desk import text_on_disk
from tests.model.store.shared.share import MARK, colleagues_words
from tests.ui.desk import buttons, made, shown, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A concept in a folder that is synchronised."""
    folder = tmp_path / "Kreis"
    folder.mkdir()
    file = made(folder / "Konzept.ikonzept")
    (folder / MARK).touch()
    return file


def label_of(window: ConceptWindow) -> str:
    feature = window.findChild(ElsewhereFeature)
    assert feature is not None
    return feature.label.text() if feature.label is not None else ""


def never(*_: object) -> bool:
    raise patience.NoAnswer


def test_the_status_line_says_when_the_drive_got_the_words(program: Program, path: Path, qtbot: QtBot) -> None:
    window = shown(program, path)
    assert label_of(window) == elsewhere_texts.AS_OPENED
    write(window, "Neu. ")
    window.actions_by_key["save"].trigger()
    qtbot.waitUntil(lambda: label_of(window)[:9] == "Laufwerk:" and label_of(window)[-3:-2] == ":")
    assert "Neu." in text_on_disk(path)
    assert window.banner.isHidden()


def test_on_own_ground_nothing_is_said(program: Program, tmp_path: Path) -> None:
    window = shown(program, made(tmp_path / "k.ikonzept"))
    assert label_of(window) == ""


def test_that_somebody_wrote_meanwhile_is_said_over_the_text(program: Program, path: Path, qtbot: QtBot) -> None:
    window = shown(program, path)
    write(window, "Von mir. ")
    colleagues_words(path, " Von ihr.")
    window.actions_by_key["save"].trigger()
    qtbot.waitUntil(lambda: not window.banner.isHidden())
    (beside,) = [each for each in path.parent.glob("*.ikonzept") if each != path]
    assert window.banner.says(sentences.goes_on_beside(path, beside))
    assert list(buttons(window.banner)) == [texts.UNDERSTOOD]
    window.close()
    assert [Path(recent) for recent in program.settings.recent_files[:2]] == [beside, path]


def test_of_words_that_lie_beside_nothing_waits_and_nothing_is_tried_again(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(elsewhere, "tell_that_it_is_not_back", lambda _path: None)
    shown(program, made(path.parents[1] / "anderes.ikonzept"))
    window = shown(program, path)
    write(window, "Unterwegs. ")
    gone = path.parent.with_name("gone")
    path.parent.rename(gone)
    window.close()
    gone.rename(path.parent)
    colleagues_words(path, " Von ihr.")
    window = shown(program, path)
    qtbot.waitUntil(lambda: not window.banner.isHidden())
    assert sentences.SEEN_HERE in window.banner.words.text()
    assert list(buttons(window.banner)) == [texts.UNDERSTOOD]
    assert label_of(window) == elsewhere_texts.AS_OPENED
    write(window, "Weiter. ")
    window.actions_by_key["save"].trigger()
    qtbot.waitUntil(lambda: label_of(window)[-3:-2] == ":")
    assert sentences.SEEN_HERE in window.banner.words.text()
    assert not window.banner.isHidden()


def test_a_drive_that_is_away_is_said_and_that_it_is_back(program: Program, path: Path, qtbot: QtBot) -> None:
    window = shown(program, path)
    gone = path.parent.with_name("gone")
    write(window, "Unterwegs. ")
    path.parent.rename(gone)
    window.actions_by_key["save"].trigger()
    qtbot.waitUntil(lambda: not window.banner.isHidden())
    assert window.banner.says(sentences.not_given_back(path, FileNotFoundError()))
    assert label_of(window) == elsewhere_texts.AWAY
    gone.rename(path.parent)
    buttons(window.banner)[TRY_AGAIN].click()
    qtbot.waitUntil(window.banner.isHidden)
    assert "Unterwegs." in text_on_disk(path)


def test_whoever_closes_without_the_drive_is_told_and_reminded_at_the_next_start(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Path] = []
    monkeypatch.setattr(elsewhere, "tell_that_it_is_not_back", told.append)
    other = shown(program, made(path.parents[1] / "anderes.ikonzept"))
    window = shown(program, path)
    write(window, "Unterwegs. ")
    gone = path.parent.with_name("gone")
    path.parent.rename(gone)
    window.close()
    assert told == [path]
    start = program.show_start()
    assert start.banner.says(texts.NOT_GIVEN_BACK.format(name=path.name))
    gone.rename(path.parent)
    buttons(start.banner)[texts.GIVE_BACK].click()
    assert program.windows == [other, program.windows[-1]]
    program.windows[-1].close()
    assert "Unterwegs." in text_on_disk(path)


def test_without_the_drive_what_is_here_can_be_looked_at(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "tell_that_it_is_not_back", lambda _path: None)
    other = shown(program, made(path.parents[1] / "anderes.ikonzept"))
    window = shown(program, path)
    write(window, "Unterwegs. ")
    path.parent.rename(path.parent.with_name("gone"))
    window.close()
    assert program.open(path) is None
    buttons(other.banner)[texts.SEE_WORKING_COPY].click()
    looked_at = program.windows[-1].session
    assert looked_at.read_only
    assert "Unterwegs." in text_on_disk(looked_at.path)
    assert Path(program.settings.recent_files[0]) == path


@pytest.mark.skipif(os.name != "posix", reason="Windows' mark of a file that takes no writing is another")
def test_words_that_wait_here_are_offered_though_the_file_there_takes_none_any_more(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "tell_that_it_is_not_back", lambda _path: None)
    other = shown(program, made(path.parents[1] / "anderes.ikonzept"))
    window = shown(program, path)
    write(window, "Von mir. ")
    path.chmod(0o444)
    window.close()
    assert program.open(path) is None
    assert list(buttons(other.banner)) == [texts.OPEN_TO_READ, texts.SEE_WORKING_COPY, texts.UNDERSTOOD]
    path.chmod(0o644)


def test_a_drive_that_does_not_answer_is_told_and_holds_nobody_up(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(program, made(tmp_path / "k.ikonzept"))
    monkeypatch.setattr(elsewhere, "is_remote", lambda path: path.parts[1] == "H")
    monkeypatch.setattr(patience, "answered", never)
    assert program.open(Path("/H/Konzept.ikonzept")) is None
    assert window.banner.says(texts.NO_ANSWER.format(name="Konzept.ikonzept"))


@pytest.mark.parametrize(
    ("path", "other", "same"),
    [("/H/a", "/H/a", True), ("/H/a", "/H/b", False), ("/H/a", "/C/a", False), ("/C/a", "/C/a", True)],
)
def test_files_are_told_apart_without_waiting_for_a_drive(
    path: str, other: str, same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "is_remote", lambda path: path.parts[1] == "H")
    monkeypatch.setattr(patience, "answered", never)
    assert elsewhere.is_same(Path(path), Path(other)) is same


@pytest.mark.parametrize("answer", [lambda: True, lambda: False])
def test_a_drive_that_says_no_answers_too(answer: Callable[[], bool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "is_remote", lambda _path: True)
    monkeypatch.setattr(Path, "exists", lambda _path: answer())
    assert elsewhere.answers(Path("/H/Konzept.ikonzept"))
