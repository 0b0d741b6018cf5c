"""Brings the file of an older version to the present one, step by step, on a copy that then takes its place."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ikonzept_desktop import atomic_file
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.errors import NotWritten
from ikonzept_desktop.model.store.inspection import inspect
from ikonzept_desktop.model.store.layout import SCHEMAS, VERSION, Schema
from ikonzept_desktop.model.store.loading import check_schema, load, refusal
from ikonzept_desktop.values import dataclass

MigrationStep = Callable[[Connection], None]
"""Turns the tables and rows of one version into those of the next, the manifest included."""


@dataclass(frozen=True, slots=True)
class Format:
    """The versions a program knows, and the ways between them."""

    version: int
    schemas: Mapping[int, Schema]
    steps: Mapping[int, MigrationStep]
    """From each version to the next."""


FORMAT = Format(VERSION, SCHEMAS, {})


def is_older(path: Path, format: Format = FORMAT) -> bool:
    """Tell whether a file must be migrated before it can be written; raises StoreError."""
    return inspect(path, format.version).version < format.version


def migrate(path: Path, format: Format = FORMAT) -> None:
    """Bring a file to the present version; raises StoreError, and then it is as it was."""
    version = inspect(path, format.version).version
    try:
        with atomic_file.writing(path) as temporary:
            shutil.copyfile(path, temporary)
            _migrate_copy(temporary, version, format)
            load(temporary, format.schemas)
    except (DBAPIError, KeyError) as error:
        raise refusal(path, error) from error
    except (OSError, atomic_file.FileHeldOpen) as error:
        sentence = (
            f"Die Datei „{path.name}“ stammt aus einer älteren Version und ließ sich nicht umstellen. "
            "Sie ist unverändert. Prüfen Sie, ob auf dem Laufwerk Platz ist."
        )
        raise NotWritten(path, sentence) from error


def _migrate_copy(path: Path, version: int, format: Format) -> None:
    with database.writing(path) as connection:
        check_schema(connection, path, format.schemas[version])
        for number in range(version, format.version):
            format.steps[number](connection)
        database.mark(connection, format.version)
