"""The window around the text: header, outline, inspector, status bar and start page."""
