"""The light style sheet: surfaces and labels that have a role; every control is painted by the style instead."""

from collections.abc import Mapping

_SHEET = """
#header, #statusBar { background: %(bg)s; }
#header { border-bottom: 1px solid %(line)s; }
#statusBar { border-top: 1px solid %(line)s; }
#header QMenuBar { background: transparent; }
#paper { background: %(paper)s; }
#paneTitle { font-weight: 600; }
QLabel[role="muted"] { color: %(muted)s; }
QLabel[role="amber"] { color: %(amber)s; }
QLabel[role="red"] { color: %(red)s; }
QLabel[role="green"] { color: %(green)s; }
QLabel[role="link"] { color: %(accent)s; }
#card { background: %(paper)s; border: 1px solid %(line)s; border-radius: 4px; }
#card[kind="red"] { background: %(red_tint)s; border-color: %(red)s; }
#card[kind="amber"] { background: %(amber_tint)s; border-color: %(amber)s; }
#card[kind="quiet"] { background: %(panel)s; }
#banner { background: %(soft)s; border-bottom: 1px solid %(accent)s; }
#banner[kind="red"] { background: %(red_tint)s; border-bottom: 1px solid %(red)s; }
#banner[kind="amber"] { background: %(amber_tint)s; border-bottom: 1px solid %(amber)s; }
"""


def sheet(tokens: Mapping[str, str]) -> str:
    """Give the sheet in these colours."""
    return _SHEET % tokens
