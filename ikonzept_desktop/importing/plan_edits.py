"""Corrections of a plan: each gives another plan, and whatever is done, every piece is owned by exactly one entry.

Entries are named by their index. No correction takes an entry out or has two begin with one piece: what is not wanted
becomes text or goes to the inbox.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ikonzept_desktop.importing.plan import Becomes, Entry, Plan, Reason
from ikonzept_desktop.values import dataclass

LONGEST_LABEL = 120
"""Characters of a line that may be a field's label."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A plan after a correction, and where in it the entries are that were corrected."""

    plan: Plan
    chosen: tuple[int, ...]


def owned(plan: Plan, count: int) -> tuple[range, ...]:
    """Give for each entry the pieces it owns, of so many in the document.

    The entry that begins first owns what stands before it too.
    """
    begins = sorted((entry.piece, at) for at, entry in enumerate(plan.entries))
    found = [range(0)] * len(plan.entries)
    for place, ((start, at), following) in enumerate(pairwise([*begins, (count, -1)])):
        found[at] = range(start if place else 0, max(following[0], start))
    return tuple(found)


def levels(plan: Plan) -> tuple[int, ...]:
    """Give the level of each entry as it counts: a section's at most one deeper than that of the one before it.

    Sections that skip a level stand beside each other all the same. Any other entry has that of the section above.
    """
    above: list[int] = []
    found: list[int] = []
    for entry in plan.entries:
        if entry.becomes is Becomes.SECTION:
            while above and above[-1] >= entry.level:
                above.pop()
            above.append(entry.level)
        found.append(max(len(above) - 1, 0))
    return tuple(found)


def settled(plan: Plan) -> Plan:
    """Give the plan with every section's level as it counts."""
    counting = levels(plan)
    return Plan(
        tuple(
            replace(entry, level=level) if entry.becomes is Becomes.SECTION else entry
            for entry, level in zip(plan.entries, counting, strict=True)
        )
    )


def section_above(plan: Plan, at: int) -> int | None:
    """Give the section that an entry belongs to, of a section itself; None before the first one."""
    return next((place for place in range(at, -1, -1) if plan.entries[place].becomes is Becomes.SECTION), None)


def subtree(plan: Plan, at: int) -> range:
    """Give an entry and all that moves with it: of a section what belongs to it and the deeper ones after it."""
    entries, counting = plan.entries, levels(plan)
    if entries[at].becomes is not Becomes.SECTION:
        return range(at, _end_of_value(entries, at))
    for place in range(at + 1, len(entries)):
        if entries[place].becomes is Becomes.SECTION and counting[place] <= counting[at]:
            return range(at, place)
    return range(at, len(entries))


def is_going_on(entry: Entry) -> bool:
    """Tell whether an entry only says that the text goes on, behind something that was taken out of it."""
    return entry.becomes is Becomes.TEXT and entry.reason is Reason.PLACE


def _end_of_value(entries: Sequence[Entry], at: int) -> int:
    """Give where what is no section ends: a field has the text that follows, others what only goes on."""
    is_field = entries[at].becomes is Becomes.FIELD
    place = at + 1
    if entries[at].becomes is Becomes.SECTION:
        return place
    while place < len(entries) and entries[place].becomes is Becomes.TEXT:
        if not is_field and not is_going_on(entries[place]):
            break
        place += 1
    return place


def shifted(plan: Plan, chosen: Iterable[int], by: int) -> Corrected:
    """Put sections one level deeper (1) or higher (-1), with all below them; those that cannot go stay."""
    heads = _heads(plan, chosen)
    for at in heads:
        counting = levels(plan)
        before = section_above(plan, at - 1) if at else None
        deepest = counting[before] + 1 if before is not None else 0
        if plan.entries[at].becomes is not Becomes.SECTION or not 0 <= counting[at] + by <= deepest:
            continue
        plan = _with_levels(plan, subtree(plan, at), by)
    return Corrected(plan, heads)


