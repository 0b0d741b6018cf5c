"""Taking images in: what the window asks for, and what the child process does for it."""
