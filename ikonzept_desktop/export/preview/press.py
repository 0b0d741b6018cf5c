"""Keeps the pages of one concept up to date: first the chapter that is written in, the rest when there is time."""

import time
from collections.abc import Iterator
from dataclasses import replace

from ikonzept_desktop.export.pdf.canvas import Place
from ikonzept_desktop.export.pdf.looking import lay_out_chapter, lay_out_whole, span_of
from ikonzept_desktop.export.pdf.painting import NOTE_ANCHOR
from ikonzept_desktop.export.pdf.warmth import Warmth
from ikonzept_desktop.export.pdf.writer import without_collector
from ikonzept_desktop.export.preview.rendering import Layout
from ikonzept_desktop.export.preview.telling import Listener
from ikonzept_desktop.export.preview.values import Answer, Fit, Images, Lacking, PageImage, Shown, Update, Wish
from ikonzept_desktop.model.document import Document, Section
from ikonzept_desktop.model.store.images import figures_in
from ikonzept_desktop.publication.build import build, build_chapter
from ikonzept_desktop.publication.tree import Publication

SLICE = 0.12
"""Seconds after which the layout of the whole pauses, so that a newer wish is not kept waiting."""
_POINTS_IN_INCH = 72.0
_LINE = 0.02
"""Of a page: what ends less than a line below its upper edge ends on the one before."""


