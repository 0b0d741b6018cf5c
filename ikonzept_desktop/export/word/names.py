"""Names of bookmarks: how a block, a reference's target and a line of the contents are found again in Word.

A bookmark's name holds at most 40 letters, digits and underscores (ECMA-376 Part 1, 17.13.6.2); one that begins with an
underscore is hidden from readers.
"""

import hashlib
import re

_OTHER = re.compile(r"[^A-Za-z0-9_]")
_LONGEST = 40


def block_name(id: str) -> str:
    """Name the bookmark over a block's own words: what review looks for in a returned copy."""
    return _name("_ik_", id)


def source_name(id: str) -> str:
    """Name the bookmark over the line of source below a table or figure."""
    return _name("_iq_", id)


def note_name(id: str) -> str:
    """Name the bookmark over the sign of a footnote; within the notes LibreOffice renames bookmarks as it likes."""
    return _name("_in_", id)


def target_name(id: str) -> str:
    """Name the bookmark that cross-references point at."""
    return _name("_Ref_", id)


def contents_name(id: str) -> str:
    """Name the bookmark that a line of the contents points at."""
    return _name("_Toc_", id)


def _name(prefix: str, id: str) -> str:
    name = prefix + id
    if len(name) <= _LONGEST and not _OTHER.search(name):
        return name
    digest = hashlib.sha256(id.encode()).hexdigest()[:12]
    return f"{prefix}{_OTHER.sub('_', id)[: _LONGEST - len(prefix) - 13]}_{digest}"
