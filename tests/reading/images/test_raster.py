"""Foreign images come in by their content, bounded, upright, and without a word beside the image."""

import contextlib
import hashlib
import io
import re
import zlib
from collections.abc import Callable

import pytest
from PIL import Image, ImageSequence

from ikonzept_desktop.model.store.images import picture
from ikonzept_desktop.reading.images import raster
from ikonzept_desktop.reading.images.kinds import ImageKind, kind_of
from ikonzept_desktop.reading.images.raster import take
from ikonzept_desktop.reading.images.taken import ImageRefused, TakenImage
from tests.reading.images.samples import (
    BLUE,
    RED,
    SECRET,
    chunk,
    frame_at,
    halves,
    photo,
    png_saying,
    profile,
    saved,
    svg,
    telling_exif,
)

NAME = "bild.xyz"


def opened(taken: TakenImage) -> Image.Image:
    """Open what was taken in, as every exporter must be able to."""
    known = picture(taken.data)
    assert (known.width, known.height) == (taken.width, taken.height)
    image = Image.open(io.BytesIO(taken.data))
    image.load()
    return image


def near(image: Image.Image, at: tuple[int, int]) -> str:
    found = image.convert("RGBA").getpixel(at)
    assert isinstance(found, tuple)
    named = {
        name
        for name, colour in (("red", RED), ("blue", BLUE))
        if all(abs(a - b) < 60 for a, b in zip(found, colour, strict=False))
    }
    return "".join(named) or str(found)


def ends_of(image: Image.Image) -> tuple[str, str]:
    return near(image, (2, image.height // 2)), near(image, (image.width - 3, image.height // 2))


@pytest.mark.parametrize("format", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_every_kind_is_taken_in_by_its_content_as_png_or_jpeg(format: str) -> None:
    data = saved(halves(), format)
    assert kind_of(data) is ImageKind(format)
    image = opened(take(data, NAME))
    assert (image.format, image.size) == ("JPEG" if format == "JPEG" else "PNG", (80, 40))
    assert ends_of(image) == ("red", "blue")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_the_modes_that_exporters_take_stay(mode: str) -> None:
    shades = Image.new("LA", (8, 8), (120, 90)).convert(mode)
    assert opened(take(saved(shades, "PNG"), NAME)).mode == mode


def test_an_alpha_channel_that_hides_nothing_goes() -> None:
    assert opened(take(saved(halves("RGBA"), "PNG"), NAME)).mode == "RGB"


def test_a_palette_keeps_its_transparent_colour() -> None:
    image = opened(take(saved(halves("P"), "PNG", transparency=0), NAME))
    assert (image.mode, image.info["transparency"]) == ("P", 0)


@pytest.mark.parametrize(("mode", "format"), [("I;16", "PNG"), ("I;16", "TIFF"), ("F", "TIFF"), ("I", "TIFF")])
def test_more_than_eight_bits_become_eight(mode: str, format: str) -> None:
    ramp = Image.new("I", (256, 2))
    ramp.putdata([256 * (at % 256) for at in range(512)])
    image = opened(take(saved(ramp.convert(mode), format), NAME))
    assert image.mode == "L"
    shades = [image.getpixel((at, 0)) for at in (0, 128, 255)]
    assert shades[0] == 0
    assert abs(int(shades[1]) - 128) <= 1  # type: ignore[arg-type]  # of one channel: a number
    assert int(shades[2]) >= 254  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_printers_colours_become_those_of_the_screen(format: str) -> None:
    image = opened(take(saved(halves("CMYK"), format), NAME))
    assert image.mode == "RGB"
    assert ends_of(image) == ("red", "blue")


def test_a_broken_colour_profile_hinders_nothing() -> None:
    image = opened(take(saved(halves("CMYK"), "TIFF", icc_profile=b"no profile" * 30), NAME))
    assert ends_of(image) == ("red", "blue")


def test_the_pixels_of_a_photo_are_not_written_anew() -> None:
    data = photo()
    kept = take(data, NAME).data
    scan = data[data.index(b"\xff\xda") :]
    assert kept.endswith(scan)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(kept)) as after:
        assert before.tobytes() == after.tobytes()
        assert after.info["icc_profile"] == profile()
    assert kept[6:10] == b"JFIF"


def test_a_progressive_photo_is_kept_scan_by_scan() -> None:
    data = saved(halves(), "JPEG", progressive=True, exif=telling_exif())
    kept = take(data, NAME).data
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(kept)) as after:
        assert before.tobytes() == after.tobytes()
    assert kept.count(b"\xff\xda") == data.count(b"\xff\xda") > 3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_tells_neither_place_nor_time_nor_writer(orientation: int) -> None:
    kept = take(photo(orientation), NAME).data
    with Image.open(io.BytesIO(kept)) as image:
        assert not image.getexif()
        assert not image.getexif().get_ifd(0x8825)
    for told in (SECRET, b"Exif", b"xmpmeta", b"http", b"\xff\xe1", b"\xff\xed", b"\xff\xfe"):
        assert told not in kept


@pytest.mark.parametrize("format", ["PNG", "TIFF", "WEBP"])
def test_other_kinds_tell_nothing_either(format: str) -> None:
    data = saved(halves(), format, exif=telling_exif())
    assert SECRET in data
    kept = take(data, NAME).data
    assert SECRET not in kept
    assert set(re.findall(rb"IHDR|PLTE|IDAT|IEND|eXIf|tEXt|iTXt|zTXt|tIME|pHYs", kept)) == {b"IHDR", b"IDAT", b"IEND"}


def test_words_hidden_in_a_png_go() -> None:
    data = saved(halves(), "PNG")
    told = chunk(b"tEXt", b"Author\0" + SECRET) + chunk(b"zTXt", b"X\0\0" + zlib.compress(SECRET))
    assert SECRET not in take(data[:33] + told + data[33:], NAME).data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_it_was_taken(orientation: int) -> None:
    seen = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}[orientation]
    image = opened(take(photo(orientation), NAME))
    assert image.size == ((80, 40) if orientation < 5 else (40, 80))
    spots = {"left": (2, 20), "right": (77, 20), "top": (20, 2), "bottom": (20, 77)}
    assert near(image, spots[seen]) == "red"
    assert image.info["icc_profile"] == profile()