class Press:
    """The pages of one concept."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._listener = Listener()
        self._document: Document | None = None
        self._revision = 0
        self._images: dict[str, bytes] = {}
        self._digests: dict[str, None] = {}
        """Of the images that are shown, or were."""
        self._warmth = Warmth()
        self._whole: Layout | None = None
        self._chapter: Layout | None = None
        self._replaced = range(0)
        """The pages of the whole that the chapter stands for."""
        self._coming: tuple[Layout, Iterator[float]] | None = None
        self._share = 0.0
        self._mirrored = False
        """Whether left and right pages are to mirror each other, as they do in print."""

    def serve(self, update: Update | None, images: Images, wish: Wish) -> Answer:
        """Take what has changed and give the pages that are wanted, as well as they can be known by now."""
        self._images.update(images)
        if update is not None:
            self._take(update)
        lacking = tuple(digest for digest in self._digests if digest not in self._images)
        if lacking:
            return Lacking(lacking)
        if wish.spread is not self._mirrored:
            self._mirrored = wish.spread
            self._begin_anew()
        with without_collector():
            if wish.go_on:
                self._go_on()
            elif not self._is_settled:
                self._lay_out_chapter(wish.chapter)
            return self._shown(wish)

    def close(self) -> None:
        """Let all files go."""
        self._drop_chapter()
        if self._coming is not None:
            self._coming[0].close()
        if self._whole is not None:
            self._whole.close()

    def text(self, page: int) -> str:
        """Give the words of a page, as its reader finds them."""
        layout, own = self._layout_of(page)
        return layout.text(own) if layout else ""

    @property
    def _is_settled(self) -> bool:
        return self._whole is not None and self._whole.state == self._state

    @property
    def _state(self) -> tuple[int, bool]:
        return self._revision, self._mirrored

    @property
    def _count(self) -> int:
        if self._whole is None:
            return 0
        grown = self._chapter.pages.count - len(self._replaced) if self._chapter else 0
        return self._whole.pages.count + grown

    def _take(self, update: Update) -> None:
        self._document = self._listener.take(update)
        self._revision = update.revision
        for section in update.sections:
            self._digests.update(dict.fromkeys(_digests_of(section)))
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Give up the layout that goes on: it is not wanted any more."""
        if self._coming is not None:
            self._coming[0].close()
            self._coming = None

    def _as_seen(self, publication: Publication) -> Publication:
        style = (*publication.house_style, ("mirrored", True))
        return replace(publication, house_style=style) if self._mirrored else publication

    def _go_on(self) -> None:
        """Lay out the whole for a while."""
        if self._is_settled:
            return
        if self._coming is None:
            assert self._document is not None
            layout = Layout(state=self._state)
            publication = self._as_seen(build(self._document))
            steps = lay_out_whole(publication, self._images, layout.file, layout.pages, self._warmth)
            self._coming = layout, steps
        layout, steps = self._coming
        until = time.perf_counter() + SLICE
        for share in steps:
            self._share = share
            if time.perf_counter() > until:
                return
        self._coming = None
        self._drop_chapter()
        if self._whole is not None:
            self._whole.close()
        self._whole = layout

    def _lay_out_chapter(self, id: str) -> None:
        """Lay out the chapter that is written in, in the place it has in the whole as it was last."""
        if self._whole is None or (self._chapter is not None and self._chapter.state == self._state):
            return
        assert self._document is not None
        publication = self._as_seen(build_chapter(self._document, id))
        span = span_of(self._whole.pages, publication)
        if span is None:
            return
        layout = Layout(state=self._state)
        pages = lay_out_chapter(publication, self._images, layout.file, self._whole.pages, self._warmth)
        assert pages is not None
        layout.pages = pages
        self._drop_chapter()
        self._chapter, self._replaced = layout, span

    def _drop_chapter(self) -> None:
        if self._chapter is not None:
            self._chapter.close()
        self._chapter, self._replaced = None, range(0)

    def _shown(self, wish: Wish) -> Shown:
        if self._whole is None:
            return Shown(self._revision, (), 0, False, self._share, 1.0, 0.0, (0.0, 0.0), (), "", "")
        page, found = self._wanted(wish)
        pages = _facing(page, self._count) if wish.spread else (page,)
        width, height = self._whole.size()
        scale = _scale(wish, len(pages), width, height)
        current = self._chapter or self._whole
        return Shown(
            revision=current.state[0],
            images=tuple(self._image(each, scale, wish.seen) for each in pages),
            count=self._count,
            settled=self._is_settled,
            share=1.0 if self._is_settled else self._share if self._coming else 0.0,
            scale=scale,
            height=height,
            margins=self._whole.pages.margins,
            places=tuple(place for each in pages for place in self._places(each)),
            before=self._before(pages[0]),
            found=found,
        )

    def _wanted(self, wish: Wish) -> tuple[int, str]:
        """Give the page that is wanted, and the anchor that was found of those the caret is at."""
        page, found = self._found(wish.anchors)
        if found and not wish.stay:
            return self._reached(page, found, wish.share), found
        return max(0, min(wish.page, self._count - 1)), found

    def _found(self, anchors: tuple[str, ...]) -> tuple[int, str]:
        """Give the page one of the anchors begins on, and which; no anchor where there is none of them."""
        assert self._whole is not None
        for anchor in anchors:
            if self._chapter is not None and anchor in (key for _, _, key in self._chapter.pages.places):
                return self._chapter.pages.anchors[anchor], anchor
            page = self._whole.pages.anchors.get(anchor)
            if page is not None and page not in self._replaced:
                return self._moved(page), anchor
        return 0, ""

    def _reached(self, page: int, anchor: str, share: float) -> int:
        """Give the page on which so much of what begins on a page is over, as well as heights can tell."""
        begin = next((self._depth(page, top) for _, top, key in self._places(page) if key == anchor), None)
        if begin is None or not share:
            return page
        end = self._end(page, anchor)
        return max(page, int(begin + share * (end - begin) - _LINE))

    def _end(self, page: int, anchor: str) -> float:
        """Give where what follows an anchor begins, in pages."""
        over = False
        for each in range(page, self._count):
            for _, top, key in self._places(each):
                if over and not key.startswith(NOTE_ANCHOR):
                    return self._depth(each, top)
                over = over or key == anchor
        return float(self._count)

    def _depth(self, page: int, top: float) -> float:
        """Give a height on a page as a count of pages."""
        assert self._whole is not None
        _, height = self._whole.size()
        above, below = self._whole.pages.margins
        return page + max(0.0, min((height - above - top) / (height - above - below), 0.999))

    def _moved(self, page: int) -> int:
        """Give where a page of the last whole is now that a chapter before it may have grown."""
        if self._chapter is None or page < self._replaced.stop:
            return page
        return page + self._chapter.pages.count - len(self._replaced)

    def _layout_of(self, page: int) -> tuple[Layout | None, int]:
        """Give the layout that shows a page, and the page's number there."""
        chapter = self._chapter
        if chapter is None or page < chapter.pages.first:
            return self._whole, page
        if chapter.pages.holds(page):
            return chapter, page
        return self._whole, page - chapter.pages.count + len(self._replaced)

    def _image(self, page: int, scale: float, seen: tuple[str, ...]) -> PageImage:
        layout, own = self._layout_of(page)
        assert layout is not None
        token = layout.token(own, scale)
        if token in seen:
            return PageImage(page, token, 0, 0, None)
        return PageImage(page, token, *layout.drawn(own, scale))

    def _places(self, page: int) -> list[Place]:
        layout, own = self._layout_of(page)
        assert layout is not None
        return [(page, top, anchor) for where, top, anchor in layout.pages.places if where == own]

    def _before(self, page: int) -> str:
        """Give the anchor of the text that goes on at the top of a page."""
        for earlier in range(page - 1, -1, -1):
            for _, _, anchor in reversed(self._places(earlier)):
                if not anchor.startswith(NOTE_ANCHOR):
                    return anchor
        return ""


def _digests_of(section: Section) -> Iterator[str]:
    for field in section.fields:
        yield from (figure.image for figure in figures_in(field.value))


def _facing(page: int, count: int) -> tuple[int, ...]:
    """Give a page with the one that faces it; the first one is a right page and stands alone."""
    left = page if page % 2 else page - 1
    return tuple(each for each in (left, left + 1) if 0 <= each < count)


def _scale(wish: Wish, across: int, width: float, height: float) -> float:
    """Give how many px each pt is to have."""
    across = 2 if wish.spread else across
    room_across, room_down = max(wish.room[0], 50), max(wish.room[1], 50)
    match wish.fit:
        case Fit.WIDTH:
            return room_across / (width * across)
        case Fit.PAGE:
            return min(room_across / (width * across), room_down / height)
    return wish.percent / 100 * wish.dots / _POINTS_IN_INCH
