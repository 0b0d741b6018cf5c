"""What the lines of a cover say of the whole concept beside its title: who publishes it, of when it is, which draft."""

import re
from collections.abc import Iterator, Sequence

from ikonzept_desktop.importing.plan import Becomes, Entry, Reason
from ikonzept_desktop.importing.recognition.lines import Line

_LONGEST = 80
"""Letters of such a line."""
_MONTH = r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_DAY = rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{_MONTH})\s?\d{{4}}|{_MONTH}\s+\d{{4}})"
_AS_OF = re.compile(rf"(?i)(?:stand\s*:?\s*)?{_DAY}|stand\s*:?\s*\d{{4}}")
_DRAFT = re.compile(r"(?i)\w*entwurf\b.{0,40}|entwurfsfassung\b.{0,40}")
_PUBLISHER = re.compile(
    r"""(?xi)
    (?:(?:der\s+)?(?:landkreis|kreis|bezirk)
      |(?:die\s+)?(?:stadt|gemeinde|samtgemeinde|verbandsgemeinde|landeshauptstadt|hansestadt|universitätsstadt
      |städteregion|region|kreisverwaltung|stadtverwaltung|gemeindeverwaltung))\s+[\w.()/–-]+(?:\s[\w.()/–-]+){0,4}
    | (?:der\s+)?[\w-]+[ -]?kreis(?:\s[\w-]+){0,2}
    """
)
_FEWEST = 3
"""Words of a second line that nothing but its place calls one."""
_ENDS_LIKE_TEXT = (".", ",", ";", ":")


def said_of_whole(lines: Sequence[Line], titles: dict[int, Entry]) -> Iterator[Entry]:
    """Go through what the lines around a title say of the concept; each thing is said once."""
    title = next((at for at, line in enumerate(lines) if line.index in titles), None)
    if title is None:
        return
    wanted = {"as_of": _AS_OF, "draft": _DRAFT, "publisher": _PUBLISHER}
    for at, line in enumerate(lines):
        if not _is_short(line) or line.index in titles:
            continue
        name = next((name for name, form in wanted.items() if form.fullmatch(line.text)), None)
        if name is not None:
            del wanted[name]
            yield Entry(line.index, Becomes.PROPERTY, title=line.text, field=name, reason=Reason.WORDS)
        elif at == title + 1 and _is_second(line) and all(each.becomes is Becomes.TITLE for each in titles.values()):
            yield Entry(line.index, Becomes.SUBTITLE, title=line.text, reason=Reason.PLACE, is_sure=False)


def _is_short(line: Line) -> bool:
    return line.is_paragraph and 0 < len(line.text) <= _LONGEST


def _is_second(line: Line) -> bool:
    return len(line.text.split()) >= _FEWEST and not line.text.endswith(_ENDS_LIKE_TEXT)
