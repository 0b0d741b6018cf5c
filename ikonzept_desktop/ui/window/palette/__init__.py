"""The palette: every command, and every place one can go to, by a few letters."""
