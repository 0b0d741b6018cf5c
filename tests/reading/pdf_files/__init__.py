"""PDFs of others."""
