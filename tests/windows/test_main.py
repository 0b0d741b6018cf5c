"""`dev.py windows` tells each step with its seconds, and what is missing in words instead of a traceback."""

import hashlib
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from windows import building, deciding, locking
from windows.__main__ import main
from windows.fetching import ROOT, read_pins
from windows.payload import PayloadError
from windows.steps import Missing, step
from windows.wine import chroot


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
    assert asked == [building.BUILD / "payload", building.version(), Path.cwd() / "tools/python", Path("another.zip")]


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


@pytest.fixture
def laid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is laid down, on a machine with a cache of its own on which Wine cannot run."""
    laid: list[object] = []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv(deciding.VARIABLE, raising=False)
    monkeypatch.setattr(chroot, "missing", lambda *_: ["Rights of root."])
    monkeypatch.setattr(building, "lay_down", lambda *arguments: laid.append(arguments[0]))
    return laid


def test_where_wine_cannot_run_the_payload_is_laid_down_and_it_is_said(
    laid: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ci"]) == 0
    assert laid == [building.BUILD / "payload"]
    said = capsys.readouterr().out
    assert "no cycle was green here yet, but Wine cannot be had. Wine cannot run here." in said
    assert "Rights of root." in said


@pytest.mark.parametrize("error", [Missing("No packages."), subprocess.TimeoutExpired(["debootstrap"], 900)])
def test_where_wine_cannot_be_made_the_payload_is_laid_down_and_it_is_said(
    error: Exception, laid: list[object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chroot, "made", raising(error))
    assert main(["ci"]) == 0
    assert laid == [building.BUILD / "payload"]
    assert str(error) in capsys.readouterr().out


def test_what_was_green_is_not_tried_again(laid: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    deciding.remember(chroot.cache_folder(), deciding.digest(ROOT))
    assert main(["ci"]) == 0
    assert laid == [building.BUILD / "payload"]
    assert "The setup is not tried: what it hangs on was green" in capsys.readouterr().out
