"""What is done to the present proposal or comment, and to many at once: each deed is one step that can be undone."""

from collections.abc import Iterable
from datetime import UTC, datetime

from ikonzept_desktop.model import outline
from ikonzept_desktop.model.document import Comment, Reply, find_section, walk
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.proposals import KeptProposal
from ikonzept_desktop.review import deciding
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself
from ikonzept_desktop.ui.window import texts as window_texts
from ikonzept_desktop.ui.window.note_card import turned, with_answer
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.entries import Entry
from ikonzept_desktop.ui.window.returns.review_view import ReviewView


def _now() -> datetime:
    return datetime.now(UTC)


class ReviewDesk(ReviewView):
    """Decides; what the parts of the panel share."""

    def accept(self, variant: int = 0, text: str | None = None, reason: str = "") -> bool:
        """Take the present proposal over, or settle the present comment; tell whether that was done.

        What is decided already stays so until it is opened again: its text may have been taken over.
        """
        entry = self.current
        if entry is None or not entry.is_open:
            return False
        if entry.kept is None:
            return self.turn_comment()
        try:
            edit = deciding.accept(self.session.document, entry.kept, _now(), variant=variant, text=text, reason=reason)
        except GroundShifted:
            self.troubled.emit(texts.SHIFTED)
            return False
        except NotByItself as error:
            self.troubled.emit(texts.by_hand(error.reason))
            return False
        return self._decide(edit, texts.STEP_ACCEPTED)

    def accept_by_hand(self, variant: int = 0, reason: str = "") -> bool:
        """Keep that the present proposal was worked in by hand."""
        kept = self._open_one()
        return kept is not None and self._decide(
            deciding.accept_by_hand(kept, _now(), variant=variant, reason=reason), texts.STEP_ACCEPTED
        )

    def reject(self, reason: str = "") -> bool:
        """Say no to the present proposal; a comment is neither right nor wrong, and stays."""
        kept = self._open_one()
        return kept is not None and self._decide(deciding.reject(kept, _now(), reason=reason), texts.STEP_REJECTED)

    def later(self, reason: str = "") -> bool:
        """Leave the present proposal for later, and go on."""
        kept = self._open_one()
        if kept is None:
            self.step(1)
            return False
        before = self.current_id
        done = self._decide(deciding.later(kept, _now(), reason=reason), texts.STEP_LATER)
        if self.current_id == before:
            self.step(1)
        return done

    def reopen(self) -> bool:
        """Open the present proposal again; the text stays as it is."""
        kept = self._kept()
        if kept is None:
            return self.turn_comment()
        return self.session.apply(deciding.reopen(kept), texts.STEP_REOPENED)

    def accept_all(self, entries: Iterable[Entry]) -> None:
        """Accept what is open and agreed among entries, in one step."""
        proposals = [entry.kept for entry in entries if entry.kept is not None and entry.is_open]
        edit = deciding.accept_all(self.session.document, proposals, _now())
        ids = {kept.id for kept in proposals}
        if self.session.apply(edit, texts.STEP_ALL_ACCEPTED):
            left = [kept for kept in self.session.document.proposals if kept.id in ids and kept.is_open]
            conflicts = sum(kept.is_conflict for kept in left)
            self.said.emit(texts.taken_over(len(ids) - len(left), conflicts, len(left) - conflicts))
        else:
            self.said.emit(texts.ALL_OPEN_LEFT)

    def reject_all(self, entries: Iterable[Entry]) -> None:
        """Reject what is open and agreed among entries, in one step."""
        proposals = [entry.kept for entry in entries if entry.kept is not None and entry.is_open]
        agreed = [kept for kept in proposals if not kept.is_conflict]
        if self.session.apply(deciding.reject_all(agreed, _now()), texts.STEP_ALL_REJECTED):
            self.said.emit(texts.rejected(len(agreed), len(proposals) - len(agreed)))
        else:
            self.said.emit(texts.ALL_OPEN_LEFT)

    def turn_comment(self) -> bool:
        """Settle the present comment, or open it again."""
        entry = self.current
        comment = entry.comment if entry else None
        if entry is None or comment is None:
            return False
        label = window_texts.REOPEN_NOTE if comment.resolved else window_texts.RESOLVE_NOTE
        return self._put_comments(entry.section, comment.id, turned(comment), label)

    def take_from_card(self, changed: Comment | None, _label: str) -> None:
        """Do what the buttons on a comment's own card ask for: settle it, open it again, or take it away."""
        if changed is None:
            self._delete_comment()
        else:
            self.turn_comment()

    def _delete_comment(self) -> None:
        entry = self.current
        section = find_section(self.session.document, entry.section) if entry and entry.comment else None
        if entry is not None and section is not None:
            comments = tuple(known for known in section.comments if known.id != entry.id)
            edit = outline.set_attribute(self.session.document, section.id, "comments", comments)
            self._decide(edit, window_texts.DELETE_NOTE)

    def answer(self, id: str, reply: Reply) -> None:
        """Answer a comment, the present one or the one that was so when the answer was begun."""
        for section in walk(self.session.document.sections):
            if any(comment.id == id for comment in section.comments):
                comments = with_answer(section.comments, id, reply)
                edit = outline.set_attribute(self.session.document, section.id, "comments", comments)
                self.session.apply(edit, window_texts.ANSWER_STEP)

    def _put_comments(self, section: str, id: str, after: Comment, label: str) -> bool:
        found = find_section(self.session.document, section)
        if found is None:
            return False
        comments = tuple(after if known.id == id else known for known in found.comments)
        edit = outline.set_attribute(self.session.document, section, "comments", comments)
        return self._decide(edit, label)

    def _decide(self, edit: Edit | None, label: str) -> bool:
        """Carry a decision out; the next open one is the present one then."""
        self._decided_here = self.current_id
        done = self.session.apply(edit, label)
        self._decided_here = ""
        return done

    def _kept(self) -> KeptProposal | None:
        entry = self.current
        return entry.kept if entry is not None else None

    def _open_one(self) -> KeptProposal | None:
        entry = self.current
        return entry.kept if entry is not None and entry.is_open else None
