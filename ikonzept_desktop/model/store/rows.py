"""Rows as values: their keys, their hashes, and the running account of every hash in a file."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from ikonzept_desktop.model.store.layout import KEPT
from ikonzept_desktop.values import dataclass

Values = tuple[str | int | bytes, ...]
Key = Values
_MODULUS = 1 << 256


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, its hash left out; the values stand in the order of the table's columns."""

    table: str
    values: Values

    @property
    def key(self) -> Key:
        """The values of the primary key."""
        return key_of(self.table, self.values)


_KEY_WIDTHS: Mapping[str, int] = {table.name: len(table.key) for table in KEPT}


def key_of(table: str, values: Values) -> Key:
    """Give the values of the primary key, which stand first in every table."""
    return values[: _KEY_WIDTHS[table]]


def row_hash(table: str, values: Values) -> bytes:
    """Give the SHA-256 of a row: the table's name and the values as UTF-8, each with its length in bytes."""
    written = bytearray(b"%d:%b" % (len(table), table.encode()))
    for value in values:
        part = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")
        written += b"%d:" % len(part)
        written += part
    return hashlib.sha256(written).digest()


def sound_values(table: str, found: Iterable[Any]) -> Values | None:
    """Give a row's values without its hash, which stands last, or None where they do not match it."""
    *values, checksum = found
    return tuple(values) if row_hash(table, tuple(values)) == checksum else None


@dataclass(slots=True)
class Account:
    """What a table holds, by hash: every key, and the sum that the manifest writes down."""

    hashes: dict[Key, bytes] = field(default_factory=dict)
    total: int = 0

    def put(self, key: Key, checksum: bytes) -> None:
        """Enter a row that came or changed."""
        if key in self.hashes:
            self.drop(key)
        self.hashes[key] = checksum
        self.total = (self.total + int.from_bytes(checksum, "big")) % _MODULUS

    def drop(self, key: Key) -> None:
        """Strike out a row."""
        old = self.hashes.pop(key, None)
        if old is not None:
            self.total = (self.total - int.from_bytes(old, "big")) % _MODULUS

    def line(self) -> tuple[int, str]:
        """Give what the manifest says of the table: the number of rows and the sum."""
        return len(self.hashes), f"{self.total:064x}"


Accounts = dict[str, Account]


def new_accounts() -> Accounts:
    """Give the accounts of a file without rows."""
    return {table.name: Account() for table in KEPT}


@dataclass(slots=True)
class RowChanges:
    """What is to be done to the rows of a file; a row put wins over the same row dropped."""

    put: dict[tuple[str, Key], Row] = field(default_factory=dict)
    drop: set[tuple[str, Key]] = field(default_factory=set)

    def add(self, rows: Iterable[Row]) -> None:
        """Have rows written, whether they are there already or not."""
        for row in rows:
            self.put[row.table, row.key] = row

    def remove(self, keys: Iterable[tuple[str, Key]]) -> None:
        """Have rows taken out, unless they are put as well."""
        self.drop.update(keys)
