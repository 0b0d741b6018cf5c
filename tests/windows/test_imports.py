"""What our own code imports comes along, wherever it does so; what is of other systems is no matter."""

from pathlib import Path

import pytest

from windows.fetching import ROOT
from windows.imports import check_imports, imported, modules_in
from windows.payload import PayloadError

SOURCES = (
    *("lxml/__init__.py", "lxml/etree.cp312-win_amd64.pyd", "lxml/html/__init__.py"),
    *("Lib/json/decoder.py", "DLLs/_ssl.pyd"),
)
LATER = "def later():\n    from lxml.html import parse"


def package(folder: Path, source: str) -> Path:
    (folder / "deep").mkdir()
    (folder / "deep" / "it.py").write_text(source, encoding="utf-8")
    return folder


def test_a_file_is_known_by_the_name_it_is_imported_by() -> None:
    assert modules_in([*SOURCES, "lxml/notes.txt", "it.pyd"]) == {
        *("lxml", "lxml.etree", "lxml.html", "json.decoder", "_ssl", "it"),
    }


@pytest.mark.parametrize(
    "line", ["import lxml.html", "from lxml import html", "def later():\n    from lxml.html import parse"]
)
def test_a_module_that_is_imported_and_left_out_stops_the_build(tmp_path: Path, line: str) -> None:
    with pytest.raises(PayloadError, match=r"lxml\.html \(deep/it\.py\)"):
        check_imports(package(tmp_path, line), SOURCES, SOURCES[:2])


def test_what_comes_along_may_be_imported_and_what_is_of_no_source_too(tmp_path: Path) -> None:
    check_imports(package(tmp_path, "from lxml import etree\nimport fcntl\nfrom . import it\n"), SOURCES, SOURCES[:2])


def test_our_own_imports_are_found() -> None:
    found = imported(ROOT / "ikonzept_desktop")
    assert {"lxml.etree", "PySide6.QtSvg", "hunspell", "pypdfium2", "docx.package"} <= found.keys()
