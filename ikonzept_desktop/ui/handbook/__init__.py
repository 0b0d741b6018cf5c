"""The Handbuch: its text, how it is searched, and the window it is read in."""
