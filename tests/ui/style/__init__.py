"""The form of the house style."""
