"""Tool tips that say what was written, character by character."""

from html import escape

NEW_LINE, BREAK = "\n", "<br>"


def tip(text: str) -> str:
    """Give a tool tip for a text of somebody's.

    Qt takes what looks like HTML as such, and opens the pictures it names, on servers too; so it gets HTML that
    names none.
    """
    return f"<qt>{escape(text).replace(NEW_LINE, BREAK)}</qt>" if text else ""
