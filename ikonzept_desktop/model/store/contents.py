"""Everything that stands in a file, each row held against its hash and each table against the manifest."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

from ikonzept_desktop.model.json_forms import FormError, loads
from ikonzept_desktop.model.store.layout import KEPT
from ikonzept_desktop.model.store.rows import Accounts, Values, key_of, new_accounts, row_hash
from ikonzept_desktop.values import dataclass

Manifest = dict[str, tuple[int, str]]
"""What the manifest says of each table: the number of rows and the sum of their hashes."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written."""

    what: str
    """In English, for the log."""
    section: str = ""
    """The id of the section it belongs to, where that is known."""


@dataclass(slots=True)
class Contents:
    """The rows a document is made of, the accounts of all tables, and what was found wrong."""

    rows: dict[str, list[Values]] = field(default_factory=lambda: {table.name: [] for table in KEPT})
    accounts: Accounts = field(default_factory=new_accounts)
    flaws: list[Flaw] = field(default_factory=list)

    def title(self, section: str) -> str:
        """Give the title of a section as far as it can be read; empty where it cannot."""
        for id, _parent, _place, _trashed, content in self.rows.get("sections", ()):
            if id == section:
                return _title(str(content))
        return ""

    def damaged_sections(self) -> tuple[str, ...]:
        """Give the titles of the sections that suffered, each once."""
        titles = (self.title(flaw.section) for flaw in self.flaws if flaw.section)
        return tuple(dict.fromkeys(filter(None, titles)))


def enter(name: str, found: Iterable[Any], contents: Contents) -> Values:
    """Enter a row into the accounts, note a flaw where its hash says so, and give its values without the hash."""
    *rest, checksum = found
    values = tuple(rest)
    if row_hash(name, values) != checksum:
        contents.flaws.append(Flaw(f"a row of {name} does not match its hash", _section_of(name, values)))
    contents.accounts[name].put(key_of(name, values), checksum if isinstance(checksum, bytes) else b"")
    return values


def _section_of(name: str, values: Values) -> str:
    match name:
        case "sections" | "fields":
            return str(values[0])
        case "blocks":
            return str(values[1])
        case _:
            return ""


def manifest_flaws(written: Manifest, accounts: Accounts, *, newer: bool = False) -> Iterator[Flaw]:
    """Name the tables whose rows are not those the manifest watches over; a newer version may have more tables."""
    for name, account in accounts.items():
        if written.get(name) != account.line():
            yield Flaw(f"the rows of {name} are not those of the manifest")
    if not newer and not written.keys() <= accounts.keys():
        yield Flaw("the manifest names unknown tables")


def _title(content: str) -> str:
    try:
        found = loads(content)
    except FormError:
        return ""
    title = found.get("title") if isinstance(found, dict) else None
    return title if isinstance(title, str) else ""
