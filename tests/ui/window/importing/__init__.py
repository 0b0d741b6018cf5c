"""Foreign documents taken over in the window."""
