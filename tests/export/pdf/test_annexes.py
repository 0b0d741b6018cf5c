"""Attached PDFs page by page: what conforms as it is, the rest as images, and the words of both once, in order."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pdf_oxide
import pikepdf
import pypdfium2
import pytest

from ikonzept_desktop.export.pdf import press_writer
from ikonzept_desktop.export.pdf.conformity.claims import certify
from ikonzept_desktop.export.pdf.conformity.sentences import sentences
from ikonzept_desktop.export.pdf.looking import Pages, lay_out_whole
from ikonzept_desktop.export.pdf.warmth import Warmth
from ikonzept_desktop.export.pdf.writer import PdfReport
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.publication.tree import AttachmentElement, TextRun
from ikonzept_desktop.reading.pdf_files.intake import taken
from tests.export.pdf import judges
from tests.export.pdf.builders import COVER, DATE, concept, fresh, p, runs, section, written
from tests.export.pdf.test_press import PAINTS_RGB
from tests.export.pdf.test_press import profile as press_profile
from tests.reading.pdf_files import foreign


def attached(
    data: bytes, title: str = "Satzung", pages: tuple[int, ...] = (1,), **more: Any
) -> tuple[AttachmentElement, dict[str, bytes]]:
    """Give a PDF as it is attached after it was taken in, and its bytes by digest."""
    kept = taken(lambda _share, _doing: None, data, title).data
    digest = hashlib.sha256(kept).hexdigest()
    made = AttachmentElement(fresh(), runs(title), "1 Seite", digest, pages, **more)
    return made, {digest: kept}


def printed(folder: Path, data: bytes, pages: tuple[int, ...] = (1,), **more: Any) -> tuple[Path, PdfReport]:
    """Give a concept with one attached PDF, written."""
    element, images = attached(data, pages=pages, **more)
    return written(folder, concept(section("Anlagen", p("Davor."), element, p("Danach."))), images)


def drawings(out: Path) -> list[str]:
    """Give what the pages draw: `/Form` for foreign pages as they are, `/Image` for those that were drawn."""
    with pikepdf.open(out) as pdf:
        found = pdf.pages[0].obj.Resources.XObject
        return [str(each.Subtype) for _, each in sorted(found.items())]


KINDS = (
    *("good", "unembedded", "cmyk", "wide", "scan", "turned", "with_script", "with_links", "form", "layered"),
    *("inked", "with_wrong_width", "named_type_1", "named_cff", "stamped"),
)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_whatever_is_attached_the_file_conforms(tmp_path: Path, profile: str) -> None:
    pairs = [attached(getattr(foreign, kind)(), kind, whole_page=kind == "wide") for kind in KINDS]
    images = {digest: data for _, kept in pairs for digest, data in kept.items()}
    out, _ = written(tmp_path, concept(section("Anlagen", *(element for element, _ in pairs))), images)
    report = page.validate_pdf(str(out), profile=profile)
    assert report.is_compliant, str(report)
    assert not judges.complaints_of_qpdf(out)


@pytest.mark.parametrize(
    ("kind", "drawing"), [("good", "/Form"), ("inked", "/Form"), ("unembedded", "/Image"), ("cmyk", "/Image")]
)
def test_a_page_that_conforms_stays_as_it_is_and_any_other_becomes_an_image(
    tmp_path: Path, kind: str, drawing: str
) -> None:
    out, _ = printed(tmp_path, getattr(foreign, kind)())
    assert drawings(out) == [drawing]


@pytest.mark.parametrize("kind", ["good", "unembedded", "cmyk", "turned", "wide", "form"])
def test_its_words_are_there_once_and_in_order(tmp_path: Path, kind: str) -> None:
    out, _ = printed(tmp_path, getattr(foreign, kind)())
    said = " ".join(judges.words(out))
    assert said.count(foreign.WORDS) == 1
    assert said.index("Davor.") < said.index(foreign.WORDS) < said.index("Danach.")
    if kind != "unembedded":
        assert said.index(foreign.WORDS) < said.index(foreign.SECOND)


def test_its_words_are_paragraphs_of_the_structure_and_no_figure(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, foreign.unembedded())
    tree = judges.structure(out)
    assert not tree.named("Figure")
    assert len(tree.named("P")) >= 4


def test_a_page_without_words_is_a_figure_with_its_description(tmp_path: Path) -> None:
    out, report = printed(tmp_path, foreign.scan(), descriptions=((1, "Brief des Landrats vom 3. Mai"),))
    assert [tag.alternative for tag in judges.structure(out).named("Figure")] == ["Brief des Landrats vom 3. Mai"]
    assert report.annex_findings == ()


def test_a_page_without_words_that_nobody_described_is_a_finding(tmp_path: Path) -> None:
    _, report = printed(tmp_path, foreign.scan())
    assert [sentence.split(" der ")[0] for sentence in report.annex_findings] == ["Seite 1"]


def test_pages_come_in_the_order_chosen(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, foreign.good(pages=5), pages=(4, 2))
    said = " ".join(judges.words(out))
    assert "Seite 3" not in said
    assert said.index("2015, Seite 4") < said.index("2015, Seite 2")


def test_a_wide_page_is_shown_upright_and_fills_the_paper(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, foreign.wide(), whole_page=True)
    with pikepdf.open(out) as pdf:
        turns = [int(each.obj.get("/Rotate", 0)) for each in pdf.pages]
    assert sorted(turns)[-2:] == [0, 90]
    assert "Integrationskonzept" not in judges.words(out, turns.index(90) + 1)


def test_links_into_the_web_stay_and_nothing_else_does(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, foreign.with_links())
    with pikepdf.open(out) as pdf:
        addresses = [str(each.A.URI) for place in pdf.pages for each in place.obj.get("/Annots", ()) if "/A" in each]
    assert addresses == ["https://kreis.example/satzung"]


def test_nothing_that_acts_gets_into_the_file(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, foreign.with_script())
    with pikepdf.open(out) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert not pdf.attachments
        assert b"JavaScript" not in b"".join(each.unparse() for each in pdf.objects)


def test_a_file_that_is_missing_or_damaged_is_a_finding_and_the_rest_is_written(tmp_path: Path) -> None:
    element, images = attached(foreign.good())
    broken = dict.fromkeys(images, b"%PDF-1.7 nothing")
    out, report = written(tmp_path, concept(section("Anlagen", element, p("Danach."))), broken)
    assert len(report.annex_findings) == 1
    assert "Danach." in judges.words(out)


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    element, images = attached(foreign.good(pages=3), pages=(1, 2, 3))
    publication = concept(section("Anlagen", element))
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, _ = written(tmp_path / "a", publication, images)
    second, _ = written(tmp_path / "b", publication, images)
    assert first.read_bytes() == second.read_bytes()


def test_its_first_page_is_a_bookmark(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, foreign.good())
    with pikepdf.open(out) as pdf, pdf.open_outline() as outline:
        assert [kid.title for kid in outline.root[-1].children] == ["Satzung"]


def test_it_begins_in_black_whatever_stands_before_it(tmp_path: Path) -> None:
    blue = replace(p("Davor."), runs=(TextRun("Davor.", link="https://kreis.example"),))
    element, images = attached(foreign.made(lambda canvas, _: foreign.write(canvas, "Schwarz", y=400, size=60)))
    out, _ = written(tmp_path, concept(section("Anlagen", replace(element, title=blue.runs))), images)
    with pypdfium2.PdfDocument(out) as file:
        drawn = file[len(file) - 1].render(scale=1).to_pil().convert("L")
    middle = drawn.crop((0, drawn.height // 4, drawn.width, drawn.height * 3 // 4))
    assert middle.getextrema() == (0, 255)


@pytest.mark.parametrize("kind", ["good", "cmyk", "scan", "named_cff"])
def test_a_file_with_pages_of_others_passes_our_own_check(tmp_path: Path, kind: str) -> None:
    out, _ = printed(tmp_path, getattr(foreign, kind)(), descriptions=((1, "Brief"),))
    assert not sentences(certify(out))


def test_a_file_without_a_publisher_passes_our_own_check(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Kapitel", p("Text.")), cover=replace(COVER, publisher="")))
    assert not sentences(certify(out))


@pytest.mark.parametrize(
    ("kind", "drawing"),
    [
        ("good", "/Form"),
        ("inked", "/Form"),
        ("named_cff", "/Form"),
        ("cmyk", "/Image"),
        ("unembedded", "/Image"),
        ("colourful", "/Image"),
    ],
)
@pytest.mark.parametrize("key", ["coated", "gray"])
def test_for_the_press_letters_and_lines_stay_as_they_are_and_all_else_becomes_an_image(
    tmp_path: Path, kind: str, drawing: str, key: str
) -> None:
    element, images = attached(getattr(foreign, kind)())
    out = tmp_path / "druck.pdf"
    report = press_writer.write_print_pdf(
        concept(section("Anlagen", p("Davor."), element)), images, out, Press(press_profile(key)), date=DATE
    )
    assert report.flaws == ()
    assert drawings(out) == [drawing]
    judged = pdf_oxide.PdfDocument(str(out)).validate_pdf_x("4")
    assert judged["valid"], judged
    with pikepdf.open(out) as pdf:
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/BBox" in each]
    assert not any(PAINTS_RGB.search(stream) for stream in streams)


def test_pages_to_be_looked_at_are_images_that_are_kept(tmp_path: Path) -> None:
    element, images = attached(foreign.good())
    publication, warmth = concept(section("Anlagen", element)), Warmth()
    files = []
    for count in range(2):
        with (tmp_path / f"{count}.pdf").open("wb") as file:
            list(lay_out_whole(publication, images, file, Pages(), warmth))
        files.append((tmp_path / f"{count}.pdf").read_bytes())
    assert files[0] == files[1]
    assert drawings(tmp_path / "1.pdf") == ["/Image"]
