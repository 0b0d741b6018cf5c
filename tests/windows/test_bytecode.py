"""Sources give way to their bytecode, and one that was not compiled stops the build."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from windows.bytecode import AT, compile_all, drop_sources
from windows.payload import PayloadError


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    """A compiled payload."""
    for file in (
        "python/Lib/json.py",
        "python/Lib/json.pyc",
        "app/it/one.py",
        "app/it/one.pyc",
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    return tmp_path


def names(payload: Path) -> list[str]:
    return sorted(file.name for file in payload.rglob("*") if file.is_file())


def test_sources_go_and_their_bytecode_stays(payload: Path) -> None:
    drop_sources(payload)
    assert names(payload) == ["json.pyc", "one.pyc"]


@pytest.mark.parametrize("lost", ["python/Lib/json.pyc", "app/it/one.pyc"])
def test_a_source_without_bytecode_stops_the_build_and_nothing_is_gone(payload: Path, lost: str) -> None:
    (payload / lost).unlink()
    with pytest.raises(PayloadError, match="1 sources were not compiled"):
        drop_sources(payload)
    assert "json.py" in names(payload)


class Compiler:
    """A runner whose Windows gives one answer to every command."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.sent: list[str] = []
        self.ran: list[list[str]] = []

    def send(self, source: Path, target: str) -> None:
        self.sent.append(target)

    def fetch(self, source: str, target: Path) -> None:
        assert source == AT

    def run(self, command: Sequence[str], *, seconds: float) -> subprocess.CompletedProcess[str]:
        self.ran.append([*command])
        return subprocess.CompletedProcess(list(command), self.code, "SyntaxError: it")


def test_the_payloads_own_python_compiles_both_halves(payload: Path) -> None:
    compiler = Compiler(0)
    compile_all(compiler, payload)
    assert compiler.sent == [AT]
    assert [command[0] for command in compiler.ran] == [rf"{AT}\python\python.exe"] * 2
    assert [command[-1] for command in compiler.ran] == [rf"{AT}\python\Lib", rf"{AT}\app"]
    assert all({"-B", "-b", "unchecked-hash"} <= set(command) for command in compiler.ran)


def test_what_it_says_of_a_source_it_cannot_compile_is_told(payload: Path) -> None:
    with pytest.raises(PayloadError, match="SyntaxError: it"):
        compile_all(Compiler(1), payload)
