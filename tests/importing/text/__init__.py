"""Plain text into pieces."""
