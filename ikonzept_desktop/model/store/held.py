"""What a file holds: the document put together from sound rows, where its edits stand, and every row by its hash."""

from dataclasses import dataclass
from pathlib import Path

from ikonzept_desktop.model import schema
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store.assembly import AssemblyError, State, document_of, state_of
from ikonzept_desktop.model.store.contents import Contents, Flaw
from ikonzept_desktop.model.store.errors import DamagedFile
from ikonzept_desktop.model.store.rows import Accounts


@dataclass(slots=True)
class Held:
    """What a file holds."""

    document: Document
    state: State
    accounts: Accounts


def held_in(contents: Contents, path: Path) -> Held:
    """Put together what was read from a file; raises DamagedFile, with the titles of sections that suffered."""
    if contents.flaws:
        raise DamagedFile(path, contents.damaged_sections())
    try:
        document = document_of(contents)
        state = state_of(contents)
    except AssemblyError as error:
        contents.flaws.append(Flaw(str(error), error.section))
        raise DamagedFile(path, contents.damaged_sections()) from error
    for problem in schema.problems(document):
        raise DamagedFile(path) from schema.SchemaError(problem)
    return Held(document, state, contents.accounts)
