"""The concept resolved for the page: numbers, references, notes, lists and contents."""
