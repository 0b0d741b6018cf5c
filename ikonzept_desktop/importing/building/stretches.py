"""Which pieces each entry of a plan owns."""

from bisect import bisect_right

from ikonzept_desktop.importing.plan import Entry, Plan
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """An entry, none for what stands before all of them, and its pieces by index."""

    entry: Entry | None
    pieces: range


def stretches(plan: Plan, count: int) -> tuple[Stretch, ...]:
    """Give the stretches in the order of the plan, each of `count` pieces in one of them.

    Where several entries begin with the same piece it is the last one's; the others have none. Entries of pieces that
    do not exist are passed over.
    """
    entries = [entry for entry in plan.entries if 0 <= entry.piece < count]
    owners = {entry.piece: at for at, entry in enumerate(entries)}
    starts = sorted(owners)
    before = range(starts[0] if starts else count)
    found = [Stretch(None, before)] if before else []
    for at, entry in enumerate(entries):
        owns = owners[entry.piece] == at
        following = bisect_right(starts, entry.piece)
        end = starts[following] if following < len(starts) else count
        found.append(Stretch(entry, range(entry.piece, end if owns else entry.piece)))
    return tuple(found)
