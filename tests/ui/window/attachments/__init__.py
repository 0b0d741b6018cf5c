"""Attached PDFs in the window."""
