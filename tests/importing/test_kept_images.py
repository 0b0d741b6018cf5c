"""Images of a foreign document: fit to be kept, or not taken."""

from ikonzept_desktop.importing.kept_images import ImageKeeper
from ikonzept_desktop.reading.images.kinds import ImageKind, kind_of
from tests.reading.images.samples import halves, saved


def test_images_are_kept_as_png_or_jpeg() -> None:
    keep = ImageKeeper()
    for kind in ("PNG", "JPEG", "BMP", "GIF", "TIFF"):
        kept = keep(saved(halves(), kind), "a")
        assert kept is not None
        assert kind_of(kept) in {ImageKind.PNG, ImageKind.JPEG}


def test_drawings_and_what_is_damaged_are_not_taken() -> None:
    keep = ImageKeeper()
    picture = saved(halves(), "PNG")
    for data in (
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x01\x00\x00\x00EMF",
        picture[: len(picture) // 2],
        b"",
    ):
        assert keep(data, "a") is None


def test_images_are_kept_as_long_as_there_is_room_and_each_counts_once() -> None:
    one, other = saved(halves(), "JPEG"), saved(halves(width=90), "JPEG")
    keep = ImageKeeper(len(one) + len(other) // 2)
    assert [keep(each, "a") is None for each in (one, one, other, one)] == [False, False, True, False]
