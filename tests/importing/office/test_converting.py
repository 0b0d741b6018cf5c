"""Documents of other word processors by way of LibreOffice: what they say comes back, and nothing is looked up."""

import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from ikonzept_desktop.importing.kinds import DocumentKind
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.office import converting, finding, running
from ikonzept_desktop.importing.office.converting import converted
from ikonzept_desktop.importing.office.finding import office_program
from ikonzept_desktop.importing.office.profile import write_profile
from ikonzept_desktop.importing.office.running import TooSlow
from ikonzept_desktop.importing.reading_in import ImportRefused, read_apart
from ikonzept_desktop.paths import TOP
from ikonzept_desktop.reading.word.intake import taken
from tests.importing.office.files import fn, h, odt, p, tbl, ul
from tests.importing.written import written

BODY = (
    h("Ziele"),
    p("Ein Satz", fn("Quelle: Amt"), " mehr."),
    h("Sprache", 2),
    ul(p("Erstens") + ul(p("darunter")), p("Zweitens")),
    tbl(("Name", "Amt"), ("Ada", "50")),
)
SAID = [
    "# Ziele",
    "Ein Satz{Quelle: Amt} mehr.",
    "## Sprache",
    "- Erstens",
    "  - darunter",
    "- Zweitens",
    "| Name | Amt |",
    "| Ada | 50 |",
]
RICH = (
    rb"{\rtf1\ansi{\stylesheet{\s1\outlinelevel0 heading 1;}}"
    rb"{\pard\s1\outlinelevel0 Ziele\par}{\pard Ein {\b Satz}\par}}"
)


def read(path: Path, data: bytes, name: str) -> Manuscript:
    path.write_bytes(data)
    return read_apart(path, name)


def as_old_word(folder: Path, data: bytes) -> bytes:
    """Give an OpenDocument text as LibreOffice writes it for the Word of twenty years ago."""
    source, profile = folder / "alt.odt", folder / "profile"
    source.write_bytes(data)
    write_profile(profile)
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "doc"]
    subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True, timeout=100)
    return (folder / "alt.doc").read_bytes()


def test_an_open_document_comes_back_with_all_that_it_says(tmp_path: Path) -> None:
    manuscript = read(tmp_path / "x", odt(*BODY), "Konzept.odt")
    assert written(manuscript) == SAID
    assert [(each.kind, each.about) for each in manuscript.told[:1]] == [("converted", "OpenDocument-Text (.odt)")]


def test_an_old_word_file_comes_back_the_same(tmp_path: Path) -> None:
    manuscript = read(tmp_path / "x", as_old_word(tmp_path, odt(*BODY)), "Konzept.doc")
    assert written(manuscript) == SAID
    assert manuscript.told[0].about == "Word 97–2003 (.doc)"


def test_rich_text_comes_back(tmp_path: Path) -> None:
    manuscript = read(tmp_path / "x", RICH, "Konzept.doc")
    assert [text.replace("*", "") for text in written(manuscript)] == ["# Ziele", "Ein Satz"]


def test_nothing_of_a_conversion_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / "ikonzept-office-alt"
    left.mkdir()
    monkeypatch.setattr(converting, "_STALE", -1)
    converted(odt(p("Text")), "a.odt", DocumentKind.OPEN_TEXT)
    assert list(tmp_path.iterdir()) == []


