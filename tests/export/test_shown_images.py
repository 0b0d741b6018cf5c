"""What a figure cuts away is in no file that leaves the house, and a width in mm is one on paper."""

import io
import random
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image, ImageCms

from ikonzept_desktop.export.pdf.warmth import Warmth
from ikonzept_desktop.export.pdf.writer import write_pdf
from ikonzept_desktop.export.shown_images import cropped, shown_images
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.cropping import Crop
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import Publication
from tests.builders import chapter, doc, fresh_id, line

NOW = datetime(2015, 4, 2, 9, 30, tzinfo=UTC)
RED, BLUE = (250, 0, 0), (0, 0, 250)
Bytes = Callable[[Image.Image], bytes]


def halves(width: int = 400, height: int = 200) -> Image.Image:
    """Give an image whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def as_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def as_jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


def concept(data: bytes, **more: object) -> tuple[Publication, dict[str, bytes]]:
    digest = sha256(data).hexdigest()
    shown = Figure(fresh_id(), digest, line("Karte"), (), "Zwei Hälften", **more)  # type: ignore[arg-type]  # its fields
    return build(doc(chapter("Ziele", shown))), {digest: data}


def colours(data: bytes | Image.Image) -> set[str]:
    """Tell which of the two colours are in an image."""
    image = data if isinstance(data, Image.Image) else Image.open(io.BytesIO(data))
    small = image.convert("RGB").resize((64, 32), Image.Resampling.NEAREST)
    pixels = small.tobytes()
    return {"red" if red > blue else "blue" for red, blue in zip(pixels[::3], pixels[2::3], strict=True)}


def in_word(tmp_path: Path, *made: object) -> Iterator[bytes]:
    publication, images = made
    assert isinstance(publication, Publication)
    assert isinstance(images, dict)
    out = tmp_path / "entwurf.docx"
    write_draft(publication, images, out, DraftOptions(NOW))
    with ZipFile(out) as package:
        for name in package.namelist():
            if name.startswith("word/media/"):
                yield package.read(name)


def in_pdf(tmp_path: Path, *made: object) -> Iterator[Image.Image]:
    publication, images = made
    assert isinstance(publication, Publication)
    assert isinstance(images, dict)
    out = tmp_path / "konzept.pdf"
    write_pdf(publication, images, out, date=NOW)
    with pikepdf.open(out) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                yield pikepdf.PdfImage(thing).as_pil_image()


@pytest.mark.parametrize("write", [as_png, as_jpeg])
def test_what_is_cut_away_is_in_no_word_file(tmp_path: Path, write: Bytes) -> None:
    media = list(in_word(tmp_path, *concept(write(halves()), crop=Crop(right=0.55))))
    assert [colours(data) for data in media] == [{"red"}]
    assert [Image.open(io.BytesIO(data)).size for data in media] == [(180, 200)]


@pytest.mark.parametrize("write", [as_png, as_jpeg])
def test_what_is_cut_away_is_in_no_pdf(tmp_path: Path, write: Bytes) -> None:
    shown = list(in_pdf(tmp_path, *concept(write(halves()), crop=Crop(left=0.55))))
    assert [colours(image) for image in shown] == [{"blue"}]
    assert [image.size for image in shown] == [(180, 200)]


def test_the_same_image_cut_twice_in_different_ways_is_shown_twice() -> None:
    data = as_png(halves())
    digest = sha256(data).hexdigest()
    cuts = (Crop(right=0.5), Crop(left=0.5), Crop(left=0.5), Crop())
    figures = (Figure(fresh_id(), digest, crop=cut) for cut in cuts)
    shown = shown_images(build(doc(chapter("Ziele", *figures))), {digest: data})
    assert [colours(image) for image in shown.values()] == [{"red"}, {"blue"}, {"red", "blue"}]
    assert list(shown.values())[2] is data


def test_an_image_is_cut_once_by_who_keeps_what_was_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[Crop] = []

    def noting(data: bytes, crop: Crop) -> bytes:
        cut.append(crop)
        return cropped(data, crop)

    monkeypatch.setattr("ikonzept_desktop.export.shown_images.cropped", noting)
    publication, images = concept(as_png(halves()), crop=Crop(right=0.5))
    warmth = Warmth()
    first, again = (shown_images(publication, images, warmth.cut) for _ in range(2))
    assert first == again == shown_images(publication, images)
    assert cut == [Crop(right=0.5)] * 2


def test_an_image_that_cannot_be_cut_is_never_given_out_whole() -> None:
    publication, images = concept(b"\x89PNG\r\n\x1a\n" + b"x" * 100, crop=Crop(left=0.5))
    assert shown_images(publication, images) == {}


def test_a_photo_keeps_its_profile_and_its_own_fineness_but_no_place() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x010E] = "Wohnung von Frau Muster"
    exif.get_ifd(0x8825)[1] = "N"
    noise = random.Random(1)
    photo = Image.frombytes("RGB", (64, 64), noise.randbytes(64 * 64 * 3))
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=82, icc_profile=profile, exif=exif, comment=b"Muster")
    cut = cropped(out.getvalue(), Crop(left=0.25))
    with Image.open(io.BytesIO(out.getvalue())) as before, Image.open(io.BytesIO(cut)) as after:
        assert after.info["icc_profile"] == profile
        assert before.quantization == after.quantization  # type: ignore[attr-defined]  # a JPEG's
        assert not after.getexif()
    assert b"Muster" not in cut


def test_a_turned_photo_is_cut_as_it_is_seen() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # its left edge is seen at the top
    out = io.BytesIO()
    halves().save(out, "JPEG", exif=turned)
    assert colours(cropped(out.getvalue(), Crop(bottom=0.55))) == {"red"}


def test_a_palette_keeps_its_transparent_colour() -> None:
    image = halves().convert("P")
    out = io.BytesIO()
    image.save(out, "PNG", transparency=0)
    with Image.open(io.BytesIO(cropped(out.getvalue(), Crop(top=0.5)))) as cut:
        assert (cut.mode, cut.info["transparency"], cut.size) == ("P", 0, (400, 100))


def test_a_width_in_mm_is_one_in_word(tmp_path: Path) -> None:
    publication, images = concept(as_png(halves()), width_mm=80.0)
    out = tmp_path / "entwurf.docx"
    write_draft(publication, images, out, DraftOptions(NOW))
    with ZipFile(out) as package:
        extent = re.search(rb'wp:extent cx="(\d+)" cy="(\d+)"', package.read("word/document.xml"))
    assert extent is not None
    assert [round(int(side) / 36_000, 1) for side in extent.groups()] == [80.0, 40.0]


def test_a_width_in_mm_is_one_in_the_pdf(tmp_path: Path) -> None:
    publication, images = concept(as_png(halves()), width_mm=80.0)
    out = tmp_path / "konzept.pdf"
    write_pdf(publication, images, out, date=NOW)
    drawn = re.findall(rb"q ([\d.]+) 0 0 ([\d.]+) [\d.]+ [\d.]+ cm /Im0 Do", contents_of(out))
    assert [round(float(side) / 72 * 25.4, 1) for side in drawn[0]] == [80.0, 40.0]


def test_no_figure_is_wider_than_its_text(tmp_path: Path) -> None:
    publication, images = concept(as_png(halves()), width_mm=400.0)
    out = tmp_path / "konzept.pdf"
    write_pdf(publication, images, out, date=NOW)
    drawn = re.findall(rb"q ([\d.]+) 0 0 ([\d.]+) [\d.]+ [\d.]+ cm /Im0 Do", contents_of(out))
    assert round(float(drawn[0][0]) / 72 * 25.4) == 165


def test_what_only_decorates_is_passed_over_by_screen_readers(tmp_path: Path) -> None:
    publication, images = concept(as_png(halves()), decorative=True)
    pdf, draft = tmp_path / "konzept.pdf", tmp_path / "entwurf.docx"
    write_pdf(publication, images, pdf, date=NOW)
    with pikepdf.open(pdf) as read:
        tags = [str(thing.S) for thing in read.objects if isinstance(thing, pikepdf.Dictionary) and "/S" in thing]
    assert "/Caption" in tags
    assert "/Figure" not in tags
    assert re.search(rb"/Artifact BMC\s+q [\d.]+ 0 0 [\d.]+ [\d.]+ [\d.]+ cm /Im0 Do Q\s+EMC", contents_of(pdf))
    write_draft(publication, images, draft, DraftOptions(NOW))
    with ZipFile(draft) as package:
        said = package.read("word/document.xml")
    assert b'decorative" val="1"/>' in said
    assert "Zwei Hälften".encode() not in said


def contents_of(pdf: Path) -> bytes:
    """Give what the pages are painted with."""
    with pikepdf.open(pdf) as read:
        return b"\n".join(page.Contents.read_bytes() for page in read.pages)


def test_a_damaged_image_is_none() -> None:
    data = as_png(halves())
    assert cropped(data[: len(data) // 2], Crop(left=0.5)) == b""
    assert cropped(zlib.compress(data), Crop(left=0.5)) == b""
