"""What a file says of its outline, read before all else so that it can be painted while the texts are still read.

Nothing hangs on it but that picture: the full look that follows reads and checks every row anew.
"""

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path

from ikonzept_desktop.model import outline_codec
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.json_forms import FormError, loads
from ikonzept_desktop.model.store.connecting import connect_to_read, is_as_it_should_be
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.inspection import inspect
from ikonzept_desktop.model.store.layout import VERSION
from ikonzept_desktop.model.store.lock import holder_of

_Rows = dict[str, list[tuple[str, str]]]
"""Id and content of the sections below each parent, in order."""


def glance(path: Path) -> Document | None:
    """Give the concept with its template, its titles and states, and without a word of its texts.

    None where it cannot be read so, or where the file is open elsewhere: that takes the full look.
    """
    try:
        if inspect(path).version != VERSION or holder_of(path) is not None:
            return None
        with closing(connect_to_read(path)) as connection:
            seen = _outline(connection) if is_as_it_should_be(connection) else None
    except (StoreError, OSError, sqlite3.Error, FormError, UnicodeDecodeError, LookupError, TypeError, RecursionError):
        return None
    return seen if seen is not None and _can_be_drawn(seen) else None


def _outline(connection: sqlite3.Connection) -> Document:
    said = dict(connection.execute("SELECT key, content FROM meta"))
    rows: _Rows = defaultdict(list)
    found = connection.execute("SELECT parent, id, content FROM sections WHERE trashed = '' ORDER BY parent, place")
    for parent, id, content in found:
        rows[parent].append((id, content))
    template = outline_codec.TEMPLATE.loads(said["template"])
    properties = outline_codec.PROPERTIES.loads(said["properties"])
    return Document(template, _below("", rows), properties)


def _below(parent: str, rows: _Rows) -> tuple[Section, ...]:
    return tuple(
        Section(id=id, children=_below(id, rows), **outline_codec.OWN_PARTS.decode(loads(content)))
        for id, content in rows[parent]
    )


def _can_be_drawn(document: Document) -> bool:
    """Tell whether the template knows what every section is, and has states for them."""
    known = {kind.key for kind in document.template.kinds}
    return bool(document.template.statuses) and all(section.kind in known for section in walk(document.sections))
