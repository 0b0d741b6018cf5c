"""What a Word draft is besides the text when it is given to somebody for review."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from ikonzept_desktop.model.copies import concept_id
from ikonzept_desktop.model.document import Document, GivenCopy
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.publication.packets import packet
from ikonzept_desktop.values import dataclass

_NEVER_IN_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_PART = 60


class Protection(StrEnum):
    """What whoever has the file is kept from."""

    NONE = "none"
    """Changes are tracked until somebody turns that off."""
    REVISIONS = "revisions"
    """Every change is tracked; nobody turns that off unawares, though whoever wants to can: there is no password."""


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """A copy for one person, with what its covering page says."""

    id: str
    concept: str
    """The id of the concept, as it stands in the file."""
    reviewer: str
    packet: str = ""
    """The group whose sections are to be reviewed; empty for the whole concept."""
    editable: tuple[str, ...] | None = None
    """The ids of those sections, all others being there to be read; None where every section may be changed."""
    due: date | None = None
    return_to: str = ""
    protection: Protection = Protection.NONE
    """For the whole concept; a packet always keeps shut what is there to be read."""


@dataclass(frozen=True, slots=True)
class CopyWish:
    """What is asked of a copy, before it has an id."""

    reviewer: str
    packet: str = ""
    due: date | None = None
    return_to: str = ""
    protection: Protection = Protection.NONE
    file: str = ""
    """The name of the file it becomes."""


def made_copies(
    document: Document, wishes: Sequence[CopyWish], version: str, now: datetime, ids: IdSource = new_id
) -> tuple[tuple[CopyOrder, ...], tuple[GivenCopy, ...]]:
    """Give the orders of copies of that version, and what is to be kept in the concept once they are given out."""
    concept = concept_id(document, ids)
    orders, given = [], []
    for wish in wishes:
        copy = GivenCopy(ids(), wish.reviewer, now, version, wish.packet, wish.due, wish.return_to, wish.file)
        editable = packet(document, wish.packet) if wish.packet else None
        orders.append(
            CopyOrder(copy.id, concept, wish.reviewer, wish.packet, editable, wish.due, wish.return_to, wish.protection)
        )
        given.append(copy)
    return tuple(orders), tuple(given)


def file_name(title: str, draft: str, reviewer: str, packet: str, sent: datetime) -> str:
    """Give a name that says what it is and whose: `Integrationskonzept – Entwurf 0.7 – Jobcenter – 2015-03-05.docx`."""
    said = (title or "Konzept", draft, packet, reviewer if reviewer != packet else "", f"{sent:%Y-%m-%d}")
    parts = (" ".join(_NEVER_IN_NAME.sub(" ", part).split())[:_LONGEST_PART].strip(" .") for part in said)
    return " – ".join(part for part in parts if part) + ".docx"
