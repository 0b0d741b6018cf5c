"""A Word file read whole: its stories in order, then what belongs to them.

The main part is found by its relationship, not by its name (ECMA-376 Part 1, 11.3.10); what it refers to is read once,
however often; nothing outside of the package is ever opened.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from ikonzept_desktop.reading.word import anchors, inline, objects, structure
from ikonzept_desktop.reading.word.answers import answered
from ikonzept_desktop.reading.word.content import Comment, Copy, Part, Place
from ikonzept_desktop.reading.word.form_reading import Formed, FormReading, settle
from ikonzept_desktop.reading.word.kinds import PACKED
from ikonzept_desktop.reading.word.names import W14, R, W, value
from ikonzept_desktop.reading.word.numbering import Lists
from ikonzept_desktop.reading.word.package import MOST_XML, Package
from ikonzept_desktop.reading.word.properties import Thread, custom_properties, people, saved_by, threads, title
from ikonzept_desktop.reading.word.refusals import WordRefused, damaged, not_word, too_large, with_macros
from ikonzept_desktop.reading.word.relationships import Relationship, relationships_of
from ikonzept_desktop.reading.word.story import Gathered, Handler, Story
from ikonzept_desktop.reading.word.styles import Styles

_STORIES = {
    "header": Part.HEADER,
    "footer": Part.FOOTER,
    "footnotes": Part.FOOTNOTE,
    "endnotes": Part.ENDNOTE,
    "comments": Part.COMMENT,
    "glossaryDocument": Part.GLOSSARY,
}
"""The parts with text of their own, by the kinds of relationships that lead to them, in the order they are read."""
_SINGLE = {Part.FOOTNOTE: f"{W}footnote", Part.ENDNOTE: f"{W}endnote", Part.COMMENT: f"{W}comment"}
_LINES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""Notes that are the line above all others (17.18.33)."""
_NO_TEXT = frozenset({"styles", "stylesWithEffects", "theme", "fontTable", "settings", "webSettings", "numbering"})
_MACRO_KIND = re.compile(rb"ms-word\.\w+\.macroEnabled\w*\.main\+xml", re.IGNORECASE)
_HAS_TEXT = re.compile(rb"<(?:\w+:)?(?:t|delText)[\s>]")
MOST_CHUNKS, DEEPEST = 20, 3
"""Documents laid into one, and into each other."""


@dataclass(slots=True, eq=False)
class _Comment:
    """A comment whose paragraphs have been read."""

    comment: Comment
    paragraphs: tuple[str, ...]
    """The ids of its paragraphs, by which others point at it."""


def read_copy(data: bytes, name: str, *, forms: bool = False) -> Copy:
    """Read the bytes of a Word file, and how all of it is set where that is asked for; raises WordRefused."""
    file = _File(Package(data, name), formed=Formed() if forms else None)
    file.read_all()
    return file.copy()


