"""Tests of the pages that are kept up with what is written."""
