"""Values that are kept from one layout to the next, bounded in size."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Values by key, up to a size; those that a whole layout did not ask for are let go at its end."""

    def __init__(self, most: int, size: Callable[[Value], int]) -> None:
        """Keep values up to the sum of their sizes."""
        self._most, self._size = most, size
        self._now: dict[Hashable, Value] = {}
        self._before: dict[Hashable, Value] = {}
        self._held = 0

    def turn(self) -> None:
        """A whole layout has ended: what nobody asked for since the last one is not needed any more."""
        self._before, self._now, self._held = self._now, {}, 0

    def get(self, key: Hashable) -> Value | None:
        """Give what is kept under a key."""
        found = self._now.get(key)
        if found is None:
            found = self._before.pop(key, None)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: Hashable, value: Value) -> None:
        """Keep a value where there is room for it."""
        size = self._size(value)
        if self._held + size <= self._most:
            self._held += size
            self._now[key] = value
