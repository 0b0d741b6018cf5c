"""Attached PDFs: how one comes into the text, and the panel in which it is named, chosen from and described."""
