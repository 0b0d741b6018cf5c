"""Tests of find and replace in the window."""
