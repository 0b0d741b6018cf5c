"""Tests of the jobs, with real processes."""
