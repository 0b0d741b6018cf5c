"""A file through the whole of an import, without a window and without a child process."""

from datetime import UTC, datetime
from pathlib import Path

from ikonzept_desktop.importing.building.result import Built
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Plan
from ikonzept_desktop.importing.reading_in import read_in
from ikonzept_desktop.importing.recognition import proposed
from ikonzept_desktop.importing.stepping import step
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.values import dataclass

WHEN = datetime(2026, 3, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Imported:
    """A concept that was made of a file, and how."""

    document: Document
    manuscript: Manuscript
    plan: Plan
    built: Built


def imported(path: Path, template: Template) -> Imported:
    """Make a concept of a file, as it is proposed; raises ImportRefused."""
    manuscript = read_in(_silent, path, path.name)
    plan = proposed(manuscript, template)
    document = Document(template, ())
    taken = step(document, manuscript, plan, WHEN)
    return Imported(document if taken.edit is None else apply(document, taken.edit), manuscript, plan, taken.built)


def _silent(_share: float, _text: str) -> None:
    pass
