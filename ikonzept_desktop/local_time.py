"""Moments in the time of this machine, also those that its system does not know."""

from datetime import UTC, datetime


def here(when: datetime) -> datetime:
    """Give a moment in this machine's time, or as it was said where the system knows no local time for it.

    Windows knows none before 1970 nor after 3000; what comes from elsewhere, a comment in a Word file, may be of 1900.
    """
    try:
        return when.astimezone()
    except (OSError, OverflowError, ValueError):
        return when


def of_stamp(seconds: float) -> datetime:
    """Give the moment of a file's time stamp (seconds since 1970) in this machine's time; of none the first of 1970."""
    try:
        return here(datetime.fromtimestamp(seconds, UTC))
    except (OSError, OverflowError, ValueError):
        return here(datetime.fromtimestamp(0, UTC))
