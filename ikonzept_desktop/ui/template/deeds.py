"""What the page of kinds and fields does: each deed one edit; what is used is hidden instead of deleted."""

from collections.abc import Sequence
from dataclasses import replace

from ikonzept_desktop.model import template_edits as fields_of
from ikonzept_desktop.model import template_kinds as kinds_of
from ikonzept_desktop.model.template import ChoiceOption, FieldKind, FieldType, SectionKind
from ikonzept_desktop.model.template_steps import FieldPlace, siblings_at, type_at
from ikonzept_desktop.model.template_usage import use_of_field, use_of_kind, use_of_option
from ikonzept_desktop.ui.template import texts
from ikonzept_desktop.ui.template.hand import TemplateHand

AT_END = "-"
"""A key of no column: what is added behind it comes at the end."""


class Deeds:
    """Carries out what is asked of kinds, fields, columns and answers."""

    def __init__(self, hand: TemplateHand) -> None:
        """Work by this hand."""
        self._hand = hand

    def put_kind(self, kind: SectionKind) -> None:
        """Make a kind another one."""
        self._hand.do(lambda document: kinds_of.put_kind(document, kind), texts.CHANGE_KIND)

    def add_kind(self, near: str) -> str:
        """Add a kind that stands in the same part as another; give its key, or nothing."""
        placement = self._hand.template.kind(near).placement
        edit, kind = kinds_of.add_kind(self._hand.document, texts.NEW_KIND, placement)
        return kind.key if self._hand.do(lambda _document: edit, texts.ADD_KIND) else ""

    def delete_kind(self, key: str) -> None:
        """Take a kind away, or hide one that has sections."""
        kind = self._hand.template.kind(key)
        if not use_of_kind(self._hand.document, key):
            self._hand.do(lambda document: kinds_of.remove_kind(document, key), texts.DELETE_KIND)
        elif self._hand.do(lambda document: kinds_of.put_kind(document, replace(kind, hidden=True)), texts.HIDE_KIND):
            self._hand.said.emit(texts.hidden_instead(kind.label))

    def move_kind(self, key: str, steps: int) -> None:
        """Move a kind in the list, up for negative steps."""
        at = _index([kind.key for kind in self._hand.template.kinds], key)
        self._hand.do(lambda document: kinds_of.move_kind(document, key, max(at + steps, 0)), texts.MOVE_KIND)

    def drop_kind(self, key: str, row: int) -> None:
        """Put a kind before a row of the list."""
        at = _index([kind.key for kind in self._hand.template.kinds], key)
        self.move_kind(key, row - at - (row > at))

    def put_field(self, place: FieldPlace, type: FieldType, label: str = texts.CHANGE_FIELD) -> bool:
        """Make a field another one; tell whether that was done."""
        return self._hand.do(lambda document: fields_of.put_field(document, place, type), label)

    def add_field(self, kind: str, behind: str) -> FieldPlace | None:
        """Add a field behind another one, or at the end."""
        return self._add(FieldPlace(kind, behind or AT_END), texts.NEW_FIELD, FieldKind.RICH_TEXT, texts.ADD_FIELD)

    def add_column(self, place: FieldPlace) -> FieldPlace | None:
        """Add a column behind another one, or as the last of a field."""
        behind = replace(place, column=place.column or AT_END)
        return self._add(behind, texts.NEW_COLUMN, FieldKind.LINE, texts.ADD_COLUMN)

    def delete_field(self, place: FieldPlace) -> None:
        """Take a field or column away, or hide one in which something stands."""
        type = type_at(self._hand.template, place)
        if not use_of_field(self._hand.document, place):
            label = texts.DELETE_COLUMN if place.column else texts.DELETE_FIELD
            self._hand.do(lambda document: fields_of.remove_field(document, place), label)
        elif self.put_field(place, replace(type, hidden=True), texts.HIDE_FIELD):
            self._hand.said.emit(texts.hidden_instead(type.label))

    def move_field(self, place: FieldPlace, steps: int) -> None:
        """Move a field or column among its siblings, up for negative steps."""
        at = _index([type.key for type in siblings_at(self._hand.template, place)], place.column or place.field)
        self._hand.do(lambda document: fields_of.move_field(document, place, max(at + steps, 0)), texts.MOVE_FIELD)

    def drop_field(self, place: FieldPlace, above: Sequence[FieldPlace]) -> None:
        """Put a field below the rows that are to stand above it; a column stays in its field."""
        key = place.column or place.field
        siblings = [type.key for type in siblings_at(self._hand.template, place)]
        if place.column:
            index = sum(row.field == place.field and row.column not in {"", key} for row in above)
        else:
            index = sum(not row.column and row.field != key for row in above)
        self.move_field(place, index - _index(siblings, key))

    def add_option(self, place: FieldPlace) -> str:
        """Add an answer to a choice; give its key, or nothing."""
        edit, option = fields_of.add_option(self._hand.document, place, texts.NEW_OPTION)
        return option.key if self._hand.do(lambda _document: edit, texts.ADD_OPTION) else ""

    def delete_option(self, place: FieldPlace, option: ChoiceOption) -> None:
        """Take an answer away, or hide one that was chosen."""
        type = type_at(self._hand.template, place)
        if not use_of_option(self._hand.document, place, option.key):
            others = (known for known in type.options if known.key != option.key)
            self.put_field(place, replace(type, options=tuple(others)), texts.DELETE_OPTION)
            return
        hidden = (replace(known, hidden=known.hidden or known.key == option.key) for known in type.options)
        if self.put_field(place, replace(type, options=tuple(hidden)), texts.HIDE_OPTION):
            self._hand.said.emit(texts.hidden_instead(option.label))

    def _add(self, behind: FieldPlace, name: str, kind: FieldKind, label: str) -> FieldPlace | None:
        edit, place = fields_of.add_field(self._hand.document, behind, name, kind)
        return place if self._hand.do(lambda _document: edit, label) else None


def _index(keys: Sequence[str], key: str) -> int:
    return keys.index(key)
