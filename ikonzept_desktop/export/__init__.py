"""Finished files out of a publication."""
