"""Foreign documents on their way into a concept."""
