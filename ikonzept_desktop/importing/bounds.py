"""How much a document may hold that is taken over, whatever its format."""

MOST_PIECES = 40_000
"""Paragraphs, items and tables: a page has about twelve."""
