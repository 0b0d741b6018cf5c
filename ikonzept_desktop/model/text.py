"""Characters a concept may hold, and what counts as a word."""

import re
import unicodedata

# Everything XML 1.0 forbids (section 2.2), the noncharacters, the object replacement character that
# Qt uses for its inline objects, and separators that are structure here and never text.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffc\ufffe\uffff\ufdd0-\ufdef]")
_SPACES = re.compile("[\t\n\r\u2028\u2029]+")
_WORD = re.compile(r"\w+(?:[-\u2010\u2011.,:/'\u2019*]\w+)*")


def clean(text: str) -> str:
    """Give the text as a concept may hold it: NFC, line ends and tabs as a space, nothing XML forbids."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _FORBIDDEN.sub("", text)))


def is_clean(text: str) -> bool:
    """Tell whether the text may stand in a concept as it is."""
    return clean(text) == text


def count_words(text: str) -> int:
    """Count the words; a compound with hyphens, a date and a number with separators are one word each."""
    return len(_WORD.findall(text))
