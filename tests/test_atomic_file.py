"""A finished file replaces an old one in one step, or the old one stays as it was."""

import errno
import os
from pathlib import Path

import pytest

from ikonzept_desktop import atomic_file
from ikonzept_desktop.atomic_file import FileHeldOpen


class SharingViolation(PermissionError):
    """What Windows raises, with its own error number."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "held open")
        self.winerror = winerror


class MappedFile(OSError):
    """What Windows raises where another program has the file mapped into memory (ERROR_USER_MAPPED_FILE)."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "mapped")
        self.winerror = 1224


class HeldTarget:
    """A file that another program on Windows holds open for a number of tries."""

    def __init__(self, tries: int, winerror: int = 32) -> None:
        self.tries = tries
        self.winerror = winerror
        self.pauses: list[float] = []

    def move(self, finished: Path, target: Path) -> None:
        if self.tries:
            self.tries -= 1
            raise MappedFile if self.winerror == 1224 else SharingViolation(self.winerror)
        finished.replace(target)


def replace(finished: Path, target: Path, held: HeldTarget) -> None:
    atomic_file.replace(finished, target, move=held.move, sleep=held.pauses.append)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "Integrationskonzept.docx"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def finished(target: Path) -> Path:
    path = atomic_file.temporary_beside(target)
    path.write_bytes(b"new")
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_finished_file_takes_the_targets_place(finished: Path, target: Path) -> None:
    atomic_file.replace(finished, target)
    assert target.read_bytes() == b"new"
    assert names_in(target.parent) == [target.name]


def test_a_target_that_was_not_there_comes_to_be(finished: Path, target: Path) -> None:
    fresh = target.with_name("Fassung für den Kreistag.docx")
    atomic_file.replace(finished, fresh)
    assert fresh.read_bytes() == b"new"


