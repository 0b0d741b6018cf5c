"""What comes along is decided file by file: nothing unknown comes, and nothing that is needed stays behind unseen."""

import zipfile
from pathlib import Path

import pytest

from windows.payload import Line, PayloadError, check_sources, chosen, lay_down_tree, lay_down_wheel, read_lines


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
