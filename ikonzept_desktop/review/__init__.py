"""Returned copies: which one a file is, and what becomes of it."""
