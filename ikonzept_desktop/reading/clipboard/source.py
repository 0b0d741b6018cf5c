"""The HTML as it lies on the clipboard, made fit for a parser: its envelope taken off, bulk cut out, size bounded.

Windows wraps it into CF_HTML ("HTML Clipboard Format", Microsoft Learn): lines such as `StartHTML:0000000105` before
the markup, whose numbers count bytes of UTF-8; the comments StartFragment and EndFragment mark what was selected.
"""

import re

from ikonzept_desktop.reading.clipboard.pasted import TooMuch

LARGEST_RAW = 40_000_000
"""Characters; a page of Word with photographs in it as data stays below."""
LARGEST = 6_000_000
"""Characters left after comments and embedded data have gone: a thousand pages of Word."""
LONGEST_TAG = 40_000
"""Characters of one tag, its attributes among them."""

_HEADER = re.compile(r"\s*Version:[\d.]+\s", re.IGNORECASE)
_DATA = re.compile(r"data:[a-z0-9.+/-]{1,60}[;,][a-z0-9+/=;,%_-]{64,}", re.IGNORECASE)
_FRAGMENT = re.compile(r"\s*(?:Start|End)Fragment\s*", re.IGNORECASE)


def prepared(html: str) -> str:
    """Give the markup alone; raises TooMuch where no person can have copied that much."""
    if len(html) > LARGEST_RAW:
        raise TooMuch(f"{len(html)} characters")
    markup = _without_comments(_without_envelope(html.replace("\x00", "")))
    if "data:" in markup:
        markup = _DATA.sub("data:", markup)
    if len(markup) > LARGEST:
        raise TooMuch(f"{len(markup)} characters of markup")
    _check_tags(markup)
    return markup


def _without_envelope(html: str) -> str:
    if not _HEADER.match(html):
        return html
    start = html.find("<")
    return html[start:] if start >= 0 else ""


def _without_comments(html: str) -> str:
    """Take out comments, Word's conditional ones with all their drawings among them.

    The fragment's marks stay, and so do style rules, which Word hides in comments from browsers of the nineties.
    """
    kept: list[str] = []
    at, in_style = 0, False
    while (start := html.find("<!--", at)) >= 0:
        before = html[at:start]
        kept.append(before)
        in_style = _is_in_style(before, in_style)
        end = html.find("-->", start + 4)
        if end < 0:
            return "".join(kept)
        if in_style:
            kept.append(html[start + 4 : end])
        elif _FRAGMENT.fullmatch(html, start + 4, min(end, start + 40)):
            kept.append(html[start : end + 3])
        at = end + 3
    kept.append(html[at:])
    return "".join(kept)


def _is_in_style(markup: str, before: bool) -> bool:
    lower = markup.lower()
    opened, closed = lower.rfind("<style"), lower.rfind("</style")
    return before if opened == closed else opened > closed


def _check_tags(markup: str) -> None:
    """Raise TooMuch for a tag that goes on and on: parsers compare each attribute with all before it."""
    at = markup.find("<")
    while at >= 0:
        end = markup.find(">", at)
        if (len(markup) if end < 0 else end) - at > LONGEST_TAG:
            raise TooMuch("an endless tag")
        at = markup.find("<", at + 1 if end < 0 else end)
