"""Copies that came back as drafts of a concept that somebody has changed without tracking."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, replace_section
from ikonzept_desktop.model.edits import ChangeProposals, inverse
from ikonzept_desktop.model.proposals import KeptProposal, Kind
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.plain import plain_text
from ikonzept_desktop.reading.word.content import Copy
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.review.deciding import accept
from ikonzept_desktop.review.keeping import kept_proposals
from ikonzept_desktop.review.reading_back import ReadBack, Returned, read_back

WHEN = datetime(2026, 3, 2, tzinfo=UTC)


def copy_of(document: Document) -> Copy:
    """Give a draft of a concept, read."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "draft.docx"
        write_draft(build(document), {}, out, DraftOptions(issued=WHEN))
        return taken(out.read_bytes(), "Entwurf")


def back(document: Document, *changed: Document) -> ReadBack:
    """Give what copies propose that hold a concept as others have changed it."""
    copies = {str(at): Returned(copy_of(other), f"Amt {at}") for at, other in enumerate(changed)}
    return read_back(copy_of(document), copies)


def proposed(document: Document, *changed: Document) -> tuple[KeptProposal, ...]:
    """Give these proposals as a concept keeps them, but for those of form."""
    found = kept_proposals(back(document, *changed), "fassung", document)
    return tuple(each for each in found if each.kind is not Kind.FORMAT)


def with_proposals(document: Document, proposals: tuple[KeptProposal, ...]) -> Document:
    """Give the concept that keeps proposals."""
    return apply(document, ChangeProposals((), proposals))


def accepted(document: Document, *proposals: KeptProposal, variant: int = 0) -> Document:
    """Accept proposals one after the other; each can be taken back."""
    for kept in proposals:
        edit = accept(document, kept, WHEN, variant=variant)
        after = apply(document, edit)
        assert apply(after, inverse(edit)) == document
        document = after
    return document


def text_of(document: Document) -> list[str]:
    """Give the lines that a concept prints."""
    return [line for line in plain_text(build(document)) if line.strip()]


def words_of(document: Document) -> list[str]:
    """Give these lines without the signs of lists: what is written anew is set like what it follows."""
    return [line.removeprefix("• ") for line in text_of(document)]


def titled(document: Document, section: int, title: str) -> Document:
    """Give the concept with the title of one of its sections replaced."""
    return replace_section(document, replace(document.sections[section], title=title))
