"""The images that drawings show: named, measured, kept once, and never fetched."""

import pytest

from ikonzept_desktop.reading.word import pictures
from ikonzept_desktop.reading.word.content import Atom, Copy
from ikonzept_desktop.reading.word.intake import taken
from tests.reading.word.files import box, docx, entries, p, packed, part, read, relationship

LINKS = (
    relationship("rIdA", "image", "media/a.png")
    + relationship("rIdB", "image", "media/b.png")
    + relationship("rIdUpper", "image", "media/A.PNG")
    + relationship("rIdGone", "image", "media/fehlt.png")
    + relationship("rIdOut", "image", "http://fremd.example/c.png", outside=True)
    + relationship("rIdBeside", "image", "word/media/a.png", outside=True)
)
IMAGES = {"word/media/a.png": b"AAAA", "word/media/b.png": b"BB"}


def with_images(*body: str, more: dict[str, bytes] | None = None) -> Copy:
    data = packed({**entries(*body, links=LINKS), **IMAGES, **(more or {})})
    return taken(data, "Kopie.docx", forms=True)


def drawing(*blips: str, cx: str = "3600000", inside: str = "") -> str:
    images = "".join(f"<pic:pic><a:blip {blip}/></pic:pic>" for blip in blips)
    about = f'<wp:extent cx="{cx}" cy="9"/><wp:docPr id="1" name="Bild 1" descr="Ein Bild"/>'
    space = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    data = f"<a:graphic {space}><a:graphicData uri='x/picture'>{images}{inside}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{about}{data}</wp:inline></w:drawing></w:r>"


def older(style: str, image: str = "rIdA") -> str:
    data = f'<v:imagedata r:id="{image}"/>'
    return f'<w:r><w:pict><v:shape id="s1" alt="Alt" style="{style}">{data}</v:shape></w:pict></w:r>'


def atoms(copy: Copy) -> list[Atom]:
    return [span.atom for block in copy.blocks for span in block.spans if span.atom is not None]


A, B = 'r:embed="rIdA"', 'r:embed="rIdB"'


def test_a_drawing_tells_its_image_and_its_width() -> None:
    copy = with_images(p(drawing(A)))
    assert atoms(copy) == [Atom("drawing", "Bild 1", "Ein Bild", "word/media/a.png", 100.0)]
    assert copy.images == (("word/media/a.png", b"AAAA"),)


def test_without_forms_no_image_is_touched() -> None:
    copy = taken(packed({**entries(p(drawing(A)), links=LINKS), **IMAGES}), "x")
    assert (atoms(copy)[0].image, atoms(copy)[0].width, copy.images) == ("", 0.0, ())


def test_an_image_shown_twice_is_kept_once_and_others_not_at_all() -> None:
    copy = with_images(p(drawing(A), drawing('r:embed="rIdUpper"')))
    assert [atom.image for atom in atoms(copy)] == ["word/media/a.png"] * 2
    assert [name for name, _ in copy.images] == ["word/media/a.png"]


@pytest.mark.parametrize(
    "blip", ['r:link="rIdOut"', 'r:embed="rIdOut"', 'r:embed="rIdBeside"', 'r:embed="rIdGone"', 'r:embed="nie"', ""]
)
def test_an_image_outside_or_nowhere_is_none(blip: str) -> None:
    copy = with_images(p(drawing(blip)))
    assert (atoms(copy)[0].image, atoms(copy)[0].width, copy.images) == ("", 100.0, ())


def test_of_a_drawing_with_a_newer_form_the_plain_image_is_taken() -> None:
    newer = f'<a:blip {A}><a:extLst><a:ext><asvg:svgBlip xmlns:asvg="x" r:embed="rIdB"/></a:ext></a:extLst></a:blip>'
    assert [atom.image for atom in atoms(with_images(p(drawing(inside=newer))))] == ["word/media/a.png"]


def test_what_is_drawn_in_a_text_box_is_not_the_boxes_own() -> None:
    inner = f"<wps:txbx><w:txbxContent>{p(drawing(A, cx='36000'))}</w:txbxContent></wps:txbx>"
    found = atoms(with_images(p(drawing(inside=inner))))
    assert [(atom.image, atom.width) for atom in found] == [("", 100.0), ("word/media/a.png", 1.0)]


def test_what_is_an_image_in_another_form_alone_is_that_image() -> None:
    forms = f"<mc:Choice Requires='wpi'>{drawing()}</mc:Choice><mc:Fallback>{older('width:72pt')}</mc:Fallback>"
    copy = with_images(p(f"<mc:AlternateContent>{forms}</mc:AlternateContent>", drawing()))
    assert [(atom.image, atom.width) for atom in atoms(copy)] == [("word/media/a.png", 25.4), ("", 100.0)]


