"""What a document is called: the concept's title where it has none yet, else words that wait in the inbox."""

from dataclasses import replace

from ikonzept_desktop.importing.building import heads
from ikonzept_desktop.importing.building.drafts import Draft
from ikonzept_desktop.importing.building.outlining import Outlining
from ikonzept_desktop.importing.building.telling import Telling
from ikonzept_desktop.importing.building.wording import in_one_line, letters, notes_in, shown
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Becomes
from ikonzept_desktop.model.blocks import ListItem, Paragraph
from ikonzept_desktop.model.document import Document, Properties
from ikonzept_desktop.model.edits import Edit, SetProperties

_NAMES = {Becomes.TITLE: ("title", heads.TITLE), Becomes.SUBTITLE: ("subtitle", heads.SUBTITLE)}


def title_edit(
    document: Document, outlining: Outlining, manuscript: Manuscript, host: Draft | None, telling: Telling
) -> Edit | None:
    """Give the edit that calls the concept as the document calls itself; None where it has a name already."""
    before = after = document.properties
    for becomes, (name, head) in _NAMES.items():
        for index in outlining.titles[becomes]:
            block = manuscript.pieces[index].block
            if not isinstance(block, Paragraph | ListItem) or notes_in(block.inlines):
                outlining.put_aside([index], head)
                continue
            words = in_one_line(shown(block.inlines, manuscript.pointers))
            known = host.title if host is not None and name == "title" else str(getattr(after, name))
            if letters(words) == letters(known):
                telling.tell("title_same", words)
            elif host is not None or getattr(before, name):
                telling.tell("title_kept", about=words)
                outlining.put_aside([index], head)
            else:
                after = _called(after, name, words)
    return None if after == before else SetProperties(before, after)


def _called(properties: Properties, name: str, words: str) -> Properties:
    """Put words behind those that are there: a title may take several lines."""
    known = str(getattr(properties, name))
    joined = f"{known} {words}".strip()
    return replace(properties, title=joined) if name == "title" else replace(properties, subtitle=joined)
