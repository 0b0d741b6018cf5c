"""Days as Germans write them (DIN 5008, and looser)."""

import re
from datetime import date

_NUMBERS = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})\.\s*([A-Za-zä]{3,9})\.?\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni", "juli"),
    *("august", "september", "oktober", "november", "dezember"),
)
_OTHER_NAMES = {"jänner": 1, "maerz": 3, "mrz": 3}


def written(day: date | None) -> str:
    """Write a day as 28.02.2015; nothing for none."""
    return "" if day is None else f"{day.day:02}.{day.month:02}.{day.year:04}"


def read_day(text: str) -> date | None:
    """Read 28.02.2015, 28.2.15, 28. Februar 2015, 28. Feb. 2015 or 2015-02-28; None where that is no day."""
    text = text.strip()
    try:
        if match := _NUMBERS.fullmatch(text):
            day, month, year = (int(part) for part in match.groups())
            return date(year + 2000 if len(match[3]) == 2 else year, month, day)
        if match := _ISO.fullmatch(text):
            return date(*(int(part) for part in match.groups()))
        if match := _NAMED.fullmatch(text):
            return date(int(match[3]), _month(match[2].lower()), int(match[1]))
    except ValueError:
        return None
    return None


def _month(name: str) -> int:
    """Give the month of that name or of its first letters; raises ValueError."""
    found = (number for number, full in enumerate(_MONTHS, start=1) if full.startswith(name))
    month = _OTHER_NAMES.get(name) or next(found, 0)
    if not month:
        raise ValueError(name)
    return month
