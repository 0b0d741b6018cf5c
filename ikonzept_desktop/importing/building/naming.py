"""What a document says of itself as a whole: the concept's own where it says nothing yet, else for the inbox."""

from dataclasses import replace

from ikonzept_desktop.importing.building import heads
from ikonzept_desktop.importing.building.drafts import Draft
from ikonzept_desktop.importing.building.outlining import Outlining
from ikonzept_desktop.importing.building.telling import Telling
from ikonzept_desktop.importing.building.wording import in_one_line, letters, notes_in, shown
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Becomes, Entry
from ikonzept_desktop.model.blocks import ListItem, Paragraph
from ikonzept_desktop.model.document import Document, Properties
from ikonzept_desktop.model.edits import Edit, SetProperties

_HEADS = {
    "title": heads.TITLE,
    "subtitle": heads.SUBTITLE,
    "publisher": heads.PUBLISHER,
    "as_of": heads.AS_OF,
    "draft": heads.DRAFT,
}
_IN_PARTS = frozenset({"title", "subtitle"})
"""What may take several lines."""


def naming_edit(
    document: Document, outlining: Outlining, manuscript: Manuscript, host: Draft | None, telling: Telling
) -> Edit | None:
    """Give the edit that says of the concept what the document says of itself; None where it is said already."""
    before = after = document.properties
    for entry, index in outlining.of_whole:
        name, block = _name(entry), manuscript.pieces[index].block
        head = _HEADS.get(name, heads.TITLE)
        if name not in _HEADS or not isinstance(block, Paragraph | ListItem) or notes_in(block.inlines):
            outlining.put_aside([index], head)
            continue
        own = in_one_line(shown(block.inlines, manuscript.pointers))
        words = in_one_line(entry.title) or own
        known = host.title if host is not None and name == "title" else str(getattr(after, name))
        if letters(own) == letters(known):
            telling.tell("title_same", own)
        elif host is not None or getattr(before, name) or (known and name not in _IN_PARTS):
            telling.tell("title_kept", about=own)
            outlining.put_aside([index], head)
        else:
            after = _with(after, name, f"{known} {words}".strip())
            if letters(own) != letters(words):
                telling.tell("renamed", own, about=words)
    return None if after == before else SetProperties(before, after)


def _name(entry: Entry) -> str:
    match entry.becomes:
        case Becomes.TITLE:
            return "title"
        case Becomes.SUBTITLE:
            return "subtitle"
        case _:
            return entry.field


def _with(properties: Properties, name: str, words: str) -> Properties:
    match name:
        case "title":
            return replace(properties, title=words)
        case "subtitle":
            return replace(properties, subtitle=words)
        case "publisher":
            return replace(properties, publisher=words)
        case "as_of":
            return replace(properties, as_of=words)
        case _:
            return replace(properties, draft=words)
