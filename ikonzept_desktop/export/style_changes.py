"""What changes of a house style: a value put, a finished style chosen, everything of one's own let go.

Pairs nobody knows stay where they are: they may belong to a newer program.
"""

from ikonzept_desktop.export.finished_styles import Value, finished_style
from ikonzept_desktop.export.house_style import NAMES, STYLE, checked, house_style

Own = tuple[tuple[str, Value], ...]


def with_value(pairs: Own, name: str, value: Value) -> Own:
    """Give the pairs with a value put; one the style would have anyway is not said. Raises HouseStyleError."""
    sound = checked(name, value)
    others = tuple(pair for pair in pairs if pair[0] != name)
    same = getattr(house_style(others), name) == sound
    return others if same else (*others, (name, sound))


def with_finished(pairs: Own, key: str) -> Own:
    """Give the pairs that build on a finished style; of one's own stays what it says nothing about."""
    chosen = finished_style(key)
    said = {name for name, _ in chosen.pairs} if chosen else set()
    kept = tuple(pair for pair in pairs if pair[0] != STYLE and pair[0] not in said)
    return ((STYLE, key), *kept) if chosen else kept


def own_names(pairs: Own) -> tuple[str, ...]:
    """Give the names of what is said other than the finished style says it."""
    return tuple(name for name, _ in pairs if name in NAMES)


def without_own(pairs: Own) -> Own:
    """Give the pairs without what is said other than the finished style says it."""
    return tuple(pair for pair in pairs if pair[0] not in NAMES)


def taken_over(pairs: Own, read: Own) -> Own:
    """Give the pairs of a file in place of one's own."""
    return (*(pair for pair in without_own(pairs) if pair[0] != STYLE), *read)
