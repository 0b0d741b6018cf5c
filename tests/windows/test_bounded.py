"""A command has an end, whatever it does, and so has all that it started."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from windows.wine.bounded import bounded

SH = ["/bin/sh", "-c"]


def test_what_is_said_on_both_channels_comes_back_with_the_code() -> None:
    ran = bounded([*SH, "printf 'eins\\r\\n'; echo zwei >&2; exit 3"], 10)
    assert (ran.returncode, ran.stdout) == (3, "eins\nzwei\n")


def test_nobody_is_waited_for_who_might_type_something() -> None:
    terminal, typist = os.pipe()
    kept = os.dup(0)
    os.dup2(terminal, 0)
    try:
        assert bounded([*SH, "cat; echo end"], 3).stdout == "end\n"
    finally:
        os.dup2(kept, 0)
        for end in (kept, terminal, typist):
            os.close(end)


@pytest.mark.parametrize(
    ("said", "read"),
    [(b"Gr\xc3\xbc\xc3\x9fe", "Grüße"), (b"Schl\x81ssel", "Schlüssel"), (b"\x84\x94\x81\xe1", "äöüß")],
)
def test_a_german_console_is_understood(tmp_path: Path, said: bytes, read: str) -> None:
    (tmp_path / "said").write_bytes(said)
    assert bounded(["cat", str(tmp_path / "said")], 10).stdout == read


def test_at_the_limit_everything_is_killed_and_what_was_said_is_kept(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    with pytest.raises(subprocess.TimeoutExpired) as caught:
        bounded([*SH, f"sleep 60 & echo $! > {pid}; echo so far; wait"], 0.5)
    assert caught.value.output == "so far\n"
    status = Path(f"/proc/{pid.read_text(encoding='ascii').strip()}/stat")
    assert not status.exists() or status.read_text(encoding="ascii").split()[2] == "Z"


def test_a_pipe_that_somebody_else_holds_does_not_keep_us(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a one has left the group, as servers do: it holds what it was given to write on."""
    monkeypatch.setattr("windows.wine.bounded._LAST_WORDS", 0.2)
    begun = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        bounded([*SH, "setsid sleep 9 & sleep 9"], 0.2)
    assert time.monotonic() - begun < 8


def test_whoever_looks_on_may_end_it() -> None:
    seen: list[int] = []

    def look(process: "subprocess.Popen[bytes]") -> bool:
        seen.append(process.pid)
        return True

    ran = bounded([*SH, "sleep 60"], 30, look)
    assert ran.returncode == 0
    assert len(seen) == 1


def test_whoever_looks_on_may_let_it_go_on() -> None:
    assert bounded([*SH, "echo done"], 30, lambda _process: False).stdout == "done\n"
