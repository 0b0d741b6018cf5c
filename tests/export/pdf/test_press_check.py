"""Faults planted into a good print file: each is found, on its page."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from ikonzept_desktop.export.pdf.press_check import flaws_of
from tests.export.pdf.test_press import printed


@pytest.fixture(name="good", scope="module")
def _good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(tmp_path_factory.mktemp("press"))[0]


def paint(operators: bytes) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        pdf.pages[2].contents_add(operators)

    return plant


def add_image(space: pikepdf.Object) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        image = pdf.make_stream(b"\0\0\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        image.ColorSpace, image.BitsPerComponent = space, 8
        pdf.pages[2].Resources.XObject["/Planted"] = pdf.make_indirect(image)

    return plant


def remove(key: str) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.pages[2].obj.__delitem__(key)


def add_font(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[2].Resources.Font["/Planted"] = pdf.make_indirect(font)


def annotate(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([100, 100, 120, 120]))
    pdf.pages[2].obj.Annots = Array([note])


def act(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def add_form(pdf: Pdf) -> None:
    form = pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    pdf.pages[2].Resources.XObject["/Planted"] = form


def shrink(pdf: Pdf) -> None:
    pdf.pages[2].obj.BleedBox = Array([50, 50, 300, 300])


def take_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def take_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


def rename(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "Anders"


FAULTS: dict[str, tuple[Callable[[Pdf], None], int, str]] = {
    "RGB operator": (paint(b"1 0 0 rg 9 9 9 9 re f"), 3, "in RGB"),
    "RGB by its space": (paint(b"/DeviceRGB cs 1 0 0 sc 9 9 9 9 re f"), 3, "Bildschirmfarbe"),
    "RGB inline image": (paint(b"BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI"), 3, "Ein Bild"),
    "RGB in a form": (add_form, 1, "in RGB"),
    "RGB image": (add_image(Name.DeviceRGB), 1, "Ein Bild"),
    "RGB image by numbers": (add_image(Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String("abc")])), 1, "Ein Bild"),
    "missing TrimBox": (remove("/TrimBox"), 3, "TrimBox"),
    "boxes astray": (shrink, 3, "liegen nicht ineinander"),
    "font not embedded": (add_font, 1, "Helvetica ist nicht eingebettet"),
    "font not there": (paint(b"BT /Nowhere 9 Tf (a) Tj ET"), 3, "Nowhere fehlt"),
    "annotation": (annotate, 3, "Anmerkung"),
    "action": (act, 0, "Aktionen"),
    "missing OutputIntent": (take_intent, 0, "OutputIntent"),
    "profile not embedded": (take_profile, 0, "nicht eingebettet"),
    "Info and XMP": (rename, 0, "Info und XMP"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(good: Path, tmp_path: Path, name: str) -> None:
    plant, page, told = FAULTS[name]
    bad = tmp_path / "bad.pdf"
    with pikepdf.open(good) as pdf:
        plant(pdf)
        pdf.save(bad)
    assert [flaw for flaw in flaws_of(bad) if flaw.page == page and told in flaw.sentence], flaws_of(bad)
    assert flaws_of(good) == ()


def test_colour_in_a_grey_file_is_found(tmp_path: Path) -> None:
    out, _ = printed(tmp_path, key="gray")
    bad = tmp_path / "bad.pdf"
    with pikepdf.open(out) as pdf:
        paint(b"1 0 0 0 k 9 9 9 9 re f")(pdf)
        pdf.save(bad)
    assert any("nur Schwarz" in flaw.sentence for flaw in flaws_of(bad))


def test_a_file_that_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"nothing of the kind")
    [flaw] = flaws_of(tmp_path / "bad.pdf")
    assert "kein lesbares PDF" in flaw.sentence
