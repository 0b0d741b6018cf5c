"""An attached PDF in the text: the sheet of its first page, and what has to be known of it."""

from dataclasses import replace

from PySide6.QtCore import QSizeF

from ikonzept_desktop.model.blocks import Attachment, ForeignPdf
from ikonzept_desktop.ui.editor.attachment_face import said_of, sheet_size

PDF = Attachment("satzung", ForeignPdf("a" * 64, "b" * 64, 12, "Satzung.pdf"))


def test_it_says_how_many_pages_are_printed_and_how() -> None:
    assert said_of(PDF) == [("PDF-Datei, 12 Seiten", "muted")]
    some = replace(PDF, pages="1-3, 5", whole_page=True)
    assert said_of(some) == [("PDF-Datei, Seiten 1–3, 5 von 12, als ganze Seiten", "muted")]


def test_pages_it_does_not_have_are_told_in_red() -> None:
    assert said_of(replace(PDF, pages="20")) == [("„20“ nennt keine Seiten dieser PDF-Datei; sie hat 12.", "red")]


def test_pages_without_words_are_told_until_they_are_described() -> None:
    scans = replace(PDF, file=replace(PDF.file, wordless=(2, 3)))
    assert said_of(scans)[1] == ("2 Seiten haben keinen lesbaren Text; beschreiben Sie sie.", "amber")
    one = replace(scans, descriptions=((2, "Ein Brief"),))
    assert said_of(one)[1] == ("Seite 3 hat keinen lesbaren Text; beschreiben Sie sie.", "amber")
    assert len(said_of(replace(one, pages="1-2"))) == 1


def test_the_sheet_has_the_shape_of_its_page() -> None:
    high, wide = sheet_size(QSizeF(500, 700), 20), sheet_size(QSizeF(700, 500), 20)
    assert (high.width(), high.height()) == (wide.height(), wide.width()) == (80, 112)
    assert sheet_size(QSizeF(), 20).height() > sheet_size(QSizeF(), 20).width()
