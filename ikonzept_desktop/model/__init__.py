"""The concept as frozen values, and every change to it."""
