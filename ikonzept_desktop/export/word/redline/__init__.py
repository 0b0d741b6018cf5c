"""Two states of a concept as one Word draft with tracked changes: from the older one to the newer one."""
