"""Foreign documents made into sections of a concept: what they say is decided here, and every decision is told."""
