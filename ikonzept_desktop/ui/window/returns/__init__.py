"""Copies for review: given out, waited for, and taken back."""
