"""What can be said of one field, or of one column of entries."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ikonzept_desktop.model.template import ChoiceOption, FieldKind, FieldType, RecordForm, Template
from ikonzept_desktop.model.template_steps import FieldPlace, type_at
from ikonzept_desktop.model.template_usage import Use
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import hint, label
from ikonzept_desktop.ui.template import texts
from ikonzept_desktop.ui.template.field_choices import field_kinds, numbers, targets
from ikonzept_desktop.ui.template.form_parts import (
    FormBox,
    FormCombo,
    FormLine,
    FormText,
    Named,
    at_left,
    in_two_columns,
    offer_to_delete,
    side_by_side,
)
from ikonzept_desktop.ui.template.options_editor import OptionsEditor

_FLAGS = {
    "printed": texts.PRINTED,
    "heading": texts.HEADING,
    "required": texts.REQUIRED,
    "internal": texts.INTERNAL,
    "hidden": texts.HIDDEN,
}


class FieldForm(QWidget):
    """Tells how a field is to be, as soon as one thing of it is said otherwise."""

    wanted = Signal(object)
    """The FieldType as it is to be."""
    option_asked = Signal()
    option_unwanted = Signal(object)
    column_asked = Signal()
    delete_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._type = FieldType("", "", FieldKind.LINE)
        self.head = label("", strong=True)
        self.label = FormLine(self)
        self.kind = FormCombo(self)
        self.help = FormText(self)
        self.flags = {name: FormBox(words, self) for name, words in _FLAGS.items()}
        self.options = OptionsEditor(self)
        self.target = FormCombo(self)
        self.singular = FormLine(self)
        self.form = FormCombo(self)
        self.numbering = FormCombo(self)
        self.use = hint()
        self.delete: QPushButton = push_button(texts.DELETE_FIELD, "trash-2")
        self.add_column: QPushButton = push_button(texts.NEW_COLUMN, "plus")
        self._of_choice = Named(texts.OPTIONS, self.options, self)
        self._of_links = Named(texts.TARGET, self.target, self)
        self._of_records = QWidget(self)
        self._lay_out()
        self._connect()

    def show_field(self, template: Template, place: FieldPlace, use: Use) -> None:
        """Show the field at a place, and where it is used."""
        kind = template.kind(place.kind)
        type = self._type = type_at(template, place)
        above = kind.field(place.field) if place.column else None
        self.head.setText(texts.field_head(kind.label, above.label if above else "", type.label))
        self.label.show_text(type.label)
        self.kind.offer(field_kinds(place), str(type.kind))
        self.help.show_text(type.help)
        for name, box in self.flags.items():
            box.show_on(getattr(type, name))
        self.flags["printed"].setEnabled(not type.internal)
        self.flags["heading"].setEnabled(type.printed and not type.internal)
        self._of_choice.setVisible(type.kind is FieldKind.CHOICE)
        self.options.show_options(type.options)
        self._of_links.setVisible(type.kind is FieldKind.LINKS)
        self.target.offer(targets(template), type.target)
        self._of_records.setVisible(type.kind is FieldKind.RECORDS)
        self.singular.show_text(type.singular)
        self.form.offer([(str(form), name) for form, name in texts.FORMS.items()], str(type.form))
        self.numbering.offer(numbers(kind, type), type.numbering)
        self.use.setText(texts.use_of_field(use))
        offer_to_delete(self.delete, _verb(place, used=bool(use)), used=bool(use))
        self.delete.setEnabled(not (use and type.hidden))

    def begin(self) -> None:
        """Take the keyboard with the name marked, to be written over."""
        self.label.setFocus()
        self.label.selectAll()

    def _want(self, **changes: object) -> None:
        self.wanted.emit(replace(self._type, **changes))  # type: ignore[arg-type]  # each name has its own type

    def _connect(self) -> None:
        self.label.written.connect(lambda words: self._want(label=words))
        self.kind.picked.connect(lambda key: self._want(kind=FieldKind(key)))
        self.help.written.connect(lambda words: self._want(help=words))
        for name, box in self.flags.items():
            box.clicked.connect(lambda on, name=name: self._want(**{name: on}))
        self.options.wanted.connect(lambda options: self._want(options=options))
        self.options.add_asked.connect(self.option_asked)
        self.options.delete_asked.connect(self._take_option)
        self.target.picked.connect(lambda key: self._want(target=key))
        self.singular.written.connect(lambda words: self._want(singular=words))
        self.form.picked.connect(lambda key: self._want(form=RecordForm(key)))
        self.numbering.picked.connect(lambda key: self._want(numbering=key))
        self.delete.clicked.connect(self.delete_asked)
        self.add_column.clicked.connect(self.column_asked)

    def _take_option(self, option: ChoiceOption) -> None:
        self.option_unwanted.emit(option)

    def _lay_out(self) -> None:
        records = QVBoxLayout(self._of_records)
        records.setContentsMargins(0, 0, 0, 0)
        records.setSpacing(8)
        records.addLayout(
            side_by_side(
                Named(texts.SINGULAR, self.singular, self._of_records), Named(texts.FORM, self.form, self._of_records)
            )
        )
        records.addWidget(Named(texts.NUMBERS, self.numbering, self._of_records))
        records.addWidget(hint(texts.COLUMNS_HINT))
        records.addLayout(at_left(self.add_column))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addLayout(
            side_by_side(Named(texts.LABEL, self.label, self), Named(texts.KIND_OF_FIELD, self.kind, self))
        )
        layout.addWidget(Named(texts.HELP, self.help, self))
        layout.addSpacing(2)
        layout.addLayout(in_two_columns(self.flags.values()))
        layout.addSpacing(2)
        for part in (self._of_choice, self._of_links, self._of_records):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.use)
        layout.addLayout(at_left(self.delete))


def _verb(place: FieldPlace, *, used: bool) -> str:
    if place.column:
        return texts.HIDE_COLUMN if used else texts.DELETE_COLUMN
    return texts.HIDE_FIELD if used else texts.DELETE_FIELD