def stepped(plan: Plan, at: int, by: int) -> Corrected:
    """Move an entry with all below it before the sibling above (-1) or behind the one below (1)."""
    target = _sibling(plan, at, by)
    return Corrected(plan, (at,)) if target is None else placed(plan, at, target, levels(plan)[at])


def placed(plan: Plan, at: int, before: int, level: int) -> Corrected:
    """Move an entry with all below it before another one, or to the end; a section takes that level there.

    Nothing where that place is within what would move.
    """
    moving = subtree(plan, at)
    if moving.start < before < moving.stop:
        return Corrected(plan, (at,))
    if plan.entries[at].becomes is Becomes.SECTION:
        plan = _with_levels(plan, moving, level - levels(plan)[at])
    entries = plan.entries
    taken = entries[moving.start : moving.stop]
    rest = (*entries[: moving.start], *entries[moving.stop :])
    goal = before if before <= moving.start else before - len(moving)
    return Corrected(Plan((*rest[:goal], *taken, *rest[goal:])), (goal,))


def place_below(plan: Plan, at: int, target: int) -> tuple[int, int]:
    """Give before which entry, and on which level, something stands as the last below a section."""
    section = section_above(plan, target)
    if section is None:
        return target + 1, 0
    end = subtree(plan, section).stop
    if plan.entries[at].becomes is not Becomes.SECTION:
        inner = range(section + 1, end)
        end = next((place for place in inner if plan.entries[place].becomes is Becomes.SECTION), end)
    return end, levels(plan)[section] + 1


def as_sections(plan: Plan, chosen: Iterable[int], kind: str, title_of: Callable[[int], str]) -> Corrected:
    """Have entries begin sections, of the kind they would have or else of the given one.

    `title_of` gives the words of a piece, for those that have no title yet; where it has none, a table say, the piece
    is the beginning of the section's text.
    """
    places = tuple(chosen)
    for at in places:
        entry = plan.entries[at]
        if entry.becomes is not Becomes.SECTION:
            words = title_of(entry.piece)
            made = _decided(entry, Becomes.SECTION)
            made = replace(made, kind=entry.kind or kind, title=made.title or words, level=_level_wanted(plan, at))
            plan = _with(plan, at, replace(made, begins_text=entry.begins_text or not words))
    return Corrected(plan, places)


def as_text(plan: Plan, chosen: Iterable[int]) -> Corrected:
    """Have entries be text like any other; what they were as sections is kept, so that one key brings it back."""
    plan = _with_counting_levels(plan, chosen := tuple(chosen))
    return _each(plan, chosen, lambda entry: _decided(entry, Becomes.TEXT))


def to_inbox(plan: Plan, chosen: Iterable[int]) -> Corrected:
    """Have entries go to the inbox, sections with all that is below them."""
    chosen = tuple(chosen)
    plan = _with_counting_levels(plan, chosen)
    every = sorted({place for at in chosen for place in subtree(plan, at)})
    return Corrected(_each(plan, every, lambda entry: _decided(entry, Becomes.INBOX)).plan, chosen)


def with_kind(plan: Plan, chosen: Iterable[int], kind: str, title_of: Callable[[int], str]) -> Corrected:
    """Have entries be sections of a kind."""
    made = as_sections(plan, chosen, kind, title_of)
    return _each(made.plan, made.chosen, lambda entry: replace(_sure(entry), kind=kind))


def as_fields(plan: Plan, chosen: Iterable[int], field: str, title_of: Callable[[int], str]) -> Corrected:
    """Have entries be fields of the section above, by the field's key.

    A short line is the field's label; any other piece, and text that only goes on, is its value already.
    """
    plan = _with_counting_levels(plan, chosen := tuple(chosen))

    def made(entry: Entry) -> Entry:
        is_value = is_going_on(entry) or not 0 < len(title_of(entry.piece)) <= LONGEST_LABEL
        begins_text = entry.begins_text or (is_value and entry.becomes is not Becomes.FIELD)
        typed = entry.typed if entry.becomes is Becomes.FIELD else ""
        return replace(_decided(entry, Becomes.FIELD), field=field, begins_text=begins_text, typed=typed)

    return _each(plan, chosen, made)


