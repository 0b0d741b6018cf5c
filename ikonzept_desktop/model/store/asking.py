"""Puts a question to a file that nobody here has open to write."""

from pathlib import Path

from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.errors import DamagedFile
from ikonzept_desktop.model.store.kept import Question, Result
from ikonzept_desktop.model.store.kept_rows import KeptRows
from ikonzept_desktop.model.store.loading import refusal


def ask(path: Path, source: Path, question: Question[Result]) -> Result:
    """Read from `source`, which stands for the file at `path`; raises StoreError."""
    try:
        with database.reading(source) as connection:
            return question(KeptRows(connection))
    except database.ReadFailure as error:
        raise refusal(path, error) from error
    except FormError as error:
        raise DamagedFile(path) from error
