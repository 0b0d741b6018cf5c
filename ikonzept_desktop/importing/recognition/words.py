"""How the words of headings, labels and heads are compared: without case, umlauts, signs and endings."""

import re
from functools import lru_cache

from ikonzept_desktop.model.folding import folded

_SIGNS = re.compile(r"[^\w]+")
_BEFORE = re.compile(
    r"^(?:(?:unser|die|der|das|den|dem|zum|zur|ein|kurze|aktuelle|bestehend|vorhanden|geplant|konkret|beteiligt)"
    r"(?:e[nrsm]?)? )+(?=\w)"
)
_BEHIND = re.compile(
    r" (?:(?:in|im|fur|zu|zum|zur|des|der|und|auf|vor) )?(?:(?:das|dem|den|dieses|diesem) )?"
    r"(?:handlungsfeld(?:es|s)?|querschnittsaufgabe|kreis(?:es)?|ort|uberblick)(?: .*)?$"
)
_ENDING = re.compile(r"(?:en|er|es|e|n|s)$")
_SHORTEST_STEM = 4


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """Give words as they are compared: small, without signs, umlauts and the endings of number and case."""
    return " ".join(map(_stem, _SIGNS.sub(" ", folded(text)).split()))


@lru_cache(maxsize=16384)
def bare_key(text: str) -> str:
    """Give the same without what stands around a label: `Unsere Maßnahmen im Handlungsfeld` is `Maßnahmen`."""
    small = " ".join(_SIGNS.sub(" ", folded(text)).split())
    short = _BEFORE.sub("", _BEHIND.sub("", small))
    return " ".join(map(_stem, (short or small).split()))


def letters(text: str) -> str:
    """Give the letters and digits alone, small: what two spellings of one line have in common."""
    return _SIGNS.sub("", folded(text))


def _stem(word: str) -> str:
    shorter = _ENDING.sub("", word)
    return shorter if len(shorter) >= _SHORTEST_STEM else word
