"""Saves what can be read of a damaged file, as a concept of its own; the file stays as it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ikonzept_desktop.model import codec, outline_codec, schema
from ikonzept_desktop.model.document import Abbreviation, Document, Properties
from ikonzept_desktop.model.json_forms import Form, FormError, Json, dumps, loads
from ikonzept_desktop.model.store import database
from ikonzept_desktop.model.store.assembly import document_of
from ikonzept_desktop.model.store.contents import Contents
from ikonzept_desktop.model.store.errors import DamagedFile
from ikonzept_desktop.model.store.images import PictureError, kept_file
from ikonzept_desktop.model.store.layout import PROPOSAL, RETURNED
from ikonzept_desktop.model.store.leaf_pages import found_rows
from ikonzept_desktop.model.store.loading import refusal
from ikonzept_desktop.model.store.rows import Values
from ikonzept_desktop.model.store.tables import IMAGES
from ikonzept_desktop.model.store.verification import lenient_contents
from ikonzept_desktop.model.template import FieldKind, Placement, SectionKind, Template
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.model.text_edits import normal_block
from ikonzept_desktop.values import dataclass

NAMELESS = "Gerettet (Überschrift verloren)"
"""The title of a section whose own row is lost."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved."""

    document: Document
    images: tuple[bytes, ...]
    sections: tuple[str, ...]
    """The titles of the sections that suffered."""


def salvage(path: Path, template: Template | None = None) -> Salvaged:
    """Save what can be read; the given template stands in where the file's own is lost.

    Raises DamagedFile where not even that makes a concept. What was deleted by a person may come back.
    """
    try:
        with database.reading(path) as connection:
            contents = lenient_contents(connection, path)
        images = tuple(_images(path))
        mended = _Mending(contents, _template(contents) or template).contents()
        document = document_of(mended)
        schema.check(document)
    except database.ReadFailure as error:
        raise refusal(path, error) from error
    except (FormError, schema.SchemaError) as error:
        raise DamagedFile(path) from error
    return Salvaged(document, images, contents.damaged_sections())


def _images(path: Path) -> Iterator[bytes]:
    for row in found_rows(path.read_bytes()):
        if row.table == IMAGES.name and isinstance(data := row.values[2], bytes):
            with suppress(PictureError):
                yield kept_file(data).data


def _template(contents: Contents) -> Template | None:
    for key, content in contents.rows["meta"]:
        if key == "template":
            try:
                return outline_codec.TEMPLATE.loads(str(content))
            except FormError:
                return None
    return None


_TEXTS = ("responsible", "deadline_draft", "target_draft")
"""What else of a section is text."""


