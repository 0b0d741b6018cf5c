"""Two states of the concept given out as one Word file with tracked changes."""
