"""A document that was looked through is put into the concept, in one step that one undo takes back."""

from datetime import datetime

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Becomes, Plan
from ikonzept_desktop.importing.report import as_text, report_of
from ikonzept_desktop.importing.stepping import step
from ikonzept_desktop.model.document import find_section
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """What has come into the concept."""

    sections: tuple[str, ...]
    """The ids of the uppermost sections that came."""
    count: int
    """How many sections came, those below them with them."""
    report: str
    proposals: int = 0
    """How many of its tracked changes wait for a decision."""


def take_over(session: Session, manuscript: Manuscript, plan: Plan, into: str = "") -> Taken | str:
    """Take a document into a concept, below a section or to the end; gives a sentence where nothing was done."""
    if into and find_section(session.document, into) is None:
        return texts.TARGET_GONE
    made = step(session.document, manuscript, plan, datetime.now().astimezone(), into=into)
    try:
        for data in made.files:
            session.keeper.add_image(data)
    except StoreError as error:
        return texts.NOT_TAKEN.format(reason=str(error))
    session.apply(made.edit, texts.STEP)
    count = sum(entry.becomes is Becomes.SECTION for entry in plan.entries)
    report = as_text(report_of(session.document, manuscript, plan, made.built, made.proposals))
    return Taken(made.built.sections, count, report, len(made.proposals))
