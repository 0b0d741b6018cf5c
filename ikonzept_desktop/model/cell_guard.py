"""Texts that a spreadsheet program would take for a formula, and how they are kept from it in files without types.

Excel and Calc compute what begins with = + - or @, after a tab or a carriage return too (OWASP, „CSV Injection“). An
apostrophe before it makes it a text for them. What is guarded reads back as it was: each guard is one apostrophe.
"""

import re

_COMPUTED = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*(?:[\s\u00a0]?[%€])?")


def guarded(text: str) -> str:
    """Give a text so that no spreadsheet program computes it; plain numbers like -5 or +3,5 stay."""
    return f"'{text}" if _COMPUTED.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """Give a text without the apostrophe that keeps it from being computed."""
    return text[1:] if _GUARDED.match(text) else text
