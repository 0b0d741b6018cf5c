"""Tables into records, and records into tables."""
