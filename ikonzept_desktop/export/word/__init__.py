"""Word drafts (ECMA-376 WordprocessingML)."""
