"""The part of the footnotes, with the two separators that Word expects there (ECMA-376 Part 1, 17.11)."""

from collections.abc import Iterable

from ikonzept_desktop.export.word.ink import Ink
from ikonzept_desktop.export.word.review_sheet import editing_begins, editing_ends
from ikonzept_desktop.export.word.runs import runs_xml
from ikonzept_desktop.export.word.xml import NAMESPACES, paragraph, text_run
from ikonzept_desktop.publication.tree import Note

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
    f'w:lineRule="auto"/></w:pPr><w:r><w:rPr><w:sz w:val="8"/></w:rPr><w:{kind}/></w:r></w:p></w:footnote>'
    for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_SIGN = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'


def notes_xml(notes: Iterable[Note], ink: Ink) -> str:
    """Write the footnotes; a note's id is its number."""
    return f"<w:footnotes {NAMESPACES}>{_SEPARATORS}{''.join(_note(note, ink) for note in notes)}</w:footnotes>"


def _note(note: Note, ink: Ink) -> str:
    words = ink.block(note.id, runs_xml(note.runs, ink))
    if note.number in ink.open_notes:
        number = ink.bookmarks.next()
        words = editing_begins(number) + words + editing_ends(number)
    line = paragraph("FootnoteText", _SIGN + text_run(" ") + words)
    return f'<w:footnote w:id="{note.number}">{line}</w:footnote>'
