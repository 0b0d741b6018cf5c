"""Takes pictures: the program is opened, a scene is brought about, what it shows becomes a small PNG."""

import shutil
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtWidgets import QWidget

from ikonzept_desktop.app import make_program
from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.export.finished_styles import finished_styles
from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.model.store.project_file import create_project
from ikonzept_desktop.paths import resource
from ikonzept_desktop.ui.kit import theme
from ikonzept_desktop.ui.kit.tokens import LIGHT
from tests.pictures.scenes import SCENES, Scene, on_the_day, staged

Colour = tuple[int, int, int]
BLENDS = {"ink": 7, "muted": 3, "accent": 6, "green": 2, "amber": 2, "red": 3, "blue": 1, "person2": 2, "border": 2}
"""Colours that lines and letters are drawn in, and in how many steps their edges go over into the paper."""
WIDEST = 1600
"""Pixels a picture is stored with at most: the column of the Handbuch has 1240 at 200 %."""


def take_all(work: Path, names: list[str], into: Path) -> Iterator[tuple[Path, int]]:
    """Take the pictures of those names, or all, into a folder; give each file and its size in bytes as it is done."""
    program = make_program()
    theme.apply(program.app, theme.Scheme.LIGHT)
    concept = example(work)
    into.mkdir(parents=True, exist_ok=True)
    with on_the_day():
        for name in names or list(SCENES):
            with staged(program, fresh(concept, work / name), SCENES[name]) as screen:
                path = into / f"{name}.png"
                reduced(drawn(screen, SCENES[name])).save(path, optimize=True)
            yield path, path.stat().st_size
    program.shut_down()


def example(folder: Path) -> Path:
    """Make the example's file."""
    path = folder / "beispiel.ikonzept"
    concept = read_example(resource("example"))
    create_project(path, concept.document, concept.images.values()).store.close()
    return path


def fresh(concept: Path, folder: Path) -> Path:
    """Give a copy of a concept that nothing is remembered of."""
    folder.mkdir()
    return Path(shutil.copyfile(concept, folder / "Integrationskonzept.ikonzept"))


def drawn(screen: QWidget, scene: Scene) -> Image.Image:
    """Draw a screen as it stands, cut to what the scene keeps."""
    kept = scene.cut(screen) if scene.cut else QRect()
    pixels = screen.grab(kept) if scene.cut else screen.grab()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixels.save(buffer, "PNG")
    return Image.open(BytesIO(data.data())).convert("RGB")


def reduced(picture: Image.Image) -> Image.Image:
    """Give a picture no wider than needed and with few colours, which makes its file small."""
    if picture.width > WIDEST:
        height = round(picture.height * WIDEST / picture.width)
        picture = picture.resize((WIDEST, height), Image.Resampling.LANCZOS)
    return picture.quantize(palette=_palette(), dither=Image.Dither.NONE)


@cache
def _palette() -> Image.Image:
    """Give the colours of the design, and what lies between them and the paper where edges are smoothed."""
    colours = dict.fromkeys(map(_rgb, LIGHT.values()))
    paper = _rgb(LIGHT["paper"])
    for name, steps in BLENDS.items():
        strong = _rgb(LIGHT[name])
        for step in range(1, steps + 1):
            colours[_between(strong, paper, step / (steps + 1))] = None
    for style in finished_styles():
        found = house_style(style.pairs)
        for strong in map(_rgb, (found.accent_colour, *found.colours_of_fields)):
            colours.update({strong: None, _between(strong, paper, 0.5): None})
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in colours for value in colour])
    return palette


def _rgb(token: str) -> Colour:
    red, green, blue = bytes.fromhex(token.removeprefix("#"))
    return red, green, blue


def _between(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue
