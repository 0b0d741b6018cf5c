"""Returned copies: which one a file is, and what of it is proposed, merged, and becomes of the text."""
