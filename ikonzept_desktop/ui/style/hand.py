"""Carries out what the form wants of the house style: one edit, one step of undo, for each thing that is done."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ikonzept_desktop.export.finished_styles import Value, finished_style
from ikonzept_desktop.export.house_style import HouseStyle, HouseStyleError, checked, house_style, misfit
from ikonzept_desktop.export.style_changes import Own, with_finished, with_value
from ikonzept_desktop.model.document import Document, Logo
from ikonzept_desktop.model.edits import SetProperties, SetTemplate
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.style import texts


class StyleHand(QObject):
    """Knows the style as it stands, and changes it."""

    said = Signal(str, bool)
    """A sentence, and whether it is about something that was not done; nothing takes it back."""

    def __init__(self, session: Session, commit_pending: Callable[[], bool], parent: QObject) -> None:
        """`commit_pending` puts into the concept what is still being typed beside the form."""
        super().__init__(parent)
        self.session = session
        self._commit_pending = commit_pending

    @property
    def document(self) -> Document:
        """The concept as it stands."""
        return self.session.document

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.session.read_only

    @property
    def pairs(self) -> Own:
        """What the concept says of its style."""
        return self.document.template.house_style

    @property
    def style(self) -> HouseStyle:
        """The style as it stands."""
        return house_style(self.pairs)

    @property
    def logos(self) -> tuple[Logo, ...]:
        """The logos as they stand."""
        return self.document.properties.logos

    def fault(self, name: str, value: Value) -> str:
        """Say in a sentence why a value cannot be taken; nothing where it can."""
        try:
            sound = checked(name, value)
        except HouseStyleError as error:
            return str(error)
        return misfit(replace(self.style, **{name: sound}))  # type: ignore[arg-type]  # it was checked

    def put(self, name: str, value: Value) -> bool:
        """Put a value; tell whether anything was done."""
        fault = self.fault(name, value)
        if fault:
            self.said.emit(fault, True)
            return False
        return self.take(with_value(self.pairs, name, value), texts.step(name))

    def choose(self, key: str) -> bool:
        """Build on a finished style; tell whether anything was done."""
        chosen = finished_style(key)
        return chosen is not None and self.take(with_finished(self.pairs, key), texts.choose_step(chosen.title))

    def take(self, pairs: Own, label: str) -> bool:
        """Have the concept say this of its style; tell whether anything was done."""
        self.said.emit("", False)
        if self.read_only or not self._commit_pending() or pairs == self.pairs:
            return False
        before = self.document.template
        return self.session.apply(SetTemplate(before, replace(before, house_style=pairs)), label)

    def put_logos(self, logos: tuple[Logo, ...], label: str) -> bool:
        """Have these logos printed; tell whether anything was done."""
        self.said.emit("", False)
        if self.read_only or not self._commit_pending() or logos == self.logos:
            return False
        before = self.document.properties
        return self.session.apply(SetProperties(before, replace(before, logos=logos)), label)
