"""A page of the web as a manuscript; nothing it points at is opened."""

import re
from collections.abc import Iterator
from itertools import islice

from ikonzept_desktop.importing.bounds import MOST_PIECES
from ikonzept_desktop.importing.manuscript import Manuscript, Told
from ikonzept_desktop.importing.refusals import too_long, too_tangled
from ikonzept_desktop.importing.text.reading import letters_of, told_of_letters
from ikonzept_desktop.importing.web.parts import manuscript_of_parts
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.reading.clipboard.html import read_html
from ikonzept_desktop.reading.clipboard.pasted import TooMuch

LARGEST_PAGE = 16 * 1024 * 1024
"""Bytes of a page, images that are written out in it among them; they are passed over."""
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 2048
_FRAGMENT = re.compile(r"<!--\s*(?:Start|End)Fragment\s*-->", re.IGNORECASE)
_OPEN, _CLOSE = "<!--", "-->"
_PROGRAM = ("[if", "[endif", "<![", "startfragment", "endfragment")
"""How comments begin that are for programs alone."""
_STYLE = re.compile(r"</?style\b", re.IGNORECASE)


def read_page(data: bytes, name: str, ids: IdSource = new_id) -> Manuscript:
    """Read the bytes of a page; raises ImportRefused."""
    declared = _DECLARED.search(data[:_LOOKED_AT])
    letters = letters_of(data, name, declared[1].decode("ascii") if declared else "", LARGEST_PAGE)
    return page_manuscript(letters.text, name, told=tuple(told_of_letters(letters)), ids=ids)


def page_manuscript(
    markup: str, name: str, *, title: str = "", told: tuple[Told, ...] = (), ids: IdSource = new_id
) -> Manuscript:
    """Give what a page says; raises ImportRefused where it is deeper or slower to read than anything people write."""
    try:
        pasted = read_html(_FRAGMENT.sub("", markup), ids)
    except TooMuch as error:
        raise too_tangled(name) from error
    remarks = tuple(Told("remark_left_out", text=remark) for remark in islice(_remarks(markup), MOST_PIECES + 1))
    if len(remarks) > MOST_PIECES:
        raise too_long(name)
    return manuscript_of_parts(pasted, name, title=title, told=(*told, *remarks), ids=ids)


def _remarks(markup: str) -> Iterator[str]:
    """Go through what somebody has written into the page for those alone who look into it."""
    at, in_style = 0, False
    while (start := markup.find(_OPEN, at)) >= 0:
        end = markup.find(_CLOSE, start + len(_OPEN))
        if end < 0:
            end = len(markup)
        words = " ".join(markup[start + len(_OPEN) : end].split())
        in_style = _is_in_style(markup, at, start, in_style)
        if words and not words.lower().startswith(_PROGRAM) and not in_style:
            yield words
        at = end + len(_CLOSE)


def _is_in_style(markup: str, since: int, place: int, before: bool) -> bool:
    """Tell whether style rules are open at a place: they were hidden so from browsers of the nineties."""
    tags = _STYLE.findall(markup, since, place)
    return not tags[-1].startswith("</") if tags else before
