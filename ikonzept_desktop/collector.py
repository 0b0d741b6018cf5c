"""The garbage collector, kept from walking what holds no circles: frozen values by the ten thousand."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """Keep the collector still while values are made in large numbers.

    Resolving a concept of 2,000 pages takes 28 times as long as one of 200 with the collector, 10 times without.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def settle() -> None:
    """Take everything that is there now out of the collector's rounds.

    A concept of 60,000 words is some 100,000 objects that stay; walking them would hold up a key for a moment.
    """
    gc.freeze()


def clear_away() -> None:
    """Free what has gone of all that was taken out of the rounds: a closed concept is large."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Return to the system what was freed, where the C library keeps it for itself until it is told (glibc does)."""
    if sys.platform.startswith("linux"):
        import ctypes  # not before: a start needs none

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