def test_an_image_in_another_form_is_that_of_the_first_drawing_alone() -> None:
    inner = f"<wps:txbx><w:txbxContent>{p(drawing())}</w:txbxContent></wps:txbx>"
    forms = f"<mc:Choice Requires='wps'>{drawing(inside=inner)}</mc:Choice><mc:Fallback>{older('')}</mc:Fallback>"
    copy = with_images(p(f"<mc:AlternateContent>{forms}</mc:AlternateContent>"))
    assert [atom.image for atom in atoms(copy)] == ["word/media/a.png", ""]


@pytest.mark.parametrize(
    ("style", "mm"),
    [
        ("width:72pt;height:9pt", 25.4),
        ("position:absolute; width: 2.5cm", 25.0),
        ("WIDTH:1in", 25.4),
        ("width:96px", 25.4),
        ("mso-width-percent:400;height:1in", 0.0),
        ("width:auto", 0.0),
        ("width:-3in", 0.0),
        ("width:1e9in", 0.0),
        ("width:999999999in", 558.8),
    ],
)
def test_a_picture_of_the_older_form_has_its_width_in_its_style(style: str, mm: float) -> None:
    (found,) = atoms(with_images(p(older(style))))
    assert found == Atom("drawing", "s1", "Alt", "word/media/a.png", mm)


@pytest.mark.parametrize(
    ("cx", "mm"), [("0", 0.0), ("-36000", 0.0), ("viel", 0.0), ("999999999", 558.8), ("9" * 40, 0.0)]
)
def test_a_width_beyond_all_measure_is_bounded(cx: str, mm: float) -> None:
    assert atoms(with_images(p(drawing(A, cx=cx))))[0].width == mm


def test_an_object_tells_how_it_looks() -> None:
    shown = '<v:shape style="width:72pt"><v:imagedata r:id="rIdB"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/>'
    (found,) = atoms(with_images(p(f"<w:r><w:object>{shown}</w:object></w:r>")))
    assert found == Atom("object", "Excel.Sheet.12", "", "word/media/b.png", 25.4)


def test_images_of_a_document_within_the_document_are_its_own() -> None:
    inner = packed({**entries(p(drawing(A)), links=LINKS), "word/media/a.png": b"anderes"})
    body = [p(drawing(A)), '<w:altChunk r:id="rIdC"/>']
    outer = entries(*body, links=LINKS + relationship("rIdC", "aFChunk", "c.docx"))
    copy = taken(packed({**outer, **IMAGES, "word/c.docx": inner}), "x", forms=True)
    names = [atom.image for atom in atoms(copy)]
    assert [dict(copy.images)[name] for name in names] == [b"AAAA", b"anderes"]


def test_images_beyond_a_size_are_left_out_and_the_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_OF_ONE", 3)
    copy = with_images(p("Text", drawing(A), drawing(B)))
    assert [name for name, _ in copy.images] == ["word/media/b.png"]
    assert copy.blocks[0].text == "Text\ufffc\ufffc"


def test_all_images_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 5)
    assert [name for name, _ in with_images(p(drawing(A), drawing(B))).images] == ["word/media/a.png"]


def test_a_damaged_image_is_left_out_and_the_text_is_read() -> None:
    data = packed(
        {**entries(p("Text", drawing(A)), links=LINKS), "word/media/a.png": b"x" * 50_000 + bytes(range(256))}
    )
    at = data.index(b"word/media/a.png") + len("word/media/a.png")
    copy = taken(data[:at] + bytes(byte ^ 0xFF for byte in data[at : at + 8]) + data[at + 8 :], "x", forms=True)
    assert (copy.images, copy.blocks[0].text) == ((), "Text\ufffc")


def test_drawings_of_headers_name_the_images_of_their_own_part() -> None:
    rels = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{LINKS}</Relationships>'
    )
    head = part("hdr", p(drawing(B)))
    found = entries(p("x"), links=relationship("rIdH", "header", "header.xml"))
    parts = {"word/header.xml": head.encode(), "word/_rels/header.xml.rels": rels.encode()}
    copy = taken(packed({**found, **parts, **IMAGES}), "x", forms=True)
    assert [atom.image for atom in atoms(copy)] == ["word/media/b.png"]


def test_forms_of_drawings_leave_the_text_as_it_is() -> None:
    body = p("a", drawing(), box(p("Kasten")), "b")
    assert [block.text for block in taken(docx(body), "x", forms=True).blocks] == [
        block.text for block in read(body).blocks
    ]
