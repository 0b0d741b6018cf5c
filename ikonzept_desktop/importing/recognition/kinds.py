"""The kinds a template knows, by what foreign concepts call them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ikonzept_desktop.importing.recognition.vocabulary import BEGINNINGS, FIELDS, KINDS
from ikonzept_desktop.importing.recognition.words import bare_key, key
from ikonzept_desktop.model.folding import folded
from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, Role, SectionKind, Template
from ikonzept_desktop.values import dataclass

_WORD = re.compile(r"[^\W_]+")
_NAME_BEHIND = re.compile(r"[\s:–-]+(?!(?:und|oder|der|des|im|in|als|fur|mit)\b)\w")
"""Behind `Handlungsfeld`: `: Sprache`, but not ` und Maßnahmen`."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of a template by the part they play; None where it has none."""

    template: Template
    body: SectionKind
    """What a chapter becomes."""
    cover: SectionKind | None
    imprint: SectionKind | None
    annex: SectionKind | None
    special: tuple[SectionKind, ...]
    """Those of the body with fields of their own: fields of action, cross-cutting tasks."""
    titles: dict[str, str]
    """The kinds of front matter and annexes, by titles as they are compared."""
    labels: frozenset[str]
    """The labels of fields of the special kinds, and what means the same, as they are compared."""

    def titled(self, words: str) -> SectionKind | None:
        """Give the kind of front matter or annexes that has such a title."""
        found = self.titles.get(key(words)) or self.titles.get(bare_key(words))
        if found is not None:
            return self.template.kind(found)
        small = folded(words)
        for name, beginnings in BEGINNINGS.items():
            if small.startswith(beginnings) and (found := self.titles.get(_any_title(name))):
                return self.template.kind(found)
        return None

    def is_title(self, words: str) -> bool:
        """Tell whether words are, word for word, the title of front matter or an annex."""
        return key(words) in self.titles or bare_key(words) in self.titles or self.titled(words) is not None

    def is_title_alone(self, words: str) -> bool:
        """Tell whether a line of these words is a heading whatever it looks like: `Impressum`, `Vorwort`, `Anhang`."""
        kind = self.titles.get(key(words))
        if kind is None:
            return False
        is_front = self.template.kind(kind).placement is Placement.FRONT
        return is_front or (self.annex is not None and kind == self.annex.key and key(words) in KINDS["annex"])

    def is_label(self, words: str) -> bool:
        """Tell whether words are the label of a field of a special kind."""
        return bare_key(words) in self.labels

    def is_special(self, words: str) -> bool:
        """Tell whether words name a section of a special kind."""
        return self.begun_by(words) is not None

    def named_by(self, words: str) -> SectionKind | None:
        """Give the special kind whose plural, and no other's, stands in a title: its sections stand below it."""
        own = _spaced(words)
        named = [kind for kind in self.special if _spaced(kind.plural or kind.label) in own]
        return named[0] if len(named) == 1 else None

    def begun_by(self, words: str) -> SectionKind | None:
        """Give the special kind whose label a title begins with: `Handlungsfeld Sprache`."""
        small = folded(words)
        for kind in self.special:
            label = folded(kind.label)
            rest = small.removeprefix(label)
            if rest != small and _NAME_BEHIND.match(rest):
                return kind
        return None

    def below(self, kind: SectionKind) -> SectionKind:
        """Give what a section below one of a kind becomes, where nothing tells."""
        allowed = [self.template.kind(name) for name in kind.child_kinds]
        return next((child for child in allowed if not child.hidden), allowed[0] if allowed else kind)


def kinds_of(template: Template) -> Kinds:
    """Look through the kinds of a template."""
    shown = [kind for kind in template.kinds if not kind.hidden] or list(template.kinds)
    of_body = [kind for kind in shown if kind.placement is Placement.BODY]
    body = next((kind for kind in of_body if kind.key in kind.child_kinds), (of_body or shown)[0])
    special = tuple(kind for kind in of_body if kind is not body and list(labelled_fields(kind)))
    annexes = [kind for kind in shown if kind.placement is Placement.ANNEX]
    annex = next((kind for kind in annexes if kind.heading_prefix), annexes[0] if annexes else None)
    cover = next((kind for kind in shown if kind.role is Role.COVER), None)
    imprint = next((kind for kind in shown if kind.role is Role.IMPRINT), None)
    titles = dict(_titles(shown, annex))
    return Kinds(template, body, cover, imprint, annex, special, titles, _labels(special))


def labelled_fields(kind: SectionKind) -> Iterator[FieldType]:
    """Go through the fields of a kind that its sections print under a label."""
    for field in kind.fields:
        if field.printed and not (field.hidden or field.internal) and (field.heading or field.kind is FieldKind.LINE):
            yield field


def field_names(field: FieldType) -> frozenset[str]:
    """Give the label of a field, and all that means the same, as they are compared."""
    return _names(field.label)


@lru_cache(maxsize=1024)
def _names(label: str) -> frozenset[str]:
    own = {key(label), bare_key(label)}
    return frozenset(own.union(*(group for group in FIELDS if not own.isdisjoint(group))))


def _titles(kinds: list[SectionKind], annex: SectionKind | None) -> Iterator[tuple[str, str]]:
    for kind in kinds:
        if kind.placement is Placement.BODY:
            continue
        own = {key(kind.label), key(kind.plural or kind.label), bare_key(kind.label)}
        for name, titles in KINDS.items():
            by_role = (name, kind.role) in {("cover", Role.COVER), ("imprint", Role.IMPRINT)}
            if by_role or (kind is annex and name == "annex") or not own.isdisjoint(titles):
                own |= titles
        yield from ((title, kind.key) for title in own)


def _spaced(words: str) -> str:
    """Give words, small, with one blank around each."""
    return f" {' '.join(_WORD.findall(folded(words)))} "


def _any_title(name: str) -> str:
    return next(iter(KINDS[name]))


def _labels(special: tuple[SectionKind, ...]) -> frozenset[str]:
    return frozenset().union(*(field_names(field) for kind in special for field in labelled_fields(kind)))
