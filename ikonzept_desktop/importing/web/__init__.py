"""Pages of the web and Markdown into pieces, through the reader of HTML that looks nothing up."""
