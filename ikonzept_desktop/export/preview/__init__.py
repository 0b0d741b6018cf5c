"""Pages of a concept as images, kept up with what is written: made in a child process that stays warm."""
