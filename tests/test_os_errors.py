"""Reasons in German for what an operating system refuses."""

import errno

import pytest

from ikonzept_desktop.os_errors import in_german


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


@pytest.mark.parametrize("number", [32, 33])
def test_what_another_program_holds_on_windows_is_told_apart_from_what_is_forbidden(number: int) -> None:
    error = PermissionError(errno.EACCES, "in the system's own language")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]  # there is one on Windows alone
    assert in_german(error) == "ein anderes Programm hält sie fest"


def test_an_error_without_a_number_has_a_reason_too() -> None:
    assert in_german(OSError("?")) == "das Laufwerk antwortet nicht"
