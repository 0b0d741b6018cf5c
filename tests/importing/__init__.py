"""Tests of foreign documents made into sections."""
