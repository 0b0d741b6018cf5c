"""Tests of searching and replacing."""
