"""Tests of returned copies made into proposals."""
