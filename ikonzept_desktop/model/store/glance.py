"""What a file says of its outline, read before all else so that it can be painted while the texts are still read.

Nothing hangs on it but that picture: the full look that follows reads and checks every row anew.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from ikonzept_desktop import collector
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.store import layout
from ikonzept_desktop.model.store.assembly import outline_of
from ikonzept_desktop.model.store.contents import Contents, enter
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.inspection import inspect
from ikonzept_desktop.model.store.lock import holder_of
from ikonzept_desktop.model.store.plain_reading import connect_to_read, rows_of


def glance(path: Path) -> Document | None:
    """Give the concept with its template, its titles and states, and without a word of its texts.

    None where anything is not as it should be, or where the file is open elsewhere: that takes the full look.
    """
    contents = Contents()
    try:
        if inspect(path).version != layout.VERSION or holder_of(path) is not None:
            return None
        with closing(connect_to_read(path)) as connection, collector.resting():
            for table in (layout.META, layout.SECTIONS):
                contents.rows[table.name] = [enter(table.name, row, contents) for row in rows_of(connection, table)]
            return None if contents.flaws else outline_of(contents)
    except (StoreError, OSError, sqlite3.Error, FormError, UnicodeDecodeError):
        return None
