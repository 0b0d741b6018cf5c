"""The template of a concept on screen: its kinds of section, their fields, statuses and numbering."""