class _Mending:
    """Makes the rows that were found fit each other."""

    def __init__(self, found: Contents, template: Template | None) -> None:
        if template is None:
            raise FormError("the template is lost")
        self._template = template
        self._kinds: Mapping[str, SectionKind] = {kind.key: kind for kind in template.kinds}
        self._body = next((kind for kind in template.kinds if kind.placement is Placement.BODY), template.kinds[0])
        self._found = found
        self._blocks = dict(self._sound_blocks())
        self._sections = dict(self._sound_sections())

    def contents(self) -> Contents:
        """Give rows that make a concept."""
        fields = list(self._sound_fields())
        mended = Contents()
        template = ("template", outline_codec.TEMPLATE.dumps(self._template))
        mended.rows["meta"] = [template, self._properties(), *self._review()]
        mended.rows["fields"] = fields
        mended.rows["blocks"] = [(id, section, text) for id, (section, text) in self._blocks.items()]
        mended.rows["sections"] = list(self._placed_sections())
        return mended

    def _sound_blocks(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for id, section, content in self._found.rows["blocks"]:
            try:
                block = normal_block(codec.BLOCK.loads(str(content)))
            except FormError:
                continue
            if block.id == id:
                yield block.id, (str(section), codec.BLOCK.dumps(block))

    def _sound_sections(self) -> Iterator[tuple[str, Values]]:
        wanted = [str(row[0]) for row in self._found.rows["fields"]]
        for id in dict.fromkeys([*wanted, *(section for section, _text in self._blocks.values())]):
            yield id, (id, "", 0, "", dumps({"kind": self._body.key, "title": NAMELESS}))
        for name, parent, place, trashed, content in self._found.rows["sections"]:
            said = self._own_parts(str(content))
            number = place if isinstance(place, int) else 0
            yield str(name), (str(name), str(parent), number, _sound_trash(str(trashed)), said)

    def _own_parts(self, content: str) -> str:
        try:
            said = outline_codec.OWN_PARTS.decode(loads(content))
        except FormError:
            said = {}
        title = clean(str(said.get("title", NAMELESS)))
        if said.get("kind") not in self._kinds or not said.keys() >= {"kind"}:
            return dumps({"kind": self._body.key, "title": title})
        found = loads(content)
        texts = {name: clean(str(said[name])) for name in _TEXTS if name in said}
        return dumps({**found, **texts, "title": title})

    def _properties(self) -> Values:
        for key, content in self._found.rows["meta"]:
            try:
                if key == "properties":
                    found = outline_codec.PROPERTIES.loads(str(content))
                    return (key, outline_codec.PROPERTIES.dumps(_sound_properties(found)))
            except FormError:
                break
        return ("properties", "{}")

    def _review(self) -> Iterator[Values]:
        """Give what came back, as far as it can be read."""
        for key, content in self._found.rows["meta"]:
            form: Form[Any] = outline_codec.RETURNED if key == RETURNED else outline_codec.PROPOSAL
            if key == RETURNED or str(key).startswith(PROPOSAL):
                with suppress(FormError):
                    form.loads(str(content))
                    yield key, content

    def _sound_fields(self) -> Iterator[Values]:
        """Give the fields with the blocks that are there, those left over at the end of a text of their section."""
        rows: dict[tuple[str, ...], Json] = {}
        placed: set[str] = set()
        for *address, content in self._found.rows["fields"]:
            key = tuple(map(str, address))
            value = self._sound_value(key[0], str(content), placed)
            if value is not None:
                rows[key] = value
        for id, (section, _text) in self._blocks.items():
            if id not in placed:
                rows.setdefault((section, self._text_field(section), "", ""), {"blocks": []})["blocks"].append(id)
        for section, field, record, _part in list(rows):
            if record:
                ids = rows.setdefault((section, field, "", ""), {"records": []}).setdefault("records", [])
                ids += [] if record in ids else [record]
        for key, value in rows.items():
            yield (*key, dumps(value))

    def _sound_value(self, section: str, content: str, placed: set[str]) -> Json | None:
        try:
            value = loads(content)
            if type(value) is dict and value.keys() == {"blocks"}:
                ids = [str(id) for id in value["blocks"]]
                here = [id for id in ids if id not in placed and self._blocks.get(id, ("", ""))[0] == section]
                placed.update(here)
                return {"blocks": here}
            if type(value) is dict and value.keys() == {"records"}:
                return {"records": [str(id) for id in value["records"]]}
            codec.VALUE.decode(value)
        except (FormError, TypeError):
            return None
        return value

    def _text_field(self, section: str) -> str:
        said = loads(str(self._sections[section][4]))
        kind = self._kinds[said["kind"]]
        texts = (field.key for field in (*kind.fields, *self._body.fields) if field.kind is FieldKind.RICH_TEXT)
        return next(texts, "text")

    def _placed_sections(self) -> Iterator[Values]:
        """Give the sections with places without gaps; one whose parent is lost comes to the top."""
        below: defaultdict[tuple[str, bool], list[Values]] = defaultdict(list)
        for id, row in self._sections.items():
            parent = "" if row[3] or not self._leads_up(id) else str(row[1])
            below[parent, bool(row[3])].append(row)
        order = list(Placement)
        for (above, trashed), rows in below.items():
            ranked = sorted(
                rows, key=lambda row: (0 if above or trashed else order.index(self._placement(row)), row[2])
            )
            for place, row in enumerate(ranked):
                yield (row[0], above, place, *row[3:])

    def _leads_up(self, id: str) -> bool:
        seen = {id}
        while parent := str(self._sections[id][1]):
            if parent in seen or parent not in self._sections:
                return False
            seen.add(parent)
            id = parent
        return True

    def _placement(self, row: Values) -> Placement:
        return self._kinds[loads(str(row[4]))["kind"]].placement


def _sound_properties(found: Properties) -> Properties:
    """Clean every text; of two abbreviations of one short form the first stays."""
    kept = {field.name: getattr(found, field.name) for field in fields(found)}
    texts: dict[str, Any] = {name: clean(said) for name, said in kept.items() if isinstance(said, str)}
    words: dict[str, Any] = {name: tuple(map(clean, kept[name])) for name in ("own_words", "passed_over")}
    logos = tuple(replace(logo, alternative_text=clean(logo.alternative_text)) for logo in found.logos)
    dates = tuple(replace(known, said=clean(known.said), event=clean(known.event)) for known in found.dates)
    listed: dict[str, Abbreviation] = {}
    for abbreviation in found.abbreviations:
        if short := clean(abbreviation.short):
            listed.setdefault(short, Abbreviation(short, clean(abbreviation.long)))
    return replace(found, **texts, **words, dates=dates, abbreviations=tuple(listed.values()), logos=logos)


def _sound_trash(trashed: str) -> str:
    try:
        said = loads(trashed)
        codec.PLACE.decode(said["place"])
        datetime.fromisoformat(said["deleted"])
    except (FormError, ValueError, TypeError, KeyError):
        return ""
    return trashed
