"""The pages as they will be printed, beside the text that is written."""
