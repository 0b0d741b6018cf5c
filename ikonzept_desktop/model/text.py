"""Characters a concept may hold, and what counts as a word."""

import re
import unicodedata

# Everything XML 1.0 forbids (section 2.2), the noncharacters, the object replacement character that
# Qt uses for its inline objects, and separators that are structure here and never text.
_OBJECT = "\ufffc"
_NEVER = f"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{_OBJECT}\ufffe\uffff\ufdd0-\ufdef"
_OTHER_SPACES = "\t\n\r\u2028\u2029"
_FORBIDDEN = re.compile(f"[{_NEVER}]")
_SPACES = re.compile(f"[{_OTHER_SPACES}]+")
_UNCLEAN = re.compile(f"[{_NEVER}{_OTHER_SPACES}]")
_WORD = re.compile(r"\w+(?:[-\u2010\u2011.,:/'\u2019*]\w+)*")


def clean(text: str) -> str:
    """Give the text as a concept may hold it: NFC, line ends and tabs as a space, nothing XML forbids."""
    if is_clean(text):
        return text
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _FORBIDDEN.sub("", text)))


def is_clean(text: str) -> bool:
    """Tell whether the text may stand in a concept as it is: `clean` would change nothing."""
    # Printable text holds nothing of all that but the sign for objects; asking for that is faster than searching.
    plain = text.isprintable() and _OBJECT not in text
    return (plain or _UNCLEAN.search(text) is None) and unicodedata.is_normalized("NFC", text)


def count_words(text: str) -> int:
    """Count the words; a compound with hyphens, a date and a number with separators are one word each."""
    return len(_WORD.findall(text))