def as_records(
    plan: Plan, at: int, field: str, columns: tuple[str, ...], count: int, *, has_heads: bool = False
) -> Corrected:
    """Have a table become records of a field; what follows it goes on as text. `count` is of all pieces."""
    entry = plan.entries[at]
    made = replace(_decided(entry, Becomes.RECORDS), field=field, columns=columns, has_heads=has_heads)
    own = owned(plan, count)[at]
    plan = _each(plan, [at], lambda _entry: made).plan
    return Corrected(_going_on_after(plan, at, own, entry), (at,))


def as_title(plan: Plan, at: int, becomes: Becomes, title: str, count: int) -> Corrected:
    """Have a piece be the title (or subtitle) of the concept; what follows it goes on as text."""
    entry = plan.entries[at]
    own = owned(plan, count)[at]
    plan = _each(plan, [at], lambda entry: replace(_decided(entry, becomes), title=title)).plan
    return Corrected(_going_on_after(plan, at, own, entry), (at,))


def with_columns(plan: Plan, at: int, columns: tuple[str, ...]) -> Corrected:
    """Have the columns of a table become those columns of the field."""
    return _each(plan, [at], lambda entry: _sure(replace(entry, columns=columns)))


def renamed(plan: Plan, at: int, title: str) -> Corrected:
    """Give a section, or the concept, another title."""
    return _each(plan, [at], lambda entry: _sure(replace(entry, title=title)))


def approved(plan: Plan, chosen: Iterable[int]) -> Corrected:
    """Take it that entries are right as they are."""
    return _each(plan, chosen, lambda entry: replace(entry, is_sure=True))


def split(plan: Plan, piece: int, title: str, kind: str, count: int) -> Corrected:
    """Have a section begin at a piece: beside the one it stood in, and what followed there is below it now."""
    parted, at = _parted(plan, piece, count)
    return as_sections(parted, [at], kind, lambda _piece: title)


def _parted(plan: Plan, piece: int, count: int) -> tuple[Plan, int]:
    """Give a plan in which an entry begins at a piece, the very one where one does, and which it is."""
    known = next((at for at, entry in enumerate(plan.entries) if entry.piece == piece), None)
    if known is not None:
        return plan, known
    at = owner(plan, piece, count) + 1
    made = Entry(piece, Becomes.TEXT, reason=Reason.PLACE)
    return Plan((*plan.entries[:at], made, *plan.entries[at:])), at


def split_table(
    plan: Plan, piece: int, field: str, columns: tuple[str, ...], count: int, *, has_heads: bool = False
) -> Corrected:
    """Have a table amid a text become records of a field of the section it stands in."""
    parted, at = _parted(plan, piece, count)
    return as_records(parted, at, field, columns, count, has_heads=has_heads)


def split_field(plan: Plan, piece: int, field: str, words: str, count: int) -> Corrected:
    """Have a field of the section above begin amid its text; short `words` of the piece are its label."""
    parted, at = _parted(plan, piece, count)
    is_new = parted is not plan
    made = as_fields(parted, [at], field, lambda _piece: words).plan
    if is_new and 0 < len(words) <= LONGEST_LABEL:
        made = _with(made, at, replace(made.entries[at], begins_text=False))
    return Corrected(made, (at,))


def owner(plan: Plan, piece: int, count: int) -> int:
    """Give the entry that owns a piece; raises StopIteration for a piece that is not in the document."""
    return next(at for at, pieces in enumerate(owned(plan, count)) if piece in pieces)


def next_unsure(plan: Plan, at: int) -> int | None:
    """Give the next entry behind one that needs a second look, from the beginning again at the end; None if none."""
    places = [*range(at + 1, len(plan.entries)), *range(at + 1)]
    return next((place for place in places if not plan.entries[place].is_sure), None)


