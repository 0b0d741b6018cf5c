"""Foreign files as they are: what a file says, never what it means to us."""
