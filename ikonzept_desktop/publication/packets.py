"""Who works on which sections: the groups of a concept, and the packet of sections that each of them answers for.

A group is known by its name: it stands at a section as the one responsible, or is a record („Arbeitsgruppen“) that an
internal field of the section points at. A section of which nothing is said belongs to the groups of the one above it.
"""

from collections.abc import Iterator, Mapping

from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import Links
from ikonzept_desktop.model.inboxes import given_out, inbox_kinds
from ikonzept_desktop.model.template import Placement
from ikonzept_desktop.publication.order import record_title


def groups(document: Document) -> tuple[str, ...]:
    """Give the names of all groups that have a section, in alphabetical order; of two spellings the first."""
    titles = _record_titles(document)
    found: dict[str, str] = {}
    for section in given_out(document):
        for name in _named(section, document, titles):
            found.setdefault(name.casefold(), name)
    return tuple(sorted(found.values(), key=str.casefold))


def contributors(document: Document) -> tuple[str, ...]:
    """Give who else might be asked: what the records of the annex are called, in alphabetical order."""
    found: dict[str, str] = {}
    for section in walk(document.sections):
        kind = document.template.kind(section.kind)
        for type in kind.fields if kind.placement is Placement.ANNEX else ():
            for name in (" ".join(record_title(type, record).split()) for record in section.records(type.key)):
                if name:
                    found.setdefault(name.casefold(), name)
    return tuple(sorted(found.values(), key=str.casefold))


def packet(document: Document, group: str) -> tuple[str, ...]:
    """Give the ids of the sections that a group answers for, in reading order; none for an unknown group."""
    titles, wanted = _record_titles(document), group.strip().casefold()
    return tuple(_of_group(document.sections, wanted, False, document, titles))


def _of_group(
    sections: tuple[Section, ...], wanted: str, inherited: bool, document: Document, titles: Mapping[str, str]
) -> Iterator[str]:
    waiting = inbox_kinds(document.template)
    for section in (section for section in sections if section.kind not in waiting):
        named = {name.casefold() for name in _named(section, document, titles)}
        belongs = wanted in named if named else inherited
        if belongs:
            yield section.id
        yield from _of_group(section.children, wanted, belongs, document, titles)


def _named(section: Section, document: Document, titles: Mapping[str, str]) -> Iterator[str]:
    if name := " ".join(section.responsible.split()):
        yield name
    for type in document.template.kind(section.kind).fields:
        value = section.value(type.key)
        if type.internal and type.target.startswith("record:") and isinstance(value, Links):
            yield from (titles[target] for target in value.targets if titles.get(target))


def _record_titles(document: Document) -> dict[str, str]:
    """Give the titles of all records that a link can point at, by their ids."""
    found = {}
    for section in walk(document.sections):
        for type in document.template.kind(section.kind).fields:
            for record in section.records(type.key):
                found[record.id] = " ".join(record_title(type, record).split())
    return found
