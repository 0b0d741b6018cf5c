"""What a project file consists of: its tables and their columns, and the exact statements of each version.

One row per block and field: what a keystroke changes is one small row. `content` is JSON (see `model.codec`), `hash`
the row's SHA-256 (see `rows`). No database is loaded to know this; `tables` tells SQLAlchemy.
"""

from collections.abc import Iterable, Mapping

from ikonzept_desktop.values import dataclass

VERSION = 1
"""What this program writes."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's name, and the kind of each column by name: the key first, then the rest."""

    name: str
    key: Mapping[str, type]
    rest: Mapping[str, type]

    @property
    def columns(self) -> Mapping[str, type]:
        """All columns in the order in which rows hold their values."""
        return {**self.key, **self.rest}


META = Layout("meta", {"key": str}, {"content": str, "hash": bytes})
"""What is said once: `template`, `properties`, `state`; what came back of copies given out, a row for each proposal."""
RETURNED, PROPOSAL = "returned", "proposal "
"""The key of the list of files that came back, and how those of proposals begin, before their ids."""

SECTIONS = Layout("sections", {"id": str}, {"parent": str, "place": int, "trashed": str, "content": str, "hash": bytes})
"""`place` counts from 0 among the children of `parent`, or within the Papierkorb where `trashed` says something."""

FIELDS = Layout("fields", {"section": str, "field": str, "record": str, "part": str}, {"content": str, "hash": bytes})
"""A rich text gives the ids of its blocks in order, records give their ids; all else stands in the row itself."""

BLOCKS = Layout("blocks", {"id": str}, {"section": str, "content": str, "hash": bytes})

STEPS = Layout("steps", {"number": int}, {"made": int, "content": str, "hash": bytes})
"""`made` counts milliseconds since 1970, UTC."""

IMAGES = Layout("images", {"digest": str}, {"content": str, "data": bytes, "hash": bytes})
"""`digest` is the SHA-256 of `data`, in hexadecimal."""

SNAPSHOTS = Layout("snapshots", {"id": str}, {"content": str, "data": bytes, "hash": bytes})
"""`data` is a document's JSON under zlib (RFC 1950)."""

MANIFEST = Layout("manifest", {"name": str}, {"rows": int, "sum": str})
"""For each table how many rows it has, and the sum of their hashes modulo 2^256, in hexadecimal."""

HELD = (META, SECTIONS, FIELDS, BLOCKS)
"""The tables whose rows make the document."""
BESIDE = (STEPS, IMAGES, SNAPSHOTS)
"""The tables of what lies beside it."""
KEPT = (*HELD, *BESIDE)
"""The tables the manifest watches over."""

_STATEMENTS = (
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL, hash BLOB NOT NULL)",
    (
        "CREATE TABLE sections (id TEXT NOT NULL PRIMARY KEY, parent TEXT NOT NULL, place INTEGER NOT NULL,"
        " trashed TEXT NOT NULL, content TEXT NOT NULL, hash BLOB NOT NULL)"
    ),
    (
        "CREATE TABLE fields (section TEXT NOT NULL REFERENCES sections (id) DEFERRABLE INITIALLY DEFERRED,"
        " field TEXT NOT NULL, record TEXT NOT NULL, part TEXT NOT NULL, content TEXT NOT NULL, hash BLOB NOT NULL,"
        " PRIMARY KEY (section, field, record, part))"
    ),
    (
        "CREATE TABLE blocks (id TEXT NOT NULL PRIMARY KEY,"
        " section TEXT NOT NULL REFERENCES sections (id) DEFERRABLE INITIALLY DEFERRED,"
        " content TEXT NOT NULL, hash BLOB NOT NULL)"
    ),
    "CREATE INDEX blocks_section ON blocks (section)",
    (
        "CREATE TABLE steps (number INTEGER NOT NULL PRIMARY KEY, made INTEGER NOT NULL, content TEXT NOT NULL,"
        " hash BLOB NOT NULL)"
    ),
    (
        "CREATE TABLE images (digest TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL, data BLOB NOT NULL,"
        " hash BLOB NOT NULL)"
    ),
    (
        "CREATE TABLE snapshots (id TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL, data BLOB NOT NULL,"
        " hash BLOB NOT NULL)"
    ),
    "CREATE TABLE manifest (name TEXT NOT NULL PRIMARY KEY, rows INTEGER NOT NULL, sum TEXT NOT NULL)",
)


@dataclass(frozen=True, slots=True)
class Schema:
    """What a file of a version consists of; the statements are never touched again once files have them."""

    version: int
    statements: tuple[str, ...]


SCHEMAS: Mapping[int, Schema] = {1: Schema(1, _STATEMENTS)}


def statements_of(found: Iterable[tuple[str, str, str]]) -> set[str]:
    """Give the statements among what a file consists of: type, name and statement of each of its things.

    What the database made by itself for a key is left out: an index without a statement. A name proves nothing.
    """
    return {statement for kind, _name, statement in found if statement or kind != "index"}
