"""Carries out what the dialog wants of the template, and says so where it cannot be."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.model.template_steps import TemplateRefusal
from ikonzept_desktop.ui.session import Session


class TemplateHand(QObject):
    """One edit, one step of undo, for each thing that is done."""

    said = Signal(str)
    """A sentence that says why something was not done, or what was done instead; nothing takes it back."""

    def __init__(self, session: Session, commit_pending: Callable[[], bool], parent: QObject) -> None:
        """`commit_pending` puts into the concept what is still being typed beside the dialog."""
        super().__init__(parent)
        self._session = session
        self._commit_pending = commit_pending

    @property
    def document(self) -> Document:
        """The concept as it stands."""
        return self._session.document

    @property
    def template(self) -> Template:
        """The template as it stands."""
        return self._session.document.template

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._session.read_only

    def do(self, make: Callable[[Document], Edit | None], label: str) -> bool:
        """Make an edit for the concept as it stands and carry it out; tell whether anything was done."""
        self.said.emit("")
        if self.read_only or not self._commit_pending():
            return False
        try:
            return self._session.apply(make(self.document), label)
        except TemplateRefusal as refusal:
            self.said.emit(str(refusal))
            return False
