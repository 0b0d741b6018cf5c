"""The Handbuch."""
