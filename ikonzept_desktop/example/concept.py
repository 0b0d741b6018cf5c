"""Reads the whole example concept from its folder: `konzept.toml`, the sections and the images."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from ikonzept_desktop.example.markup import read_section, toml_head
from ikonzept_desktop.example.source import Given, MarkupError, Source, Used
from ikonzept_desktop.model.document import BindingDate, Document, Properties, Section
from ikonzept_desktop.model.overview import in_order
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.model.text import is_clean
from ikonzept_desktop.values import dataclass

CONCEPT_FILE = "konzept.toml"
SECTIONS = "abschnitte"
IMAGES = "bilder"
_SUFFIX = ".md"
_STEP = 2
_PROPERTIES = ("title", "subtitle", "publisher", "as_of", "draft", "language")


@dataclass(frozen=True, slots=True)
class ExampleConcept:
    """A concept, and the bytes of its images under their SHA-256."""

    document: Document
    images: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the outline: a section's name, and how deep it stands."""

    name: str
    depth: int
    line: int


def read_example(folder: Path) -> ExampleConcept:
    """Read the concept; raises MarkupError and TemplateFileError, both in German."""
    main = Source(CONCEPT_FILE)
    text = _read_text(folder / CONCEPT_FILE, main)
    said = toml_head(text, 1, main)
    template = read_template(folder / _text(said, "template", main))
    entries = _entries(_text(said, "outline", main), text, main)
    _check_files(folder / SECTIONS, entries, main)
    images = {path.name: path.read_bytes() for path in sorted((folder / IMAGES).glob("*.png"))}
    sources = {entry.name: _section_source(entry.name, images) for entry in entries}
    sections = _sections(folder / SECTIONS, entries, template, sources)
    _check_names(sources.values())
    document = Document(template, _nested(entries, sections), _properties(said, main))
    return ExampleConcept(document, {sha256(data).hexdigest(): data for data in images.values()})


def _read_text(path: Path, source: Source) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise source.error(1, "Die Datei fehlt.") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise source.error(line, "Die Datei ist nicht in UTF-8 gespeichert.") from error


def _text(said: Mapping[str, object], key: str, source: Source) -> str:
    value = said.get(key)
    if not isinstance(value, str) or not value:
        raise source.error(1, f"„{key}“ fehlt oder ist kein Text.")
    return value


def _properties(said: Mapping[str, object], source: Source) -> Properties:
    unknown = sorted(set(said) - {"template", "outline", "dates", *_PROPERTIES})
    if unknown:
        raise source.error(1, f"„{unknown[0]}“ gibt es hier nicht; möglich sind {', '.join(_PROPERTIES)}.")
    texts: dict[str, Any] = {key: _text(said, key, source) for key in _PROPERTIES}
    if not all(map(is_clean, texts.values())):
        raise source.error(1, "Titel und Angaben stehen je in einer Zeile.")
    return Properties(**texts, dates=in_order(_dates(said.get("dates", []), source)))


def _dates(said: object, source: Source) -> Iterator[BindingDate]:
    """Read the dates that bind: tables of a day, an event, and what is said instead of the day."""
    for entry in said if isinstance(said, list) else [said]:
        match entry:
            case {"day": date() as day, "event": str(event), **rest} if not isinstance(day, datetime):
                word = rest.pop("said", "")
                if isinstance(word, str) and is_clean(word) and is_clean(event) and not rest:
                    yield BindingDate(day, word, event)
                    continue
        raise source.error(1, "Ein Termin hat „day“ und „event“, dazu allenfalls „said“.")


def _entries(outline: str, text: str, source: Source) -> tuple[_Entry, ...]:
    """Read the outline: one section's name a line, two spaces deeper than the section it stands under."""
    entries: list[_Entry] = []
    first = next((number for number, line in enumerate(text.splitlines(), 1) if line.startswith("outline")), 1)
    for number, line in enumerate(outline.splitlines(), start=first + 1):
        name = line.strip()
        if not name:
            continue
        depth, odd = divmod(len(line) - len(line.lstrip(" ")), _STEP)
        if odd or depth > (entries[-1].depth + 1 if entries else 0):
            raise source.error(number, f"„{name}“ steht nicht um zwei Leerzeichen je Stufe eingerückt.")
        if any(entry.name == name for entry in entries):
            raise source.error(number, f"„{name}“ steht zweimal in der Gliederung.")
        entries.append(_Entry(name, depth, number))
    return tuple(entries)


def _check_files(folder: Path, entries: Iterable[_Entry], source: Source) -> None:
    files = {path.stem for path in folder.glob(f"*{_SUFFIX}")}
    for entry in entries:
        if entry.name not in files:
            raise source.error(entry.line, f"Die Datei „{SECTIONS}/{entry.name}{_SUFFIX}“ fehlt.")
    forgotten = sorted(files - {entry.name for entry in entries})
    if forgotten:
        raise source.error(1, f"„{SECTIONS}/{forgotten[0]}{_SUFFIX}“ steht nicht in der Gliederung.")


def _section_source(name: str, images: Mapping[str, bytes]) -> Source:
    digests = {file: sha256(data).hexdigest() for file, data in images.items()}
    return Source(f"{SECTIONS}/{name}{_SUFFIX}", digests)


def _sections(
    folder: Path, entries: Iterable[_Entry], template: Template, sources: Mapping[str, Source]
) -> dict[str, Section]:
    return {
        entry.name: read_section(
            _read_text(folder / f"{entry.name}{_SUFFIX}", sources[entry.name]),
            entry.name,
            template,
            sources[entry.name],
        )
        for entry in entries
    }


def _check_names(sources: Iterable[Source]) -> None:
    """Raise MarkupError for a name given twice, or used where nothing or something else bears it."""
    given: dict[str, Given] = {}
    every = list(sources)
    for gift in (gift for source in every for gift in source.given):
        if gift.name in given:
            first = given[gift.name]
            raise MarkupError(
                gift.file, gift.line, f"Den Namen „{gift.name}“ gibt es schon in {first.file}, Zeile {first.line}."
            )
        given[gift.name] = gift
    for use in (use for source in every for use in source.used):
        _check_use(use, given)


def _check_use(use: Used, given: Mapping[str, Given]) -> None:
    target = given.get(use.name)
    if target is None:
        raise MarkupError(use.file, use.line, f"Der Verweis „@{use.name}“ führt nirgendwohin.")
    fits = target.what.startswith(use.what) if use.what.endswith(":") else use.what in {"", target.what}
    if not fits:
        raise MarkupError(use.file, use.line, f"„@{use.name}“ ist kein Ziel der Art „{use.what}“.")


def _nested(entries: tuple[_Entry, ...], sections: Mapping[str, Section]) -> tuple[Section, ...]:
    return tuple(replace(sections[head.name], children=_nested(below, sections)) for head, below in _families(entries))


def _families(entries: tuple[_Entry, ...]) -> Iterator[tuple[_Entry, tuple[_Entry, ...]]]:
    """Part the entries at the least deep ones: each with those below it."""
    heads = [index for index, entry in enumerate(entries) if entry.depth == entries[0].depth]
    for start, end in pairwise([*heads, len(entries)]):
        yield entries[start], entries[start + 1 : end]
