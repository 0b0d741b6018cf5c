"""Final PDFs (ISO 32000-1), tagged from the start."""
