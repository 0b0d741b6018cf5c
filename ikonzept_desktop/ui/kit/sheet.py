"""The light style sheet: the colours of labels that have a role; everything else is painted by the style."""

from collections.abc import Mapping

_SHEET = """
QLabel[role="muted"] { color: %(muted)s; }
QLabel[role="amber"] { color: %(amber)s; }
QLabel[role="red"] { color: %(red)s; }
QLabel[role="green"] { color: %(green)s; }
QLabel[role="link"] { color: %(accent)s; }
"""


def sheet(tokens: Mapping[str, str]) -> str:
    """Give the sheet in these colours."""
    return _SHEET % tokens
