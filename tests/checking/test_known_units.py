"""What the dictionary has found right is known to the next sitting; what is wrong is written nowhere."""

import shutil
from pathlib import Path

import pytest

from ikonzept_desktop.checking import service
from ikonzept_desktop.checking.known_units import LARGEST, KnownUnits
from ikonzept_desktop.paths import resource

DICTIONARY = resource("dictionaries")


def silent(_share: float, _doing: str) -> None:
    """Take a report."""


@pytest.fixture(autouse=True)
def next_sitting() -> None:
    service._known.cache_clear()


def look_up(folder: Path, *units: str, dictionary: Path = DICTIONARY) -> dict[str, bool]:
    service._known.cache_clear()
    return service.look_up(silent, dictionary, units, folder)


def kept(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in folder.glob("woerter-*.txt"))


def test_what_is_right_is_kept_and_what_is_wrong_is_not(tmp_path: Path) -> None:
    assert look_up(tmp_path / "new", "Haus", "Hauus", "Förderkreis") == {
        "Haus": True,
        "Hauus": False,
        "Förderkreis": True,
    }
    assert kept(tmp_path / "new").split() == ["Haus", "Förderkreis"]


def test_what_is_kept_is_not_asked_for_again(tmp_path: Path) -> None:
    KnownUnits(tmp_path, DICTIONARY).add(["Hauus"])
    assert look_up(tmp_path, "Hauus", "Gartn") == {"Hauus": True, "Gartn": False}


def test_each_sitting_adds_to_what_others_have_kept(tmp_path: Path) -> None:
    first, second = KnownUnits(tmp_path, DICTIONARY), KnownUnits(tmp_path, DICTIONARY)
    first.add(["Haus"])
    second.add(["Garten"])
    third = KnownUnits(tmp_path, DICTIONARY)
    assert "Haus" in third
    assert "Garten" in third


def test_with_another_dictionary_everything_is_asked_for_anew(tmp_path: Path) -> None:
    KnownUnits(tmp_path, DICTIONARY).add(["Hauus"])
    other = tmp_path / "other"
    shutil.copytree(DICTIONARY, other)
    with (other / "fachwoerter.txt").open("a", encoding="utf-8") as file:
        file.write("Gartn\n")
    assert look_up(tmp_path, "Hauus", "Gartn", dictionary=other) == {"Hauus": False, "Gartn": True}
    assert kept(tmp_path).split() == ["Gartn"]


def test_half_a_word_at_the_end_is_passed_over(tmp_path: Path) -> None:
    KnownUnits(tmp_path, DICTIONARY).add(["Haus", "Garten"])
    file = next(tmp_path.glob("woerter-*.txt"))
    file.write_bytes(file.read_bytes()[:-3])
    known = KnownUnits(tmp_path, DICTIONARY)
    assert "Haus" in known
    assert "Gart" not in known


@pytest.mark.parametrize("content", [b"\xff\xfe\n", b"Haus\n" * (LARGEST // 5 + 1)], ids=["unreadable", "too large"])
def test_a_file_of_no_use_is_done_without(tmp_path: Path, content: bytes) -> None:
    KnownUnits(tmp_path, DICTIONARY).add(["Garten"])
    next(tmp_path.glob("woerter-*.txt")).write_bytes(content)
    assert "Haus" not in KnownUnits(tmp_path, DICTIONARY)
    assert look_up(tmp_path, "Haus", "Hauus") == {"Haus": True, "Hauus": False}


def test_a_folder_that_cannot_be_made_keeps_nobody_from_being_answered(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert look_up(tmp_path / "file" / "below", "Haus", "Hauus") == {"Haus": True, "Hauus": False}
