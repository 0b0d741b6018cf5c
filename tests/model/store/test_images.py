"""A picture is told by its bytes, with its size in pixels."""

import io

import pytest
from PIL import Image

from ikonzept_desktop.model.store.images import LARGEST_SIDE, PictureError, image_row, picture
from tests.model.store.desk import png


def drawn(format: str, **options: object) -> bytes:
    """Give a picture of 30 by 20 pixels as another program writes it."""
    file = io.BytesIO()
    Image.new("RGB", (30, 20), "green").save(file, format, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "type"),
    [
        (drawn("PNG"), "image/png"),
        (drawn("JPEG"), "image/jpeg"),
        (drawn("JPEG", progressive=True), "image/jpeg"),
        (drawn("JPEG", comment=b"x" * 300, dpi=(300, 300)), "image/jpeg"),
    ],
)
def test_png_and_jpeg_say_their_size(data: bytes, type: str) -> None:
    found = picture(data)
    assert (found.media_type, found.width, found.height) == (type, 30, 20)
    assert len(found.digest) == 64
    assert image_row(found).key == (found.digest,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        drawn("GIF"),
        drawn("BMP"),
        b"<svg/>",
        png()[:20],
        png(0, 5),
        png(LARGEST_SIDE + 1, 1),
        drawn("JPEG")[:20],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x00" * 50,
        b"\xff\xd8\xff\xd9",
    ],
    ids=range(12),
)
def test_all_else_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        picture(data)
