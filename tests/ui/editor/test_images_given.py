"""Images that are pasted or dropped into a text are handed on; words stay words, and no path into the net is opened."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.ui.images.source import CLIPBOARD, Offer, Source, offer_of, offers_images
from tests.builders import chapter, doc, fn, p
from tests.reading.images.samples import halves, saved
from tests.ui.editor.room import Room

InRoom = Callable[..., Room]
PNG = saved(halves(), "PNG")


def bytes_of(kind: str, data: bytes, text: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, QByteArray(data))
    if text:
        mime.setText(text)
    return mime


def files(*urls: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


@pytest.fixture
def room(in_room: InRoom) -> Room:
    room = in_room(doc(chapter("Ziele", p("davor", fn("Quelle", id="note")), id="ziele")))
    room.view.show_section("ziele")
    return room


def given(room: Room) -> list[Offer]:
    offers: list[Offer] = []
    room.view.images_given.connect(offers.append)
    return offers


def test_a_pasted_image_is_handed_on_and_the_text_stays(room: Room) -> None:
    offers, before = given(room), room.session.document
    QApplication.clipboard().setMimeData(bytes_of("image/png", PNG))
    room.text("Text").paste()
    assert offers == [Offer((Source(PNG, CLIPBOARD),))]
    assert room.session.document is before


def test_words_that_come_with_a_picture_of_themselves_are_pasted_as_words(room: Room) -> None:
    offers = given(room)
    QApplication.clipboard().setMimeData(bytes_of("image/png", PNG, "Tabelle"))
    room.text("Text").paste()
    assert offers == []
    assert "Tabelle" in room.text("Text").toPlainText()


def test_a_dropped_file_is_handed_on_by_its_path(room: Room, tmp_path: Path) -> None:
    offers, text = given(room), room.text("Text")
    path = tmp_path / "Karte des Kreises.png"
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = files(path.as_uri())  # a drop event only points at it
    text.dropEvent(QDropEvent(QPointF(10, 10), copy, mime, left, none))
    assert offers == [Offer((Source(path, path.name),))]
    assert room.view.text is text


@pytest.mark.parametrize("url", ["file://server/share/x.png", "file:////server/share/x.png"])
def test_a_path_into_the_net_is_named_and_not_opened(room: Room, url: str) -> None:
    offers = given(room)
    QApplication.clipboard().setMimeData(files(url))
    room.text("Text").paste()
    assert offers == [Offer((), ("x.png",))]


def test_a_note_takes_no_image(room: Room) -> None:
    offers, note = given(room), room.text("Fußnote 1")
    QApplication.clipboard().setMimeData(bytes_of("image/png", PNG))
    note.paste()
    assert (offers, note.toPlainText()) == ([], "Quelle")


def test_a_concept_open_for_reading_takes_none(in_room: InRoom) -> None:
    room = in_room(doc(chapter("Ziele", p("davor"), id="ziele")), read_only=True)
    room.view.show_section("ziele")
    offers = given(room)
    QApplication.clipboard().setMimeData(bytes_of("image/png", PNG))
    room.text("Text").paste()
    assert offers == []


def test_the_best_form_of_several_is_taken() -> None:
    mime = bytes_of("image/bmp", b"BM")
    mime.setData("image/png", QByteArray(PNG))
    assert offer_of(mime) == Offer((Source(PNG, CLIPBOARD),))


def test_a_bitmap_at_hand_becomes_a_png() -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    mime = QMimeData()
    mime.setImageData(image)
    (source,) = offer_of(mime).sources
    assert isinstance(source.content, bytes)
    assert source.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("url", ["https://x.example/x.png", "data:image/png;base64,AA"])
def test_addresses_of_the_web_are_no_images(url: str) -> None:
    assert not offers_images(files(url))
