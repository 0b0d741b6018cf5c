"""How much of what came back still waits for a decision."""

from ikonzept_desktop.model.comments import every_note
from ikonzept_desktop.model.document import Document


def open_count(document: Document) -> int:
    """Count the proposals nobody has decided, and the comments from Word files that nobody has settled."""
    if not document.returned and not document.proposals:
        return 0
    proposals = sum(kept.is_open and not kept.outdated for kept in document.proposals)
    return proposals + sum(bool(noted.comment.origin) and not noted.comment.resolved for noted in every_note(document))