def test_a_photo_that_is_turned_keeps_its_own_tables() -> None:
    data = photo(6)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(take(data, NAME).data)) as after:
        assert before.quantization == after.quantization  # type: ignore[attr-defined]  # a JPEG's


def renamed(jpeg: bytes) -> bytes:
    """Give a JPEG whose colours have numbers in place of the names R, G and B."""
    frame, scan = jpeg.index(b"\xff\xc0"), jpeg.index(b"\xff\xda")
    data = bytearray(jpeg)
    for number in range(3):
        data[frame + 10 + 3 * number] = data[scan + 5 + 2 * number] = number + 1
    return bytes(data)


def without_adobe(jpeg: bytes) -> bytes:
    """Give a JPEG that does not say whose colours they are."""
    at = jpeg.index(b"\xff\xee")
    return jpeg[:at] + jpeg[at + 16 :]


@pytest.mark.parametrize("told", [bytes, renamed, without_adobe])
def test_colours_that_are_no_ycbcr_are_seen_as_they_are(told: Callable[[bytes], bytes]) -> None:
    data = told(saved(halves(), "JPEG", keep_rgb=True))
    with Image.open(io.BytesIO(data)) as before:
        assert ends_of(before) == ("red", "blue")
    assert ends_of(opened(take(data, NAME))) == ("red", "blue")


@pytest.mark.parametrize(("format", "mode"), [("PNG", "RGB"), ("PNG", "P"), ("TIFF", "1"), ("JPEG", "RGB")])
def test_a_larger_image_than_print_can_show_is_made_smaller_and_that_is_said(format: str, mode: str) -> None:
    taken = take(saved(halves(mode, 8000, 20), format), NAME)
    assert opened(taken).size == (7500, 19)
    said = "Das Bild wurde von 8.000 auf 7.500 Bildpunkte verkleinert; das ist mehr, als der Druck zeigt."
    assert taken.remarks == (said,)
    assert take(saved(halves(mode, 7500, 20), format), NAME).remarks == ()


def test_what_stands_behind_the_end_of_an_image_goes() -> None:
    polyglot = b"PK\x03\x04 and <script>" + SECRET
    photo_with_more = take(photo() + polyglot, NAME)
    assert photo_with_more == take(photo(), NAME)
    for format in ("JPEG", "PNG", "GIF"):
        assert b"<script>" not in take(saved(halves(), format) + polyglot, NAME).data


def test_a_second_image_within_a_photo_goes() -> None:
    preview = saved(halves(width=16, height=8), "JPEG")
    extended = b"\xff\xe2" + (2 + 4 + len(preview)).to_bytes(2, "big") + b"MPF\0" + preview
    data = photo()
    kept = take(data[:2] + extended + data[2:] + preview, NAME).data
    assert (kept.count(b"\xff\xd8\xff"), b"MPF" in kept) == (1, False)


