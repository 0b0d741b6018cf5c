"""What holds a template together beyond the form of each part: keys given once, and names that lead somewhere."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ikonzept_desktop.model.template import (
    FieldKind,
    FieldType,
    Placement,
    Role,
    SectionKind,
    Seed,
    Template,
)

_PLACE_HOLDER = re.compile(r"\{([^{}]*)\}")


def mistakes(template: Template) -> Iterator[str]:
    """Name in German, one sentence each, everything that is wrong within a template."""
    if not template.kinds:
        yield "Es gibt keine Abschnittsart."
    if not template.statuses:
        yield "Es gibt keinen Status."
    yield from _twice("Der Schlüssel", (kind.key for kind in template.kinds), "Abschnittsarten")
    yield from _twice("Der Schlüssel", (status.key for status in template.statuses), "Zuständen")
    yield from _role_mistakes(template)
    for kind in template.kinds:
        yield from _kind_mistakes(kind, template)
    yield from _outline_mistakes(template)


def _twice(what: str, names: Iterable[str], where: str) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{what} „{name}“ ist unter den {where} mehrfach vergeben."


def _role_mistakes(template: Template) -> Iterator[str]:
    for role in (Role.COVER, Role.IMPRINT):
        holders = [kind.label for kind in template.kinds if kind.role is role]
        if len(holders) > 1:
            yield f"Die Rolle „{role}“ haben mehrere Abschnittsarten: {', '.join(holders)}."


def _kind_mistakes(kind: SectionKind, template: Template) -> Iterator[str]:
    place = f"Abschnittsart „{kind.label}“"
    yield from _twice(f"{place}: Der Schlüssel", (field.key for field in kind.fields), "Feldern")
    known = {other.key for other in template.kinds}
    for child in kind.child_kinds:
        if child not in known:
            yield f"{place}: Unter „child_kinds“ steht „{child}“; diese Abschnittsart gibt es nicht."
    for field in kind.fields:
        yield from _field_mistakes(field, f"{place}, Feld „{field.label}“", kind, template)


def _field_mistakes(field: FieldType, place: str, kind: SectionKind, template: Template) -> Iterator[str]:
    match field.kind:
        case FieldKind.CHOICE:
            if not field.options:
                yield f"{place}: Es fehlen die Antworten („options“)."
            yield from _twice(f"{place}: Der Schlüssel", (option.key for option in field.options), "Antworten")
        case FieldKind.LINKS:
            yield from _target_mistakes(field.target, place, template)
        case FieldKind.RECORDS:
            yield from _records_mistakes(field, place, kind, template)


def _target_mistakes(target: str, place: str, template: Template) -> Iterator[str]:
    what, colon, name = target.partition(":")
    if what == "section" and colon:
        if name and name not in {kind.key for kind in template.kinds}:
            yield f"{place}: „{target}“ zeigt auf eine Abschnittsart, die es nicht gibt."
    elif what == "record" and colon:
        if name not in _records_keys(template):
            yield f"{place}: „{target}“ zeigt auf ein Feld, das es nicht gibt oder das keine Einträge hat."
    else:
        yield f"{place}: „target“ muss „section:ART“, „section:“ oder „record:FELD“ lauten."


def _records_keys(template: Template) -> set[str]:
    return {field.key for kind in template.kinds for field in kind.fields if field.kind is FieldKind.RECORDS}


def _records_mistakes(field: FieldType, place: str, kind: SectionKind, template: Template) -> Iterator[str]:
    if not any(column.kind is FieldKind.LINE for column in field.columns):
        yield f"{place}: Es fehlt eine Spalte der Art „line“; die erste davon ist der Titel eines Eintrags."
    yield from _twice(f"{place}: Der Schlüssel", (column.key for column in field.columns), "Spalten")
    for column in field.columns:
        if column.kind is FieldKind.RECORDS:
            yield f"{place}, Spalte „{column.label}“: Einträge können selbst keine Einträge enthalten."
        else:
            yield from _field_mistakes(column, f"{place}, Spalte „{column.label}“", kind, template)
    yield from _numbering_mistakes(field, place, kind)


def _numbering_mistakes(field: FieldType, place: str, kind: SectionKind) -> Iterator[str]:
    lines = {other.key for other in kind.fields if other.kind is FieldKind.LINE}
    names = _PLACE_HOLDER.findall(field.numbering)
    if field.numbering and "n" not in names:
        yield f"{place}: In „numbering“ fehlt der Platzhalter {{n}} für die laufende Nummer."
    for name in names:
        if name != "n" and name not in lines:
            yield f"{place}: In „numbering“ steht {{{name}}}; dazu gibt es kein Feld der Art „line“."


def _outline_mistakes(template: Template) -> Iterator[str]:
    kinds = {kind.key: kind for kind in template.kinds}
    for seed in template.outline:
        yield from _seed_mistakes(seed, kinds)
    order = list(Placement)
    known = [seed for seed in template.outline if seed.kind in kinds]
    for left, right in pairwise(known):
        if order.index(kinds[left.kind].placement) > order.index(kinds[right.kind].placement):
            yield (
                f"Gliederung „{right.title}“: Dieser Abschnitt kann nicht hinter „{left.title}“ stehen; "
                "die Reihenfolge ist Vorspann, Text, Anhang."
            )


def _seed_mistakes(seed: Seed, kinds: dict[str, SectionKind]) -> Iterator[str]:
    if seed.kind not in kinds:
        yield f"Gliederung „{seed.title}“: Die Abschnittsart „{seed.kind}“ gibt es nicht."
        return
    for child in seed.children:
        if child.kind in kinds and child.kind not in kinds[seed.kind].child_kinds:
            yield (
                f"Gliederung „{child.title}“: Die Abschnittsart „{kinds[child.kind].label}“ kann nicht unter "
                f"„{kinds[seed.kind].label}“ stehen."
            )
        yield from _seed_mistakes(child, kinds)
