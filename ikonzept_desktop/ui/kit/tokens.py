"""The colours of the design, by name, light and dark."""

from collections.abc import Mapping
from itertools import product
from types import MappingProxyType

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "bg": "#F1F0EC",
        "panel": "#F8F7F4",
        "paper": "#FFFFFF",
        "ink": "#1D2226",
        "muted": "#575E65",
        "accent": "#0E5A6B",
        "on_accent": "#FFFFFF",
        "soft": "#DCEAED",
        "hover": "#E8E6E0",
        "selection": "#C4E1E7",
        "border": "#827F78",
        "line": "#DDDAD3",
        "green": "#2A6B3C",
        "amber": "#8A5700",
        "red": "#B0271E",
        "blue": "#1F5FA8",
        "person1": "#6B3FA0",
        "person2": "#A3420B",
        "person3": "#1F5FA8",
        "person4": "#2A6B3C",
        "person5": "#0E5A6B",
        "chip": "#EEF3F4",
        "green_tint": "#E1F0E4",
        "amber_tint": "#FBF0DC",
        "red_tint": "#FBE7E4",
        "person1_tint": "#EFE8F8",
        "person2_tint": "#FBEBE2",
        "person3_tint": "#E3EEF9",
        "person4_tint": "#E1F0E4",
        "person5_tint": "#DCEAED",
    }
)

DARK: Mapping[str, str] = MappingProxyType(
    {
        "bg": "#181B1E",
        "panel": "#1E2225",
        "paper": "#22272B",
        "ink": "#E5E3DE",
        "muted": "#A7ADB3",
        "accent": "#6FC3D3",
        "on_accent": "#08222A",
        "soft": "#1F3F48",
        "hover": "#2B3136",
        "selection": "#2A5662",
        "border": "#7D858C",
        "line": "#363C42",
        "green": "#86C995",
        "amber": "#E2B45F",
        "red": "#F2958C",
        "blue": "#8FBDF2",
        "person1": "#C3A5EE",
        "person2": "#F0A67C",
        "person3": "#8FBDF2",
        "person4": "#86C995",
        "person5": "#6FC3D3",
        "chip": "#2A3439",
        "green_tint": "#20352A",
        "amber_tint": "#3A311F",
        "red_tint": "#41282A",
        "person1_tint": "#352C44",
        "person2_tint": "#402D22",
        "person3_tint": "#25364A",
        "person4_tint": "#20352A",
        "person5_tint": "#1F3F48",
    }
)

_SURFACES = ("bg", "panel", "paper")
_PERSONS = ("person1", "person2", "person3", "person4", "person5")

TEXT_PAIRS = (
    *product(("ink", "muted"), (*_SURFACES, "soft", "hover", "chip")),
    *product(("accent", "green", "amber", "red", "blue"), (*_SURFACES, "soft")),
    *product(("ink",), ("selection", "green_tint", "amber_tint", "red_tint")),
    *((person, "paper") for person in _PERSONS),
    *((person, f"{person}_tint") for person in _PERSONS),
    *(("on_accent", person) for person in _PERSONS),
    *((name, f"{name}_tint") for name in ("green", "amber", "red")),
    ("on_accent", "accent"),
    ("accent", "chip"),
)
"""Text and ground that meet somewhere: 4.5 at least (WCAG 2.2, 1.4.3)."""

CONTROL_PAIRS = (
    *product(("border", "accent"), _SURFACES),
    *product(("accent",), ("soft", "chip", "hover")),
    *product(("green", "amber", "red", "blue"), (*_SURFACES, "soft", "hover")),
)
"""Edges of controls, rings and shapes, and what they stand on: 3.0 at least (WCAG 2.2, 1.4.11)."""


def contrast(first: str, second: str) -> float:
    """Give the contrast ratio of two colours #RRGGBB, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
