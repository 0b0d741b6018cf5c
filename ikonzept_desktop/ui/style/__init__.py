"""The form of the house style, with a sample of pages beside it."""