class _File:
    """The reading of one file."""

    def __init__(
        self, package: Package, into: Gathered | None = None, depth: int = 0, formed: Formed | None = None
    ) -> None:
        self._package = package
        self._depth = depth
        self._root = relationships_of(package, "")
        self._main = _main_part(package, self._root)
        self._relationships = relationships_of(package, self._main)
        _refuse_macros(package, self._relationships)
        self._lead = {each.kind: each.target for each in reversed(self._relationships.values()) if not each.outside}
        style_root = package.xml_or_nothing(self._lead.get("styles"))
        styles = Styles(style_root)
        lists = Lists(package.xml_or_nothing(self._lead.get("numbering")))
        self._gathered = into or Gathered(package, styles, lists)
        if into is not None:
            into.package, into.styles, into.lists = package, styles, lists
        self._formed = formed
        self._forms = None if formed is None else FormReading(formed, style_root, styles, lists)
        self._comments: list[_Comment] = []
        self._seen: set[str] = set()
        self._chunks = 0
        self._handlers: dict[str, Handler] = {
            **structure.HANDLERS,
            **inline.HANDLERS,
            **anchors.HANDLERS,
            **objects.HANDLERS,
            **({} if self._forms is None else self._forms.handlers()),
            f"{W}altChunk": self._chunk,
        }

    def read_all(self) -> None:
        """Read every story, those nothing refers to last."""
        self._read(Part.BODY, self._main, self._relationships)
        for kind, part in _STORIES.items():
            for each in self._relationships.values():
                if each.kind == kind and not each.outside:
                    self._read_once(part, each.target)
        for source in self._loose():
            self._read_once(Part.LOOSE, source)

    def copy(self) -> Copy:
        """Give everything as a value."""
        gathered = self._gathered
        of_kind = {each.kind: each.target for each in reversed(self._root.values())}
        custom = of_kind.get("custom-properties")
        core = self._package.xml_or_nothing(of_kind.get("core-properties"))
        formed = self._formed
        if formed is not None:
            for block in gathered.blocks:
                settle(block)
        return Copy(
            tuple(block.made() for block in gathered.blocks),
            tuple(self._linked()),
            tuple(gathered.bookmarks),
            custom_properties(self._package.xml_or_nothing(custom)),
            people(self._package.xml_or_nothing(self._lead.get("people"))),
            tuple(gathered.not_taken),
            saved_by(core),
            title(core),
            "" if formed is None else formed.language or "",
            () if formed is None else formed.all_tables(gathered.tables),
            () if formed is None else formed.pictures.images(),
        )

    def _read_once(self, part: Part, source: str) -> None:
        if self._package.has(source) and source.lower() not in self._seen:
            relationships = relationships_of(self._package, source)
            self._read(part, source, relationships)
            if part is Part.GLOSSARY:
                for each in relationships.values():
                    if each.kind in _STORIES and not each.outside:
                        self._read_once(part, each.target)

    def _read(self, part: Part, source: str, relationships: dict[str, Relationship]) -> None:
        self._seen.add(source.lower())
        # What nothing refers to may be damaged: Word never looks at it.
        root = self._package.xml_or_nothing(source) if part is Part.LOOSE else self._package.xml(source)
        if root is None:
            return
        told, self._gathered.told = self._gathered.told, []  # a document laid into another is read amid it
        self._read_stories(part, source, root, relationships)
        self._read_astray(source, root, relationships)
        self._gathered.told = told

    def _read_stories(
        self, part: Part, source: str, root: etree._Element, relationships: dict[str, Relationship]
    ) -> None:
        if part is Part.BODY and root.tag != f"{W}document":
            raise not_word(self._package.name)
        if part is Part.BODY and self._forms is not None:
            self._forms.begin(root)
        single = _SINGLE.get(part)
        part = Part.CHUNK if self._depth else part
        if single is None:
            self._story(Place(part, source), root, relationships)
            return
        for node in root.iter(single):
            is_line = value(node, "type") in _LINES and not inline.text_in(node)
            if not is_line and next(node.iterancestors(single), None) is None:
                self._single(Place(part, source, value(node, "id") or ""), node, relationships)

    def _read_astray(self, source: str, root: etree._Element, relationships: dict[str, Relationship]) -> None:
        """Keep text that stands where none may, in the properties of a paragraph say; Word writes no such file."""
        told = self._gathered.told
        if sum(1 for _ in root.iter(*inline.TEXTS)) == len(told):
            return
        known = set(map(id, told))  # the same objects as long as they are held
        story = Story(self._gathered, Place(Part.LOOSE, source), relationships, self._handlers)
        for node in root.iter(*inline.TEXTS):
            if id(node) not in known:
                story.current = None
                story.block().add(inline.letters(node), story.around)

    def _single(self, place: Place, node: etree._Element, relationships: dict[str, Relationship]) -> None:
        """Read one note or comment."""
        first = len(self._gathered.blocks)
        self._story(place, node, relationships)
        if place.part is Part.COMMENT:
            blocks = tuple(range(first, len(self._gathered.blocks)))
            author, date, initials = (value(node, name) or "" for name in ("author", "date", "initials"))
            ids = tuple(each.get(f"{W14}paraId") or "" for each in node.iter(f"{W}p"))
            self._comments.append(_Comment(Comment(place.holder, author, date, initials, blocks), ids))

    def _story(self, place: Place, node: etree._Element, relationships: dict[str, Relationship]) -> None:
        within = self._gathered.notes.get((place.part, place.holder), ())
        story = Story(self._gathered, place, relationships, self._handlers, within)
        story.walk(node)
        story.finish()

    def _loose(self) -> Iterator[str]:
        """Go through the parts with text that nothing has led to."""
        known = {each.target.lower() for each in self._relationships.values() if each.kind in _NO_TEXT}
        left = MOST_XML
        for name in self._package.names():
            if not name.lower().endswith(".xml") or name.lower() in known or name.lower() in self._seen:
                continue
            left -= self._package.size(name)
            if left < 0:
                raise too_large(self._package.name)
            data = self._package.data(name)
            if b"wordprocessingml" in data and _HAS_TEXT.search(data):
                yield name

    def _chunk(self, story: Story, node: etree._Element) -> None:
        """Read a document laid into this one (17.17.2.1); one of another format is listed."""
        found = story.relationships.get(node.get(f"{R}id") or "")
        if found is None or found.outside or not self._package.has(found.target):
            return
        self._chunks += 1
        data = self._package.data(found.target)
        if not data.startswith(PACKED) or self._depth >= DEEPEST or self._chunks > MOST_CHUNKS:
            story.leave_out("chunk", "", found.target)
            return
        gathered = self._gathered
        kept = gathered.package, gathered.styles, gathered.lists, gathered.anchors, gathered.notes
        gathered.anchors, gathered.notes = {}, {}
        package = Package(data, self._package.name, self._package.markup)
        _File(package, gathered, self._depth + 1, self._formed).read_all()
        gathered.package, gathered.styles, gathered.lists, gathered.anchors, gathered.notes = kept
        self._package.markup = package.markup
        story.new_flow()

    def _linked(self) -> Iterator[Comment]:
        """Go through the comments with what they are about and what they answer."""
        said = threads(self._package.xml_or_nothing(self._lead.get("commentsExtended")))
        by_paragraph = {id: each.comment.id for each in self._comments for id in each.paragraphs if id}
        before: list[Comment] = []
        for each in self._comments:
            thread = next((said[id] for id in each.paragraphs if id in said), Thread("", False))
            anchor = self._gathered.anchors.get(each.comment.id)
            comment = each.comment
            made = Comment(
                comment.id,
                comment.author,
                comment.date,
                comment.initials,
                comment.blocks,
                anchor.start if anchor else None,
                anchor.end if anchor else None,
                by_paragraph.get(thread.parent, ""),
                thread.resolved,
            )
            if not made.answers and made.blocks:
                text = self._gathered.blocks[made.blocks[0]].made().text
                made = replace(made, answers=answered(made, text, before))
            before.append(made)
            yield made


def _main_part(package: Package, root: dict[str, Relationship]) -> str:
    main = next((each for each in root.values() if each.kind == "officeDocument" and not each.outside), None)
    if main is None:
        raise not_word(package.name)
    if not package.has(main.target):
        raise damaged(package.name)
    return main.target


def _refuse_macros(package: Package, relationships: dict[str, Relationship]) -> None:
    types = package.data("[Content_Types].xml") if package.has("[Content_Types].xml") else b""
    if _MACRO_KIND.search(types) or any(each.kind == "vbaProject" for each in relationships.values()):
        raise with_macros(package.name)


__all__ = ["WordRefused", "read_copy"]
