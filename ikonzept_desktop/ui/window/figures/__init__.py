"""Figures: how an image comes into the text, and the panel in which it is cut, described and sized."""
