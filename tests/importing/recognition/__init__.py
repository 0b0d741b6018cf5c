"""Tests of what is proposed for the pieces of a foreign document."""