def test_the_same_photo_with_other_words_beside_it_is_the_same_image() -> None:
    plain, told = saved(halves(), "JPEG", quality=88, icc_profile=profile()), photo()
    assert plain != told
    assert take(plain, NAME) == take(told, "anderer-name.jpg")
    packed = [saved(halves(), "PNG", compress_level=level) for level in (1, 9)]
    assert packed[0] != packed[1]
    assert len({hashlib.sha256(take(data, NAME).data).digest() for data in packed}) == 1


def test_of_many_pages_the_first_is_taken_and_that_is_said() -> None:
    pages = [halves(), Image.new("RGB", (10, 10)), Image.new("RGB", (10, 10))]
    taken = take(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]), NAME)
    assert taken.remarks == ("Die Datei hat 3 Seiten; übernommen wurde die erste.",)
    assert opened(taken).size == (80, 40)


@pytest.mark.parametrize("format", ["GIF", "PNG", "WEBP"])
def test_of_a_moving_image_the_first_frame_is_taken_and_that_is_said(format: str) -> None:
    second = Image.new("RGB", (80, 40), BLUE)
    data = saved(halves(), format, save_all=True, append_images=[second], duration=100)
    taken = take(data, NAME)
    image = opened(taken)
    assert taken.remarks == ("Das Bild ist bewegt; übernommen wurde das erste Einzelbild.",)
    assert (ends_of(image), len(list(ImageSequence.all_frames(image)))) == (("red", "blue"), 1)


def test_a_large_photo_that_is_no_png_becomes_a_fine_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    monkeypatch.setattr(raster, "LARGE_PNG", 1000)
    assert opened(take(saved(noise, "TIFF"), NAME)).format == "JPEG"
    assert opened(take(saved(noise, "PNG"), NAME)).format == "PNG"


def refused(data: bytes) -> str:
    with pytest.raises(ImageRefused) as caught:
        take(data, NAME)
    said = str(caught.value)
    assert said.startswith("„bild.xyz“ ")
    assert "Ihr Text ist unverändert." in said
    return said.split(". ", maxsplit=1)[0].removeprefix("„bild.xyz“ ")


@pytest.mark.parametrize(
    "data",
    [b"", b"Text", b"%PDF-1.7", b"MZ\x90", b"PK\x03\x04", b"\x00" * 100, b"<html><body/></html>", b"GIF88a", b"RIFF"],
)
def test_what_is_no_image_is_refused(data: bytes) -> None:
    assert refused(data) == "ist kein Bild, das iKonzept übernehmen kann"


def test_a_drawing_of_lines_is_none_of_pixels() -> None:
    assert kind_of(svg("<rect/>", before="\ufeff<?xml version='1.0'?>\n<!-- x -->")) is ImageKind.SVG
    assert refused(svg("<rect/>")) == "ist kein Bild, das iKonzept übernehmen kann"


@pytest.mark.parametrize("format", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_an_image_that_is_cut_short_is_refused(format: str, share: float) -> None:
    data = saved(Image.effect_noise((90, 90), 80).convert("RGB"), format)
    assert refused(data[: int(len(data) * share)]) == "ist beschädigt oder unvollständig"


@pytest.mark.parametrize("size", [(50_000, 50_000), (20_001, 1), (1, 30_000), (11_000, 11_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_by_what_its_header_says(size: tuple[int, int]) -> None:
    assert refused(png_saying(*size)) == "ist zu groß"


def test_a_bomb_in_a_photos_header_is_refused() -> None:
    data = bytearray(saved(halves(), "JPEG"))
    at = frame_at(bytes(data))
    data[at : at + 4] = b"\xff\xff\xff\xff"
    assert refused(bytes(data)) == "ist zu groß"


def test_a_header_that_promises_nothing_is_refused() -> None:
    assert refused(png_saying(0, 10)) == "ist beschädigt oder unvollständig"
    data = bytearray(saved(halves(), "JPEG"))
    data[frame_at(bytes(data)) : frame_at(bytes(data)) + 2] = b"\x00\x00"
    assert refused(bytes(data)) == "ist beschädigt oder unvollständig"


def test_a_header_that_lies_low_unpacks_no_more_than_it_says() -> None:
    taken = take(png_saying(10, 10, b"\x00" * 50_000_000), NAME)
    assert (taken.width, taken.height, len(taken.data) < 500) == (10, 10, True)


@pytest.mark.parametrize("seed", range(60))
def test_a_photo_with_a_wrong_byte_is_taken_or_refused_but_never_breaks(seed: int) -> None:
    data = bytearray(saved(halves(), ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"][seed % 6]))
    for step in range(4):
        at = zlib.crc32(bytes([seed, step])) % len(data)
        data[at] = zlib.crc32(bytes([step, seed])) % 256
    with contextlib.suppress(ImageRefused):
        assert opened(take(bytes(data), NAME)).size
