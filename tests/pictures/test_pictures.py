"""The pictures of the Handbuch show the program as it is; `dev.py pictures` takes them anew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.conftest import TESTS
from tests.pictures.__main__ import FIRST, PICTURES, README
from tests.pictures.scenes import SCENES

WIDTH = 400
"""Pixels at which pictures are compared: type is grey there, panes and boxes are where they are."""
ALIKE = 1.0
"""Mean difference of two pictures of the same screen at most, of 255."""
LARGEST, ALL = 160_000, 2_500_000
"""Bytes of a picture, and of all."""


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pictures as the program looks now."""
    folder = tmp_path_factory.mktemp("pictures")
    paths = os.pathsep.join([str(TESTS.parent), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-m", "tests.pictures", "--into", str(folder)]
    done = subprocess.run(
        command, cwd=TESTS.parent, env={**os.environ, "PYTHONPATH": paths}, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder


def difference(first: Image.Image, second: Image.Image) -> float:
    """Give by how much two pictures differ in the mean, both made small."""
    size = (WIDTH, round(first.height * WIDTH / first.width))
    small = [picture.convert("RGB").resize(size, Image.Resampling.BOX) for picture in (first, second)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_shows_the_screen_as_it_is(taken: Path, name: str) -> None:
    with Image.open(taken / f"{name}.png") as now, Image.open(PICTURES / f"{name}.png") as then:
        assert now.size == then.size
        assert difference(now, then) < ALIKE


def test_screens_that_are_nearly_the_same_are_told_apart(taken: Path) -> None:
    with Image.open(taken / "befehle.png") as other, Image.open(PICTURES / f"{FIRST}.png") as then:
        assert difference(other, then) > ALIKE


def test_there_is_a_picture_of_each_scene_and_no_other() -> None:
    assert {path.stem for path in PICTURES.iterdir()} == set(SCENES)
    assert README.read_bytes() == (PICTURES / f"{FIRST}.png").read_bytes()


def test_the_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert sum(sizes.values()) < ALL
