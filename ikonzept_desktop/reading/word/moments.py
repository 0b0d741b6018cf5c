"""When something was said, as Word writes it (ECMA-376 Part 1, 22.9.2): its own time, with or without a zone."""

from datetime import datetime


def moment(said: str, otherwise: datetime) -> datetime:
    """Read when something was said; what is no time is `otherwise`, whose zone counts where none is named."""
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return otherwise
    return found if found.tzinfo else found.replace(tzinfo=otherwise.tzinfo)
