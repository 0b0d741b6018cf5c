"""The first sight of a foreign document: what it says, and what is proposed to become of it; in a child process."""

from pathlib import Path

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Plan
from ikonzept_desktop.importing.reading_in import read_in
from ikonzept_desktop.jobs import Report
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Sight:
    """A document, and the plan that is proposed for it."""

    manuscript: Manuscript
    plan: Plan


def look(report: Report, path: Path, name: str, template: Template) -> Sight:
    """Read a document and propose what becomes of it in a concept of that template; raises ImportRefused."""
    from ikonzept_desktop.importing.recognition import proposed

    manuscript = read_in(report, path, name)
    report(0.9, name)
    return Sight(manuscript, proposed(manuscript, template))
