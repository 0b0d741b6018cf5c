"""What was decided about a document, as text."""

from ikonzept_desktop.importing.manuscript import Manuscript


def told_before(manuscript: Manuscript) -> str:
    """Give what was decided while a document was read."""
    return "\n".join(": ".join(filter(None, (told.place, told.text))) for told in manuscript.told)
