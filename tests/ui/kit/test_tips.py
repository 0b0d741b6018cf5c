"""Tool tips say what was written and open nothing."""

from PySide6.QtGui import QTextDocument

from ikonzept_desktop.ui.kit.tips import tip


def read(text: str) -> str:
    document = QTextDocument()
    document.setHtml(tip(text))
    return document.toPlainText()


def test_markup_is_shown_as_it_was_written() -> None:
    assert read('<img src="//host/share/x.png"> & mehr') == '<img src="//host/share/x.png"> & mehr'


def test_lines_stay_lines() -> None:
    assert read("3.2 Ziele\nEntwurf") == "3.2 Ziele\nEntwurf"


def test_nothing_has_no_tip() -> None:
    assert tip("") == ""
