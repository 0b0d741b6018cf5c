"""Labels of fields: as subheadings, as bold lines, as the first words of a paragraph."""

import re
from collections.abc import Iterable, Sequence

from ikonzept_desktop.importing.recognition.kinds import field_names, labelled_fields
from ikonzept_desktop.importing.recognition.lines import Line
from ikonzept_desktop.importing.recognition.vocabulary import FIELDS
from ikonzept_desktop.importing.recognition.words import bare_key, key
from ikonzept_desktop.model.blocks import ListItem
from ikonzept_desktop.model.memo import IdentityMemo
from ikonzept_desktop.model.template import FieldKind, FieldType, Role, SectionKind
from ikonzept_desktop.values import dataclass

_LONGEST_LABEL = 60
_RUN_IN = re.compile(r"(?P<label>[^:\n\ufffc]{3,60}?)\s?:(?:\s+|$)")
_SHORT = frozenset((FieldKind.LINE, FieldKind.CHOICE, FieldKind.DAY, FieldKind.YES_NO, FieldKind.LINKS))
_GOALS = frozenset((key("Ziele"), key("Ziel")))
_STEPS = frozenset(name for group in FIELDS if key("Teilziel") in group for name in group)


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a text."""

    field: FieldType
    words: str
    cut: str = ""
    """What a paragraph begins with of it, to the last blank; nothing where it is a line of its own."""
    is_exact: bool = True
    """Whether it is the template's own word for it."""


def field_named(kind: SectionKind, words: str, below: Sequence[Line] = ()) -> Label | None:
    """Give the field of a kind that words are the label of; what follows tells goals from steps towards them."""
    if len(words) > _LONGEST_LABEL:
        return None
    own, bare = key(words), bare_key(words)
    known = _KNOWN(kind)
    for field, label, bare_label, _ in known:
        if own == label or bare in {label, bare_label}:
            return Label(field, words, is_exact=True)
    if own in _GOALS and below and isinstance(below[0].block, ListItem):
        steps = next((field for field, label, _, _ in known if label in _STEPS), None)
        if steps is not None:
            return Label(steps, words, is_exact=False)
    for field, _, _, names in known:
        if own in names or bare in names:
            return Label(field, words, is_exact=False)
    return None


def _known(kind: SectionKind) -> tuple[tuple[FieldType, str, str, frozenset[str]], ...]:
    return tuple(
        (field, key(field.label), bare_key(field.label), field_names(field)) for field in labelled_fields(kind)
    )


_KNOWN: IdentityMemo[SectionKind, tuple[tuple[FieldType, str, str, frozenset[str]], ...]] = IdentityMemo(_known, 256)
"""Gives the labelled fields of a kind with their labels and all that means the same, as they are compared."""


def fitting(kind: SectionKind, labels: Iterable[str]) -> int:
    """Count the fields of a kind that are among some labels."""
    found = (field_named(kind, words) for words in labels)
    return len({label.field.key for label in found if label is not None})


def run_in(kind: SectionKind, line: Line) -> Label | None:
    """Give the label that a paragraph begins with: set bold, or that of a field that is one line, or of an imprint."""
    found = _RUN_IN.match(line.raw)
    if found is None or not line.is_body:
        return None
    label = field_named(kind, found["label"].strip())
    if label is None:
        return None
    is_set_apart = line.is_bold or line.lead.rstrip(": \t\n") == found["label"].strip()
    is_expected = kind.role is Role.IMPRINT or (label.is_exact and label.field.kind in _SHORT)
    if not (is_set_apart or is_expected):
        return None
    is_whole = found.end() == len(line.raw)
    return Label(label.field, label.words, "" if is_whole else found[0], label.is_exact)


def is_short(field: FieldType) -> bool:
    """Tell whether the field's value is one line."""
    return field.kind in _SHORT


def plain_text(kind: SectionKind) -> FieldType | None:
    """Give the field of running text that is printed without a label; None where a kind has none."""
    for field in kind.fields:
        if field.kind is FieldKind.RICH_TEXT and not field.heading and not (field.hidden or field.internal):
            return field
    return None
