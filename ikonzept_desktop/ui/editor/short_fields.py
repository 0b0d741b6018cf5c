"""Editors for everything that is not running text: a line, a choice, a day, yes or no."""

from typing import Protocol

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ikonzept_desktop.model.fields import Choice, Day, FieldAddress, Line, YesNo
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.ui.editor import texts
from ikonzept_desktop.ui.editor.context import EditorContext, Pending
from ikonzept_desktop.ui.editor.positions import for_qt
from ikonzept_desktop.ui.kit.day_edit import DayEdit
from ikonzept_desktop.ui.kit.fields import mark
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.kit.tips import tip


class FieldEditor(Protocol):
    """What every editor of a field can do, whatever the field holds."""

    def widget(self) -> QWidget:
        """Give the widget to be placed."""

    def target(self) -> QWidget:
        """Give the part that takes the keyboard."""

    def show_at(self, address: FieldAddress) -> None:
        """Show another field of the same type."""

    def refresh(self) -> None:
        """Show what the concept holds now."""

    def commit(self) -> None:
        """Put what is being typed into the concept."""


class LineField(QLineEdit):
    """One line, put into the concept after a pause in typing, on Return and on leaving."""

    def __init__(self, context: EditorContext, address: FieldAddress, type: FieldType, parent: QWidget) -> None:
        """Show the line at an address."""
        super().__init__(parent)
        self._context = context
        self._address = address
        self._label = texts.change_of(type.label)
        self._pending = Pending(self._put, self)
        self.setAccessibleName(type.label)
        self.setAccessibleDescription(type.help)
        self.setPlaceholderText(texts.EMPTY_FIELD)
        self.setToolTip(tip(type.help))
        self.setReadOnly(context.session.read_only)
        self.textEdited.connect(lambda _text: self._pending.begin())
        self.editingFinished.connect(self._pending.finish)
        self._required = type.required
        self.refresh()
        context.on_text(self)

    def widget(self) -> QWidget:
        """Give itself."""
        return self

    def target(self) -> QWidget:
        """Give itself."""
        return self

    def show_at(self, address: FieldAddress) -> None:
        """Show the line at another address."""
        self.commit()
        self._address = address
        self.refresh()

    def refresh(self) -> None:
        """Show what the concept holds, unless something else is just being typed."""
        value = self._context.value(self._address)
        text = value.text if isinstance(value, Line) else ""
        if not self._pending.waits and text != self.text():
            self.setText(for_qt(text))
            self.setCursorPosition(0)
        self._mark_missing()

    def commit(self) -> None:
        """Put what is being typed into the concept."""
        self._pending.finish()

    def address(self) -> FieldAddress:
        """Give the field that is shown."""
        return self._address

    def _put(self) -> None:
        text = clean(self.text())
        self._context.put(self._address, Line(text), self._label, self)
        if text != self.text():
            caret = len(clean(self.text()[: self.cursorPosition()]))
            self.setText(for_qt(text))
            self.setCursorPosition(caret)
        self._mark_missing()

    def _mark_missing(self) -> None:
        missing = self._required and not self.text().strip()
        mark(self, "missing" if missing else "")


class FieldCombo(QuietCombo):
    """A choice in a form, as narrow as the form asks."""

    def __init__(self, parent: QWidget) -> None:
        """Ask for the room of a few letters, whatever the choices are."""
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)


class ChoiceField(FieldCombo):
    """One of the template's choices, or none."""

    def __init__(self, context: EditorContext, address: FieldAddress, type: FieldType, parent: QWidget) -> None:
        """Offer the choices of a field type."""
        super().__init__(parent)
        self._context = context
        self._address = address
        self._label = texts.change_of(type.label)
        self.setAccessibleName(type.label)
        self.setAccessibleDescription(type.help)
        self.setToolTip(tip(type.help))
        self.setEnabled(not context.session.read_only)
        self.addItem(texts.NOTHING_CHOSEN, "")
        self._hidden = {option.key: option.label for option in type.options if option.hidden}
        for option in type.options:
            if not option.hidden:
                self.addItem(option.label, option.key)
        self.activated.connect(lambda _index: self.commit())
        self.refresh()

    def widget(self) -> QWidget:
        """Give itself."""
        return self

    def target(self) -> QWidget:
        """Give itself."""
        return self

    def show_at(self, address: FieldAddress) -> None:
        """Show the choice at another address."""
        self._address = address
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen, be it no longer offered; a choice the template no longer has is shown by its key."""
        value = self._context.value(self._address)
        key = value.key if isinstance(value, Choice) else ""
        if self.findData(key) < 0:
            self.addItem(self._hidden.get(key, key), key)
        self.setCurrentIndex(self.findData(key))

    def commit(self) -> None:
        """Put what is chosen into the concept."""
        self._context.put(self._address, Choice(str(self.currentData())), self._label, self)


class YesNoField(FieldCombo):
    """Yes, no, or not said."""

    def __init__(self, context: EditorContext, address: FieldAddress, type: FieldType, parent: QWidget) -> None:
        """Offer the three answers."""
        super().__init__(parent)
        self._context = context
        self._address = address
        self._label = texts.change_of(type.label)
        self.setAccessibleName(type.label)
        self.setAccessibleDescription(type.help)
        self.setToolTip(tip(type.help))
        self.setEnabled(not context.session.read_only)
        for answer, words in ((None, texts.NOT_SAID), (True, texts.YES), (False, texts.NO)):
            self.addItem(words, answer)
        self.activated.connect(lambda _index: self.commit())
        self.refresh()

    def widget(self) -> QWidget:
        """Give itself."""
        return self

    def target(self) -> QWidget:
        """Give itself."""
        return self

    def show_at(self, address: FieldAddress) -> None:
        """Show the answer at another address."""
        self._address = address
        self.refresh()

    def refresh(self) -> None:
        """Show the answer."""
        value = self._context.value(self._address)
        answer = value.answer if isinstance(value, YesNo) else None
        self.setCurrentIndex((None, True, False).index(answer))

    def commit(self) -> None:
        """Put the answer into the concept."""
        answer = (None, True, False)[self.currentIndex()]
        self._context.put(self._address, YesNo(answer), self._label, self)


class DayField(DayEdit):
    """A day; what is none yet is kept as it was typed, with a sentence that says so."""

    def __init__(self, context: EditorContext, address: FieldAddress, type: FieldType, parent: QWidget) -> None:
        """Show the day at an address."""
        super().__init__(type.label, texts.CHOOSE_DAY, parent)
        self._context = context
        self._address = address
        self._label = texts.change_of(type.label)
        self.setToolTip(tip(type.help))
        self.setEnabled(not context.session.read_only)
        self.committed.connect(self._put)
        self.refresh()

    def widget(self) -> QWidget:
        """Give itself."""
        return self

    def target(self) -> QWidget:
        """Give the line."""
        return self.line

    def show_at(self, address: FieldAddress) -> None:
        """Show the day at another address."""
        self.commit()
        self._address = address
        self.refresh()

    def refresh(self) -> None:
        """Show the day, or the draft that is none."""
        value = self._context.value(self._address)
        shown = (value.day, value.draft) if isinstance(value, Day) else (None, "")
        self.show_value(*shown)

    def _put(self, day: object, draft: str) -> None:
        self._context.put(self._address, Day(day, clean(draft)), self._label, self)  # type: ignore[arg-type]  # a signal
