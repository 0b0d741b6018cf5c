"""Reasons in German for what an operating system refuses."""

import errno

import pytest

from ikonzept_desktop.os_errors import in_german, is_too_long


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, "der Ordner oder die Datei fehlt"),
        (errno.EACCES, "der Zugriff ist nicht erlaubt"),
        (errno.ENOSPC, "auf dem Laufwerk ist kein Platz mehr"),
        (errno.EIO, "das Laufwerk antwortet nicht"),
        (98765, "das Laufwerk antwortet nicht"),
    ],
)
def test_the_reason_is_told_in_german(number: int, reason: str) -> None:
    assert in_german(OSError(number, "in the system's own language")) == reason


def of_windows(number: int, known_as: int = errno.EINVAL) -> OSError:
    """Give an error as Python makes it of one of Windows: by a number of errno that says little."""
    error = OSError(known_as, "in the system's own language")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]  # there is one on Windows alone
    return error


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (53, "das Laufwerk antwortet nicht"),
        (59, "das Laufwerk antwortet nicht"),
        (64, "das Laufwerk antwortet nicht"),
        (121, "das Laufwerk antwortet nicht"),
        (1231, "das Laufwerk antwortet nicht"),
        (1326, "die Anmeldung am Laufwerk gilt nicht mehr"),
        (112, "auf dem Laufwerk ist kein Platz mehr"),
        (39, "auf dem Laufwerk ist kein Platz mehr"),
        (1295, "das Kontingent auf dem Laufwerk ist aufgebraucht"),
        (19, "das Laufwerk ist schreibgeschützt"),
        (206, "der Pfad ist zu lang für Windows"),
        (225, "der Virenscanner lässt es nicht zu"),
        (362, "der abgeglichene Ordner antwortet nicht"),
        (1224, "ein anderes Programm hält sie fest"),
        (123, "der Name ist hier nicht möglich"),
    ],
)
def test_what_windows_says_of_drives_and_shares_is_understood(number: int, reason: str) -> None:
    assert in_german(of_windows(number)) == reason


@pytest.mark.parametrize(
    ("path", "windows", "too_long"),
    [
        ("C:\\" + "x" * 256, True, False),
        ("C:\\" + "x" * 257, True, True),
        ("C:\\" + "😀" * 129, True, True),
        ("C:\\" + "x" * 257, False, False),
        ("\\\\?\\C:\\" + "x" * 300, True, False),
    ],
)
def test_a_path_is_as_long_as_windows_counts_it(path: str, windows: bool, too_long: bool) -> None:
    assert is_too_long(path, windows=windows) is too_long


def test_of_a_path_that_is_too_long_windows_says_that_it_is_not_there() -> None:
    error = FileNotFoundError(errno.ENOENT, "no such file", "C:\\" + "x" * 300)
    assert in_german(error, windows=True) == "der Pfad ist zu lang für Windows"
    assert in_german(error, windows=False) == "der Ordner oder die Datei fehlt"


@pytest.mark.parametrize("number", [32, 33])
def test_what_another_program_holds_on_windows_is_told_apart_from_what_is_forbidden(number: int) -> None:
    assert in_german(of_windows(number, errno.EACCES)) == "ein anderes Programm hält sie fest"


def test_an_error_without_a_number_has_a_reason_too() -> None:
    assert in_german(OSError("?")) == "das Laufwerk antwortet nicht"
