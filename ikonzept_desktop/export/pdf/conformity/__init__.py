"""Our own check of a finished web PDF against PDF/UA-1 and PDF/A-2a; it knows nothing of how the file was made."""