def test_a_finished_file_of_another_folder_is_copied_beside_the_target_first(target: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    finished = tmp_path / "elsewhere" / "draft.docx"
    finished.write_bytes(b"new")
    moved_from: list[Path] = []

    def move(source: Path, destination: Path) -> None:
        moved_from.append(source.parent)
        source.replace(destination)

    atomic_file.replace(finished, target, move=move)
    assert moved_from == [target.parent]
    assert target.read_bytes() == b"new"
    assert not finished.exists()


@pytest.mark.parametrize("winerror", [5, 32, 33, 1224])
def test_a_target_held_open_for_a_moment_is_tried_again(finished: Path, target: Path, winerror: int) -> None:
    held = HeldTarget(3, winerror)
    replace(finished, target, held)
    assert target.read_bytes() == b"new"
    assert held.pauses == [0.05, 0.1, 0.2]


def test_a_target_that_is_a_folder_is_held_by_nobody(finished: Path, target: Path) -> None:
    folder = target.with_name("Ordner.docx")
    folder.mkdir()
    held = HeldTarget(tries=1000, winerror=5)
    with pytest.raises(IsADirectoryError):
        replace(finished, folder, held)
    assert held.pauses == []


def test_a_target_held_open_for_long_keeps_both_files_after_two_and_a_half_seconds(
    finished: Path, target: Path
) -> None:
    held = HeldTarget(1000)
    with pytest.raises(FileHeldOpen) as raised:
        replace(finished, target, held)
    assert sum(held.pauses) == pytest.approx(2.5)
    assert max(held.pauses) <= 1.0
    assert target.read_bytes() == b"old"
    assert raised.value.finished.read_bytes() == b"new"
    assert raised.value.target == target
    assert str(raised.value).startswith("„Integrationskonzept.docx“ ist in einem anderen Programm geöffnet.")


def test_a_finished_file_of_another_folder_is_kept_when_the_target_is_held(target: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    finished = tmp_path / "elsewhere" / "draft.docx"
    finished.write_bytes(b"new")
    with pytest.raises(FileHeldOpen) as raised:
        replace(finished, target, HeldTarget(1000))
    assert raised.value.finished == finished
    assert finished.read_bytes() == b"new"
    assert names_in(target.parent) == [target.name, "elsewhere"]


def test_the_kept_file_can_be_given_another_name(finished: Path, target: Path) -> None:
    with pytest.raises(FileHeldOpen) as raised:
        replace(finished, target, HeldTarget(1000))
    other = target.with_name("Integrationskonzept (2).docx")
    atomic_file.replace(raised.value.finished, other)
    assert other.read_bytes() == b"new"
    assert target.read_bytes() == b"old"


def test_a_folder_without_rights_is_told_at_once(finished: Path, target: Path) -> None:
    def refuse(source: Path, destination: Path) -> None:
        raise PermissionError(errno.EACCES, "not yours", str(destination))

    pauses: list[float] = []
    with pytest.raises(PermissionError):
        atomic_file.replace(finished, target, move=refuse, sleep=pauses.append)
    assert pauses == []
    assert finished.read_bytes() == b"new"


def test_a_write_protected_target_is_not_replaced(finished: Path, target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(PermissionError):
        atomic_file.replace(finished, target)
    assert target.read_bytes() == b"old"


def test_a_body_that_raises_leaves_the_target_and_no_litter(target: Path) -> None:
    def fail_half_way() -> None:
        with atomic_file.writing(target) as temporary:
            temporary.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "disk full")

    with pytest.raises(OSError, match="disk full"):
        fail_half_way()
    assert target.read_bytes() == b"old"
    assert names_in(target.parent) == [target.name]


@pytest.fixture
def nothing_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner that holds every file it has just seen: none can be removed."""

    def held(*_: object, **__: object) -> None:
        raise SharingViolation(32)

    monkeypatch.setattr(os, "unlink", held)


@pytest.mark.usefixtures("nothing_goes")
def test_a_finished_file_that_cannot_be_removed_has_still_taken_the_targets_place(target: Path, tmp_path: Path) -> None:
    finished = tmp_path / "elsewhere" / "new.docx"
    finished.parent.mkdir()
    finished.write_bytes(b"new")
    atomic_file.replace(finished, target)
    assert target.read_bytes() == b"new"


@pytest.mark.usefixtures("nothing_goes")
def test_why_nothing_was_written_is_told_though_what_was_begun_cannot_be_removed(target: Path) -> None:
    with pytest.raises(ValueError, match="no text"), atomic_file.writing(target):
        raise ValueError("no text")


@pytest.mark.usefixtures("nothing_goes")
def test_work_in_a_passing_folder_is_done_though_what_it_held_cannot_be_removed() -> None:
    with atomic_file.passing_folder() as folder:
        (Path(folder) / "Entwurf.docx").write_bytes(b"words")


def test_a_passing_folder_goes_when_it_has_been_used() -> None:
    with atomic_file.passing_folder() as folder:
        (Path(folder) / "Entwurf.docx").write_bytes(b"words")
    assert not Path(folder).exists()


def test_what_was_written_is_kept_when_the_target_is_held(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(finished: Path, target: Path) -> None:
        raise FileHeldOpen(target, finished)

    monkeypatch.setattr(atomic_file, "replace", held)
    with pytest.raises(FileHeldOpen) as raised:
        atomic_file.write_bytes(target, b"new")
    assert raised.value.finished.read_bytes() == b"new"


def test_text_is_written_as_utf8_with_line_feeds(target: Path) -> None:
    atomic_file.write_text(target, "Größe\nZiel")
    assert target.read_bytes() == b"Gr\xc3\xb6\xc3\x9fe\nZiel"


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_the_rights_of_the_old_file_pass_to_the_new_one(finished: Path, target: Path) -> None:
    target.chmod(0o640)
    atomic_file.replace(finished, target)
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link_and_its_target_is_replaced(finished: Path, target: Path) -> None:
    link = target.with_name("link.docx")
    link.symlink_to(target)
    atomic_file.replace(finished, link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_that_leads_to_itself_gives_way_to_the_file(finished: Path, target: Path) -> None:
    link = target.with_name("link.docx")
    link.symlink_to(link)
    atomic_file.replace(finished, link)
    assert link.read_bytes() == b"new"


def test_a_very_long_name_still_gets_its_temporary_file(tmp_path: Path) -> None:
    target = tmp_path / ("ä" * 120 + ".docx")
    atomic_file.write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
