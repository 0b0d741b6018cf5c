"""Windows programs on Debian: a chroot with Wine, and a runner in it that never hangs."""
