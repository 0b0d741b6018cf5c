"""Searching a concept for words, and replacing them."""
