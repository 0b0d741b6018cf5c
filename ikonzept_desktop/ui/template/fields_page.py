"""Kinds of section, the fields of one of them, and what can be said of the one that is chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ikonzept_desktop.model.template import FieldKind, FieldType, SectionKind, Template
from ikonzept_desktop.model.template_steps import FieldPlace, siblings_at, type_at
from ikonzept_desktop.model.template_usage import use_of_field, use_of_kind
from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.labels import label
from ikonzept_desktop.ui.template import texts
from ikonzept_desktop.ui.template.deeds import Deeds
from ikonzept_desktop.ui.template.field_form import FieldForm
from ikonzept_desktop.ui.template.form_parts import icon_button
from ikonzept_desktop.ui.template.hand import TemplateHand
from ikonzept_desktop.ui.template.kind_form import KindForm
from ikonzept_desktop.ui.template.rows import Row, RowList

_KINDS_WIDTH, _FIELDS_WIDTH = 216, 316
_BETWEEN = "/"


class FieldsPage(QWidget):
    """Three columns; the right one shows the chosen field, or the kind while no field is chosen."""

    def __init__(self, hand: TemplateHand, parent: QWidget) -> None:
        """Show the first kind."""
        super().__init__(parent)
        self._hand = hand
        self._deeds = Deeds(hand)
        self._kind = hand.template.kinds[0].key
        self._place: FieldPlace | None = None
        self.kinds = RowList(texts.KINDS, self)
        self.add_kind = icon_button("plus", texts.ADD_KIND, self, word=texts.NEW_KIND)
        self._kind_moves = _move_buttons(self)
        self.fields = RowList(texts.FIELDS, self)
        self.add_field = icon_button("plus", texts.ADD_FIELD, self, word=texts.NEW_FIELD)
        self.add_column = icon_button("plus", texts.ADD_COLUMN, self, word=texts.NEW_COLUMN)
        self._field_moves = _move_buttons(self)
        self.kind_form = KindForm(self)
        self.field_form = FieldForm(self)
        self._form = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.refresh()

    def show_kind(self, kind: str, field: str = "") -> None:
        """Go to a kind, and to one of its fields where one is named."""
        self._kind = kind
        known = self._hand.template.kind(kind).field(field)
        self._place = FieldPlace(kind, field) if known is not None else None
        self.refresh()

    def refresh(self) -> None:
        """Show the template as it stands; what is gone is no longer chosen."""
        document = self._hand.document
        kinds = document.template.kinds
        if self._kind not in {kind.key for kind in kinds}:
            self._kind = kinds[0].key
        if self._place is not None and not _is_there(document.template, self._place):
            self._place = None
        uses = {kind.key: use_of_kind(document, kind.key) for kind in kinds}
        rows = [Row(k.key, k.label, texts.use_of_kind_short(k, uses[k.key]), hidden=k.hidden) for k in kinds]
        self.kinds.show_rows(rows, self._kind)
        self.fields.show_rows(_field_rows(document.template.kind(self._kind)), _key(self._place))
        self._show_form()

    def _show_form(self) -> None:
        document = self._hand.document
        if self._place is None:
            self.kind_form.show_kind(document.template, self._kind, use_of_kind(document, self._kind))
        else:
            self.field_form.show_field(document.template, self._place, use_of_field(document, self._place))
        self._form.setCurrentIndex(0 if self._place is None else 1)
        self._show_what_can_be_done(document.template)

    def _show_what_can_be_done(self, template: Template) -> None:
        writable, place = not self._hand.read_only, self._place
        for part in (self.kind_form, self.field_form, self.add_kind, self.add_field):
            part.setEnabled(writable)
        has_columns = place is not None and (bool(place.column) or type_at(template, place).kind is FieldKind.RECORDS)
        self.add_column.setEnabled(writable and has_columns)
        kinds = [kind.key for kind in template.kinds]
        _enable(self._kind_moves, kinds.index(self._kind), len(kinds) if writable else 0)
        siblings = [type.key for type in siblings_at(template, place)] if place else []
        at = siblings.index(place.column or place.field) if place else 0
        _enable(self._field_moves, at, len(siblings) if writable else 0)

    def _choose_kind(self, key: str) -> None:
        self._kind, self._place = key, None
        self.refresh()

    def _choose_field(self, key: str) -> None:
        self._place = self._at(key)
        self._show_form()

    def _at(self, key: str) -> FieldPlace:
        field, _, column = key.partition(_BETWEEN)
        return FieldPlace(self._kind, field, column)

    def _put_field(self, type: FieldType) -> None:
        self._at_place(lambda place: self._deeds.put_field(place, type))

    def _at_place(self, deed: Callable[[FieldPlace], object]) -> None:
        """Do something to the chosen field."""
        if self._place is not None:
            deed(self._place)

    def _begin_kind(self) -> None:
        if key := self._deeds.add_kind(self._kind):
            self.show_kind(key)
            self.kind_form.begin()

    def _begin_field(self, *, column: bool = False) -> None:
        place = self._place
        if column:
            made = self._deeds.add_column(place) if place is not None else None
        else:
            made = self._deeds.add_field(self._kind, place.field if place is not None else "")
        if made is not None:
            self._place = made
            self.refresh()
            self.field_form.begin()

    def _begin_option(self) -> None:
        if self._place is not None and (key := self._deeds.add_option(self._place)):
            self.field_form.options.choose(key, edit=True)

    def _drop_field(self, key: str, row: int) -> None:
        rows = [self._at(known.key) for known in _field_rows(self._hand.template.kind(self._kind))]
        self._deeds.drop_field(self._at(key), rows[:row])

    def _lead_on(self) -> None:
        """Bring the keyboard from a list into the form."""
        form = self.kind_form if self._place is None else self.field_form
        form.label.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        deeds = self._deeds
        self.kinds.chosen.connect(self._choose_kind)
        self.kinds.clicked.connect(lambda _index: self._choose_kind(self.kinds.key()))
        self.kinds.move_asked.connect(deeds.move_kind)
        self.kinds.drop_asked.connect(deeds.drop_kind)
        self.kinds.delete_asked.connect(deeds.delete_kind)
        self.fields.chosen.connect(self._choose_field)
        self.fields.move_asked.connect(lambda key, steps: deeds.move_field(self._at(key), steps))
        self.fields.drop_asked.connect(self._drop_field)
        self.fields.delete_asked.connect(lambda key: deeds.delete_field(self._at(key)))
        for rows in (self.kinds, self.fields):
            rows.left.connect(self._lead_on)
        for steps, button in self._kind_moves.items():
            button.clicked.connect(lambda _on=False, steps=steps: deeds.move_kind(self._kind, steps))
        for steps, button in self._field_moves.items():
            button.clicked.connect(lambda _on=False, steps=steps: self._at_place(lambda p: deeds.move_field(p, steps)))
        self.add_kind.clicked.connect(self._begin_kind)
        self.add_field.clicked.connect(lambda _on=False: self._begin_field())
        self.add_column.clicked.connect(lambda: self._begin_field(column=True))
        self.kind_form.wanted.connect(deeds.put_kind)
        self.kind_form.delete_asked.connect(lambda: deeds.delete_kind(self._kind))
        form = self.field_form
        form.wanted.connect(self._put_field)
        form.option_asked.connect(self._begin_option)
        form.option_unwanted.connect(lambda option: self._at_place(lambda place: deeds.delete_option(place, option)))
        form.column_asked.connect(lambda: self._begin_field(column=True))
        form.delete_asked.connect(lambda: self._at_place(deeds.delete_field))

    def _lay_out(self) -> None:
        for form in (self.kind_form, self.field_form):
            scroll = QScrollArea(self._form)
            scroll.setWidget(form)
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._form.addWidget(scroll)
        self.kinds.setFixedWidth(_KINDS_WIDTH)
        self.fields.setFixedWidth(_FIELDS_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(_column(texts.KINDS, self.kinds, (self.add_kind,), tuple(self._kind_moves.values())))
        adding = (self.add_field, self.add_column)
        layout.addLayout(_column(texts.FIELDS, self.fields, adding, tuple(self._field_moves.values())))
        layout.addWidget(self._form, 1)


def _column(name: str, rows: RowList, left: tuple[IconButton, ...], right: tuple[IconButton, ...]) -> QVBoxLayout:
    column, foot = QVBoxLayout(), QHBoxLayout()
    column.setSpacing(6)
    foot.setSpacing(4)
    for button in left:
        foot.addWidget(button)
    foot.addStretch(1)
    for button in right:
        foot.addWidget(button)
    column.addWidget(label(name, strong=True))
    column.addWidget(rows, 1)
    column.addLayout(foot)
    return column


def _move_buttons(parent: QWidget) -> dict[int, IconButton]:
    """Give the buttons up and down, by their step."""
    names = ((-1, "arrow-up", texts.UP), (1, "arrow-down", texts.DOWN))
    return {steps: icon_button(icon_name, name, parent) for steps, icon_name, name in names}


def _enable(moves: dict[int, IconButton], at: int, count: int) -> None:
    for steps, button in moves.items():
        button.setEnabled(0 <= at + steps < count)


def _field_rows(kind: SectionKind) -> list[Row]:
    rows = []
    for field in kind.fields:
        rows.append(Row(field.key, field.label, texts.marks_of(field), hidden=field.hidden))
        for column in field.columns:
            key = f"{field.key}{_BETWEEN}{column.key}"
            hidden = column.hidden or field.hidden
            rows.append(Row(key, column.label, texts.marks_of(column), depth=1, hidden=hidden))
    return rows


def _key(place: FieldPlace | None) -> str:
    if place is None:
        return ""
    return f"{place.field}{_BETWEEN}{place.column}" if place.column else place.field


def _is_there(template: Template, place: FieldPlace) -> bool:
    try:
        type_at(template, place)
    except KeyError:
        return False
    return True
