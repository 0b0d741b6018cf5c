"""The example concept and the generator of concepts for measuring."""
