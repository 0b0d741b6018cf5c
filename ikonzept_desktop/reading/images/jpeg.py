"""A JPEG rewritten without anything beside the image, its pixels untouched (ITU T.81, Annex B; JFIF 1.02).

What stays: the tables, the frame, the scans, the colour profile, and Adobe's word on the colours. What goes: Exif with
place and time and thumbnail, XMP, IPTC, comments, further images, and whatever stands behind the end.
"""

import re
from collections.abc import Iterator

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_APP0, _PROFILE, _ADOBE = 0xE0, 0xE2, 0xEE
_APPLICATIONS = range(0xE0, 0xF0)
_COMMENT = 0xFE
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Baseline, extended and progressive, in Huffman code: what every reader of Word files and PDFs knows.
_COMMON_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_ICC = b"ICC_PROFILE\x00"
_MOST_PROFILE = 4_000_000
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"
"""Version 1.02, square pixels, no thumbnail: the form that Word files take."""
_MARKER_IN_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


class NotPlain(Exception):
    """The JPEG cannot be kept as it is: it has to be decoded and written anew."""


def stripped(data: bytes) -> bytes:
    """Give the JPEG without anything beside its image; raises NotPlain where that would change its colours or shape.

    The pixels have to be known to decode; a scan that is cut short is ended.
    """
    kept: list[bytes] = []
    profile = 0
    for marker, segment in _segments(data):
        if marker in _FRAMES:
            _check_frame(marker, segment)
        if marker == _ADOBE and segment[4:9] == b"Adobe":
            if segment[-1:] == b"\x00" or len(segment) != 16:  # ITU T.872, 6.5.3: the colours are not YCbCr
                raise NotPlain("RGB or CMYK")
        elif marker == _PROFILE and segment[4:].startswith(_ICC):
            profile += len(segment)
            if profile > _MOST_PROFILE:
                raise NotPlain("no colour profile is as large as that")
        elif marker in _APPLICATIONS or marker == _COMMENT:
            continue
        kept.append(segment)
    if not kept:
        raise NotPlain("nothing")
    return b"\xff\xd8" + _JFIF + b"".join(kept) + b"\xff\xd9"


def _check_frame(marker: int, segment: bytes) -> None:
    """See that the frame is one of a common kind, of eight bits, grey or of three colours that are YCbCr."""
    if marker not in _COMMON_FRAMES or len(segment) < 10 or segment[4] != 8:
        raise NotPlain("an uncommon kind of JPEG")
    components = segment[9]
    names = bytes(segment[10 + 3 * index] for index in range(components) if 10 + 3 * index < len(segment))
    if components not in {1, 3} or names == b"RGB":
        raise NotPlain("neither grey nor YCbCr")


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Go through marker and whole segment, with the scan behind it, up to the end of the image."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise NotPlain("no marker where one should be")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            return
        if marker in _STANDALONE or marker == _START:
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            raise NotPlain("a segment that does not end")
        if marker == _SCAN:
            found = _MARKER_IN_SCAN.search(data, end)
            end = found.start() if found else len(data)
        yield marker, data[at:end]
        at = end
