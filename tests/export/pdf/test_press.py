"""PDFs for the print shop: inks, boundaries, pages that fold, judged by pdf_oxide, our own check and by reading."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pdf_oxide
import pikepdf
import pytest
from PIL import Image

from ikonzept_desktop.export.pdf.press_check import flaws_of, take_back_claim
from ikonzept_desktop.export.pdf.press_findings import press_findings
from ikonzept_desktop.export.pdf.press_profiles import bundled_profiles
from ikonzept_desktop.export.pdf.press_writer import PressReport, write_print_pdf
from ikonzept_desktop.export.press import Part, Press, PressProfile
from ikonzept_desktop.model.document import Logo
from ikonzept_desktop.publication.tree import Publication
from tests.export.pdf.builders import DATE, WORDS, concept, figure, jpeg, p, png, section
from tests.export.pdf.judges import complaints_of_qpdf, fonts, words
from tests.export.pdf.test_writer import EVERYTHING, IMAGES

WHOLE = concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",))
MM = 72 / 25.4
PAINTS_RGB = re.compile(rb"[\d.] (rg|RG)\b")


def profile(key: str = "coated") -> PressProfile:
    return next(found for found in bundled_profiles() if found.key == key)


def printed(
    folder: Path,
    publication: Publication = WHOLE,
    key: str = "coated",
    *,
    marks: bool = False,
    part: Part = Part.WHOLE,
    images: dict[str, bytes] | None = None,
) -> tuple[Path, PressReport]:
    out = folder / f"{key}-{part.value}.pdf"
    press = Press(profile(key), marks, part)
    return out, write_print_pdf(publication, IMAGES if images is None else images, out, press, date=DATE)


def pages_of(count: int) -> Publication:
    """Give a concept whose file has so many pages: cover, contents and chapters."""
    return concept(*(section(f"Kapitel {number}", p(WORDS), number=str(number)) for number in range(1, count - 1)))


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return printed(tmp_path)[0]


@pytest.mark.parametrize("key", ["coated", "uncoated", "gray"])
@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("marks", [False, True])
def test_a_print_file_is_x4_for_two_judges(tmp_path: Path, key: str, part: Part, marks: bool) -> None:
    out, report = printed(tmp_path, key=key, part=part, marks=marks)
    assert report.flaws == ()
    judged = pdf_oxide.PdfDocument(str(out)).validate_pdf_x("4")
    assert judged["valid"], judged
    assert complaints_of_qpdf(out) == ""
    assert all(embedded for _, embedded, _ in fonts(out))


def test_text_is_black_alone_and_overprints(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        data = b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
    assert not PAINTS_RGB.search(data)
    assert b"/Over gs 0 0 0 1 k" in data
    assert b"/Over gs 0 0 0 0 k" not in data


def test_a_grey_file_knows_black_alone(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, key="gray")
    with pikepdf.open(out) as pdf:
        data = b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
        spaces = {str(image.ColorSpace) for image in pdf.pages[0].Resources.XObject.values()}
    assert not re.search(rb"[\d.] [kK]\b", data)
    assert spaces == {"/DeviceGray"}


def test_no_colour_has_more_ink_than_the_paper_takes(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        data = b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
    inks = [sum(map(float, found.split())) for found in re.findall(rb"((?:[\d.]+ ){4})k\b", data)]
    assert max(inks) <= profile().most_ink / 100 + 0.01


@pytest.mark.parametrize(("marks", "margin"), [(False, 3.0), (True, 8.5)])
def test_pages_have_their_boundaries(tmp_path: Path, marks: bool, margin: float) -> None:
    out, _ = printed(tmp_path, marks=marks)
    with pikepdf.open(out) as pdf:
        for page in pdf.pages:
            media, bleed, trim = ([float(edge) for edge in page[f"/{box}Box"]] for box in ("Media", "Bleed", "Trim"))
            assert media[2] == pytest.approx((210 + 2 * margin) * MM, abs=0.01)
            assert trim[0] - bleed[0] == pytest.approx(3 * MM, abs=0.01)
            assert trim[3] - trim[1] == pytest.approx(297 * MM, abs=0.01)


def test_what_runs_off_the_page_reaches_into_the_bleed(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        for page in (pdf.pages[0], pdf.pages[5]):
            boxes = re.findall(rb"([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re", page.Contents.read_bytes())
            widths = [(float(left), float(width)) for left, _, width, _ in boxes]
            assert any(left == pytest.approx(-3 * MM, abs=0.01) for left, _ in widths)
            assert not any(left == 0 for left, _ in widths)
            assert any(left + width == pytest.approx(213 * MM, abs=0.02) for left, width in widths)


def test_marks_stand_outside_the_bleed_and_only_where_they_are_wanted(tmp_path: Path) -> None:
    for marks, count in ((False, 0), (True, 8)):
        out, _ = printed(tmp_path, marks=marks)
        with pikepdf.open(out) as pdf:
            data = pdf.pages[1].Contents.read_bytes().split(b"/Registration CS")[1:]
        strokes = re.findall(rb"([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l S", data[0]) if data else []
        assert len(strokes) == count
        for stroke in strokes:
            x, y, *_ = map(float, stroke)
            assert x < -3 * MM or y < -3 * MM or x > 213 * MM or y > 300 * MM


@pytest.mark.parametrize(("pages", "blank"), [(4, 0), (5, 3), (6, 2), (7, 1), (8, 0)])
def test_the_number_of_pages_can_be_folded_and_blank_ones_stand_at_the_end(
    tmp_path: Path, pages: int, blank: int
) -> None:
    out, report = printed(tmp_path, pages_of(pages))
    assert (report.pages, report.blank) == (pages + blank, blank)
    empty = [not words(out, page) for page in range(1, report.pages + 1)]
    assert empty == [False] * pages + [True] * blank


def test_a_cover_of_its_own_has_four_pages_and_leaves_the_inside(tmp_path: Path) -> None:
    cover, of_cover = printed(tmp_path, part=Part.COVER)
    inside, of_inside = printed(tmp_path, part=Part.INSIDE)
    assert (of_cover.pages, of_cover.blank, of_inside.pages % 4) == (4, 3, 0)
    assert "Landrat" in words(cover, 1)
    assert words(inside, 1)[0] == "Impressum"
    assert words(inside, 2)[-1] == "4" or "4" in words(inside, 2)
    with pikepdf.open(inside) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 1, "the image of the cover is not inside"


@pytest.mark.parametrize("part", [Part.WHOLE, Part.COVER])
def test_logos_on_the_back_stand_on_the_last_page_of_the_sheet(tmp_path: Path, part: Part) -> None:
    logo = Logo("l" * 64, "Land", "back")
    out, report = printed(tmp_path, replace(pages_of(2), logos=(logo,)), images={logo.image: png()}, part=part)
    assert report.pages == 4
    with pikepdf.open(out) as pdf:
        drawn = [b" Do" in page.Contents.read_bytes() for page in pdf.pages]
    assert drawn == [False, False, False, True]


def test_left_and_right_pages_mirror_their_margins(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, pages_of(6))
    with pikepdf.open(out) as pdf:
        lefts = [
            min(float(x) for x in re.findall(rb"1 0 0 1 ([\d.]+) [\d.]+ Tm", page.Contents.read_bytes()))
            for page in pdf.pages[2:5]
        ]
    assert lefts[0] == lefts[2] == pytest.approx(25 * MM, abs=0.1)
    assert lefts[1] == pytest.approx(20 * MM, abs=0.1)


def test_the_same_concept_gives_the_same_bytes(tmp_path: Path) -> None:
    one = printed(tmp_path)[0].read_bytes()
    assert printed(tmp_path)[0].read_bytes() == one


def test_an_image_too_coarse_for_print_is_told_with_its_place(tmp_path: Path) -> None:
    _, report = printed(tmp_path)
    told = press_findings(WHOLE, profile(), report)
    assert [sentence.split(" hat im Druck ")[1] for sentence in told] == [
        "36 statt 300 dpi und kann unscharf werden.",
        "49 statt 300 dpi und kann unscharf werden.",
    ]
    assert told[1].startswith("Abbildung 1 „")
    assert "(1.1 Lage)" in told[1]


def test_an_image_that_is_fine_enough_is_no_finding_and_one_far_finer_is_made_smaller(tmp_path: Path) -> None:
    wide = replace(figure("fine"), width_mm=50.0)
    for pixels, written in ((600, 600), (2400, 591)):
        out, report = printed(tmp_path, concept(section("Lage", wide)), images={"fine": jpeg(pixels, pixels // 2)})
        assert report.coarse == ()
        with pikepdf.open(out) as pdf:
            [image] = pdf.pages[0].Resources.XObject.values()
            assert image.Width == written


def test_a_photograph_keeps_its_colours_in_cmyk(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("RGB", (400, 300), (200, 30, 30)).save(data, "JPEG")
    out, _ = printed(tmp_path, concept(section("Lage", figure("red"))), images={"red": data.getvalue()})
    with pikepdf.open(out) as pdf:
        [image] = pdf.pages[0].Resources.XObject.values()
        assert (str(image.ColorSpace), str(image.Filter)) == ("/DeviceCMYK", "/DCTDecode")
        assert [int(value) for value in image.Decode] == [1, 0] * 4
        with Image.open(io.BytesIO(image.read_raw_bytes())) as shown:
            cyan, magenta, yellow, black = shown.getpixel((50, 50))  # type: ignore[misc]  # four bands
    assert magenta > 200 < yellow
    assert cyan < 80 > black


def test_a_file_with_flaws_no_longer_calls_itself_x4(file: Path) -> None:
    take_back_claim(file)
    assert b"PDF/X-4" not in file.read_bytes()
    assert "Die Metadaten nennen nicht PDF/X-4." in [flaw.sentence for flaw in flaws_of(file)]
