"""What is marked in a text is told apart by its line, not by its colour alone."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.ui.editor import looks
from ikonzept_desktop.ui.editor.looks import Colours, Look, text_format
from ikonzept_desktop.ui.editor.marked_text import mark_format


def test_misspelt_commented_linked_and_plain_words_differ_in_their_lines(qapp: QApplication) -> None:
    look = Look(looks.FORM, Colours.present())
    runs = (Text("Kreis"), Text("Kreis", link="https://kreis.example"), Text("Kreis", comments=("k1",)))
    formats = [mark_format(), *(text_format(look, run, quote=False) for run in runs)]
    assert len({_line(format) for format in formats}) == len(formats)


def _line(format: QTextCharFormat) -> QTextCharFormat.UnderlineStyle:
    return format.underlineStyle()