class Ear(http.server.BaseHTTPRequestHandler):
    """Hears what is asked for."""

    heard: list[str]

    def do_GET(self) -> None:
        self.heard.append(self.path)
        self.send_error(404)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_OPTIONS(self) -> None:
        self.do_GET()

    def do_PROPFIND(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    Ear.heard = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server:
        listening = threading.Thread(target=server.serve_forever)
        listening.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        listening.join()


@pytest.mark.parametrize("kind", [DocumentKind.OPEN_TEXT, DocumentKind.RICH_TEXT])
def test_even_what_is_not_stripped_is_not_looked_up(
    kind: DocumentKind, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "stripped", lambda data, name: (data, ()))
    monkeypatch.setattr(running, "_without_network", list)
    secret = tmp_path / "secret.rtf"
    secret.write_text(r"{\rtf1 GEHEIM}", encoding="ascii")
    image = f'<draw:frame><draw:image xlink:type="simple" xlink:href="{address}/a.png"/></draw:frame>'
    source = f'<text:section-source xlink:href="{secret.as_uri()}"/>'
    section = f'<text:section text:name="a">{source}{p("Alt")}</text:section>'
    led = (f'INCLUDEPICTURE "{address}/a.png" \\\\d', f'INCLUDETEXT "{secret}"', f'INCLUDETEXT "{address}/b"')
    fields = "".join(rf"{{\field{{\*\fldinst {field}}}{{\fldrslt Alt}}}}\par" for field in led)
    rich = rf"{{\rtf1\ansi {fields} {{\*\template {address}/c.dot}}}}".encode()
    data = odt(p(image), section) if kind is DocumentKind.OPEN_TEXT else rich
    copy = taken(converted(data, "a", kind)[0], "a")
    words = " ".join(block.text for block in copy.blocks)
    assert "Alt" in words
    assert "GEHEIM" not in words
    assert Ear.heard == []


def has_ended(process: int) -> bool:
    """Tell whether a process is no more, a moment after it was told to end."""
    for _ in range(100):
        try:
            if psutil.Process(process).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


HANGING = """
other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"])
pathlib.Path("processes").write_text(f"{os.getpid()} {other.pid}", encoding="ascii")
time.sleep(300)
"""


def starter(folder: Path, script: str) -> Path:
    """Give a program of this system that does what a script of Python says, whatever it is called with."""
    source = folder / "script.py"
    source.write_text(f"import os, pathlib, subprocess, sys, time\n{script}\n", encoding="utf-8")
    if os.name == "posix":
        program, text = folder / "soffice.bin", f'#!/bin/sh\nexec "{sys.executable}" "{source}"\n'
    else:
        program, text = folder / "soffice.cmd", f'@"{sys.executable}" "{source.name}"\n@exit %errorlevel%\n'
        text = text.replace(source.name, "%~dp0script.py")
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    return program


def test_a_conversion_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = starter(tmp_path, HANGING)
    monkeypatch.setattr(converting, "office_program", lambda: hanging)
    monkeypatch.setattr(running, "SECONDS", 0.5 if os.name == "posix" else 10.0)  # Wine needs seconds
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(TooSlow):
        running.convert(hanging, folder / "a.rtf", folder, tmp_path)
    processes = (folder / "processes").read_text(encoding="ascii").split()
    assert len(processes) == 2
    assert has_ended(int(processes[0]))
    assert has_ended(int(processes[1]))
    with pytest.raises(ImportRefused, match="ließ sich in der möglichen Zeit nicht lesen"):
        converted(RICH, "a.rtf", DocumentKind.RICH_TEXT)


CONVERTING = """
import sys
from pathlib import Path
from ikonzept_desktop.importing.office import running
folder = Path(sys.argv[2])
running.convert(Path(sys.argv[1]), folder / "a.rtf", folder, folder)
"""


def test_a_conversion_ends_with_the_process_that_wanted_it(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    parent = subprocess.Popen([sys.executable, "-c", CONVERTING, starter(tmp_path, HANGING), folder], cwd=TOP)
    said, end = folder / "processes", time.monotonic() + 30
    while not (said.exists() and said.read_text(encoding="ascii")):
        assert time.monotonic() < end
        time.sleep(0.02)
    parent.kill()
    parent.wait()
    first, other = map(int, said.read_text(encoding="ascii").split())
    try:
        assert has_ended(first)
    finally:
        if not has_ended(other):
            psutil.Process(other).kill()


@pytest.mark.parametrize("script", ["pass", "sys.exit(1)", "os.abort()", "sys.exit(81)"])
def test_a_conversion_without_a_document_is_a_damaged_file(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = starter(tmp_path, script)
    monkeypatch.setattr(converting, "office_program", lambda: failing)
    with pytest.raises(ImportRefused, match="ist beschädigt oder unvollständig"):
        converted(RICH, "a.rtf", DocumentKind.RICH_TEXT)


def test_without_libreoffice_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(finding, "_FOLDERS", ())
    monkeypatch.setattr(finding, "_BESIDE", "/nowhere")
    with pytest.raises(ImportRefused, match=r"^„a\.odt“ hat das Format .*, für das LibreOffice .* fehlt; .*\.$"):
        converted(odt(p("Text")), "a.odt", DocumentKind.OPEN_TEXT)


def test_libreoffice_is_found_behind_its_starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program"
    program.mkdir()
    for name in ("soffice", "soffice.bin"):
        (program / name).touch()
        (program / name).chmod(0o755)
    (tmp_path / "soffice").symlink_to(program / "soffice")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office_program() == program / "soffice.bin"
    assert shutil.which("soffice") == str(tmp_path / "soffice")
