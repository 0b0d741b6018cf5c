"""The developer's command installs what is missing, keeps the environment fresh, and works without a display."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")

PIP = "python -m pip install"
DPKG = """\
case "$*" in *Status-Status*Package*Provides*) ;; *) exit 2;; esac
printf 'installed\\tlibgl1, \\n'
printf 'installed\\tlibglib2.0-0t64, libglib2.0-0 (= 2.84), libgio\\n'
printf 'not-installed\\tqpdf, \\n'
"""


class Machine:
    """Stand-ins for the programs of the system; each notes how it was called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes = folder / "notes"

    def program(self, path: str, script: str = "") -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'#!/bin/sh\necho "{file.name} $*" >> {self.notes}\n{script}', encoding="utf-8")
        file.chmod(0o755)
        return file

    def calls(self) -> list[str]:
        notes = self.notes.read_text(encoding="utf-8").splitlines() if self.notes.exists() else []
        return [note for note in notes if note.startswith(("apt-get", "python"))]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    machine.program("bin/dpkg-query", DPKG)
    machine.program("bin/apt-get")
    return machine


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with empty locks."""
    checkout = tmp_path / "checkout"
    (checkout / "requirements").mkdir(parents=True)
    for lock in ("run", "test"):
        (checkout / "requirements" / f"{lock}.txt").touch()
    monkeypatch.setattr(dev, "ROOT", checkout)
    monkeypatch.setattr(dev, "EXAMPLE", checkout / "build" / "example")
    return checkout


def environment(machine: Machine, checkout: Path, lock: str) -> list[str]:
    """Ask for an environment whose Pythons are stand-ins; give what was called for it."""
    inner = machine.program("prepared/python")
    base = machine.program(
        "base/python3",
        f'if [ "$2" = venv ]; then mkdir -p $3/bin; cp {inner} $3/bin/; else [ "$2" = "import ensurepip" ] || '
        "echo Python 3.11; fi\n",
    )
    machine.notes.unlink(missing_ok=True)
    dev.environment(base, checkout / ".venv", lock)
    return [line.partition(" --")[0] for line in machine.calls() if " -c " not in line]


def test_what_stands_in_for_a_package_counts_as_installed(machine: Machine) -> None:
    assert dev.installed_packages() == {"libgl1", "libglib2.0-0t64", "libglib2.0-0", "libgio"}


def test_root_installs_what_is_missing_and_only_that(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.provide_packages(["qpdf", "libgl1", "libglib2.0-0", "pandoc"])
    assert machine.calls() == ["apt-get update", "apt-get install -y --no-install-recommends pandoc qpdf"]


def test_nothing_is_installed_where_nothing_is_missing(machine: Machine) -> None:
    dev.provide_packages(["libgl1"])
    assert machine.calls() == []


def test_anyone_else_is_told_the_one_line_to_run(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev, "JUDGES", ["qpdf"])
    assert dev.main(["test"]) == 1
    words = capsys.readouterr().err.splitlines()
    assert len(words) == 1
    assert "sudo apt-get install -y --no-install-recommends libdbus-1-3 libegl1" in words[0]
    assert machine.calls() == []


def test_what_makes_environments_is_asked_for_in_the_same_line(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev, "base_python", lambda: Path("/usr/bin/false"))
    with pytest.raises(dev.Refusal, match=rf"apt-get install .* pandoc python3\.{sys.version_info.minor}-venv$"):
        dev.provide_packages(["pandoc"])


def test_an_environment_is_made_once(machine: Machine, checkout: Path) -> None:
    assert environment(machine, checkout, "test") == [f"python3 -m venv {checkout / '.venv'}", PIP]
    assert environment(machine, checkout, "test") == []
    assert environment(machine, checkout, "run") == []


def test_the_tests_packages_complete_the_programs(machine: Machine, checkout: Path) -> None:
    environment(machine, checkout, "run")
    assert environment(machine, checkout, "test") == [PIP]


def test_a_changed_lock_makes_the_environment_anew(machine: Machine, checkout: Path) -> None:
    environment(machine, checkout, "test")
    (checkout / ".venv" / "left-over").touch()
    (checkout / "requirements" / "run.txt").write_text("# newer\n", encoding="utf-8")
    assert len(environment(machine, checkout, "test")) == 2
    assert not (checkout / ".venv" / "left-over").exists()


def test_a_broken_environment_is_made_anew(machine: Machine, checkout: Path) -> None:
    environment(machine, checkout, "run")
    (checkout / ".venv" / "bin" / "python").unlink()
    assert len(environment(machine, checkout, "run")) == 2


def test_an_installation_cut_short_is_not_taken_for_whole(machine: Machine, checkout: Path) -> None:
    environment(machine, checkout, "run")
    (checkout / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        environment(machine, checkout, "test")
    assert len(environment(machine, checkout, "run")) == 2


def test_an_environment_of_tools_depends_on_its_own_lock_alone(machine: Machine, checkout: Path) -> None:
    lock = checkout / "requirements" / "tools.txt"
    lock.touch()
    environment(machine, checkout, "tools")
    (checkout / "requirements" / "run.txt").write_text("# newer\n", encoding="utf-8")
    assert environment(machine, checkout, "tools") == []
    lock.write_text("# newer\n", encoding="utf-8")
    assert len(environment(machine, checkout, "tools")) == 2


@pytest.mark.parametrize("has_npm", [True, False])
def test_the_setup_is_built_by_its_own_tools_with_what_lacks_installed(
    machine: Machine, checkout: Path, monkeypatch: pytest.MonkeyPatch, has_npm: bool
) -> None:
    python = machine.program("bin/python3")
    provided: list[str] = []
    monkeypatch.setattr(dev, "provide_packages", provided.extend)
    monkeypatch.setattr(dev, "environment", lambda base, folder, lock: python if lock == "test" else Path(lock))
    monkeypatch.setattr(shutil, "which", lambda name: "npm" if has_npm else None)
    assert dev.main(["windows", "payload", "--help"]) == 0
    assert machine.calls() == ["python3 -m windows --tools windows-tools payload --help"]
    assert {"debootstrap", "osslsigncode"} <= set(provided)
    assert ("npm" in provided) is not has_npm


def test_without_a_display_the_window_is_pictured_and_the_concept_exported(machine: Machine, checkout: Path) -> None:
    python = machine.program("bin/python3")
    concept = checkout / "Konzept.ikonzept"
    assert dev.picture_and_export(python, concept) == 0
    made = checkout / "build" / "example"
    assert machine.calls() == [
        f"python3 -m ikonzept_desktop picture {concept} {made}/window-light.png",
        f"python3 -m ikonzept_desktop picture {concept} {made}/window-dark.png --dark",
        f"python3 -m ikonzept_desktop export {concept} --word {made}/Konzept.docx --pdf {made}/Konzept.pdf",
    ]


def test_the_first_failure_ends_the_work(machine: Machine, checkout: Path) -> None:
    python = machine.program("bin/python3", "exit 2\n")
    assert dev.picture_and_export(python, checkout / "Konzept.ikonzept") == 2
    assert len(machine.calls()) == 1


def test_the_example_is_made_when_it_is_missing(machine: Machine, checkout: Path) -> None:
    python = machine.program("bin/python3", "touch $4\n")
    for _ in range(2):
        assert dev.example_concept(python) == checkout / "build" / "example" / "Integrationskonzept.ikonzept"
    assert len(machine.calls()) == 1


@pytest.mark.parametrize(
    ("variables", "display"), [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)]
)
def test_a_display_is_known_by_its_variable(
    variables: dict[str, str], display: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert dev.has_display() is display


def test_a_python_out_of_range_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(dev, "OLDEST", (3, 99))
    assert dev.main(["check"]) == 1
    assert capsys.readouterr().err.startswith("Python 3.99 to 3.13 is needed")


def test_what_follows_test_is_for_pytest_in_its_order() -> None:
    options = dev.parsed(["test", "-x", "--all-pythons", "-k", "save or undo", "tests/model", "--lf"])
    assert options.all_pythons
    assert options.rest == ["-x", "-k", "save or undo", "tests/model", "--lf"]


def test_an_argument_nobody_knows_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.parsed(["check", "--fast"])
    assert "unknown arguments: --fast" in capsys.readouterr().err


def test_python_is_all_it_takes(tmp_path: Path) -> None:
    shutil.copy(dev.__file__, tmp_path)
    isolated: list[str | Path] = [dev.base_python(), "-I", "-S", tmp_path / "dev.py", "--help"]
    result = subprocess.run(isolated, capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert all(verb in result.stdout for verb in ("run", "test", "check", "bench", "pictures", "windows"))
