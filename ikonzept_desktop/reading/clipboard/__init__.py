"""What other programs put on the clipboard: HTML of word processors, mail programs and browsers, and plain text."""
