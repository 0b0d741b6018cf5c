"""A publication given out as a Word draft.

The path of the data: the publication says what Word can count (numbering) and what is pointed at (targets) -> the body
is written as a string and set on sheets to expect its pages (body, heights, sheets) -> the notes (notes) -> the pages
are put into their places (fields) -> the lists that were begun are defined (numbering) -> a package is made (package).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from ikonzept_desktop.export.copies import CopyOrder, Protection
from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.export.shown_images import shown_images
from ikonzept_desktop.export.word.headers import cover_footer_xml, cover_header_xml, footer_xml, header_xml
from ikonzept_desktop.export.word.numbering import numbering_xml
from ikonzept_desktop.export.word.package import Draft, Properties
from ikonzept_desktop.export.word.page import ACROSS_WIDTH, TEXT_WIDTH
from ikonzept_desktop.export.word.settings import fonts_xml, settings_xml
from ikonzept_desktop.export.word.story import Story, story
from ikonzept_desktop.export.word.styles import Colours, colours, styles_xml
from ikonzept_desktop.export.word.xml import NAMESPACES
from ikonzept_desktop.publication.copy_marks import CONCEPT, COPY, PACKET, REVIEWER, SNAPSHOT, VERSION
from ikonzept_desktop.publication.tree import Publication, all_sections
from ikonzept_desktop.values import dataclass

Progress = Callable[[float, str], None]
"""Is told the share that is done, from 0 to 1, and in German what is being done."""


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """What a draft says of itself beyond the concept's own words."""

    issued: datetime
    """When it is given out, with its time zone."""
    version: str = ""
    """`Entwurf 0.7`; the cover's own word if empty."""
    copy: CopyOrder | None = None
    """Whom it is for, if it is given to somebody for review."""
    watermark: str | None = None
    """The word across every page, nothing for none; None for the house style's."""


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What became of a draft."""

    path: Path
    pages: int
    """How many pages it is expected to have."""
    findings: tuple[str, ...]
    """German sentences on what could not be given out as it should."""


def silent(share: float, doing: str) -> None:
    """Tell nobody."""


def write_draft(
    publication: Publication,
    images: Mapping[str, bytes],
    out: Path,
    options: DraftOptions,
    progress: Progress = silent,
) -> DraftReport:
    """Write the publication as a Word file; `images` are by SHA-256 digest.

    Raises OSError where the file cannot be written.
    """
    draft = Draft()
    pictures = draft.add_pictures(shown_images(publication, images).items())
    progress(0.1, "Text wird geschrieben")
    told = story(publication, pictures, options.copy)
    progress(0.6, "Fußnoten und Formate werden geschrieben")
    pack(draft, told, (publication,), options, out, progress)
    return DraftReport(out, told.pages, tuple(told.ink.findings))


def pack(
    draft: Draft,
    told: Story,
    publications: Sequence[Publication],
    options: DraftOptions,
    out: Path,
    progress: Progress = silent,
) -> None:
    """Put the words of the first publication, or of several, into a package with all they need, and write that.

    Raises OSError where the file cannot be written.
    """
    publication = publications[0]
    look = colours(house_style(publication.house_style))
    draft.add_part("footnotes", told.notes, "rIdFootnotes", links=told.notes_ink.links)
    draft.add_part("numbering", numbering_xml(NAMESPACES, told.numbers, told.ink.ordered_lists), "rIdNumbering")
    _add_fixed_parts(draft, publications, look, options.copy)
    watermark = house_style(publication.house_style).watermark if options.watermark is None else options.watermark
    _add_margins(draft, publication, options, watermark, told.pages)
    progress(0.8, "Datei wird geschrieben")
    document = f"<w:document {NAMESPACES}><w:body>{told.body}</w:body></w:document>"
    draft.write(document, told.ink.links, _properties(publication, options), out)


def _add_fixed_parts(draft: Draft, publications: Sequence[Publication], look: Colours, copy: CopyOrder | None) -> None:
    language = language_tag(publications[0].language)
    sections = [section for each in publications for section in all_sections(each.sections)]
    plain = {min(section.level, 9) for section in sections if not section.in_contents}
    directories = any(each.directories or each.abbreviations for each in publications)
    draft.add_part(
        "styles", styles_xml(look, language, plain, directories=directories, review=copy is not None), "rIdStyles"
    )
    draft.add_part("settings", settings_xml(language, _protection(copy)), "rIdSettings")
    draft.add_part("fontTable", fonts_xml(), "rIdFonts")


def _protection(copy: CopyOrder | None) -> str:
    if copy is None:
        return ""
    if copy.editable is not None:
        return "readOnly"
    return "trackedChanges" if copy.protection is Protection.REVISIONS else ""


def _add_margins(draft: Draft, publication: Publication, options: DraftOptions, watermark: str, pages: int) -> None:
    look = colours(house_style(publication.house_style))
    state = _joined(options.version or publication.cover.draft, f"{options.issued:%d.%m.%Y}")
    known = _joined(publication.cover.publisher, publication.snapshot and f"Fassung {publication.snapshot[:8]}")
    for number, width in enumerate((TEXT_WIDTH, ACROSS_WIDTH), 1):
        header = header_xml(publication.cover.title, state, watermark, width, look)
        draft.add_part("header", header, f"rIdHeader{number}", number)
        draft.add_part("footer", footer_xml(known, pages, width), f"rIdFooter{number}", number)
    draft.add_part("header", cover_header_xml(watermark), "rIdHeader3", 3)
    draft.add_part("footer", cover_footer_xml(), "rIdFooter3", 3)
    if options.copy is not None:
        draft.add_part("header", cover_header_xml(""), "rIdHeader4", 4)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def language_tag(language: str) -> str:
    """Give the language with its country, as Word's proofing wants it."""
    return {"": "de-DE", "de": "de-DE"}.get(language, language)


def _properties(publication: Publication, options: DraftOptions) -> Properties:
    cover = publication.cover
    version = options.version or cover.draft
    copy = options.copy
    said = (
        ((CONCEPT, copy.concept), (COPY, copy.id), (REVIEWER, copy.reviewer), (PACKET, copy.packet)) if copy else ()
    )  # fmt: skip
    return Properties(
        title=cover.title,
        author=cover.publisher,
        language=language_tag(publication.language),
        version=version,
        identifier=publication.snapshot,
        created=options.issued,
        custom=(
            (SNAPSHOT, publication.snapshot),
            (VERSION, version),
            *said,
        ),
    )
