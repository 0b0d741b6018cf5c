"""Five hundred texts of all that one could type or paste, the same ones every time."""

import re
from collections.abc import Callable
from random import Random
from unicodedata import ucd_3_2_0

LONG = 40_000
"""Characters of a paragraph that is beyond any use."""

_LATIN = ("Integration", "Maßnahme", "z.\u00a0B.", "Kreis", "Łódź", "Đặng", "Şule", "naïve", "10\u202fkm", "§\u00a05")
_ARABIC, _HARAKAT = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_HEBREW, _NIQQUD = "אבגדהוזחטיכלמנסעפצקרשת", "\u05b0\u05b4\u05b5\u05b7\u05b8\u05bc\u05c1"
_MARKS = "\u0300\u0301\u0302\u0303\u0308\u030a\u0323\u0327\u0328\u0331\u0345\u20dd"
_JAMO = ("\u1112\u1161\u11ab", "\u1100\u1173\u11af", "\u1100\u1161")
_FLAGS = ("🇩🇪", "🇺🇦🇸🇾", "\U0001f3f4\U000e0067\U000e007f")
_FACES = ("👩🏽\u200d🚒", "👨\u200d👩\u200d👧\u200d👦", "1\ufe0f\u20e3", "❤\ufe0f\u200d🔥", "👍🏿", *_FLAGS)
_CONTROLS = (*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)))
_HALVES = ("\ud800", "\udbff", "\udc00", "\udfff", "\ude00\ud83d")
_NEVER = ("\ufffc", "\ufffe", "\uffff", "\ufdd0", "\ufdef")
_BEYOND = ("\U0001fffe", "\U0010ffff", "\ue000", "\U000f0000", "\U000e0001", "\ufff9", "\ufffd", "\u0378")
_SEPARATORS = ("\t", "\t\t", "\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85")
_LIGATURES = ("ﬁ", "ﬄ", "ﬀ", "ﬆ", "Ǆ", "ĳ", "½", "㎞", "ﷺ", "Å", "Ω", "豈")
_UNSEEN = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u034f", "\u180e", "\ufe0f")
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = (" ", "  ", "\u00a0", "\u2003", "\u2009", "\u202f", "\u3000", "\u1680")

Draw = Callable[[Random], str]


def _one_of(parts: tuple[str, ...] | str, most: int = 1) -> Draw:
    return lambda random: "".join(random.choice(parts) for _ in range(random.randint(1, most)))


def _marked(letters: str, marks: str, most: int) -> Draw:
    def draw(random: Random) -> str:
        chosen = [random.choice(letters) for _ in range(random.randint(1, 6))]
        return "".join(letter + "".join(random.choices(marks, k=random.randint(0, most))) for letter in chosen)

    return draw


def _any(random: Random) -> str:
    signs = (chr(random.randrange(0x110000 if random.random() < 0.5 else 0x3000)) for _ in range(6))
    # What is in Unicode since long ago: of the rest, every release of Python knows something else.
    return "".join(sign for sign in signs if ucd_3_2_0.category(sign) != "Cn")


KINDS: dict[str, Draw] = {
    "Wörter": _one_of(_LATIN),
    "arabisch": _marked(_ARABIC, _HARAKAT, 2),
    "hebräisch": _marked(_HEBREW, _NIQQUD, 2),
    "Zeichen darüber": _marked("aeiouAEOUnszcÄöß", _MARKS, 4),
    "Silben": _one_of(_JAMO, 3),
    "Bilder": _one_of(_FACES, 3),
    "Steuerzeichen": _one_of(_CONTROLS, 3),
    "Hälften": _one_of(_HALVES, 2),
    "nie": _one_of(_NEVER, 2),
    "jenseits": _one_of(_BEYOND, 2),
    "Trenner": _one_of(_SEPARATORS, 2),
    "Ligaturen": _one_of(_LIGATURES, 2),
    "unsichtbar": _one_of(_UNSEEN, 2),
    "Richtungen": _one_of(_DIRECTIONS, 2),
    "Leerräume": _one_of(_SPACES),
    "irgendetwas": _any,
}


def texts(seed: int, count: int) -> list[str]:
    """Give so many texts: of every kind one begins with, and four in five hundred are of 40,000 characters."""
    random = Random(seed)
    kinds = tuple(KINDS)
    made = [_text(random, kinds[number % len(kinds)]) for number in range(count)]
    for number in range(7, count, 125):
        made[number] = _long(random)
    return made


def to_qt(text: str) -> str:
    """Give a text so that Qt gets all of it: PySide takes a first U+FEFF or U+FFFE for a byte order mark."""
    heard = re.sub("[\ud800-\udfff]", "", text)
    return "\ufeff" + heard if heard.startswith(("\ufeff", "\ufffe")) else heard


def _text(random: Random, first: str) -> str:
    parts = [KINDS[first](random)]
    for _ in range(random.randint(0, 5)):
        parts.append(KINDS[random.choice((first, *KINDS))](random))
        parts.append(random.choice(("", "", " ", "Wort")))
    return "".join(parts)


def _long(random: Random) -> str:
    text = ""
    while len(text) < LONG:
        text += "".join(_text(random, "Wörter").splitlines()) + random.choice((" ", "", "\u200b"))
    return text[:LONG]
