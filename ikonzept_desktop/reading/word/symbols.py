"""Letters of symbol fonts as the characters that they show: one for one, so that places in a text stay.

Such fonts have their signs where other fonts have letters, or in the private use area above them (ECMA-376 Part 1,
17.3.3.30). Symbol after Adobe's table (Unicode's MAPPINGS/VENDORS/ADOBE/symbol.txt), the others by what they show.
"""

_PRIVATE_USE = 0xF000
_FIRST, _LAST = 0x20, 0xFF
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"  # 20
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"  # 40
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"  # 60
)
_SYMBOL_ABOVE = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"  # A0
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"  # C0
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"  # E0
)
_SYMBOL_LAST = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"  # F1
_WINGDINGS = {
    0x20: " ", 0x21: "✏", 0x22: "✂", 0x23: "✁", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3E: "✇",
    0x3F: "✍", 0x41: "✌", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹",
    0x4E: "☠", 0x4F: "⚐", 0x51: "✈", 0x52: "☼", 0x54: "❄", 0x58: "✠", 0x59: "✡", 0x5A: "☪", 0x5B: "☯",
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x7B: "❀", 0x7D: "❝", 0x7E: "❞", 0x80: "⓪",
    **{0x81 + at: chr(0x2460 + at) for at in range(10)}, 0x8B: "⓿", **{0x8C + at: chr(0x2776 + at) for at in range(10)},
    0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★",
    0xAC: "✶", 0xAD: "✴", 0xAE: "✹", 0xAF: "✵", 0xB5: "✪", 0xB6: "✰", 0xD5: "⌫", 0xD6: "⌦", 0xD8: "➢",
    0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘", 0xE8: "➔",
    0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xF4: "⇳", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒",
    0x95: "•", 0x96: "•", 0x97: "●", 0x98: "●", 0x99: "○", 0xA0: "▪", 0xA1: "■", 0xA2: "■", 0xA3: "□", 0xAE: "◆",
}  # fmt: skip
_WINGDINGS_3 = {
    0x20: " ", 0x21: "←", 0x22: "→", 0x23: "↑", 0x24: "↓", 0x25: "↖", 0x26: "↗", 0x27: "↙", 0x28: "↘",
    0x70: "▲", 0x71: "▼", 0x72: "△", 0x73: "▽", 0x74: "◀", 0x75: "▶", 0x76: "◁", 0x77: "▷", 0x7D: "▶", 0x84: "▶",
}  # fmt: skip
_WEBDINGS = {
    0x20: " ", 0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗",
}  # fmt: skip
_FONTS = {
    "symbol": {
        **{0x20 + at: sign for at, sign in enumerate(_SYMBOL)},
        **{0xA0 + at: sign for at, sign in enumerate(_SYMBOL_ABOVE)},
        **{0xF1 + at: sign for at, sign in enumerate(_SYMBOL_LAST)},
    },
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}


def is_symbol_font(font: str) -> bool:
    """Tell whether the letters of a font are signs that are known here."""
    return font.lower() in _FONTS


def shown(font: str, text: str) -> str:
    """Give the characters that text in a symbol font shows; what is not known stays as it is."""
    signs = _FONTS.get(font.lower())
    return text if signs is None else "".join(signs.get(_code(letter), letter) for letter in text)


def is_private(text: str) -> bool:
    """Tell whether there are letters in a text that mean something in a symbol font alone."""
    return any(_PRIVATE_USE + _FIRST <= ord(letter) <= _PRIVATE_USE + _LAST for letter in text)


def _code(letter: str) -> int:
    code = ord(letter)
    return code - _PRIVATE_USE if _PRIVATE_USE + _FIRST <= code <= _PRIVATE_USE + _LAST else code
