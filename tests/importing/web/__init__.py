"""Pages of the web and Markdown into pieces."""
