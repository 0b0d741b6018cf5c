"""Word files of others: unpacked within bounds and read with every mark of their reviewers; in the worker alone."""
