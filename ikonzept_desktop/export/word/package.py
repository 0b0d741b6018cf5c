"""The package of a draft: parts, relationships, properties, media (ISO/IEC 29500-2), written by python-docx."""

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from docx.parts.image import ImagePart

from ikonzept_desktop.export.word.ink import Picture
from ikonzept_desktop.export.word.xml import DECLARATION, escape
from ikonzept_desktop.values import dataclass

_KINDS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
"""Content type and relationship type by the kind of part."""
_LONGEST = 255
"""Characters of a core property."""
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str
    author: str
    language: str
    version: str
    identifier: str
    created: datetime
    custom: tuple[tuple[str, str], ...]
    """Names and values of our own, by which a returned copy is known again; empty values are left out."""


class Draft:
    """A Word package in the making: what will be related to its document part, and the document part last."""

    def __init__(self) -> None:
        self._package = Package()
        self._related: list[tuple[str, Part, str]] = []
        """Relationship type, part and relationship id."""

    def add_part(self, kind: str, xml: str, id: str, number: int = 0, links: Mapping[str, str] | None = None) -> None:
        """Add a part of that kind (`styles`, `header` ...), related to the document under that id."""
        part = self._part(f"/word/{kind}{number or ''}.xml", _KINDS[kind][0], xml)
        _add_links(part, links or {})
        self._related.append((_KINDS[kind][1], part, id))

    def add_pictures(self, images: Iterable[tuple[str, bytes]]) -> dict[str, Picture]:
        """Add images by a key, each of which comes once; give those whose bytes are an image that Word knows."""
        found: dict[str, Picture] = {}
        for key, data in images:
            image = _image(data)
            if image is not None:
                id = f"rIdImage{len(found) + 1}"
                part = ImagePart.from_image(image, PackURI(f"/word/media/image{len(found) + 1}.{image.ext}"))
                self._related.append((RELATIONSHIP_TYPE.IMAGE, part, id))
                found[key] = Picture(id, (image.px_width, image.px_height))
        return found

    def write(self, document: str, links: Mapping[str, str], properties: Properties, out: Path) -> None:
        """Write the whole package; raises OSError where the file cannot be written."""
        main = self._part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, document)
        for kind, part, id in self._related:
            main.load_rel(kind, part, id)
        _add_links(main, links)
        self._package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._describe(properties)
        with out.open("wb") as file:
            self._package.save(file)

    def _part(self, name: str, content_type: str, xml: str) -> Part:
        return Part(PackURI(name), content_type, (DECLARATION + xml).encode(), self._package)

    def _describe(self, properties: Properties) -> None:
        core = self._package.core_properties
        created = properties.created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        core.title, core.author = properties.title[:_LONGEST], properties.author[:_LONGEST]
        core.last_modified_by, core.language = core.author, properties.language
        core.version, core.identifier = properties.version[:_LONGEST], properties.identifier[:_LONGEST]
        core.created, core.modified = created, created
        custom = self._part("/docProps/custom.xml", _CUSTOM_TYPE, custom_xml(properties.custom))
        self._package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def custom_xml(pairs: Iterable[tuple[str, str]]) -> str:
    """Write the custom properties as texts; their numbers begin with 2 (ECMA-376 Part 1, 22.3.2.2)."""
    filled = [(name, value) for name, value in pairs if value]
    written = "".join(
        f'<property fmtid="{_CUSTOM_SET}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(filled, 2)
    )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{written}</Properties>'
    )


def _add_links(part: Part, links: Mapping[str, str]) -> None:
    for address, id in links.items():
        part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, id, is_external=True)


def _image(data: bytes) -> Image | None:
    try:
        image = Image.from_file(io.BytesIO(data))
    except (UnrecognizedImageError, UnexpectedEndOfFileError, InvalidImageStreamError):
        return None
    return image if image.px_width > 0 and image.px_height > 0 else None
