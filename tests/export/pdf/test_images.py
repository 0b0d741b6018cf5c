"""Images into the file."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ikonzept_desktop.export.pdf.images import ImageError, open_picture
from tests.export.pdf.builders import concept, figure, jpeg, p, png, section, written
from tests.export.pdf.judges import complaints_of_qpdf, words


def shown(path: Path) -> list[Image.Image]:
    """Give the images of a file as a reader decodes them."""
    with pikepdf.open(path) as pdf:
        found = [image for image in pdf.pages[2].Resources.XObject.values() if isinstance(image, pikepdf.Stream)]
        return [pikepdf.PdfImage(image).as_pil_image().convert("RGB") for image in found]


def pixels(data: bytes) -> bytes:
    """Give the pixels of an image."""
    return Image.open(io.BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("data", [png(), png(mode="L"), jpeg()], ids=["png", "grey png", "jpeg"])
def test_an_image_comes_out_pixel_for_pixel(tmp_path: Path, data: bytes) -> None:
    out, report = written(tmp_path, concept(section("Kapitel", figure("a"))), {"a": data})
    (image,) = shown(out)
    assert image.tobytes() == pixels(data)
    assert report.missing_images == ()


def test_transparency_lies_on_white(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(data, "PNG")
    out, _ = written(tmp_path, concept(section("Kapitel", figure("a"))), {"a": data.getvalue()})
    assert shown(out)[0].getpixel((5, 5)) == (255, 255, 255)


def test_a_photograph_on_its_side_is_turned_upright(tmp_path: Path) -> None:
    data = io.BytesIO()
    image = Image.new("RGB", (40, 20), "navy")
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(data, "JPEG", exif=exif)
    picture = open_picture(data.getvalue())
    assert (picture.width, picture.height) == (20, 40)
    out, _ = written(tmp_path, concept(section("Kapitel", figure("a"))), {"a": data.getvalue()})
    assert shown(out)[0].size == (20, 40)


def test_an_image_shown_twice_is_in_the_file_once(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Kapitel", figure("a"), figure("a"))), {"a": png()})
    assert len(shown(out)) == 1


@pytest.mark.parametrize("data", [b"", b"no image", png()[:200], b"\xff\xd8\xff\xe0broken"])
def test_what_is_no_image_leaves_a_frame_and_a_finding(tmp_path: Path, data: bytes) -> None:
    broken = figure("a", "Unterschrift")
    out, report = written(tmp_path, concept(section("Kapitel", broken, p("Danach."))), {"a": data})
    assert report.missing_images == (broken.id,)
    assert {"Unterschrift", "Danach."} <= set(words(out))
    assert complaints_of_qpdf(out) == ""


def test_what_is_no_image_is_told() -> None:
    with pytest.raises(ImageError):
        open_picture(b"GIF89a")
