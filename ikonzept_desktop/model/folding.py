"""Texts as one looks for and sorts them in German: capitals, umlauts and accents make no difference."""

import unicodedata
from functools import lru_cache

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """Give a text in small letters without umlauts and accents: `Maßnahme für Ältere` is `massnahme fur altere`."""
    small = text.casefold()
    if small.isascii():
        return small
    return "".join(sign for sign in unicodedata.normalize("NFKD", small) if not unicodedata.combining(sign))


@lru_cache(maxsize=16384)
def spelled_out(text: str) -> str:
    """Give a text in small letters with its umlauts spelled out: `Förderung` is `foerderung`."""
    return folded(unicodedata.normalize("NFC", text).casefold().translate(_SPELLED_OUT))


def german_order(text: str) -> tuple[str, str]:
    """Give what texts are sorted by after DIN 5007-1: ä as a, ß as ss, capitals as small letters."""
    return folded(text), text
