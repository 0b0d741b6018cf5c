"""Pages that are kept up with a concept, in one process."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from ikonzept_desktop.export.pdf import looking
from ikonzept_desktop.export.preview.press import Press
from ikonzept_desktop.export.preview.telling import Listener, Teller
from ikonzept_desktop.export.preview.values import Fit, Lacking, PageImage, Shown, Wish
from ikonzept_desktop.model.blocks import Block, Paragraph
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.fields import RichText
from tests.builders import chapter, doc, figure, fn, line, p
from tests.export.pdf.builders import WORDS, png

LONG = f"{WORDS} " * 9


def three_chapters() -> Document:
    """Give a concept whose middle chapter has some pages."""
    return doc(
        chapter("Einleitung", p("Anfang des Ganzen.", id="first"), id="one"),
        chapter("Lage", *(p(f"{LONG} {count}.", id=f"p{count}") for count in range(9)), id="two"),
        chapter("Ausblick", p("Ein Schluss", fn("Mit Quelle."), id="last"), id="three"),
    )


PLAIN = Wish()


class Reader:
    """A window's side of it, without a window."""

    def __init__(self, document: Document) -> None:
        self.press = Press()
        self._teller = Teller()
        self.document = document
        self._told: Document | None = None

    def look(self, *anchors: str, chapter: str = "", wish: Wish = PLAIN) -> Shown:
        """Give what is shown at once."""
        update = None if self._told is self.document else self._teller.update(self.document)
        self._told = self.document
        answer = self.press.serve(update, {}, replace(wish, anchors=anchors, chapter=chapter))
        assert isinstance(answer, Shown)
        return answer

    def wait(self, *anchors: str, wish: Wish = PLAIN) -> Shown:
        """Give what is shown when everything is laid out."""
        self.look(*anchors, wish=wish)
        while not (shown := self.look(*anchors, wish=replace(wish, go_on=True))).settled:
            pass
        return shown

    def words(self, shown: Shown) -> str:
        """Give the words of the pages that are shown."""
        return " ".join(" ".join(self.press.text(image.page) for image in shown.images).split())

    def write(self, block: str, words: str) -> None:
        """Put words before a paragraph."""
        self._change(block, lambda known: (replace(known, inlines=(*line(words), *known.inlines)),))

    def add(self, block: str, *more: Paragraph) -> None:
        """Put paragraphs before another one."""
        self._change(block, lambda known: (*more, known))

    def _change(self, block: str, make: Callable[[Paragraph], tuple[Paragraph, ...]]) -> None:
        def changed(section: Section) -> Section:
            fields = []
            for field in section.fields:
                if isinstance(field.value, RichText) and any(each.id == block for each in field.value.blocks):
                    blocks: list[Block] = []
                    for each in field.value.blocks:
                        blocks.extend(make(each) if isinstance(each, Paragraph) and each.id == block else (each,))
                    fields.append(replace(field, value=RichText(tuple(blocks))))
                else:
                    fields.append(field)
            return replace(section, fields=tuple(fields)) if fields != list(section.fields) else section

        self.document = replace(self.document, sections=tuple(map(changed, self.document.sections)))


@pytest.fixture(name="reader")
def _reader() -> Iterator[Reader]:
    reader = Reader(three_chapters())
    yield reader
    reader.press.close()


def test_nothing_is_shown_before_the_whole_was_laid_out_once(reader: Reader) -> None:
    shown = reader.look("first")
    assert (shown.images, shown.settled) == ((), False)


def test_the_page_is_the_one_the_caret_stands_on(reader: Reader) -> None:
    shown = reader.wait("last", "three")
    assert shown.found == "last"
    assert "Ein Schluss" in reader.words(shown)
    assert shown.images[0].page == shown.count - 1


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_paragraph_over_several_pages_is_shown_where_the_caret_is(share: float) -> None:
    words = [f"Wort{count}" for count in range(2400)]
    long = doc(chapter("Lage", p(" ".join(words), id="long"), p("Danach.", id="next"), id="two"))
    reader = Reader(long)
    shown = reader.wait("long", wish=Wish(share=share))
    read = reader.words(shown).split()
    assert words[min(int(share * 2400), 2399)] in read
    stays = reader.look("long", wish=Wish(share=share, stay=True, page=1))
    reader.press.close()
    assert (stays.images[0].page, stays.found) == (1, "long")


def test_a_paragraph_at_the_foot_of_a_page_is_not_looked_for_on_the_next(reader: Reader) -> None:
    shown = reader.wait("p8", wish=Wish(share=1.0))
    assert "8." in reader.words(shown).split()
    assert reader.look("first", wish=Wish(share=1.0)).images[0].page == reader.look("first").images[0].page


def test_an_anchor_that_is_gone_gives_way_to_the_next_one(reader: Reader) -> None:
    shown = reader.wait("nobody", "three")
    assert shown.found == "three"


def test_a_new_word_is_seen_at_once_though_the_rest_is_not_laid_out_yet(reader: Reader) -> None:
    reader.wait("p8")
    reader.write("p8", "Neuigkeit: ")
    shown = reader.look("p8", "two", chapter="two")
    assert "Neuigkeit:" in reader.words(shown)
    assert not shown.settled


def test_the_chapter_alone_looks_as_it_does_in_the_whole(reader: Reader) -> None:
    reader.wait("p8")
    reader.write("p8", "Neuigkeit: ")
    alone = reader.look("p8", "two", chapter="two")
    whole = reader.wait("p8")
    assert alone.images[0].data == whole.images[0].data is not None
    assert (alone.count, alone.images[0].page) == (whole.count, whole.images[0].page)


def test_pages_behind_a_chapter_that_has_grown_move_on_with_it(reader: Reader) -> None:
    before = reader.wait("last")
    reader.add("p0", *(p(LONG, id=f"more{count}") for count in range(9)))
    reader.look("p0", chapter="two")
    shown = reader.look("last")
    assert shown.images[0].page > before.images[0].page
    assert "Ein Schluss" in reader.words(shown)
    after = reader.wait("last")
    assert (after.count, after.images[0].page) == (shown.count, shown.images[0].page)


def test_a_wish_does_not_wait_for_the_whole_and_the_whole_begins_anew(reader: Reader) -> None:
    reader.wait("p8")
    reader.write("p8", "Eins ")
    reader.look("p8", chapter="two")
    reader.write("p8", "Zwei ")
    assert "Zwei Eins" in reader.words(reader.look("p8", chapter="two"))
    assert "Zwei Eins" in reader.words(reader.wait("p8"))


def test_a_deleted_chapter_is_gone_and_the_page_before_is_shown(reader: Reader) -> None:
    reader.wait("last")
    reader.document = replace(reader.document, sections=reader.document.sections[:-1])
    shown = reader.wait("last", wish=Wish(page=99))
    assert shown.images[0].page == shown.count - 1
    assert "Ein Schluss" not in reader.words(shown)


def test_facing_pages_stand_side_by_side_and_the_first_one_alone(reader: Reader) -> None:
    count = reader.wait().count
    seen = [tuple(image.page for image in reader.look(wish=Wish(page=at, spread=True)).images) for at in range(5)]
    assert count >= 5
    assert seen == [(0,), (1, 2), (1, 2), (3, 4), (3, 4)]


def first_ink(image: PageImage) -> int:
    """Give the first column from the left that is not white."""
    assert image.data is not None
    row = 4 * image.width
    dark = (column for column in range(image.width) if any(each < 128 for each in image.data[4 * column :: row]))
    return next(dark)


def test_facing_pages_mirror_their_margins_as_in_print(reader: Reader) -> None:
    single = reader.wait("p4", wish=Wish(page=4))
    left, right = reader.wait("p4", wish=Wish(page=4, spread=True)).images
    assert first_ink(left) < first_ink(right)
    again = reader.wait("p4", wish=Wish(page=4))
    assert again.images[0].data == single.images[0].data


@pytest.mark.parametrize(
    ("wish", "width"),
    [
        (Wish(room=(595, 100)), 595),
        (Wish(room=(1190, 100), spread=True), 595),
        (Wish(fit=Fit.PAGE, room=(4000, 421)), 298),
        (Wish(fit=Fit.PERCENT, percent=200, dots=72.0), 1191),
    ],
)
def test_pages_are_as_large_as_is_wished(reader: Reader, wish: Wish, width: int) -> None:
    image = reader.wait(wish=wish).images[0]
    assert image.width == pytest.approx(width, abs=1.5)
    assert image.data is not None
    assert len(image.data) == 4 * image.width * image.height


def test_an_image_that_is_at_hand_is_not_sent_again(reader: Reader) -> None:
    (image,) = reader.wait("first").images
    (again,) = reader.look("first", wish=Wish(seen=(image.token,))).images
    assert (again.token, again.data) == (image.token, None)


def test_places_tell_what_begins_where(reader: Reader) -> None:
    shown = reader.wait("last")
    tops = {anchor: top for _, top, anchor in shown.places}
    assert tops["three"] > tops["last"] > tops["note-1"]
    assert shown.before == "p8"


def test_images_are_asked_for_before_anything_is_laid_out() -> None:
    press, digest = Press(), "0" * 64
    document = doc(chapter("Bild", figure(image=digest, id="f"), id="one"))
    assert press.serve(Teller().update(document), {}, Wish()) == Lacking((digest,))
    assert isinstance(press.serve(None, {digest: png()}, Wish()), Shown)
    press.close()


def test_an_empty_concept_has_its_cover() -> None:
    reader = Reader(doc())
    shown = reader.wait()
    reader.press.close()
    assert shown.count >= 1
    assert shown.images[0].data


def test_what_goes_on_with_the_page_before_lays_out_the_whole(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    style = (("chapter_on_new_page", False),)
    reader.document = replace(reader.document, template=replace(reader.document.template, house_style=style))
    reader.wait("p8")
    reader.write("p8", "Neuigkeit: ")
    laid_out: list[str] = []
    monkeypatch.setattr(looking, "add_section", lambda *_parts: laid_out.append("one"))
    assert "Neuigkeit:" not in reader.words(reader.look("p8", chapter="two"))
    assert laid_out == []
    monkeypatch.undo()
    assert "Neuigkeit:" in reader.words(reader.wait("p8"))


def test_only_what_changed_is_told_and_what_did_not_stays_the_same_value(reader: Reader) -> None:
    teller, listener = Teller(), Listener()
    before = listener.take(teller.update(reader.document))
    reader.write("p8", "Neu ")
    update = teller.update(reader.document)
    assert [section.id for section in update.sections] == ["two"]
    after = listener.take(update)
    assert after == replace(reader.document, trash=())
    same = [old is new for old, new in zip(walk(before.sections), walk(after.sections), strict=True)]
    assert same == [True, False, True]
