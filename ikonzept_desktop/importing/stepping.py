"""The one step an import is: sections, and what was tracked in the file as proposals, with all bytes they need."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from ikonzept_desktop.importing.building import Built, built
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Plan
from ikonzept_desktop.importing.tracked import with_changes
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Compound, Edit
from ikonzept_desktop.model.ids import IdSource, new_id
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """An import on its way into a concept."""

    edit: Edit | None
    """All of it; None where the manuscript says nothing."""
    files: tuple[bytes, ...]
    """What the store has to keep before: images, and the file itself where its changes are proposals."""
    built: Built
    proposals: tuple[KeptProposal, ...] = ()
    """What was tracked in the file."""


def step(
    document: Document,
    manuscript: Manuscript,
    plan: Plan,
    when: datetime,
    *,
    into: str = "",
    ids: IdSource = new_id,
) -> Step:
    """Give the step that takes a manuscript over as planned, below a section or to the end."""
    made = built(document, manuscript, plan, into=into, ids=ids)
    files = tuple((manuscript.images or {}).values())
    if made.edit is None:
        return Step(None, files, made)
    sections: Edit = made.edit
    digest = sha256(manuscript.original).hexdigest()
    before = frozenset(each.id for each in document.proposals)
    changes, told = with_changes(apply(document, sections), manuscript, made.places, digest, when)
    made = replace(made, told=(*made.told, *told))
    if changes is None:
        return Step(sections, files, made)
    whole = Compound((sections, changes))
    added = tuple(each for each in apply(document, whole).proposals if each.id not in before)
    return Step(whole, (*files, manuscript.original), made, added)
