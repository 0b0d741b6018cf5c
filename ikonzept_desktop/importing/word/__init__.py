"""A Word file that was read becomes a manuscript: what its paragraphs, lists, tables and drawings are in a concept."""

from ikonzept_desktop.importing.word.making import manuscript_of

__all__ = ["manuscript_of"]
