"""Plain text into pieces: its letters told from its bytes, its paragraphs from its lines."""
