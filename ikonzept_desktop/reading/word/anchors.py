"""What stands at places in the text: bookmarks, comments, the ends of moves (ECMA-376 Part 1, 17.13.4 to 17.13.6)."""

from collections.abc import Callable

from lxml import etree

from ikonzept_desktop.reading.word.building import BlockInMaking
from ikonzept_desktop.reading.word.content import Act, Bookmark, Position, Revision
from ikonzept_desktop.reading.word.names import W, value
from ikonzept_desktop.reading.word.story import Anchor, Handler, Story


def _at_start(story: Story, tell: Callable[[BlockInMaking], None]) -> None:
    """Tell the paragraph something begins in; between two that is the second."""
    if story.current is not None:
        tell(story.current)
    else:
        story.waiting.append(tell)


def _bookmark_start(story: Story, node: etree._Element) -> None:
    id, name = value(node, "id") or "", value(node, "name") or ""
    bookmarks = story.gathered.bookmarks
    at = story.bookmarks[id] = len(bookmarks)
    if story.current is not None:
        story.current.bookmarks.append(name)
        bookmarks.append(Bookmark(name, story.current.position(), None))
        return
    bookmarks.append(Bookmark(name, Position(0, 0), None))

    def tell(block: BlockInMaking) -> None:
        block.bookmarks.append(name)
        end = bookmarks[at].end
        start = block.position()
        bookmarks[at] = Bookmark(name, start, None if end is None else max(start, end, key=_order))

    story.waiting.append(tell)


def _bookmark_end(story: Story, node: etree._Element) -> None:
    at = story.bookmarks.pop(value(node, "id") or "", None)
    if at is not None:
        found = story.gathered.bookmarks[at]
        story.gathered.bookmarks[at] = Bookmark(found.name, found.start, story.position())


def _order(position: Position) -> tuple[int, int]:
    return position.block, position.offset


def _comment_start(story: Story, node: etree._Element) -> None:
    id, anchors = value(node, "id") or "", story.gathered.anchors

    def tell(block: BlockInMaking) -> None:
        anchors[id] = Anchor(block.position())

    _at_start(story, tell)


def _comment_end(story: Story, node: etree._Element) -> None:
    if (anchor := story.gathered.anchors.get(value(node, "id") or "")) is not None:
        anchor.end = story.position()


def _comment_reference(story: Story, node: etree._Element) -> None:
    """Take the mark of a comment, which alone may say where one stands (17.13.4.5)."""
    at = story.block().position()
    anchor = story.gathered.anchors.setdefault(value(node, "id") or "", Anchor(at))
    if anchor.end is None:
        anchor.end = at


def _move_start(story: Story, node: etree._Element) -> None:
    """Take the name of a move; it begins after the properties of the paragraph whose end may be moved as well."""
    name = value(node, "name") or ""
    story.moves[value(node, "id") or ""] = name
    if story.current is not None and story.current.mark:
        story.current.mark = tuple(_named(each, name) for each in story.current.mark)


def _named(revision: Revision, move: str) -> Revision:
    if revision.move or revision.act not in {Act.MOVED_FROM, Act.MOVED_TO}:
        return revision
    return Revision(revision.act, revision.author, revision.date, revision.id, move)


def _move_end(story: Story, node: etree._Element) -> None:
    story.moves.pop(value(node, "id") or "", None)


HANDLERS: dict[str, Handler] = {
    f"{W}bookmarkStart": _bookmark_start,
    f"{W}bookmarkEnd": _bookmark_end,
    f"{W}commentRangeStart": _comment_start,
    f"{W}commentRangeEnd": _comment_end,
    f"{W}commentReference": _comment_reference,
    f"{W}moveFromRangeStart": _move_start,
    f"{W}moveToRangeStart": _move_start,
    f"{W}moveFromRangeEnd": _move_end,
    f"{W}moveToRangeEnd": _move_end,
}
