"""The notes of the whole concept as a list beside the text."""
