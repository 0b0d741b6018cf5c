"""Drawings: figures with captions and sources, or what is said of those that show no image."""

import hashlib

from ikonzept_desktop.model.blocks import Figure
from tests.importing.word.said import copy_of, manuscript, pieces, told, written
from tests.reading.word.files import box, docx, p, r, relationship, tbl, tc, tr

IMAGE = "\x89PNG ein Bild"
PART = {"word/media/bild.png": IMAGE}
LINK = relationship("bild", "image", "media/bild.png")
CAPTION = "Abbildung 2: Der Weg"


def drawing(said: str = "Ein Weg", width: int = 3_600_000, image: str = "bild") -> str:
    shown = f'<a:graphicData uri="x/picture"><a:blip r:embed="{image}"/></a:graphicData>'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="10"/><wp:docPr id="1" name="Bild 1" descr="{said}"/>'
        f"<a:graphic>{shown}</a:graphic></wp:inline></w:drawing></w:r>"
    )


SHAPE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Form 1" descr="{}"/></wp:inline></w:drawing></w:r>'


def test_a_drawing_is_a_figure_with_its_image_its_words_and_its_width() -> None:
    found = manuscript(p(drawing()), p(CAPTION), p("Quelle: Kreis"), more=PART, links=LINK)
    figure = found.pieces[0].block
    digest = hashlib.sha256(IMAGE.encode()).hexdigest()
    assert isinstance(figure, Figure)
    assert (figure.image, figure.alternative_text, figure.width_mm) == (digest, "Ein Weg", 100.0)
    assert pieces(found) == ["figure: Der Weg | Kreis"]
    assert dict(found.images or {}) == {digest: IMAGE.encode()}


def test_a_picture_as_wide_as_the_text_is_as_wide_as_the_text() -> None:
    figure = manuscript(p(drawing(width=6_000_000)), more=PART, links=LINK).pieces[0].block
    assert isinstance(figure, Figure)
    assert (figure.width, figure.width_mm) == (1.0, 0.0)


def test_a_picture_amid_text_follows_its_paragraph_and_one_before_it_precedes_it() -> None:
    body = p("davor ", drawing(), " danach"), p(drawing(), r("darunter"))
    assert pieces(manuscript(*body, more=PART, links=LINK)) == [
        "p: davor  danach",
        "figure:  | ",
        "figure:  | ",
        "p: darunter",
    ]


def test_an_image_that_is_refused_is_told_and_its_words_are_kept() -> None:
    found = written(copy_of(docx(p("Der Weg"), p(drawing()), more=PART, links=LINK)), refuse=True)
    assert pieces(found) == ["p: Der Weg", "object p: Ein Weg"]
    assert [(each.kind, each.about, each.place) for each in found.told] == [("image_refused", "bild.png", "Der Weg")]
    assert found.pieces[1].place == "Der Weg"


def test_what_is_said_of_a_shape_is_an_object_and_one_without_words_is_told() -> None:
    found = manuscript(p("Text ", SHAPE.format("Ein Pfeil"), SHAPE.format("")))
    assert pieces(found) == ["p: Text", "object p: Ein Pfeil"]
    assert [(each.kind, each.about) for each in found.told] == [("shape", "Form 1")]


def test_a_figure_in_a_cell_follows_its_table_and_is_told() -> None:
    rows = tr(tc(p("a", drawing())), tc(p("b"))), tr(tc(p("c")), tc(p("d")))
    found = manuscript(tbl(*rows), more=PART, links=LINK)
    assert pieces(found) == ["table 0+0 (; ): a | b // c | d", "figure:  | "]
    assert told(found) == [("out_of_table", "")]


def test_a_table_of_pictures_only_places_them() -> None:
    rows = (tr(tc(p(drawing())), tc(p("Der Weg durch den Kreis"))),)
    assert pieces(manuscript(tbl(*rows), more=PART, links=LINK)) == ["figure:  | ", "p: Der Weg durch den Kreis"]


def test_pictures_side_by_side_come_each_with_what_is_below_it() -> None:
    captions = [tc(p(f"Abbildung {number}: {words}")) for number, words in ((1, "Nord"), (2, "Süd"))]
    found = manuscript(tbl(tr(tc(p(drawing())), tc(p(drawing()))), tr(*captions)), more=PART, links=LINK)
    assert pieces(found) == ["figure: Nord | ", "figure: Süd | "]


def test_a_caption_above_a_figure_is_its_as_well() -> None:
    assert pieces(manuscript(p(CAPTION), p(drawing()), more=PART, links=LINK)) == ["figure: Der Weg | "]


def test_a_picture_with_its_caption_in_a_text_box_is_a_figure_of_the_text() -> None:
    body = p("davor", box(p(drawing()), p(CAPTION))), p("Kasten", box(p(drawing()), p("Ein Satz dazu.")))
    assert pieces(manuscript(*body, more=PART, links=LINK)) == [
        "p: davor",
        "figure: Der Weg | ",
        "p: Kasten",
        "box figure:  | ",
        "box p: Ein Satz dazu.",
    ]


def test_a_watermark_is_told() -> None:
    found = manuscript(p("Text"), header=p(SHAPE.format("ENTWURF")))
    assert (pieces(found), told(found)) == (["p: Text"], [("watermark", "ENTWURF")])
