"""What others have said in a document, as the report tells it: comments, and tracked changes."""

from collections.abc import Iterable, Iterator

from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment, or an answer to one."""

    author: str
    text: str
    section: str
    """The title of the section it stands at; nothing where that is none of ours."""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A tracked change that waits for a decision."""

    kind: str
    """A value of `model.proposals.Kind`."""
    section: str
    authors: tuple[str, ...]
    before: str
    after: tuple[str, ...]
    """What is wanted in its place, by each who wants something."""


def comment_lines(after: Document, manuscript: Manuscript) -> Iterator[CommentLine]:
    """Go through the comments of a document with their answers, in its order."""
    places = {comment.id: section.title for section in walk(after.sections) for comment in section.comments}
    for comment in (remark.comment for remark in manuscript.remarks):
        place = places.get(comment.id, "")
        yield CommentLine(comment.author, comment.text, place)
        yield from (CommentLine(reply.author, reply.text, place) for reply in comment.replies)


def proposal_lines(after: Document, proposals: Iterable[KeptProposal]) -> Iterator[ProposalLine]:
    """Go through tracked changes in the order of the text."""
    titles = {section.id: section.title for section in walk(after.sections)}
    for kept in proposals:
        authors = dict.fromkeys(source.author for source in kept.sources)
        wanted = tuple(variant.text for variant in kept.variants)
        yield ProposalLine(kept.kind.value, titles.get(kept.section, ""), tuple(authors), kept.before, wanted)
