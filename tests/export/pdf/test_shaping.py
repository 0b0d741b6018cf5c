"""Words as glyphs."""

import pytest

from ikonzept_desktop.export.pdf.fonts import FontShelf, MissingFontError
from ikonzept_desktop.export.pdf.lettering import Lettering
from ikonzept_desktop.export.pdf.shaping import FontSet, Shape


@pytest.fixture(name="serif")
def _serif() -> FontSet:
    return FontShelf().font("Source Serif 4")


def said(shape: Shape) -> str:
    """Give what the codes of a shape say, one after the other."""
    lettering = Lettering()
    code = lettering.code(shape)
    hexadecimal = "".join(part for part in code.replace("<", " ").replace(">", " ").split() if len(part) % 4 == 0)
    codes = [int(hexadecimal[at : at + 4], 16) for at in range(0, len(hexadecimal), 4)]
    (face,) = lettering.faces
    return "".join(face.used[code][1] for code in codes)


def missing(shapes: tuple[Shape, ...]) -> dict[str, str]:
    """Give the characters that a document with these words would miss."""
    lettering = Lettering()
    lettering.codes(shapes)
    return lettering.missing


@pytest.mark.parametrize("word", ["Auflage", "Fachkräfte", "affine", "Şule", "Łódź", "Đặng", "Оксана", "§", "„Wir“"])
def test_what_is_copied_is_what_was_written(serif: FontSet, word: str) -> None:
    assert "".join(said(shape) for shape in serif.word(word)) == word


def test_a_ligature_is_one_glyph_that_says_two_letters(serif: FontSet) -> None:
    (shape,) = serif.word("fl")
    assert [part[1] for part in shape.parts] == ["fl"]
    assert shape.width_to(0) == 0.0
    assert shape.width_to(2) == pytest.approx(shape.width)


def test_pairs_are_kerned(serif: FontSet) -> None:
    together = serif.word("Te")[0].width
    assert together < serif.word("T")[0].width + serif.word("e")[0].width


def test_two_characters_with_one_glyph_stay_apart(serif: FontSet) -> None:
    assert said(serif.word("\u00b5")[0]) == "\u00b5"
    assert said(serif.word("\u03bc")[0]) == "\u03bc"


def test_arabic_is_shaped_by_its_own_face_from_right_to_left(serif: FontSet) -> None:
    (shape,) = serif.word("محمد")
    assert "Arabic" in shape.face.path.name
    assert shape.right_to_left
    assert not shape.is_simple


def test_a_character_no_font_has_is_seen_kept_and_reported() -> None:
    shelf = FontShelf()
    shapes = shelf.font("Source Serif 4").word("x漢y")
    assert "".join(said(shape) for shape in shapes) == "x漢y"
    assert shapes[1].width > 0
    assert missing(shapes) == {"漢": "x漢y"}


@pytest.mark.parametrize("sign", "\u00ad\u180e\u200b\u2060\u202a\u202e\u2066\u2069\ufe0f\ufeff\U000e0067")
def test_what_is_never_seen_takes_no_room_and_is_missed_by_nobody(sign: str) -> None:
    shelf = FontShelf()
    serif = shelf.font("Source Serif 4")
    shapes = serif.word(f"in{sign}nen")
    assert "".join(said(shape) for shape in shapes) == f"in{sign}nen"
    assert sum(shape.width for shape in shapes) == pytest.approx(serif.word("innen")[0].width, abs=0.2)
    assert missing(shapes) == {}


@pytest.mark.parametrize("space", "\u00a0\u1680\u2003\u2009\u202f\u205f\u3000")
def test_a_space_of_any_width_is_empty(space: str) -> None:
    shelf = FontShelf()
    (shape,) = shelf.font("Source Serif 4").word(f"a{space}b")
    assert said(shape) == f"a{space}b"
    assert missing((shape,)) == {}


def test_an_unknown_family_is_the_serif() -> None:
    shelf = FontShelf()
    assert shelf.font("Comic Sans").faces[0] is shelf.font("Source Serif 4").faces[0]


def test_a_damaged_installation_is_told_from_other_failures(tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    with pytest.raises(MissingFontError):
        FontShelf(tmp_path).font("Source Serif 4")
