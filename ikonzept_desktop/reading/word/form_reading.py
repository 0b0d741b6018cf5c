"""A Word file read with its forms: what the handlers of the plain reading do, and how all of it is set.

Made only where forms are asked for, so that the plain reading pays nothing for it.
"""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from ikonzept_desktop.reading.word import inline, objects, structure
from ikonzept_desktop.reading.word.building import BlockInMaking, Field
from ikonzept_desktop.reading.word.content import Form, Numbering, TableForm, View, is_shown
from ikonzept_desktop.reading.word.counting import Counting
from ikonzept_desktop.reading.word.forms import ParagraphForms, table_form
from ikonzept_desktop.reading.word.looks import Looks
from ikonzept_desktop.reading.word.names import MC, W, child, child_value
from ikonzept_desktop.reading.word.numbering import Lists
from ikonzept_desktop.reading.word.pictures import Picture, Pictures
from ikonzept_desktop.reading.word.story import Handler, Story
from ikonzept_desktop.reading.word.styles import Styles

_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES = f"{W}rPr", f"{W}pPr"
_CONTENTS_GALLERY = "Table of Contents"
"""Which of Word's galleries a building block comes from that is a table of contents (ECMA-376 Part 1, 17.5.2.11)."""
_CONTENTS_FIELD = re.compile(r"\s*TOC\b", re.IGNORECASE)
_DEEPEST = 20
"""Fields within fields that are looked at."""
_PLAIN_FORM = Form()


@dataclass(slots=True, eq=False)
class Formed:
    """What is gathered of the forms of a file and of the documents laid into it."""

    pictures: Pictures = field(default_factory=Pictures)
    tables: dict[int, TableForm] = field(default_factory=dict)
    language: str | None = None

    def all_tables(self, count: int) -> tuple[TableForm, ...]:
        """Give the forms of so many tables by their numbers; one without an element of its own has none."""
        return tuple(self.tables.get(number, TableForm()) for number in range(count))


