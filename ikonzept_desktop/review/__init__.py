"""Returned copies into proposals: what was changed, by whom, and what of it belongs together."""
