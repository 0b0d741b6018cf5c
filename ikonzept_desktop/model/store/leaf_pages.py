"""Reads rows straight from the pages of a damaged file, where the tree that leads to them is broken.

After SQLite, Database File Format: 1.5 free pages, 1.6 b-tree pages, 1.7 overflow, 2.1 records.
"""

from collections.abc import Iterator

from ikonzept_desktop.model.store.file_header import header_of
from ikonzept_desktop.model.store.layout import KEPT
from ikonzept_desktop.model.store.rows import Values, row_hash
from ikonzept_desktop.values import dataclass

_TABLE_LEAF = 0x0D
_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE = 7, 8, 9

Cell = tuple[int, list[str | int | bytes | None]]
"""The row's number, and the values of its record."""


class _BrokenError(ValueError):
    """A page, chain or record that leads nowhere."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row whose hash says which table it is of, and that it is whole."""

    table: str
    values: Values
    checksum: bytes


def found_rows(data: bytes) -> Iterator[FoundRow]:
    """Give every whole row of our tables that stands on a page in use."""
    header = header_of(data[:100])
    if header is None or not 512 <= header.page_size <= 65536:
        return
    pages = _Pages(data, header.page_size)
    for number, values in pages.cells():
        *rest, checksum = values
        if isinstance(checksum, bytes) and (row := _recognised(number, rest, checksum)):
            yield row


def _recognised(number: int, rest: list[str | int | bytes | None], checksum: bytes) -> FoundRow | None:
    # A whole number that is the primary key is kept as the row's number, and nothing in the record.
    values = tuple(number if value is None else value for value in rest)
    for table in KEPT:
        if len(table.columns) == len(values) + 1 and row_hash(table.name, values) == checksum:
            return FoundRow(table.name, values, checksum)
    return None


class _Pages:
    """The pages of a file, counted from 1."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = data
        self._size = size
        self._usable = size - data[20]
        self._count = len(data) // size

    def cells(self) -> Iterator[Cell]:
        """Give the cells of all leaves of tables."""
        free = self._free()
        for number in range(1, self._count + 1):
            page = self._page(number)
            start = 100 if number == 1 else 0
            if number in free or page[start] != _TABLE_LEAF:
                continue
            count = int.from_bytes(page[start + 3 : start + 5], "big")
            for index in range(min(count, self._size // 4)):
                place = start + 8 + 2 * index
                try:
                    yield self._cell(page, int.from_bytes(page[place : place + 2], "big"))
                except (_BrokenError, IndexError):
                    continue

    def _page(self, number: int) -> bytes:
        if not 1 <= number <= self._count:
            raise _BrokenError
        return self._data[(number - 1) * self._size : number * self._size]

    def _free(self) -> set[int]:
        free: set[int] = set()
        trunk = int.from_bytes(self._data[32:36], "big")
        while 1 <= trunk <= self._count and trunk not in free:
            page = self._page(trunk)
            free.add(trunk)
            count = min(int.from_bytes(page[4:8], "big"), self._size // 4 - 2)
            free.update(int.from_bytes(page[8 + 4 * i : 12 + 4 * i], "big") for i in range(count))
            trunk = int.from_bytes(page[:4], "big")
        return free

    def _cell(self, page: bytes, place: int) -> Cell:
        length, place = _varint(page, place)
        number, place = _varint(page, place)
        local = self._local(length)
        payload = page[place : place + local]
        if local < length:
            payload += self._overflow(int.from_bytes(page[place + local : place + local + 4], "big"), length - local)
        return number, _record(payload)

    def _local(self, length: int) -> int:
        """Give how much of a payload stands on the leaf itself."""
        most, least = self._usable - 35, (self._usable - 12) * 32 // 255 - 23
        if length <= most:
            return length
        fitting = least + (length - least) % (self._usable - 4)
        return fitting if fitting <= most else least

    def _overflow(self, number: int, length: int) -> bytes:
        parts = []
        while length > 0:
            page = self._page(number)
            parts.append(page[4 : 4 + min(length, self._usable - 4)])
            length -= len(parts[-1])
            number = int.from_bytes(page[:4], "big")
        return b"".join(parts)


def _record(payload: bytes) -> list[str | int | bytes | None]:
    end, place = _varint(payload, 0)
    values: list[str | int | bytes | None] = []
    content = end
    while place < end:
        kind, place = _varint(payload, place)
        value, content = _value(payload, kind, content)
        values.append(value)
    return values


def _value(payload: bytes, kind: int, place: int) -> tuple[str | int | bytes | None, int]:
    if kind in {_ZERO, _ONE}:
        return kind - _ZERO, place
    size = _INTEGER_SIZES.get(kind, (kind - 12) // 2 if kind >= 12 else 8 if kind == _FLOAT else 0)
    raw = payload[place : place + size]
    if len(raw) < size:
        raise _BrokenError
    if kind >= 12:
        return (raw.decode("utf-8", "surrogateescape") if kind % 2 else raw), place + size
    return (int.from_bytes(raw, "big", signed=True) if kind in _INTEGER_SIZES else None), place + size


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for index in range(9):
        byte = data[place + index]
        if index == 8:
            return (value << 8) | byte, place + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, place + index + 1
    raise _BrokenError
