"""Qt's palette in the colours of the design."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

_EVERYWHERE = {
    _Role.Window: "panel",
    _Role.WindowText: "ink",
    _Role.Base: "paper",
    _Role.AlternateBase: "panel",
    _Role.Text: "ink",
    _Role.Button: "panel",
    _Role.ButtonText: "ink",
    _Role.BrightText: "red",
    _Role.ToolTipBase: "paper",
    _Role.ToolTipText: "ink",
    _Role.PlaceholderText: "muted",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "ink",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Accent: "accent",
    _Role.Light: "paper",
    _Role.Midlight: "line",
    _Role.Mid: "border",
    _Role.Dark: "border",
    _Role.Shadow: "border",
}
_DISABLED = {
    _Role.WindowText: "muted",
    _Role.Text: "muted",
    _Role.ButtonText: "muted",
    _Role.HighlightedText: "muted",
    _Role.Base: "hover",
    _Role.Button: "hover",
    _Role.Highlight: "hover",
}


def palette(tokens: Mapping[str, str]) -> QPalette:
    """Give every role its colour; what is disabled is muted."""
    result = QPalette(QColor(tokens["panel"]))
    for role, name in _EVERYWHERE.items():
        result.setColor(role, QColor(tokens[name]))
    for role, name in _DISABLED.items():
        result.setColor(_Group.Disabled, role, QColor(tokens[name]))
    return result
