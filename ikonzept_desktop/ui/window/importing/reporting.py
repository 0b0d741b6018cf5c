"""What was decided about a document, as text."""

from collections.abc import Iterable

from ikonzept_desktop.importing.manuscript import Manuscript, Told


def told(decisions: Iterable[Told]) -> str:
    """Give decisions, a line each: where, about what, and the words."""
    return "\n".join(": ".join(filter(None, (each.place, each.about, each.text))) for each in decisions)


def told_before(manuscript: Manuscript) -> str:
    """Give what was decided while a document was read."""
    return told(manuscript.told)
