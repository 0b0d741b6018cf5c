"""Two states of a concept that are given out as one Word file with tracked changes."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from ikonzept_desktop import local_time
from ikonzept_desktop.export.orders import Earlier, Kind, Order
from ikonzept_desktop.publication.tree import Publication
from ikonzept_desktop.values import dataclass

PRESENT = "Jetziger Stand"


@dataclass(frozen=True, slots=True)
class GivenState:
    """A state resolved for the page; the file is no copy to be taken back, so no snapshot is named in it."""

    publication: Publication
    name: str
    when: datetime
    """Since when it is so, with its time zone."""


def kept_name(reason: str, created: datetime) -> str:
    """Name a state that was kept, by the occasion and the local time of that."""
    return f"{reason or 'Fassung'} vom {local_time.here(created):%d.%m.%Y, %H:%M}"


def comparison(old: GivenState, new: GivenState, images: Mapping[str, bytes], out: Path, now: datetime) -> Order:
    """Order the newer state with what has changed since the older one; `images` are those of both."""
    earlier = Earlier(old.publication, old.name, new.name, new.when)
    return Order(Kind.WORD, new.publication, images, out, now, earlier=earlier)
