"""`dev.py windows` tells each step with its seconds, and what is missing in words instead of a traceback."""

import hashlib
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from windows import building, locking
from windows.__main__ import main
from windows.fetching import read_pins
from windows.payload import PayloadError
from windows.steps import Missing, step


def raising(error: BaseException) -> Callable[..., object]:
    def fail(*_: object) -> object:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Missing("npm is missing: apt-get install npm"), "npm is missing: apt-get install npm"),
        (PayloadError("[lxml] No line decides about lxml/new.pyd."), "[lxml] No line decides about lxml/new.pyd."),
        (subprocess.CalledProcessError(2, ["pip", Path("lock.txt")]), "Failed (2): pip lock.txt"),
        (subprocess.TimeoutExpired(["ISCC.exe"], 500, "Compressing"), "Not done after 500 s"),
    ],
)
def test_what_stands_in_the_way_is_told_in_words(
    error: Exception, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(building, "lay_down", raising(error))
    assert main(["payload"]) == 1
    assert told in capsys.readouterr().err


def test_a_fault_of_ours_is_not_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "lay_down", raising(KeyError("it")))
    with pytest.raises(KeyError):
        main(["payload"])


def test_the_payload_is_laid_down_with_what_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(building, "lay_down", lambda *arguments: asked.extend(arguments))
    assert main(["payload", "--tools", "tools/python", "--python", "another.zip"]) == 0
    assert asked == [building.BUILD / "payload", building.version(), Path("tools/python"), Path("another.zip")]


def test_the_lock_is_made_of_the_programs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(locking, "make_lock", lambda _folder: 21)
    assert main(["lock"]) == 0
    assert "21 packages in requirements/windows.txt" in capsys.readouterr().out


def test_a_step_says_what_it_did_and_how_long_it_took(capsys: pytest.CaptureFixture[str]) -> None:
    with step("Payload") as current:
        current.say("2863 files")
    assert re.fullmatch(r"== Payload …\n   2863 files\n   done, \d+\.\d s\n", capsys.readouterr().out)


def test_a_step_that_fails_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Missing), step("Payload"):
        raise Missing("it")
    assert "   failed, " in capsys.readouterr().out


def test_a_lock_is_written_as_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "it-1.whl"
    wheel.write_bytes(b"it")
    program = tmp_path / "run.txt"
    program.write_text(f"It==1 \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{'1' * 64}\n", encoding="utf-8")
    monkeypatch.setattr(locking, "OF_THE_PROGRAM", program)
    monkeypatch.setattr(locking, "WHEELS", tmp_path / "windows.txt")
    monkeypatch.setattr(locking, "fetch_wheels", lambda _folder, _lock: {"it": wheel})
    assert locking.make_lock(tmp_path) == 1
    (pin,) = read_pins(tmp_path / "windows.txt")
    assert (pin.name, pin.version, pin.sha256) == ("it", "1", (hashlib.sha256(b"it").hexdigest(),))
