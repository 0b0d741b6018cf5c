"""Tables of others taken over into the records of a field, and records saved as tables."""
