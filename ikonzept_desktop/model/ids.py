"""Stable names for everything in a concept that can be pointed at."""

import random
import secrets
from collections.abc import Callable

ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
LENGTH = 12

IdSource = Callable[[], str]
"""Gives a fresh id at each call."""


def new_id() -> str:
    """Give a fresh id: 12 characters of a-z and 2-7, 60 random bits.

    Letters and digits only, and short, because a Word bookmark built on it may hold 40 characters of these
    (ECMA-376 Part 1, 17.13.6.2).
    """
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def seeded_ids(seed: int) -> IdSource:
    """Give a source of ids that is the same for the same seed."""
    generator = random.Random(seed)  # noqa: S311  # sameness is wanted here, not secrecy
    return lambda: "".join(generator.choices(ALPHABET, k=LENGTH))
