"""A foreign image of pixels made fit to be kept; in the child process alone, with Pillow.

A JPEG stays as it is but for what stands beside its image; where it has to be turned or its colours changed, it is
written anew with its own tables. Everything else becomes PNG, and a photo that PNG would blow up, JPEG of quality 95.
"""

import io
import struct
import warnings
from typing import Any

from PIL import Image, ImageCms, ImageOps

from ikonzept_desktop.reading.images.jpeg import NotPlain, stripped
from ikonzept_desktop.reading.images.kinds import ImageKind, kind_of
from ikonzept_desktop.reading.images.taken import (
    KEPT_SIDE,
    TakenImage,
    check_size,
    damaged,
    not_an_image,
    reduced,
    too_large,
)

LARGE_PNG = 8_000_000
"""Bytes above which a photo that was no PNG is kept as JPEG."""
_QUALITY = 95
_BROKEN = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, struct.error, OverflowError)
"""What Pillow raises for damaged files."""
_TOO_LARGE = (Image.DecompressionBombError, MemoryError)
_AS_THEY_ARE = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_HALVED_BOTH_WAYS = 2


def take(data: bytes, name: str) -> TakenImage:
    """Make an image fit to be kept; raises ImageRefused."""
    kind = kind_of(data)
    if kind is None or kind is ImageKind.SVG:
        raise not_an_image(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what is done here anyway
            return _take(data, kind, name)
    except _TOO_LARGE as error:
        raise too_large(name) from error
    except _BROKEN as error:
        raise damaged(name) from error


def _take(data: bytes, kind: ImageKind, name: str) -> TakenImage:
    with Image.open(io.BytesIO(data), formats=(kind.value,)) as image:
        check_size(name, *image.size)
        remarks = _remarks(image, kind)
        image.load()
        return _kept_jpeg(data, image) if kind is ImageKind.JPEG else _kept(image, kind, remarks)


def as_png(image: Image.Image, profile: bytes | None = None) -> bytes:
    """Give the PNG of an image; the same for the same pixels."""
    out = io.BytesIO()
    image.save(out, "PNG", icc_profile=profile, transparency=image.info.get("transparency"))
    return out.getvalue()


def _remarks(image: Image.Image, kind: ImageKind) -> tuple[str, ...]:
    frames = 1 if kind is ImageKind.JPEG else int(getattr(image, "n_frames", 1))
    if frames < 2:
        return ()
    if kind is ImageKind.TIFF:
        return (f"Die Datei hat {frames} Seiten; übernommen wurde die erste.",)
    return ("Das Bild ist bewegt; übernommen wurde das erste Einzelbild.",)


def _kept_jpeg(data: bytes, image: Image.Image) -> TakenImage:
    upright = ImageOps.exif_transpose(image)
    if upright.size == image.size and not _is_turned(image) and max(image.size) <= KEPT_SIDE:
        try:
            plain = stripped(data)
            with Image.open(io.BytesIO(plain), formats=("JPEG",)) as again:
                again.load()
                if (again.size, again.mode) == (image.size, image.mode):
                    return TakenImage(plain, *image.size)
        except NotPlain:
            pass
    profile = image.info.get("icc_profile") if upright.mode in {"L", "RGB"} else None
    kept = _no_larger(_in_print_colours(upright))
    return TakenImage(_as_jpeg(kept, profile, image), *kept.size, _said_of(upright, kept))


def _is_turned(image: Image.Image) -> bool:
    return bool(image.getexif().get(0x0112, 1) not in {0, 1})


def _kept(image: Image.Image, kind: ImageKind, remarks: tuple[str, ...]) -> TakenImage:
    image.seek(0)
    upright = ImageOps.exif_transpose(image)
    plain = _no_larger(_in_print_colours(upright))
    same_colours = plain.mode == upright.mode or {plain.mode, upright.mode} == {"RGB", "RGBA"}
    profile = image.info.get("icc_profile") if same_colours and plain.mode in {"RGB", "RGBA"} else None
    kept = as_png(plain, profile)
    if len(kept) > LARGE_PNG and kind is not ImageKind.PNG and plain.mode in {"L", "RGB"}:
        kept = min(kept, _as_jpeg(plain, profile), key=len)
    return TakenImage(kept, *plain.size, (*remarks, *_said_of(upright, plain)))


def _no_larger(image: Image.Image) -> Image.Image:
    """Give an image that is no larger than is kept; of a palette or of black and white its shades."""
    if max(image.size) <= KEPT_SIDE:
        return image
    finer = {"P": "RGBA" if "transparency" in image.info else "RGB", "1": "L"}.get(image.mode, image.mode)
    smaller = image if finer == image.mode else image.convert(finer)
    smaller.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS)
    smaller.info = {}
    return smaller


def _said_of(before: Image.Image, kept: Image.Image) -> tuple[str, ...]:
    return () if before.size == kept.size else (reduced(*before.size),)


def _in_print_colours(image: Image.Image) -> Image.Image:
    """Give the image in one of the forms that every exporter takes: eight bits, grey, RGB or a palette."""
    transparency = image.info.get("transparency") if image.mode in {"1", "L", "P", "RGB"} else None
    if image.mode.startswith("I") or image.mode == "F":
        plain = _in_eight_bits(image)
    elif image.mode == "CMYK":
        plain = _from_cmyk(image)
    elif image.mode in _AS_THEY_ARE:
        plain = image.copy()
    else:
        plain = image.convert("RGBA" if image.mode in {"PA", "La", "RGBa"} else "RGB")
    if plain.mode in {"RGBA", "LA"} and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert(plain.mode[:-1])
    plain.info = {} if transparency is None or plain.mode != image.mode else {"transparency": transparency}
    return plain


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Give a grey image of 16 or 32 bits in 8: of 65,536 steps, or where it goes beyond, between its own extremes."""
    wide = image.convert("F")
    low, high = (float(bound) for bound in wide.getextrema()[:2])  # type: ignore[arg-type]  # of one channel: two numbers
    if image.mode.startswith("I;16") or (low >= 0 and 255 < high <= 65_535):
        low, high = 0.0, 65_535.0
    elif low >= 0 and high <= 255 and image.mode != "F":
        low, high = 0.0, 255.0
    scale = 255 / (high - low) if high > low else 0.0
    return wide.point(lambda value: value * scale - low * scale).convert("L")


def _from_cmyk(image: Image.Image) -> Image.Image:
    """Give the colours for the screen by the image's own profile; by the bare numbers where it has none that is one."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            own, screen = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            seen = ImageCms.profileToProfile(image, own, screen, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            seen = None
        if seen is not None:
            return seen
    return image.convert("RGB")


def _as_jpeg(image: Image.Image, profile: bytes | None, before: Image.Image | None = None) -> bytes:
    """Give the JPEG of an image; with the tables of the one it comes from, so that it loses next to nothing."""
    tables = getattr(before, "quantization", None)
    own = before is not None and before.mode == image.mode and bool(tables)
    how: dict[str, Any] = {"qtables": tables} if own else {"quality": _QUALITY}
    halved = own and _sampling(before) == _HALVED_BOTH_WAYS
    out = io.BytesIO()
    image.save(out, "JPEG", icc_profile=profile, subsampling=_HALVED_BOTH_WAYS if halved else 0, **how)
    return out.getvalue()


def _sampling(image: Image.Image | None) -> int:
    from PIL.JpegImagePlugin import get_sampling

    return int(get_sampling(image)) if image is not None else -1
