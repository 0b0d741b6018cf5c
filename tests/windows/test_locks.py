"""What the setup lays down is what the program is tested with, and the lists name all of it."""

import re
from pathlib import Path

from windows import payload
from windows.components import said_of_all
from windows.fetching import INNO_INTEGRITY, INNO_SETUP, LOCKS, PYTHON, WHEELS, Pin, read_pins


def test_the_wheels_are_those_of_the_programs_lock() -> None:
    program = {pin.name: pin for pin in read_pins(LOCKS / "run.txt")}
    shipped = read_pins(WHEELS)
    assert {pin.name: pin.version for pin in shipped} == {name: pin.version for name, pin in program.items()}
    assert [pin.name for pin in shipped if len(pin.sha256) != 1 or pin.sha256[0] not in program[pin.name].sha256] == []


def test_the_list_of_what_comes_along_has_each_source_and_no_other() -> None:
    sections = payload.read_lines(payload.LINES.read_text(encoding="utf-8"))
    payload.check_sources(sections, ["cpython", *(pin.name for pin in read_pins(WHEELS))])


def test_no_line_of_the_list_is_there_twice() -> None:
    sections = payload.read_lines(payload.LINES.read_text(encoding="utf-8"))
    assert [(name, line.pattern) for name, lines in sections.items() for line in lines if lines.count(line) > 1] == []


def test_nothing_that_reaches_a_network_comes_along() -> None:
    sections = payload.read_lines(payload.LINES.read_text(encoding="utf-8"))
    coming = {line.pattern for lines in sections.values() for line in lines if line.comes}
    assert [pattern for pattern in coming if re.search(r"_ssl|libssl|libcrypto|Qt6?Network|/tls/", pattern)] == []


def test_python_and_the_compiler_of_the_setup_are_pinned_to_the_byte() -> None:
    (python,) = read_pins(PYTHON)
    assert len(python.sha256) == 1
    assert re.fullmatch(r"innosetup@\d+\.\d+\.\d+", INNO_SETUP)
    assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", INNO_INTEGRITY)


def test_the_table_of_licences_speaks_of_nothing_that_is_not_shipped() -> None:
    shipped = {"cpython", "inno-setup", *(pin.name for pin in read_pins(WHEELS))}
    assert said_of_all().keys() - {"resources"} <= shipped


def test_a_lock_is_read_with_all_its_hashes(tmp_path: Path) -> None:
    one, two = "0" * 64, "1" * 64
    lock = tmp_path / "lock.txt"
    lock.write_text(
        f"# a lock\nPy_Side.X==6.9.3 ; python_version < '4' \\\n    --hash=sha256:{one} \\\n    --hash=sha256:{two}\n",
        encoding="utf-8",
    )
    assert read_pins(lock) == [Pin("py-side-x", "6.9.3", (one, two))]
