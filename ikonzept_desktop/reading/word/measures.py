"""Lengths as Word files say them, in millimetres (ECMA-376 Part 1, 17.18.87, 20.1.10.16, 22.9.2.15)."""

import re

MOST = 558.8
"""mm: 22 inches, which no page of Word's is larger than."""
_MM = {"": 25.4 / 1440, "mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6}
"""Of a unit; without one a length is in twips."""
_PIXEL = 25.4 / 96
_EMU = 36_000
_LENGTH = re.compile(r"\s*(-?\d{1,9}(?:\.\d{1,9})?)\s*([a-z]{0,2})\s*")
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:([^;]{1,40})", re.IGNORECASE)


def length(said: str | None) -> float | None:
    """Give mm of a length in twips or with a unit; nothing where it is none."""
    found = _LENGTH.fullmatch(said or "")
    return None if found is None or found[2] not in _MM else _bounded(float(found[1]) * _MM[found[2]])


def drawn(said: str | None) -> float:
    """Give mm of a length in EMU, as drawings have it; 0 where it is none."""
    found = _LENGTH.fullmatch(said or "")
    return 0.0 if found is None else max(_bounded(float(found[1]) / _EMU), 0.0)


def styled(style: str) -> float:
    """Give mm of the width in the style of a VML shape (ECMA-376 Part 4, 14.1.2.19); 0 where it says none."""
    width = _WIDTH.search(style)
    found = _LENGTH.fullmatch(width[1].lower()) if width else None
    if found is None or not (found[2] in _MM or found[2] == "px"):
        return 0.0
    unit = _PIXEL if found[2] in {"", "px"} else _MM[found[2]]
    return max(_bounded(float(found[1]) * unit), 0.0)


def _bounded(mm: float) -> float:
    return round(min(max(mm, -MOST), MOST), 2)
