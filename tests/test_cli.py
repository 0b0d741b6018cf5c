"""The command line: every verb, its exit statuses, and one German line for whatever cannot be done."""

import errno
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from ikonzept_desktop import __main__, atomic_file, logbook
from ikonzept_desktop.cli import VERBS, main, nobody_reads_on
from ikonzept_desktop.cli_files import DONE, FINDINGS, UNUSABLE, Refused, taking_its_place
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.outline import new_document
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource, user_folders
from tests.builders import chapter, doc, figure, p, ref, row, table
from tests.example import plain_reading
from tests.export.pdf.builders import png

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of the example's file."""
    path = tmp_path_factory.mktemp("example") / "Beispiel.ikonzept"
    assert main(["example", str(path)]) == DONE
    return path.read_bytes()


@pytest.fixture
def concept(example: bytes, tmp_path: Path) -> Path:
    """The example in a folder of its own."""
    path = tmp_path / "Konzept.ikonzept"
    path.write_bytes(example)
    return path


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "ikonzept_desktop", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def written(document: Document, path: Path) -> Path:
    create_project(path, document).store.close()
    return path


def read(path: Path) -> Document:
    opened = open_project(path, read_only=True)
    opened.store.close()
    return opened.project.document


# What each verb does


def test_new_makes_a_concept_from_the_template(tmp_path: Path) -> None:
    path = tmp_path / "Neu.ikonzept"
    assert main(["new", str(path)]) == DONE
    outline = new_document(read_template(resource("templates", "integrationskonzept.toml")))
    assert [section.title for section in read(path).sections] == [section.title for section in outline.sections]


def test_new_takes_another_template_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Vorlage.ikonzept"
    assert main(["new", str(path), "--template", "vorlage_kreistag"]) == DONE
    assert read(path).template.key == "vorlage_kreistag"


def test_example_makes_concepts_of_any_size(tmp_path: Path) -> None:
    small, again, other = (tmp_path / f"{name}.ikonzept" for name in ("klein", "noch einmal", "anders"))
    assert main(["example", str(small), "--pages", "3", "--seed", "7"]) == DONE
    assert main(["example", str(again), "--pages", "3", "--seed", "7"]) == DONE
    assert main(["example", str(other), "--pages", "3"]) == DONE
    assert read(small) == read(again)
    assert read(small) != read(other)


def test_info_counts_what_a_reader_of_the_example_counts(concept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(concept), "--json"]) == DONE
    counted = json.loads(capsys.readouterr().out)
    assert counted.pop("blocks") > 200
    assert counted == counted_in_the_files()


def counted_in_the_files() -> dict[str, int]:
    """Count the example by its files alone."""
    counts = {"sections": 0, "words": 0, "notes": 0, "tables": 0, "figures": 0, "references": 0}
    for name in plain_reading.outline():
        text = plain_reading.section_text(name)
        words, notes = plain_reading.words_and_notes(text)
        uncommented = re.sub(r"\{>>.*?<<\}", "", text, flags=re.DOTALL)
        said = " ".join([plain_reading.title(text), *words, *(word for note in notes for word in note)])
        counts["sections"] += 1
        counts["words"] += sum(any(map(str.isalnum, word)) for word in re.split(r"[\s–]+", said))
        counts["notes"] += len(notes)
        counts["tables"] += len(re.findall(r"^Tabelle: ", uncommented, re.MULTILINE))
        counts["figures"] += len(re.findall(r"^!\[", uncommented, re.MULTILINE))
        counts["references"] += uncommented.count("{@")
    return counts


def test_info_names_its_counts_in_german(concept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(concept)]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "Abschnitte",
        "Blöcke",
        "Wörter",
        "Fußnoten",
        "Tabellen",
        "Abbildungen",
        "Querverweise",
    ]
    assert re.fullmatch(r"Wörter: \d\d\.\d{3}", lines[2])


def test_text_gives_the_body_and_then_the_notes(concept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(concept)]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert "5.2.1 Sprache" in lines
    assert "S 1 Sprachförderung in Kitas verzahnen" in lines
    assert [line.partition(" ")[0] for line in lines[-19:]] == [f"[{number}]" for number in range(1, 20)]


def test_info_and_text_leave_the_file_and_its_folder_as_they_are(concept: Path) -> None:
    before = contents(concept.parent)
    assert main(["info", str(concept)]) == main(["text", str(concept)]) == DONE
    assert contents(concept.parent) == before