def _decided(entry: Entry, becomes: Becomes) -> Entry:
    """Give an entry that somebody has made something else; a label that only began its piece is no title."""
    begins_field = entry.becomes is Becomes.FIELD and bool(entry.typed)
    return replace(
        entry,
        becomes=becomes,
        title="" if begins_field else entry.title,
        typed="" if begins_field else entry.typed,
        field="",
        columns=(),
        by_rows=False,
        has_heads=False,
        begins_text=False,
        reason=Reason.PERSON,
        is_sure=True,
    )


def _level_wanted(plan: Plan, at: int) -> int:
    """Give the level that an entry has once it is a section: its own, where it ever had one."""
    entry, above = plan.entries[at], section_above(plan, at)
    if above is None:
        return 0
    if entry.becomes is Becomes.FIELD:
        return levels(plan)[above] + 1
    return levels(plan)[above] if entry.reason is Reason.PLACE else entry.level


def _sure(entry: Entry) -> Entry:
    return replace(entry, reason=Reason.PERSON, is_sure=True)


def _each(plan: Plan, chosen: Iterable[int], change: Callable[[Entry], Entry]) -> Corrected:
    places = tuple(chosen)
    wanted = frozenset(places)
    entries = tuple(change(entry) if at in wanted else entry for at, entry in enumerate(plan.entries))
    return Corrected(plan if entries == plan.entries else Plan(entries), places)


def _with(plan: Plan, at: int, entry: Entry) -> Plan:
    return Plan((*plan.entries[:at], entry, *plan.entries[at + 1 :]))


def _with_levels(plan: Plan, places: range, by: int) -> Plan:
    """Write down the levels of sections as they count, changed by so many."""
    counting = levels(plan)
    entries = list(plan.entries)
    for at in places:
        if entries[at].becomes is Becomes.SECTION:
            entries[at] = replace(entries[at], level=max(counting[at] + by, 0))
    return Plan(tuple(entries))


def _with_counting_levels(plan: Plan, chosen: Iterable[int]) -> Plan:
    for at in chosen:
        plan = _with_levels(plan, range(at, at + 1), 0)
    return plan


def _going_on_after(plan: Plan, at: int, pieces: range, before: Entry) -> Plan:
    """Have the pieces behind one that stands alone go on as text of the section above, or where they were to go."""
    first = plan.entries[at].piece
    if pieces.stop <= first + 1:
        return plan
    becomes = before.becomes if before.becomes in {Becomes.INBOX, Becomes.CONTENTS} else Becomes.TEXT
    rest = Entry(first + 1, becomes, reason=Reason.PLACE)
    return Plan((*plan.entries[: at + 1], rest, *plan.entries[at + 1 :]))


def _start_of_value(entries: Sequence[Entry], at: int) -> int:
    """Give where that begins which ends before an entry: a field with its text, a section's head."""
    place = at - 1
    for start in range(at - 1, -1, -1):
        if entries[start].becomes is Becomes.SECTION:
            break
        if _end_of_value(entries, start) == at:
            place = start
    return place


def _heads(plan: Plan, chosen: Iterable[int]) -> tuple[int, ...]:
    """Give those of the entries that are not below another one of them."""
    kept: list[int] = []
    for at in sorted(set(chosen)):
        if not any(at in subtree(plan, head) for head in kept):
            kept.append(at)
    return tuple(kept)


def _sibling(plan: Plan, at: int, by: int) -> int | None:
    """Give before which entry something stands that has gone one step up or down; None where it cannot."""
    entries, counting = plan.entries, levels(plan)
    moving = subtree(plan, at)
    if entries[at].becomes is not Becomes.SECTION:
        if by < 0:
            return _start_of_value(entries, at) if at else None
        following = moving.stop
        return _end_of_value(entries, following) if following < len(entries) else None
    if by > 0:
        end = moving.stop
        return subtree(plan, end).stop if end < len(entries) and counting[end] == counting[at] else None
    for place in range(at - 1, -1, -1):
        if entries[place].becomes is Becomes.SECTION and counting[place] <= counting[at]:
            return place if counting[place] == counting[at] else None
    return None
