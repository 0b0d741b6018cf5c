"""Foreign documents taken over in the window: read, looked through, corrected, and put into the concept."""
