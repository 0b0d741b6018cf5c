"""The numbers and titles of everything that can be pointed at, as the concept stands now."""

from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.publication.labels import Label, Labels, labels, same_labels
from ikonzept_desktop.ui.session import Session


class LiveLabels:
    """Computes labels when they are asked for after a change that may have moved them."""

    def __init__(self, session: Session) -> None:
        """Follow a session's concept."""
        self._session = session
        self._known: Labels | None = None
        session.changed.connect(self._forget)

    def all(self) -> Labels:
        """Give the labels of everything."""
        if self._known is None:
            self._known = labels(self._session.document)
        return self._known

    def number(self, id: str) -> str:
        """Give the number printed before a title, or nothing."""
        return self.all().number(id)

    def label(self, id: str) -> Label | None:
        """Give the label of a target; None where it is gone."""
        return self.all().targets.get(id)

    def note(self, id: str) -> int | None:
        """Give a note's number; None where it is not printed."""
        return self.all().notes.get(id)

    def _forget(self, notice: Notice) -> None:
        changes = notice.changes
        if changes.outline or changes.attributes or changes.template or (changes.blocks and _is_counted_anew(notice)):
            self._known = None


def _is_counted_anew(notice: Notice) -> bool:
    """Tell whether more has changed than where paragraphs end: a note came, a table moved, a record was renamed."""
    return not all(same_labels(notice.before, notice.after, section) for section in notice.changes.sections)