def test_export_gives_out_both_files_and_says_where(concept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, pdf = concept.with_suffix(".docx"), concept.with_suffix(".pdf")
    pdf.write_bytes(b"an older one")
    assert main(["export", str(concept), "--word", str(draft), "--pdf", str(pdf)]) == DONE
    assert zipfile.is_zipfile(draft)
    assert pdf.read_bytes().startswith(b"%PDF-")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == str(draft)
    assert re.fullmatch(rf"{re.escape(str(pdf))} \(\d\d Seiten\)", lines[1])
    assert set(contents(concept.parent)) == {concept.name, draft.name, pdf.name}


def test_export_gives_the_print_shop_its_pages_and_its_cover(
    concept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--print-pdf", str(tmp_path / "Druck.pdf"), "--profile", "gray", "--crop-marks", "--cover", "own"]
    assert main(["export", str(concept), *asked]) in {DONE, FINDINGS}
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(str(tmp_path / "Druck.pdf"))
    assert said[1] == f"{tmp_path / 'Druck-Umschlag.pdf'} (4 Seiten, davon 3 leere)"
    with pikepdf.open(tmp_path / "Druck.pdf") as pdf:
        assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFX"
        assert len(pdf.pages) % 4 == 0


def test_a_print_shop_gives_its_own_profile_as_a_file(concept: Path, tmp_path: Path) -> None:
    own = tmp_path / "Maschine 3.icc"
    own.write_bytes(resource("press/gray.icc").read_bytes())
    out = tmp_path / "Druck.pdf"
    assert main(["export", str(concept), "--print-pdf", str(out), "--profile", str(own)]) in {DONE, FINDINGS}
    with pikepdf.open(out) as pdf:
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == own.read_bytes()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--print-pdf", "Druck.pdf", "--profile", "glatt"], "Das Druckprofil „glatt“ gibt es nicht."),
        (["--print-pdf", "Druck.pdf", "--profile", "Konzept.ikonzept"], "kein ICC-Profil oder beschädigt"),
        (["--pdf", "Netz.pdf", "--crop-marks"], "gehören zu --print-pdf"),
        (["--pdf", "Eins.pdf", "--print-pdf", "Eins.pdf"], "denselben Namen"),
    ],
)
def test_a_print_file_that_cannot_be_made_is_told(
    concept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    monkeypatch.chdir(concept.parent)
    assert main(["export", concept.name, *asked]) == UNUSABLE
    assert said in capsys.readouterr().err
    assert [path.name for path in concept.parent.iterdir()] == [concept.name]


def test_what_could_not_be_set_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(doc(chapter("Zeichen", p("Ein Ägypter 𓀀 schreibt."))), tmp_path / "Konzept.ikonzept")
    out = path.with_suffix(".pdf")
    assert main(["export", str(path), "--pdf", str(out)]) == FINDINGS
    assert "Befund: Das Zeichen „𓀀“" in capsys.readouterr().out
    assert out.is_file()


@pytest.mark.parametrize("option", ["--pdf", "--print-pdf"])
def test_what_is_wrong_is_told_with_its_section_before_a_pdf_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    lost = chapter("Bilanz", p("Siehe ", ref("niemand"), "."))
    bare = table(row("Jahr", "Zahl"), row("2014", "3"), headers=(0, 0))
    path = written(doc(lost, chapter("Zahlen", bare), chapter("Ausblick")), tmp_path / "Konzept.ikonzept")
    out = path.with_suffix(".pdf")
    assert main(["export", str(path), option, str(out)]) == FINDINGS
    first, second, third, made, *_ = capsys.readouterr().out.splitlines()
    assert first == "Befund: 1 Bilanz: Der Querverweis führt ins Leere, denn sein Ziel wurde gelöscht."
    assert second.startswith("Hinweis: 2 Zahlen: Die Tabelle hat weder Kopfzeile noch Kopfspalte;")
    assert third == "Hinweis: 3 Ausblick: Im Abschnitt steht noch nichts."
    assert made.startswith(str(out))


def test_a_hint_alone_is_no_finding_and_a_draft_is_given_out_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(doc(chapter("Ausblick")), tmp_path / "Konzept.ikonzept")
    assert main(["export", str(path), "--pdf", str(path.with_suffix(".pdf"))]) == DONE
    assert "Hinweis: 1 Ausblick: Im Abschnitt steht noch nichts." in capsys.readouterr().out
    assert main(["export", str(path), "--word", str(path.with_suffix(".docx"))]) == DONE
    assert "Hinweis" not in capsys.readouterr().out


def test_a_figure_without_words_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Konzept.ikonzept"
    image = png()
    digest = hashlib.sha256(image).hexdigest()
    create_project(path, doc(chapter("Bilanz", figure("Anteile", image=digest))), [image]).store.close()
    assert main(["export", str(path), "--pdf", str(path.with_suffix(".pdf"))]) == FINDINGS
    told = [each for each in capsys.readouterr().out.splitlines() if "Alternativtext" in each]
    assert told == [
        "Befund: Abbildung 1 „Anteile“ (1 Bilanz): Der Alternativtext fehlt; vorgelesen wird nur die Unterschrift."
    ]


def test_a_concept_open_in_a_window_can_be_given_out(concept: Path) -> None:
    out = concept.with_suffix(".pdf")
    opened = open_project(concept)
    with closing(opened.store):
        answer = run("export", concept, "--pdf", out)
    assert (answer.returncode, answer.stderr) == (DONE, b"")
    assert out.read_bytes().startswith(b"%PDF-")


def test_the_same_state_gets_the_same_snapshot_in_every_draft(concept: Path) -> None:
    drafts = [concept.with_name(f"{number}.docx") for number in (1, 2)]
    for draft in drafts:
        assert main(["export", str(concept), "--word", str(draft)]) == DONE
    first, second = (snapshot(draft) for draft in drafts)
    assert first
    assert first == second


def test_giving_out_an_unchanged_concept_again_needs_no_database_and_leaves_the_file_alone(concept: Path) -> None:
    first, second = (concept.with_name(f"{number}.docx") for number in (1, 2))
    assert main(["export", str(concept), "--word", str(first)]) == DONE
    before = concept.read_bytes()
    asked = ["export", str(concept), "--word", str(second)]
    program = f"import sys; from ikonzept_desktop.cli import main; main({asked!r}); print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [str(second), "False"]
    assert concept.read_bytes() == before
    assert snapshot(second) == snapshot(first)
    assert set(contents(concept.parent)) == {concept.name, first.name, second.name}


def test_a_packet_is_given_out_for_somebody_and_the_concept_remembers_it(concept: Path) -> None:
    out = concept.with_name("Paket.docx")
    asked = ["--packet", "Sozialplanung", "--reviewer", "Frau Demir", "--due", "12.03.2015", "--return-to", "Sozialamt"]
    assert main(["export", str(concept), "--word", str(out), *asked]) == DONE
    (copy,) = read(concept).properties.copies
    assert (copy.reviewer, copy.packet, copy.due, copy.return_to, copy.file) == (
        "Frau Demir", "Sozialplanung", date(2015, 3, 12), "Sozialamt", out.name,
    )  # fmt: skip
    assert copy.version == snapshot(out)
    again = concept.with_name("Ganz.docx")
    assert main(["export", str(concept), "--word", str(again), "--reviewer", "Jobcenter", "--revisions-only"]) == DONE
    assert [each.reviewer for each in read(concept).properties.copies] == ["Frau Demir", "Jobcenter"]
    assert snapshot(again) == snapshot(out)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--word", "a.docx", "--packet", "Feuerwehr"], "Die Gruppe „Feuerwehr“ hat keinen Abschnitt."),
        (["--word", "a.docx", "--due", "12.03.2015"], "wenigstens --packet oder --reviewer"),
        (["--pdf", "a.pdf", "--reviewer", "Jobcenter"], "gehören zu --word"),
    ],
)
def test_a_copy_that_makes_no_sense_is_refused_and_nothing_is_kept(
    asked: list[str], said: str, concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = [str(concept.with_name(word)) if word.startswith("a.") else word for word in asked]
    assert said in refused_here(capsys, "export", concept, *here)
    assert read(concept).properties.copies == ()


def test_a_concept_that_may_only_be_read_gives_out_no_copy_for_anybody(
    concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = open_project(concept)
    out = concept.with_name("a.docx")
    assert "lässt sich gerade nur lesen" in refused_here(
        capsys, "export", concept, "--word", out, "--reviewer", "Jobcenter"
    )
    assert not out.exists()
    opened.store.close()


def snapshot(draft: Path) -> str:
    with zipfile.ZipFile(draft) as archive:
        properties = archive.read("docProps/custom.xml").decode("utf-8")
    found = re.search(r'name="ikSnapshot"><vt:lpwstr>([^<]+)<', properties)
    assert found is not None
    return found[1]


# In a process of its own


def test_the_module_and_the_command_are_the_same(concept: Path) -> None:
    command = Path(sys.executable).parent / "ikonzept-desktop"
    arguments = ["info", str(concept), "--json"]
    as_module = run(*arguments)
    as_function = subprocess.run(
        [sys.executable, "-c", f"import sys; from ikonzept_desktop.cli import main; sys.exit(main({arguments!r}))"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert as_module.returncode == as_function.returncode == DONE
    assert as_module.stdout == as_function.stdout
    if command.exists():
        assert subprocess.run([command, *arguments], capture_output=True, check=False).stdout == as_module.stdout


def test_the_program_ends_without_walking_the_concept_once_more(concept: Path) -> None:
    program = (
        "import atexit, gc; from ikonzept_desktop.cli import main\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 10_000))\n"
        f"main(['export', {str(concept)!r}, '--word', {str(concept.with_suffix('.docx'))!r}])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "True"


def test_the_entry_point_of_the_package_is_main() -> None:
    assert "ikonzept_desktop.__main__:main" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert callable(__main__.main)


BROKEN_OFF = """
import builtins, runpy
load = builtins.__import__
def broken_off(name, *rest, **named):
    if name == "ikonzept_desktop.cli_files":
        raise KeyboardInterrupt
    return load(name, *rest, **named)
builtins.__import__ = broken_off
runpy.run_module("ikonzept_desktop", run_name="__main__")
"""

HELD_BACK = BROKEN_OFF.replace("raise KeyboardInterrupt", "raise ImportError('DLL load failed', name=name)")


def test_a_part_that_cannot_be_loaded_has_a_code_of_its_own_and_stands_in_the_log() -> None:
    command = [sys.executable, "-c", HELD_BACK, "info"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert ended.returncode == __main__.NOT_LOADED
    assert b"DLL load failed" in ended.stderr
    said = (user_folders().state / logbook.NAME).read_text(encoding="utf-8")
    assert "Nicht gestartet: ikonzept_desktop.cli_files: DLL load failed" in said


def test_breaking_off_while_the_program_loads_is_told_in_one_line() -> None:
    command, as_windows = [sys.executable, "-c", BROKEN_OFF, "info"], {**os.environ, "PYTHONIOENCODING": "cp1252"}
    assert "Abgebrochen" in refused(subprocess.run(command, cwd=ROOT, env=as_windows, capture_output=True, check=False))


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_names_in_any_script_come_out_in_any_console(concept: Path, encoding: str) -> None:
    answer = run("text", concept, PYTHONIOENCODING=encoding)
    assert (answer.returncode, answer.stderr) == (DONE, b"")
    assert "Hoş geldiniz, добро пожаловать" in answer.stdout.decode("utf-8")


def test_a_held_target_is_told_though_a_virus_scanner_holds_the_new_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*paths: Path, **_: object) -> None:
        raise PermissionError(errno.EACCES, "held open")

    def held_open(finished: Path, target: Path) -> None:
        raise atomic_file.FileHeldOpen(target, finished)

    monkeypatch.setattr(atomic_file, "replace", held_open)
    monkeypatch.setattr(os, "unlink", held)
    with pytest.raises(Refused, match="in einem anderen Programm geöffnet"), taking_its_place(tmp_path / "a.pdf"):
        pass


def test_windows_has_no_word_for_a_reader_who_has_seen_enough() -> None:
    gone = OSError(errno.EINVAL, "Invalid argument")
    assert nobody_reads_on(gone, windows=True)
    assert not nobody_reads_on(gone, windows=False)
    assert nobody_reads_on(BrokenPipeError(), windows=False)
    assert not nobody_reads_on(OSError(errno.EINVAL, "Invalid argument", "a?.docx"), windows=True)
    assert not nobody_reads_on(OSError(errno.ENOSPC, "full"), windows=True)


def test_a_reader_who_has_seen_enough_is_no_trouble(concept: Path) -> None:
    command = [sys.executable, "-m", "ikonzept_desktop", "text", str(concept)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # long before the first word is written
        assert process.stderr.read() == b""
    assert process.returncode == DONE


def test_no_room_for_what_is_printed_is_told_in_one_line(concept: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device here is always full")
    for verb in ("info", "text"):
        command = [sys.executable, "-m", "ikonzept_desktop", verb, str(concept)]
        with full.open("wb") as nowhere:
            done = subprocess.run(command, cwd=ROOT, stdout=nowhere, stderr=subprocess.PIPE, check=False)
        assert done.returncode == UNUSABLE
        assert "kein Platz mehr" in done.stderr.decode("utf-8")
        assert_one_german_line(done.stderr.decode("utf-8"))


def test_who_hears_nothing_gets_the_same_status(concept: Path, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m ikonzept_desktop info "$0"'
    statuses = [
        subprocess.run(["sh", "-c", f"{command} {closed}", file], cwd=ROOT, capture_output=True, check=False)
        for file, closed in ((concept, ">&-"), (tmp_path / "fehlt", "2>&-"))
    ]
    assert [(done.returncode, done.stdout, done.stderr) for done in statuses] == [
        (DONE, b"", b""),
        (UNUSABLE, b"", b""),
    ]


# What cannot be done


def refused(answer: subprocess.CompletedProcess[bytes]) -> str:
    """Give the one German line on stderr with which a call was refused."""
    told = answer.stderr.decode("utf-8")
    assert (answer.returncode, answer.stdout) == (UNUSABLE, b""), told
    assert_one_german_line(told)
    return told


def assert_one_german_line(told: str) -> None:
    assert told.endswith("\n")
    assert told.count("\n") == 1
    assert told.rstrip().endswith((".", "?", "!"))
    assert not re.search(r"Traceback|[Ee]rror|No such|Permission|denied|invalid|required", told), told


def refused_here(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Do the same within this process."""
    capsys.readouterr()
    status = main([*map(str, arguments)])
    said = capsys.readouterr()
    assert (status, said.out) == (UNUSABLE, ""), said
    assert_one_german_line(said.err)
    return said.err


def changed(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(statement)

    return change


def foreign(path: Path) -> None:
    path.unlink()
    changed("CREATE TABLE haushalt (posten TEXT)")(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path) if hasattr(os, "mkfifo") else path.mkdir()


BAD_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: path.unlink(), "gibt es nicht"),
    "empty": (lambda path: path.write_bytes(b""), "ist leer"),
    "text": (lambda path: path.write_text("Ein Konzept.\n" * 500, encoding="utf-8"), "kein Konzept von iKonzept"),
    "foreign": (foreign, "kein Konzept von iKonzept"),
    "truncated": (lambda path: path.write_bytes(path.read_bytes()[:-20_000]), "ihr Ende fehlt"),
    "newer": (changed("PRAGMA user_version = 99; DROP TABLE blocks"), "aus einer neueren Version"),
    "damaged": (changed("UPDATE blocks SET content = replace(content, 'Kreis', 'Krais')"), "ist beschädigt"),
    "folder": (folder, "kein Konzept von iKonzept"),
    "pipe": (pipe, "kein Konzept von iKonzept"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_cannot_be_used_is_told_and_left_alone(
    name: str, concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, told = BAD_FILES[name]
    spoil(concept)
    before = contents(concept.parent)
    out = concept.with_suffix(".pdf")
    answers = [
        refused_here(capsys, "info", concept),
        refused_here(capsys, "info", concept, "--json"),
        refused_here(capsys, "text", concept),
        refused_here(capsys, "export", concept, "--pdf", out),
        refused(run("export", concept, "--pdf", out)),
    ]
    assert all(told in answer for answer in answers), answers
    assert contents(concept.parent) == before


def test_no_draft_is_given_out_of_a_state_that_the_file_does_not_take(
    concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed("INSERT INTO steps VALUES (99, 0, '{}', x'00')")(concept)
    before = contents(concept.parent)
    assert "ist beschädigt" in refused_here(capsys, "export", concept, "--word", concept.with_suffix(".docx"))
    assert contents(concept.parent) == before


@pytest.mark.parametrize("verb", ["new", "example"])
@pytest.mark.parametrize("there", ["a concept", "another file", "a folder"])
def test_what_is_there_already_is_not_overwritten(
    verb: str, there: str, concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if there != "a concept":
        concept.unlink()
        concept.mkdir() if there == "a folder" else concept.write_bytes(b"Briefe")
    before = contents(concept.parent)
    assert "gibt es schon" in refused_here(capsys, verb, concept)
    assert contents(concept.parent) == before


def test_a_concept_is_never_overwritten_by_what_is_given_out_of_it(
    concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(concept.parent)
    assert "müsste auf .pdf enden" in refused_here(capsys, "export", concept, "--pdf", concept)
    assert "müsste auf .docx enden" in refused_here(capsys, "export", concept, "--word", concept)
    assert "müsste auf .docx enden" in refused_here(capsys, "export", concept, "--word", concept.with_suffix(".pdf"))
    assert "müsste auf .png enden" in refused_here(capsys, "picture", concept, concept)
    assert contents(concept.parent) == before


def by_link(concept: Path, ending: str) -> tuple[Path, Path]:
    link = concept.with_name(f"Verknüpfung{ending}")
    link.symlink_to(concept)
    return concept, link


def by_its_own_name(concept: Path, ending: str) -> tuple[Path, Path]:
    renamed = concept.rename(concept.with_suffix(ending))
    return renamed, renamed


@pytest.mark.parametrize("named", [by_link, by_its_own_name])
@pytest.mark.parametrize(
    "verb", [("export", "--word", ".docx"), ("export", "--pdf", ".pdf"), ("picture", "", ".png")], ids=" ".join
)
def test_a_concept_is_known_by_another_name_too(
    named: Callable[[Path, str], tuple[Path, Path]],
    verb: tuple[str, str, str],
    concept: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    name, option, ending = verb
    source, out = named(concept, ending)
    before = contents(concept.parent)
    assert "ist das Konzept selbst" in refused_here(capsys, name, source, *filter(None, [option]), out)
    assert contents(concept.parent) == before


def test_nothing_is_given_out_where_one_of_two_places_is_missing(
    concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(concept.parent)
    draft, pdf = concept.with_suffix(".docx"), concept.parent / "fehlt" / "Konzept.pdf"
    assert "gibt es nicht" in refused_here(capsys, "export", concept, "--word", draft, "--pdf", pdf)
    assert contents(concept.parent) == before


def test_a_concept_damaged_beside_its_text_is_told_and_let_go(
    concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed("INSERT INTO manifest VALUES ('schatten', 0, '')")(concept)
    before = contents(concept.parent)
    told = refused_here(capsys, "export", concept, "--pdf", concept.with_suffix(".pdf"))
    assert "ist beschädigt" in told
    assert contents(concept.parent) == before


def test_a_picture_that_cannot_be_drawn_leaves_everything_as_it_is(concept: Path) -> None:
    picture = concept.with_suffix(".png")
    picture.write_bytes(b"an older one")
    before = contents(concept.parent)
    assert "Nummer 99 gibt es nicht" in refused(run("picture", concept, picture, "--section", "99"))
    assert contents(concept.parent) == before


def test_a_picture_takes_the_place_of_the_old_one(concept: Path) -> None:
    picture = concept.with_suffix(".png")
    picture.write_bytes(b"an older one")
    assert run("picture", concept, picture, "--size", "900x600").returncode == DONE
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert set(contents(concept.parent)) == {concept.name, picture.name}


def no_folder(folder: Path) -> Path:
    return folder / "gibt es nicht"


def below_a_file(folder: Path) -> Path:
    (folder / "Datei").write_bytes(b"")
    return folder / "Datei"


def read_only_folder(folder: Path) -> Path:
    closed = folder / "geschlossen"
    closed.mkdir(mode=0o555)
    if os.access(closed, os.W_OK):
        # Nothing is closed to root but what the system makes up itself.
        closed = Path("/proc/self")
    if not closed.is_dir():
        pytest.skip("no folder here refuses to be written in")
    return closed


@pytest.mark.parametrize("place", [no_folder, below_a_file, read_only_folder])
def test_a_place_that_cannot_be_written_in_is_told(
    place: Callable[[Path], Path], concept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = place(concept.parent)
    before = contents(concept.parent)
    for arguments in (["new"], ["example"], ["example", "--pages", "1"]):
        refused_here(capsys, *arguments, target / "Neu.ikonzept")
    assert contents(concept.parent) == before
    for option, ending in (("--word", "docx"), ("--pdf", "pdf")):
        told = refused_here(capsys, "export", concept, option, target / f"Konzept.{ending}")
        assert "gibt es nicht" in told or "konnte nicht geschrieben werden" in told
    assert set(contents(concept.parent)) == set(before)


def test_a_target_that_is_a_folder_is_told(concept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (concept.parent / "Ausgabe.pdf").mkdir()
    told = refused_here(capsys, "export", concept, "--pdf", concept.parent / "Ausgabe.pdf")
    assert "unter diesem Namen steht ein Ordner" in told
    assert set(contents(concept.parent)) == {concept.name}


NO_SUCH_NAME, NAME_TOO_LONG = (
    ("„a b.ikonzept“ gibt es nicht", "der Name ist zu lang")
    if os.name == "posix"
    else ("der Name ist hier nicht möglich", "der Pfad ist zu lang für Windows")
)
WRONG_CALLS: dict[str, tuple[list[str], str]] = {
    "no file": (["info"], "ikonzept-desktop info --help"),
    "two files": (["text", "a.ikonzept", "b.ikonzept"], "--help"),
    "unknown option": (["info", "a.ikonzept", "--yaml"], "--help"),
    "unknown option before a verb": (["--verbose", "info"], "--help"),
    "two files to be opened": (["a.ikonzept", "b.ikonzept"], "höchstens eine Datei"),
    "unknown template": (["new", "a.ikonzept", "--template", "haushaltsplan"], "Vorhanden sind: integrationskonzept"),
    "template elsewhere": (["new", "a.ikonzept", "--template", "../example/konzept"], "gibt es nicht"),
    "no number": (["example", "a.ikonzept", "--pages", "viele"], "ikonzept-desktop example --help"),
    "no pages": (["example", "a.ikonzept", "--pages", "0"], "mindestens eine Seite"),
    "seed without pages": (["example", "a.ikonzept", "--seed", "3"], "--seed gehört zu --pages"),
    "nothing to give out": (["export", "a.ikonzept"], "Bitte nennen Sie --word"),
    "option without a file": (["export", "a.ikonzept", "--pdf"], "ikonzept-desktop export --help"),
    "too many pages": (["example", "a.ikonzept", "--pages", "9" * 20], "höchstens 10.000 Seiten"),
    "no size": (["picture", "a.ikonzept", "a.png", "--size", "groß"], "ikonzept-desktop picture --help"),
    "no width": (["picture", "a.ikonzept", "a.png", "--size", "0x600"], "ikonzept-desktop picture --help"),
    "too large": (["picture", "a.ikonzept", "a.png", "--size", "99999999999x1"], "ikonzept-desktop picture --help"),
    "name of two lines": (["info", "a\nb.ikonzept"], NO_SUCH_NAME),
    "name too long to look for": (["info", f"{'x' * 300}.ikonzept"], NAME_TOO_LONG),
    "name too long": (["new", f"{'x' * 300}.ikonzept"], NAME_TOO_LONG),
    "name too long for its journal": (["new", f"{'x' * 240}.ikonzept"], "der Name ist zu lang"),
    "name no text": (["info", "a\udcff.ikonzept"], "gibt es nicht"),
}


@pytest.mark.parametrize("name", WRONG_CALLS)
def test_a_wrong_call_is_told_in_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, told = WRONG_CALLS[name]
    monkeypatch.chdir(tmp_path)
    assert told in refused_here(capsys, *arguments)
    assert contents(tmp_path) == {}


def test_a_wrong_call_leaves_a_process_with_status_2() -> None:
    assert "Dieser Aufruf ist so nicht möglich" in refused(run("info"))


# The help


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_the_help_is_german(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([*filter(None, [verb]), "--help"])
    assert left.value.code == DONE
    told = capsys.readouterr().out
    assert told.startswith("Aufruf: ikonzept-desktop")
    assert not re.search(r"\b(usage|options?|positional|arguments?|show|this|message|and|exit|default)\b", told), told
    assert len(told.splitlines()) > 6


def test_the_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(re.search(rf"^ +{verb} +\w", told, re.MULTILINE) for verb in VERBS)
    assert "ikonzept-desktop [DATEI]" in told
