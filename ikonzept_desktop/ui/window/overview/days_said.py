"""Days as they are agreed on: 22.06.2015, but also Oktober 2013, Frühjahr 2014 or 2015."""

import re
from calendar import monthrange
from datetime import date

from ikonzept_desktop.model.german_days import read_day

_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_SPANS = {"frühjahr": 5, "frühling": 5, "sommer": 8, "herbst": 11}
"""The month in which what is said ends."""
_QUARTER = re.compile(r"([1-4])\.\s*quartal\s+(\d{4})")
_HALF = re.compile(r"([12])\.\s*halbjahr\s+(\d{4})")
_WORDED = re.compile(r"(?:(anfang|mitte|ende)\s+)?([a-zäöü]+)\s+(\d{4})")
_YEAR = re.compile(r"(?:(anfang|mitte|ende)\s+)?(\d{4})")
_PARTS = {"anfang": 10, "mitte": 20}
"""The day of a month by which its beginning and its middle are over."""


def read_said(text: str) -> tuple[date, str] | None:
    """Read a day, or the last day of what is said and those words; None where no day can be made of it."""
    text = " ".join(text.split())
    if day := read_day(text):
        return day, ""
    low = text.casefold()
    if match := _HALF.fullmatch(low):
        return _end_of(int(match[2]), int(match[1]) * 6), text
    if match := _QUARTER.fullmatch(low):
        return _end_of(int(match[2]), int(match[1]) * 3), text
    if match := _YEAR.fullmatch(low):
        month = {"anfang": 3, "mitte": 7}.get(match[1] or "", 12)
        return _end_of(int(match[2]), month), text
    if match := _WORDED.fullmatch(low):
        month = _MONTHS.index(match[2]) + 1 if match[2] in _MONTHS else _SPANS.get(match[2], 0)
        if month:
            return _end_of(int(match[3]), month, _PARTS.get(match[1] or "", 31)), text
    return None


def _end_of(year: int, month: int, day: int = 31) -> date:
    year = max(year, 1)
    return date(year, month, min(day, monthrange(year, month)[1]))
