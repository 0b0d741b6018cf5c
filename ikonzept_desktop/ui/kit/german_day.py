"""Days as Germans write them."""

import re
from datetime import date

_NUMBERS = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})\.\s*([A-Za-zä]{3,9})\.?\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")


def written(day: date | None) -> str:
    """Write a day as 28.02.2015; nothing for none."""
    return "" if day is None else f"{day:%d.%m.%Y}"


def read_day(text: str) -> date | None:
    """Read 28.02.2015, 28.2.15, 28. Februar 2015 or 2015-02-28; None where that is no day."""
    text = text.strip()
    try:
        if match := _NUMBERS.fullmatch(text):
            day, month, year = (int(part) for part in match.groups())
            return date(year + 2000 if year < 100 else year, month, day)
        if match := _ISO.fullmatch(text):
            return date(*(int(part) for part in match.groups()))
        if match := _NAMED.fullmatch(text):
            month = _MONTHS.index(match[2].lower()[:3]) + 1
            return date(int(match[3]), month, int(match[1]))
    except ValueError:
        return None
    return None


def no_day(text: str) -> str:
    """Say that what was typed is no day, and how one is written."""
    return f"„{text}“ ist kein Datum. Bitte so: 28.02.2015"
