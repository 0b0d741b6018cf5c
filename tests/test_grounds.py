"""Where a file lies is told by names, mounts and marks, and no other machine is asked for it."""

from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import cast

import pytest

from ikonzept_desktop.grounds import Ground, Surveyor, ground_of, is_remote

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/kreis /mnt/kreis cifs rw 0 0
server:/export /mnt/kreis/nfs nfs4 rw 0 0
/dev/sdb1 /mnt/kreis/eigen ext4 rw 0 0
me@host: /home/me/fern fuse.sshfs rw 0 0
/dev/sdc1 /media/Stick\\040eins vfat rw 0 0
//server/haus /mnt/Amt\\0401 cifs rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
"""


def nobody(_folder: Path) -> Iterable[str]:
    return ()


def never(_root: str) -> int:
    raise AssertionError("no drive is to be asked")


def linux(names: dict[str, list[str]] | None = None) -> Surveyor:
    known = names or {}
    return Surveyor(False, never, lambda: MOUNTS, {}, lambda folder: known.get(folder.as_posix(), ()))


def windows(variables: dict[str, str] | None = None) -> Surveyor:
    types = {"H:\\": 4, "C:\\": 3, "D:\\": 2, "X:\\": 1}
    return Surveyor(True, types.__getitem__, lambda: "", variables or {}, nobody)


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/me/k.ikonzept", False),
        ("/mnt/kreis/k.ikonzept", True),
        ("/mnt/kreisel/k.ikonzept", False),
        ("/mnt/kreis/nfs/k.ikonzept", True),
        ("/mnt/kreis/eigen/k.ikonzept", False),
        ("/home/me/fern/k.ikonzept", True),
        ("/media/Stick eins/k.ikonzept", False),
        ("/mnt/Amt 1/k.ikonzept", True),
        ("/run/user/1000/doc/k.ikonzept", False),
    ],
)
def test_on_linux_the_nearest_mount_decides(path: str, remote: bool) -> None:
    assert is_remote(PurePosixPath(path), linux()) is remote


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"C:\Users\Müller\k.ikonzept", False),
        (r"D:\k.ikonzept", False),
        (r"H:\k.ikonzept", True),
        (r"h:\Amt 50\k.ikonzept", True),
        (r"X:\gone.ikonzept", False),
        (r"\\server\share\k.ikonzept", True),
        (r"\\?\UNC\server\share\k.ikonzept", True),
        (r"\\?\C:\Users\k.ikonzept", False),
        (r"\\?\H:\k.ikonzept", True),
    ],
)
def test_on_windows_the_drive_decides(path: str, remote: bool) -> None:
    assert is_remote(PureWindowsPath(path), windows()) is remote


def test_a_folder_of_onedrive_is_synchronised() -> None:
    asked = windows({"OneDriveCommercial": r"C:\Users\m\OneDrive - Kreis"})
    inside = cast(Path, PureWindowsPath(r"C:\Users\m\OneDrive - Kreis\Amt 50\k.ikonzept"))
    beside = cast(Path, PureWindowsPath(r"C:\Users\m\OneDrive - Kreisarchiv\k.ikonzept"))
    assert ground_of(inside, asked) is Ground.SYNCED
    assert ground_of(beside, asked) is Ground.OWN


@pytest.mark.parametrize("mark", [".sync_9f3ab.db", "._sync_9f3ab.db", ".dropbox.cache", ".dropbox", ".stfolder"])
def test_what_synchronises_a_folder_leaves_a_mark_at_its_top(mark: str) -> None:
    asked = linux({"/home/me/Cloud": ["Amt 50", mark]})
    assert ground_of(Path("/home/me/Cloud/Amt 50/k.ikonzept"), asked) is Ground.SYNCED
    assert ground_of(Path("/home/me/Amt 50/k.ikonzept"), asked) is Ground.OWN


def test_other_hidden_files_are_no_mark() -> None:
    asked = linux({"/home/me": [".bashrc", ".synced", ".git", ".sync"]})
    assert ground_of(Path("/home/me/k.ikonzept"), asked) is Ground.OWN


def test_a_share_is_known_without_a_look_at_its_folders() -> None:
    def look(folder: Path) -> Iterable[str]:
        raise AssertionError(folder)

    asked = Surveyor(True, lambda _root: 4, lambda: "", {}, look)
    assert ground_of(cast(Path, PureWindowsPath(r"H:\k.ikonzept")), asked) is Ground.SHARE


def test_a_real_folder_of_this_machine_is_its_own(tmp_path: Path) -> None:
    assert ground_of(tmp_path / "k.ikonzept") is Ground.OWN
    (tmp_path / ".sync_1.db").touch()
    assert ground_of(tmp_path / "folder" / "k.ikonzept") is Ground.SYNCED


def test_a_path_of_no_file_has_a_ground_too() -> None:
    assert ground_of(cast(Path, PurePath("/mnt/kreis/none/at/all")), linux()) is Ground.SHARE
