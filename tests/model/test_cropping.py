"""A crop is shares of the whole image; old files know nothing of it."""

import pytest

from ikonzept_desktop.model import codec, schema
from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.cropping import Crop, box_of, size_of
from tests.builders import chapter, doc


def test_what_is_left_is_counted_in_whole_px() -> None:
    assert box_of(Crop(0.1, 0.25, 0.2, 0.0), 1000, 400) == (100, 100, 800, 400)
    assert size_of(Crop(0.1, 0.25, 0.2, 0.0), 1000, 400) == (700, 300)


@pytest.mark.parametrize("crop", [Crop(left=0.98), Crop(right=0.98), Crop(top=0.6, bottom=0.38)])
def test_of_the_smallest_image_one_px_is_left(crop: Crop) -> None:
    assert size_of(crop, 1, 1) == (1, 1)
    assert box_of(crop, 1, 1) == (0, 0, 1, 1)


def test_a_figure_of_an_old_file_shows_all_of_its_image() -> None:
    old = codec.BLOCK.decode({"is": "figure", "id": "abc", "image": "0" * 64, "width": 0.5})
    assert old == Figure("abc", "0" * 64, width=0.5)
    assert (old.crop, old.width_mm, old.decorative) == (Crop(), 0.0, False)


def test_a_figure_is_read_as_it_was_written() -> None:
    figure = Figure("abc", "0" * 64, width_mm=80.0, crop=Crop(0.1, 0.2, 0.3, 0.4), decorative=True)
    assert codec.BLOCK.decode(codec.BLOCK.encode(figure)) == figure
    assert codec.BLOCK.encode(Figure("abc", "0" * 64)) == {"is": "figure", "id": "abc", "image": "0" * 64}


@pytest.mark.parametrize(
    "more",
    [
        {"crop": Crop(left=0.5, right=0.5)},
        {"crop": Crop(top=-0.1)},
        {"crop": Crop(bottom=float("nan"))},
        {"width_mm": -1.0},
        {"width_mm": 501.0},
    ],
)
def test_a_figure_that_would_show_nothing_is_no_part_of_a_concept(more: dict[str, object]) -> None:
    figure = Figure("abc", "0" * 64, **more)  # type: ignore[arg-type]  # its fields
    assert len(list(schema.problems(doc(chapter("Ziele", figure))))) == 1
