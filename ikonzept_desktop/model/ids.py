"""Stable names for everything in a concept that can be pointed at."""

import os
import random
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
    # A byte has eight times as many values as the alphabet has letters, so each letter is as likely as the others.
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in os.urandom(LENGTH))


def seeded_ids(seed: int) -> IdSource:
    """Give a source of ids that is the same for the same seed."""
    generator = random.Random(seed)  # noqa: S311  # sameness is wanted here, not secrecy
    return lambda: "".join(generator.choices(ALPHABET, k=LENGTH))
