"""The headless tests under Wine's CPython: which run, which cannot, and why."""
