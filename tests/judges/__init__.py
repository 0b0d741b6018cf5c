"""What is expected of a whole concept, read independently, and what other programs find in the files given out."""
