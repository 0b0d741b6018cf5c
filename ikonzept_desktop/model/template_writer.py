"""Writes a template as a TOML file that `template_file` reads (TOML 1.0), in the form of the bundled ones."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, replace
from enum import StrEnum

from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.template import FieldType, Seed, Template

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def write_template(template: Template) -> str:
    """Give the text of the file; `parse_template` gives the same template back."""
    lines = [*_pairs({"key": template.key, "title": template.title, "summary": template.summary})]
    lines += _table("[numbering]", _changed(template.numbering))
    lines += _table("[house_style]", dict(template.house_style))
    for status in template.statuses:
        lines += _table("[[statuses]]", _changed(status))
    for kind in template.kinds:
        lines += _table("[[kinds]]", _changed(kind))
        for field in kind.fields:
            lines += _field("kinds.fields", field)
    for seed in template.outline:
        lines += _seed("outline", seed)
    return "\n".join([*lines, ""])


def template_of(document: Document, key: str, title: str) -> Template:
    """Give a concept's template as one to begin other concepts with: under a name, with the concept's outline.

    Kinds that stand below others in the concept may do so in the template.
    """
    template = document.template
    below: dict[str, list[str]] = {kind.key: list(kind.child_kinds) for kind in template.kinds}
    seeds = tuple(_seed_of(section, below) for section in document.sections)
    kinds = tuple(replace(kind, child_kinds=tuple(below[kind.key])) for kind in template.kinds)
    return replace(template, key=key, title=title, kinds=kinds, outline=seeds)


def _seed_of(section: Section, below: dict[str, list[str]]) -> Seed:
    for child in section.children:
        if child.kind not in below[section.kind]:
            below[section.kind].append(child.kind)
    title = section.title.strip() or "Ohne Titel"
    return Seed(section.kind, title, tuple(_seed_of(child, below) for child in section.children))


def _field(path: str, field: FieldType) -> Iterator[str]:
    yield from _table(f"[[{path}]]", _changed(field))
    for option in field.options:
        yield from _table(f"[[{path}.options]]", _changed(option))
    for column in field.columns:
        yield from _field(f"{path}.columns", column)


def _seed(path: str, seed: Seed) -> Iterator[str]:
    yield from _table(f"[[{path}]]", {"kind": seed.kind, "title": seed.title})
    for child in seed.children:
        yield from _seed(f"{path}.children", child)


def _changed(part: object) -> dict[str, object]:
    """Give what of a value differs from its default, without the parts that are tables of their own."""
    found: dict[str, object] = {}
    for field in fields(part):  # type: ignore[arg-type]  # only dataclasses come here
        value = getattr(part, field.name)
        is_tables = isinstance(value, tuple) and any(not isinstance(item, str) for item in value)
        if not is_tables and (field.default is MISSING or value != field.default) and value != ():
            found[field.name] = value
    return found


def _table(head: str, values: Mapping[str, object]) -> Iterator[str]:
    yield ""
    yield head
    yield from _pairs(values)


def _pairs(values: Mapping[str, object]) -> Iterator[str]:
    for name, value in values.items():
        yield f"{name if _BARE.fullmatch(name) else _text(name)} = {_written(value)}"


def _written(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case StrEnum():
            return _text(str(value))
        case str():
            return _text(value)
        case tuple():
            return f"[{', '.join(map(_written, value))}]"
        case _:
            return repr(value)


def _text(words: str) -> str:
    """Write a basic string: JSON's escapes are TOML's, and what JSON leaves as it is TOML takes, but for DEL."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
