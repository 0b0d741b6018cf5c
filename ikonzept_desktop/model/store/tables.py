"""The tables of a project file, and the exact list of what a file of each version may hold.

One row per block and field: what a keystroke changes is one small row. `content` is JSON (see `model.codec`), `hash`
the row's SHA-256 (see `rows`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

VERSION = 1
"""What this program writes."""

_METADATA = MetaData()

META = Table(
    "meta",
    _METADATA,
    Column("key", Text, primary_key=True),
    Column("content", Text),
    Column("hash", LargeBinary),
)
"""What is said once: `template`, `properties`, `state`."""

SECTIONS = Table(
    "sections",
    _METADATA,
    Column("id", Text, primary_key=True),
    Column("parent", Text),
    Column("place", Integer),
    Column("trashed", Text),
    Column("content", Text),
    Column("hash", LargeBinary),
)
"""`place` counts from 0 among the children of `parent`, or within the Papierkorb where `trashed` says something."""

FIELDS = Table(
    "fields",
    _METADATA,
    Column("section", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("content", Text),
    Column("hash", LargeBinary),
)
"""A rich text gives the ids of its blocks in order, records give their ids; all else stands in the row itself."""

BLOCKS = Table(
    "blocks",
    _METADATA,
    Column("id", Text, primary_key=True),
    Column("section", Text),
    Column("content", Text),
    Column("hash", LargeBinary),
)

STEPS = Table(
    "steps",
    _METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("made", Integer),
    Column("content", Text),
    Column("hash", LargeBinary),
)
"""`made` counts milliseconds since 1970, UTC."""

IMAGES = Table(
    "images",
    _METADATA,
    Column("digest", Text, primary_key=True),
    Column("content", Text),
    Column("data", LargeBinary),
    Column("hash", LargeBinary),
)
"""`digest` is the SHA-256 of `data`, in hexadecimal."""

SNAPSHOTS = Table(
    "snapshots",
    _METADATA,
    Column("id", Text, primary_key=True),
    Column("content", Text),
    Column("data", LargeBinary),
    Column("hash", LargeBinary),
)
"""`data` is a document's JSON under zlib (RFC 1950)."""

MANIFEST = Table(
    "manifest",
    _METADATA,
    Column("name", Text, primary_key=True),
    Column("rows", Integer),
    Column("sum", Text),
)
"""For each table how many rows it has, and the sum of their hashes modulo 2^256, in hexadecimal."""

KEPT = (META, SECTIONS, FIELDS, BLOCKS, STEPS, IMAGES, SNAPSHOTS)
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
