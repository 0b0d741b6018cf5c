"""What comes along is decided file by file: nothing unknown comes, and nothing that is needed stays behind unseen."""

import zipfile
from pathlib import Path

import pyphen
import pytest

from windows.payload import (
    LINES,
    Line,
    PayloadError,
    check_owned,
    check_sources,
    chosen,
    lay_down_tree,
    lay_down_wheel,
    read_lines,
)


def lines(text: str) -> list[Line]:
    return read_lines(f"[it]\n{text}")["it"]


def refusal(files: list[str], text: str) -> str:
    with pytest.raises(PayloadError) as caught:
        chosen("it", files, lines(text))
    return str(caught.value)


def test_the_first_line_that_fits_decides() -> None:
    files = ["a/one.py", "a/test_one.py", "a/deep/two.py"]
    assert chosen("it", files, lines("- a/test_*\n+ a/*.py\n- a/**")) == ["a/one.py"]


def test_one_star_stays_within_a_folder_and_two_do_not() -> None:
    assert Line("a/*.py", comes=True).fits("a/b.py")
    assert not Line("a/*.py", comes=True).fits("a/b/c.py")
    assert Line("a/**.py", comes=True).fits("a/b/c.py")
    assert not Line("a.py", comes=True).fits("abpy")


def test_an_unknown_file_stops_the_build_by_its_name() -> None:
    assert "a/new.dll" in refusal(["a/b.py", "a/new.dll"], "+ a/*.py")


def test_a_line_that_fits_nothing_stops_the_build_by_its_pattern() -> None:
    assert "a/needed.dll" in refusal(["a/b.py"], "+ a/needed.dll\n+ a/*.py")


def test_a_line_that_never_decides_is_one_too_many() -> None:
    assert "a/b.py" in refusal(["a/b.py"], "+ a/*.py\n- a/b.py")


def test_a_line_that_says_nothing_is_told() -> None:
    with pytest.raises(PayloadError, match="a/b"):
        read_lines("[it]\na/b.py")
    with pytest.raises(PayloadError, match=r"\+ a"):
        read_lines("+ a")


def test_every_source_has_its_section_and_no_section_is_left_over() -> None:
    check_sources({"a": [], "b": []}, ["b", "a"])
    with pytest.raises(PayloadError, match="no section for b"):
        check_sources({"a": []}, ["a", "b"])
    with pytest.raises(PayloadError, match="section for b, which is not shipped"):
        check_sources({"a": [], "b": []}, ["a"])


def test_a_wheels_metadata_stays_behind(tmp_path: Path) -> None:
    wheel = tmp_path / "it-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("it/__init__.py", "it/data.bin", "it-1.dist-info/METADATA"):
            archive.writestr(name, name)
    assert lay_down_wheel("it", wheel, tmp_path / "site", lines("+ it/*.py\n- it/*.bin")) == ["it/__init__.py"]
    assert [file.name for file in (tmp_path / "site").rglob("*") if file.is_file()] == ["__init__.py"]


def test_a_tree_comes_with_its_folders(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    (tree / "Lib" / "json").mkdir(parents=True)
    (tree / "Lib" / "json" / "decoder.py").write_bytes(b"it")
    assert lay_down_tree("it", tree, tmp_path / "to", lines("+ Lib/**.py")) == ["Lib/json/decoder.py"]
    assert (tmp_path / "to" / "Lib" / "json" / "decoder.py").read_bytes() == b"it"


def test_what_nobody_brought_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("it.pyd", "deep/it.pyc"):
        (tmp_path / name).touch()
    check_owned(tmp_path, ["it.pyd", "deep/it.py", "gone.py"])
    (tmp_path / "deep" / "it.cpython-312.pyc").touch()
    with pytest.raises(PayloadError, match=r"Nobody knows of deep/it\.cpython-312\.pyc"):
        check_owned(tmp_path, ["it.pyd", "deep/it.py"])


@pytest.mark.parametrize("country", ["AT", "CH"])
def test_german_elsewhere_is_hyphenated_by_the_patterns_that_come_along(country: str) -> None:
    left_out = next(line for line in read_lines(LINES.read_text("utf-8"))["pyphen"] if f"de_{country}" in line.pattern)
    assert not left_out.comes
    assert patterns(f"de_{country}") == patterns("de_DE")


def patterns(language: str) -> list[str]:
    """Give what a file of pyphen says beside its comments."""
    said = Path(pyphen.LANGUAGES[language]).read_text("latin-1").splitlines()
    return [line for line in said if not line.startswith(("#", "%"))]
