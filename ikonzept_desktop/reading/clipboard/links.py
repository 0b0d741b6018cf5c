"""Where a link leads that may stand in a concept: the web and mail, without the detour of a mail filter."""

from urllib.parse import parse_qs, urlsplit

from ikonzept_desktop.model.schema import is_allowed_link
from ikonzept_desktop.model.text import clean

_FILTER = ".safelinks.protection.outlook.com"
_LONGEST = 2_000


def link_of(href: str) -> str:
    """Give the target of a link; nothing where it leads to a file, a script or within the document."""
    target = clean(href.strip())
    if _FILTER in target:
        target = _behind_filter(target)
    return target if len(target) <= _LONGEST and is_allowed_link(target) else ""


def lost_link(href: str) -> str:
    """Give the target of a link that may not stand in a concept; nothing for others, and for places within."""
    target = clean(href.strip())
    return "" if target.startswith("#") or link_of(href) else target[:_LONGEST]


def _behind_filter(target: str) -> str:
    """Give the address that Outlook's filter was to lead on to."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    if not (parts.hostname or "").endswith(_FILTER):
        return target
    return parse_qs(parts.query).get("url", [target])[0]
