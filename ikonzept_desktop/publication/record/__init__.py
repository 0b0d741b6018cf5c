"""The record of what came back of the copies: who proposed what, and how, when and why it was decided."""
