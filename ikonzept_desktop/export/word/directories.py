"""The lists after the contents: tables and figures as fields that Word renews, abbreviations as lines with a tab."""

from collections.abc import Iterable, Sequence

from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.fields import field, page_of
from ikonzept_desktop.export.word.heights import text_extent
from ikonzept_desktop.export.word.names import block_name
from ikonzept_desktop.export.word.page import TEXT_WIDTH
from ikonzept_desktop.export.word.sheets import Extent, Sheets
from ikonzept_desktop.export.word.styles import ABBREVIATION_INDENT, DIRECTORY_INDENT
from ikonzept_desktop.export.word.xml import escape, paragraph, text_run
from ikonzept_desktop.model.document import Abbreviation
from ikonzept_desktop.publication.tree import ContentsEntry, Directory

_PAGE_ROOM = 700
"""Width in a line of a directory that its title does not have, in twips."""
_LONGEST_NUMBER = 13
"""Characters of `Abbildung 123`, for which there is room before the titles."""
_FIELD_END = '<w:p><w:pPr><w:pStyle w:val="IKSpacer"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def directory_xml(directory: Directory) -> str:
    """Write a list of tables or figures: one field that gathers captions by their label, each line with its page."""
    label = f"&quot;{escape(directory.label)}&quot;"
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\h \\z \\c {label} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [_line(entry, "" if place else begin) for place, entry in enumerate(directory.entries)]
    return "".join(lines) + _FIELD_END


def _line(entry: ContentsEntry, begin: str) -> str:
    name = block_name(entry.anchor)
    counted = field(f"PAGEREF {name} \\h", text_run(page_of(entry.anchor)))
    apart = "<w:r><w:tab/></w:r>" if len(entry.number) <= _LONGEST_NUMBER else text_run(": ")
    title = apart + text_run(entry.title) if entry.title else ""
    return paragraph(
        "TableofFigures",
        f'{begin}<w:hyperlink w:anchor="{name}" w:history="1">{text_run(entry.number)}{title}'
        f"<w:r><w:tab/></w:r>{counted}</w:hyperlink>",
    )


def abbreviations_xml(abbreviations: Iterable[Abbreviation]) -> str:
    """Write the list of abbreviations, the meanings below each other."""
    return "".join(
        paragraph("IKAbbreviation", f"{text_run(one.short)}<w:r><w:tab/></w:r>{text_run(one.long)}")
        for one in abbreviations
    )


def place_directory(title: str, entries: Sequence[ContentsEntry], sheets: Sheets) -> None:
    """Set a list of tables or figures on the sheets."""
    sheets.hold(text_extent(title, measures.HEADINGS[0], TEXT_WIDTH))
    for entry in entries:
        sheets.block(text_extent(entry.title, measures.DIRECTORY, TEXT_WIDTH - DIRECTORY_INDENT - _PAGE_ROOM))
    sheets.block(Extent(measures.SPACER / 20))


def place_abbreviations(title: str, abbreviations: Iterable[Abbreviation], sheets: Sheets) -> None:
    """Set the list of abbreviations on the sheets."""
    sheets.hold(text_extent(title, measures.HEADINGS[0], TEXT_WIDTH))
    for one in abbreviations:
        sheets.block(text_extent(one.long, measures.DIRECTORY, TEXT_WIDTH - ABBREVIATION_INDENT))
