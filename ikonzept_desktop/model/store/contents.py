"""Everything that stands in a file, each row held against its hash and each table against the manifest."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from ikonzept_desktop.model.json_forms import FormError, loads
from ikonzept_desktop.model.store.rows import TABLES, Accounts, Values, key_of, new_accounts, row_hash
from ikonzept_desktop.model.store.tables import BLOCKS, FIELDS, KEPT, MANIFEST, META, SECTIONS

_HELD = frozenset(table.name for table in (META, SECTIONS, FIELDS, BLOCKS))


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

    rows: dict[str, list[Values]] = field(default_factory=dict)
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


def read_contents(connection: Connection) -> Contents:
    """Read and check every row."""
    contents = Contents()
    for table in KEPT:
        contents.rows[table.name] = list(_checked_rows(connection, table.name, contents))
    contents.flaws.extend(_manifest_flaws(connection, contents.accounts))
    return contents


def _checked_rows(connection: Connection, name: str, contents: Contents) -> Iterator[Values]:
    account, held = contents.accounts[name], name in _HELD
    for *found, checksum in connection.execution_options(yield_per=500).execute(select(TABLES[name])):
        values = tuple(found)
        if row_hash(name, values) != checksum:
            contents.flaws.append(Flaw(f"a row of {name} does not match its hash", _section_of(name, values)))
        account.put(key_of(name, values), checksum)
        if held:
            yield values


def _section_of(name: str, values: Values) -> str:
    match name:
        case "sections" | "fields":
            return str(values[0])
        case "blocks":
            return str(values[1])
        case _:
            return ""


def _manifest_flaws(connection: Connection, accounts: Accounts) -> Iterator[Flaw]:
    written = {str(name): (rows, total) for name, rows, total in connection.execute(select(MANIFEST))}
    for name, account in accounts.items():
        if written.pop(name, None) != account.line():
            yield Flaw(f"the rows of {name} are not those of the manifest")
    if written:
        yield Flaw("the manifest names unknown tables")


def _title(content: str) -> str:
    try:
        found = loads(content)
    except FormError:
        return ""
    title = found.get("title") if isinstance(found, dict) else None
    return title if isinstance(title, str) else ""
