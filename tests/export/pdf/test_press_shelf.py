"""Printer profiles to choose from: the bundled ones, and those of shops, which the user keeps."""

from pathlib import Path

import pytest

from ikonzept_desktop.export.pdf.press_profiles import FOLDER, ProfileError
from ikonzept_desktop.export.pdf.press_shelf import Shelf, own_folder
from ikonzept_desktop.paths import user_folders

GREY = FOLDER / "gray.icc"
BUNDLED = ["coated", "uncoated", "gray"]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "own")


def keys(shelf: Shelf) -> list[str]:
    return [profile.key for profile in shelf.profiles()]


def given(tmp_path: Path, name: str, data: bytes = GREY.read_bytes()) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_the_bundled_ones_come_first_and_are_nobodys_own(shelf: Shelf, tmp_path: Path) -> None:
    added = shelf.add(given(tmp_path, "Aachen.icc"))
    assert keys(shelf) == [*BUNDLED, "Aachen"]
    assert [shelf.is_own(profile) for profile in shelf.profiles()] == [False, False, False, True]
    assert shelf.profiles()[-1] == added


def test_an_added_one_stays_without_the_file_it_came_from(shelf: Shelf, tmp_path: Path) -> None:
    path = given(tmp_path, "Druckhaus 50-020.ICM")
    shelf.add(path)
    path.unlink()
    assert Shelf(tmp_path / "own").profiles()[-1].icc == GREY.read_bytes()


def test_a_newer_one_of_the_same_name_takes_the_place_of_the_older(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(given(tmp_path, "Druckhaus.icc"))
    shelf.add(given(tmp_path, "Druckhaus.icc", (FOLDER / "uncoated.icc").read_bytes()))
    assert keys(shelf) == [*BUNDLED, "Druckhaus"]
    assert shelf.profiles()[-1].icc == (FOLDER / "uncoated.icc").read_bytes()


def test_one_named_like_a_bundled_one_hides_none(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(given(tmp_path, "coated.icc"))
    assert keys(shelf) == [*BUNDLED, "coated (Druckerei)"]


def test_removing_takes_an_own_one_and_never_a_bundled_one(shelf: Shelf, tmp_path: Path) -> None:
    added = shelf.add(given(tmp_path, "Aachen.icc"))
    shelf.remove(added)
    shelf.remove(shelf.profiles()[0])
    assert keys(shelf) == BUNDLED


def test_what_is_no_profile_is_not_kept(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="kein ICC-Profil oder beschädigt"):
        shelf.add(given(tmp_path, "Bild.icc", b"\x89PNG" * 100))
    assert not (tmp_path / "own").exists()


def test_one_that_was_damaged_later_is_passed_over(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(given(tmp_path, "Aachen.icc"))
    (tmp_path / "own" / "Aachen.icc").write_bytes(b"")
    assert keys(shelf) == BUNDLED


def test_shops_profiles_stay_with_the_user() -> None:
    assert own_folder().parent == user_folders().data
