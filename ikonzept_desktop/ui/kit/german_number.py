"""Whole numbers as Germans write them."""

import re

_NUMBER = re.compile(r"[0-9]{1,3}(?:[.\u00a0\u202f ][0-9]{3})+|[0-9]{1,12}")


def written_number(number: int | None) -> str:
    """Write 1200 as 1.200; nothing for none."""
    return "" if number is None else f"{number:,}".replace(",", ".")


def read_number(text: str) -> int | None:
    """Read 1200, 1.200 or 1 200; None where that is no whole number."""
    text = text.strip()
    return int(re.sub("[^0-9]", "", text)) if _NUMBER.fullmatch(text) else None


def no_number(text: str) -> str:
    """Say that what was typed is no whole number, and how one is written."""
    return f"„{text}“ ist keine ganze Zahl. Bitte so: 1.200"


def too_large(text: str, largest: int) -> str:
    """Say that a number is larger than can be meant."""
    return f"„{text}“ ist zu groß. Bitte höchstens {written_number(largest)}"
