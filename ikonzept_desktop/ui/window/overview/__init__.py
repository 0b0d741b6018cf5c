"""The overview: every section with its state, its deadline and its length, and beside it the dates that bind."""
