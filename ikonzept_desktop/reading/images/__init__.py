"""Foreign images made fit to be kept: told by content, bounded before decoding, and left with nothing beside."""
