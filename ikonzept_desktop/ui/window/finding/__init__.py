"""Find and replace: the panel in the drawer, the hits, and the way to each of them."""
