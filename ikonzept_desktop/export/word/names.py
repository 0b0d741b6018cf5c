"""Names of bookmarks: how a block, a reference's target and a line of the contents are found again in Word."""

from ikonzept_desktop.publication.block_ids import bookmark_name


def block_name(id: str) -> str:
    """Name the bookmark over a line's own words: what review looks for in a returned copy (see `block_ids`)."""
    return bookmark_name(id)


def note_name(id: str) -> str:
    """Name the bookmark over the sign of a footnote; within the notes LibreOffice renames bookmarks."""
    return bookmark_name(id, "_in_")


def target_name(id: str) -> str:
    """Name the bookmark that cross-references point at."""
    return bookmark_name(id, "_Ref_")


def contents_name(id: str) -> str:
    """Name the bookmark that a line of the contents points at."""
    return bookmark_name(id, "_Toc_")
