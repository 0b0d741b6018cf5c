"""Remembers what was computed of a frozen value, by identity, as long as it is likely to be asked again."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar
from weakref import WeakSet

Value = TypeVar("Value")
Result = TypeVar("Result")


class IdentityMemo(Generic[Value, Result]):
    """A function of frozen values that computes each value once.

    Comparing two long texts costs as much as reading them, so values are told apart by identity; the memo
    holds each value it knows, so that its identity is not given to another.
    """

    def __init__(self, compute: Callable[[Value], Result], capacity: int = 16384) -> None:
        """Remember up to `capacity` results, then forget all and begin anew."""
        self._compute = compute
        self._capacity = capacity
        self._known: dict[int, tuple[Value, Result]] = {}
        self._new = 0
        _ALL.add(self)

    def __call__(self, value: Value) -> Result:
        """Give the function's result for the value."""
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if len(self._known) >= self._capacity:
            self._known.clear()
        result = self._compute(value)
        self._known[id(value)] = (value, result)
        self._new += 1
        return result

    def of_each(self, values: Iterable[Value]) -> list[Result]:
        """Give the function's result for each of many values, nearly all of which are known."""
        known = self._known
        return [entry[1] if (entry := known.get(id(value))) is not None else self(value) for value in values]

    def forget(self) -> None:
        """Let go of every value."""
        self._known.clear()


_ALL: WeakSet[IdentityMemo[Any, Any]] = WeakSet()


DUE = 1024
"""New values after which a look for those of no use is worth its 10 ms."""
_LOOKING = 2
"""References to a value that the look itself makes."""


def forget_unused(due: int = DUE) -> int:
    """Let go of values that nothing but memos holds any more, if there are `due` new ones; give how many went.

    Each key makes a new paragraph and a new section, and those before are never asked for again.
    """
    memos = tuple(_ALL)
    if sum(memo._new for memo in memos) < due:
        return 0
    holders = Counter(id for memo in memos for id in tuple(memo._known))
    gone = 0
    for memo in memos:
        memo._new = 0
        for value, _result in list(memo._known.values()):
            if sys.getrefcount(value) - _LOOKING <= holders[id(value)]:
                memo._known.pop(id(value), None)
                gone += 1
    return gone


def forget_all() -> None:
    """Have every memo let go of its values: those of a closed concept would never be asked for again."""
    for memo in tuple(_ALL):
        memo.forget()