class FormReading:
    """The reading of the forms of one document."""

    def __init__(self, formed: Formed, root: etree._Element | None, styles: Styles, lists: Lists) -> None:
        """Begin with the part of the styles, if there is one, and what is known of styles and lists."""
        self._formed = formed
        self._styles = styles
        self._looks = Looks(root)
        self._counting = Counting(lists)
        defaults = child(child(child(root, "docDefaults"), "pPrDefault"), "pPr")
        self._forms = ParagraphForms(styles, self._counting, defaults)
        self._symbols = ""
        self._contents = 0
        self._spare: list[etree._Element] = []
        """Other forms of the drawing that is read next."""

    def begin(self, document: etree._Element) -> None:
        """Look at the whole document before it is read."""
        self._looks.begin(document)
        self._counting.language = self._looks.language
        if self._formed.language is None:
            self._formed.language = self._looks.language
        self._looks.language = self._formed.language

    def handlers(self) -> dict[str, Handler]:
        """Give the handlers that stand in for those of the plain reading."""
        return {
            f"{W}p": self._paragraph,
            f"{W}r": self._run,
            f"{W}t": self._text,
            f"{W}delText": self._text,
            f"{W}sym": self._symbol,
            f"{W}sdt": self._control,
            f"{W}tbl": self._table,
            f"{W}drawing": self._drawing,
            f"{W}pict": self._older,
            f"{W}object": self._object,
            f"{MC}AlternateContent": self._alternate,
        }

    def _paragraph(self, story: Story, node: etree._Element) -> None:
        blocks = story.gathered.blocks
        at = len(blocks)
        structure.paragraph(story, node)
        block = blocks[at]
        properties = node[0] if len(node) and node[0].tag == _PARAGRAPH_PROPERTIES else child(node, "pPr")
        if block.numbering is not None:
            self._take_level(story, block, block.numbering, properties)
        block.form = self._forms.form(block, properties, is_contents=self._contents > 0)

    def _take_level(
        self, story: Story, block: BlockInMaking, numbering: Numbering, properties: etree._Element | None
    ) -> None:
        """Let the level be that which belongs to the style, where nothing says another (17.9.23)."""
        said = child(child(properties, "numPr"), "ilvl")
        if said is not None or self._styles.style(block.style_id).level is not None:
            return
        ids = self._styles.ids(block.style_id)
        levels = (self._counting.level_of_style(numbering.list_id, id) for id in ids)
        level = next((each for each in levels if each is not None), numbering.level)
        if level != numbering.level:
            block.numbering = Numbering(numbering.list_id, level, story.gathered.lists.format(numbering.list_id, level))

    def _run(self, story: Story, node: etree._Element) -> None:
        """Read a run in its look, and come back to the look around it; a field may have begun or ended in it."""
        first = node[0] if len(node) else None
        properties = first if first is not None and first.tag == _RUN_PROPERTIES else None
        dress = self._looks.dress("" if story.current is None else story.current.style_id, properties)
        symbols, self._symbols = self._symbols, dress.symbols
        before = story.around
        if dress.look is before.look:
            inline.run(story, node)
        else:
            mine = dress.around if not any(before[:4]) else before._replace(look=dress.look)
            story.around = mine
            inline.run(story, node)
            story.around = before if story.around is mine else story.around._replace(look=before.look)
        self._symbols = symbols

    def _text(self, story: Story, node: etree._Element) -> None:
        if self._symbols:
            inline.symbol_text(story, node, self._symbols)
        else:
            inline.text_of(story, node)

    def _symbol(self, story: Story, node: etree._Element) -> None:
        inline.symbol(story, node, as_seen=True)

    def _control(self, story: Story, node: etree._Element) -> None:
        """Read a content control, which may hold the contents."""
        gallery = child_value(child(child(node, "sdtPr"), "docPartObj"), "docPartGallery")
        is_contents = gallery == _CONTENTS_GALLERY
        self._contents += is_contents
        story.walk(node)
        self._contents -= is_contents

    def _table(self, story: Story, node: etree._Element) -> None:
        self._formed.tables[story.gathered.tables] = table_form(node)
        structure.table(story, node)

    def _drawing(self, story: Story, node: etree._Element) -> None:
        objects.drawing(story, node, self._picture(story, node))

    def _older(self, story: Story, node: etree._Element) -> None:
        objects.older(story, node, self._picture(story, node))

    def _object(self, story: Story, node: etree._Element) -> None:
        objects.embedded(story, node, self._picture(story, node))

    def _alternate(self, story: Story, node: etree._Element) -> None:
        """Read one of several forms of the same; what it draws may be an image in another of them alone."""
        before, self._spare = self._spare, list(node)
        structure.alternate(story, node)
        self._spare = before

    def _picture(self, story: Story, node: etree._Element) -> Picture:
        """Give what a drawing shows, by itself or in another of its forms."""
        spare, self._spare = self._spare, []
        package, pictures = story.gathered.package, self._formed.pictures
        picture = pictures.picture(node, package, story.relationships)
        if not picture.image:
            others = (pictures.picture(each, package, story.relationships) for each in spare)
            picture = next((each for each in others if each.image), picture)
        return picture


def settle(block: BlockInMaking) -> None:
    """Give a block that is read the rest of its form: whether it begins a page, and is of the contents by its field."""
    form = block.form or _PLAIN_FORM
    begins = not form.begins_page and _begins_with_break(block)
    contents = not form.is_contents and _is_in_contents(block)
    if begins or contents:
        form = replace(form, begins_page=form.begins_page or begins, is_contents=form.is_contents or contents)
    block.form = form


def _begins_with_break(block: BlockInMaking) -> bool:
    """Tell whether a page break is the first thing in a paragraph, as it was before all changes."""
    for around, _text, atom in block.pieces():
        if not around.in_code and is_shown(around.revisions, View.REJECTED):
            return atom is not None and atom.kind == "page"
    return False


def _is_in_contents(block: BlockInMaking) -> bool:
    """Tell whether all text of a paragraph lies in the result of a table of contents (17.16.5.68)."""
    found = False
    for around, text, _atom in block.pieces():
        if around.field is None:
            if text.strip():
                return False
        elif not (around.in_code and around.field.ended) and text.strip():
            if not _of_contents(around.field):
                return False
            found = True
    return found


def _of_contents(inner: Field) -> bool:
    at: Field | None = inner
    for _ in range(_DEEPEST):
        if at is None:
            return False
        if at.ended and _CONTENTS_FIELD.match(at.instruction):
            return True
        at = at.within
    return False
