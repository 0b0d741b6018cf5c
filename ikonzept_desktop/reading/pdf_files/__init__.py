"""PDFs of others: opened within limits, cleaned of what acts, looked at page by page; in the worker alone."""
