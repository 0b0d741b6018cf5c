"""The tables of a project file as SQLAlchemy knows them; `layout` says what they consist of and what for."""

from collections.abc import Mapping
from itertools import starmap
from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from ikonzept_desktop.model.store import layout
from ikonzept_desktop.model.store.layout import Layout

_METADATA = MetaData()
_KINDS: Mapping[type, type[TypeEngine[Any]]] = {str: Text, int: Integer, bytes: LargeBinary}


def _table(known: Layout) -> Table:
    return Table(known.name, _METADATA, *starmap(_key, known.key.items()), *starmap(_column, known.rest.items()))


def _key(name: str, kind: type) -> Column[Any]:
    return Column(name, _KINDS[kind], primary_key=True, autoincrement=False)


def _column(name: str, kind: type) -> Column[Any]:
    return Column(name, _KINDS[kind])


KEPT: Mapping[str, Table] = {known.name: _table(known) for known in layout.KEPT}
"""The tables the manifest watches over, by name."""
META, STEPS = KEPT["meta"], KEPT["steps"]
IMAGES, SNAPSHOTS = KEPT["images"], KEPT["snapshots"]
MANIFEST = _table(layout.MANIFEST)
