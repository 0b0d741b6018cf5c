"""Which files can be taken over: asked for, or let fall on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

SUFFIXES = (".docx", ".docm", ".dotx", ".odt", ".doc", ".rtf", ".md", ".markdown", ".txt", ".html", ".htm")
"""What the file dialog offers."""
DROPPED = frozenset({".docx", ".docm", ".odt", ".doc", ".rtf", ".md", ".markdown"})
"""What is taken for a document where it is let fall; text and pages are left to others."""


def documents(data: QMimeData) -> list[Path]:
    """Give the documents among what is being dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if _is_here(url)]
    return [path for path in paths if path.suffix.lower() in DROPPED]


def _is_here(url: QUrl) -> bool:
    return url.isLocalFile() and bool(url.toLocalFile())
