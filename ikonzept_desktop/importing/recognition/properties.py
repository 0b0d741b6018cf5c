"""Lines of a cover that say something of the whole concept: who publishes it, as of when, and which draft it is."""

import re
from collections.abc import Sequence

from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from ikonzept_desktop.importing.recognition.lines import MARK, Line

_LONGEST = 80
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_WAYS = {
    "draft": re.compile(
        r"(?P<words>(?:\d\. )?(?:(?:Vor|Roh|Diskussions)?[Ee]ntwurf|(?:Arbeits)?[Ff]assung|Version)\b.*)"
    ),
    "as_of": re.compile(
        rf"""(?x)
        (?:Stand:?\ )?
        (?P<words>
            (?:\d{{1,2}}\.\ ?)?(?:{_MONTHS})\ (?:19|20)\d\d
            | \d{{1,2}}\.\ ?\d{{1,2}}\.\ ?(?:19|20)\d\d
            | (?:19|20)\d\d
        )
        """
    ),
    "publisher": re.compile(
        r"""(?x)
        (?:Herausgeber(?:in)?:\ )?
        (?P<words>
            (?:Der\ |Die\ )?
            (?:(?:Land)?[Kk]reis|(?:Landeshaupt|Hanse)?[Ss]tadt|(?:Verbands|Samt)?[Gg]emeinde|Städteregion|Region|Bezirk)
            (?:verwaltung)?\ [^\W\d_][^\d.!?]*
            | [^\W\d_][^\s\d]*(?:-Kreis|kreis)
        )
        """
    ),
}
"""How such lines read, by the name of the property; `words` are what is said."""


def property_entries(lines: Sequence[Line]) -> dict[int, Entry]:
    """Give the first line of each property, by the index of its piece."""
    found: dict[str, Entry] = {}
    for line in lines:
        if line.is_paragraph and len(line.text) <= _LONGEST and MARK not in line.raw:
            ways = ((name, way.fullmatch(line.text)) for name, way in _WAYS.items() if name not in found)
            name, match = next(((name, match) for name, match in ways if match is not None), ("", None))
            if match is not None:
                entry = Entry(line.index, Becomes.PROPERTY, title=match["words"], field=name, reason=Reason.PLACE)
                found[name] = entry
    return {entry.piece: entry for entry in found.values()}
