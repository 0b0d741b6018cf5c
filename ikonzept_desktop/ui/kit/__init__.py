"""The look shared by every screen: colours, type, icons and small widgets."""
