"""The middle of the window: one section with its fields, where the concept is written."""
