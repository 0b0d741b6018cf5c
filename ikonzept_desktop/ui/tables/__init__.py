"""Tables beside the text: a grid to write in, its tools, and how a table is made."""
