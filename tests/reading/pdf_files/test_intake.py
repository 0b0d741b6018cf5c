"""Foreign PDFs on their way in: what acts is taken out, what is to be known is told, and what is unfit is refused."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from ikonzept_desktop.jobs import JobError, JobTimedOut, Worker
from ikonzept_desktop.reading.pdf_files import intake, opening
from ikonzept_desktop.reading.pdf_files.inks import on_screen
from ikonzept_desktop.reading.pdf_files.intake import take_in, taken
from ikonzept_desktop.reading.pdf_files.taken import PdfRefused, TakenPdf
from tests.reading.pdf_files import foreign


def looked_at(data: bytes) -> TakenPdf:
    return taken(lambda _share, _doing: None, data, "Anlage.pdf")


def far_too_wide(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 99_999, 9])


def refused(data: bytes) -> str:
    with pytest.raises(PdfRefused) as caught:
        looked_at(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (foreign.with_script, "Skripte und Aktionen wurden entfernt."),
        (foreign.with_script, "Eingebettete Dateien wurden entfernt."),
        (foreign.form, "Formularfelder stehen mit ihrem Inhalt auf der Seite"),
        (lambda: foreign.locked(user=""), "war gegen Änderungen geschützt"),
        (foreign.stamped, "Kommentare und Stempel stehen auf der Seite"),
        (foreign.with_film, "Ton, Film und angeheftete Dateien wurden entfernt."),
    ],
)
def test_what_is_left_out_is_told(make: Callable[[], bytes], said: str) -> None:
    assert said in " ".join(looked_at(make()).remarks)


def test_nothing_that_acts_is_left() -> None:
    for make in (foreign.with_script, foreign.form, foreign.with_film, foreign.with_links):
        with pikepdf.open(io.BytesIO(looked_at(make()).data)) as pdf:
            assert set(pdf.Root.keys()) <= {"/Type", "/Pages", "/OCProperties"}
            kinds = {str(each.A.S) for page in pdf.pages for each in page.get("/Annots", ())}
            assert kinds <= {"/URI"}
            assert not any("/AA" in page.obj for page in pdf.pages)


def test_what_a_field_says_stands_on_the_page() -> None:
    from pypdfium2 import PdfDocument

    from ikonzept_desktop.reading.pdf_files.words import paragraphs_of

    with PdfDocument(looked_at(foreign.form()).data) as file:
        words = [word.text for paragraph in paragraphs_of(file[0]) for line in paragraph for word in line]
    assert words[-2:] == ["Erika", "Muster"]


def test_pages_are_told_apart() -> None:
    assert looked_at(foreign.good(pages=3)).drawn == ()
    assert looked_at(foreign.unembedded()).drawn == (1,)
    assert looked_at(foreign.cmyk()).drawn == (1,)
    assert looked_at(foreign.scan(pages=2)).wordless == (1, 2)


def test_colours_of_a_press_are_shown_as_screens_have_them() -> None:
    assert looked_at(foreign.inked()).drawn == ()
    assert on_screen(0, 0, 0, 1) == (0, 0, 0)
    assert on_screen(0, 0, 0, 0.25) == (0.75, 0.75, 0.75)
    red, green, blue = on_screen(1, 0, 0, 0)
    assert red < 0.1 < 0.5 < green < blue


def test_a_glyph_of_another_width_than_is_said_makes_a_page_an_image() -> None:
    assert looked_at(foreign.with_wrong_width()).drawn == (1,)


@pytest.mark.parametrize("kind", ["Type1", "CFF"])
def test_fonts_with_named_glyphs_are_given_the_characters_of_their_names(kind: str) -> None:
    taken_in = looked_at(foreign.named_glyphs(kind))
    assert (taken_in.drawn, taken_in.wordless) == ((), ())
    assert looked_at(foreign.named_glyphs(kind, width=700)).drawn == (1,)
    assert looked_at(foreign.named_glyphs(kind, shown=b"AZ")).drawn == (1,)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04", "ist keine PDF-Datei"),
        (b"", "ist keine PDF-Datei"),
        (b"%PDF-1.7\n" + b"x" * 4000, "ist beschädigt"),
        (foreign.good()[:700], "ist beschädigt"),
        (foreign.locked(), "mit einem Kennwort geschützt"),
        (foreign.changed(foreign.good(), lambda pdf: pdf.pages.__delitem__(0)), "hat keine Seiten"),
        (foreign.changed(foreign.good(), lambda pdf: pdf.Root.__setattr__("NeedsRendering", True)), "XFA"),
        (
            foreign.changed(foreign.good(), lambda pdf: pdf.pages[0].obj.__setattr__("MediaBox", [0, 0, 99999, 9])),
            "ist b",
        ),
    ],
)
def test_what_is_unfit_is_refused_with_a_sentence(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_too_many_pages_and_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 2)
    assert "ist zu groß" in refused(foreign.good(pages=3))
    monkeypatch.setattr(opening, "MOST_BYTES", 1000)
    assert "ist zu groß" in refused(foreign.good())


def test_a_file_that_is_gone_or_none_is_refused(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "fehlt.pdf", "lässt sich nicht lesen"), (tmp_path, "keine PDF-Datei")):
        with pytest.raises(PdfRefused, match=said):
            take_in(lambda _share, _doing: None, path, path.name)


def test_a_pdf_is_taken_in_by_a_child_process_that_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "lang.pdf"
    path.write_bytes(foreign.good(pages=40))
    with Worker(memory_mb=3072) as worker:
        assert worker.start(intake.take_in, path, path.name).result().pages == 40
        with pytest.raises(JobTimedOut):
            worker.start_within(0.01, intake.take_in, path, path.name).result()
        path.write_bytes(b"%PDF-1.7 nichts")
        with pytest.raises(JobError) as caught:
            worker.start(intake.take_in, path, path.name).result()
    assert isinstance(caught.value.__cause__, PdfRefused)
