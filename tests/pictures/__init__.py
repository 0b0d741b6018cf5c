"""The pictures of the Handbuch and the README, taken from the real program."""
