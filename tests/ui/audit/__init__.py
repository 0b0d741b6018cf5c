"""Every dialog, page and panel, walked as somebody does who sees little or uses no mouse."""
