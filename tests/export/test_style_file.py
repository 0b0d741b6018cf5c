"""A house style as a file: what is saved comes back, and a foreign file does no harm."""

from pathlib import Path

import pytest

from ikonzept_desktop.export.finished_styles import FinishedStyle, finished_styles
from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.export.style_file import MOST_BYTES, StyleFileError, read_style, save_style

OWN = (("style", "kreisband"), ("accent_colour", "#123456"), ("text_size_pt", 12.5), ("watermark", "„Entwurf“ \\ \x7f"))


def test_what_is_saved_comes_back_with_what_it_builds_on(tmp_path: Path) -> None:
    save_style(tmp_path / "a.toml", "Unser „Haus“", OWN)
    read = read_style(tmp_path / "a.toml")
    assert read.title == "Unser „Haus“"
    assert (read.unknown, read.faults) == ((), ())
    expected = house_style(OWN)
    got = house_style(read.pairs)
    assert got.accent_colour == "#123456"
    assert got.field_colours == expected.field_colours
    assert (got.text_size_pt, got.mirrored, got.annex_columns) == (12.5, False, 2)


@pytest.mark.parametrize("style", finished_styles(), ids=lambda style: str(style.key))
def test_a_finished_style_survives_the_way_through_a_file(style: FinishedStyle, tmp_path: Path) -> None:
    pairs = (("style", style.key),)
    save_style(tmp_path / "a.toml", "a", pairs)
    assert house_style(read_style(tmp_path / "a.toml").pairs) == house_style(pairs)


def test_what_is_not_understood_is_named_and_the_rest_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        'title = 7\n[house_style]\naccent_colour = "rot"\nleading_pt = 16.0\nnew_thing = 3\ntint_colour = [1]\n'
        f'text_font = "{"x" * 500}"\n',
        encoding="utf-8",
    )
    read = read_style(path)
    assert read.title == "a"
    assert read.pairs == (("leading_pt", 16.0),)
    assert read.unknown == ("new_thing",)
    assert len(read.faults) == 3


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n", b"a = [" * 5000, b"title = 'x'\n", b"house_style = 3\n", b"\xff\xfe"],
)
def test_a_file_that_is_no_style_is_refused_with_a_sentence(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "fremd.toml"
    path.write_bytes(data)
    with pytest.raises(StyleFileError, match=r"fremd\.toml.*Ihre Gestaltung ist unverändert"):
        read_style(path)


def test_a_file_far_larger_than_styles_are_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "fremd.toml"
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(StyleFileError, match=r"fremd\.toml“ ist zu groß"):
        read_style(path)
