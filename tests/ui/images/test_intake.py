"""Images from outside are looked at in a child process, one after the other; whatever they do ends there."""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ikonzept_desktop.ui.images import intake as room
from ikonzept_desktop.ui.images.intake import ImageIntake, Taken
from ikonzept_desktop.ui.images.source import Source
from tests.reading.images.samples import halves, photo, png_saying, saved, svg


class Told:
    """What an intake has said, in order."""

    def __init__(self, intake: ImageIntake) -> None:
        self.intake = intake
        self.heard: list[Taken | str] = []
        intake.taken.connect(self.heard.append)
        intake.refused.connect(self.heard.append)

    def of(self, qtbot: QtBot, *sources: Source) -> list[Taken | str]:
        self.intake.take(sources)
        qtbot.waitUntil(lambda: not self.intake.is_busy, timeout=40_000)
        heard, self.heard[:] = list(self.heard), []
        return heard


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[Told]:
    window = QWidget()
    qtbot.addWidget(window)
    intake = ImageIntake(window)
    yield Told(intake)
    intake.close()


def in_file(folder: Path, data: bytes, name: str = "bild.png") -> Source:
    path = folder / name
    path.write_bytes(data)
    return Source(path, name)


def test_images_come_one_after_the_other_with_their_names(told: Told, qtbot: QtBot, tmp_path: Path) -> None:
    heard = told.of(
        qtbot,
        in_file(tmp_path, photo(), "eins.jpg"),
        in_file(tmp_path, b"kein Bild", "zwei.png"),
        Source(saved(halves(), "PNG"), "Zwischenablage"),
    )
    first, second, third = heard
    assert isinstance(first, Taken)
    assert isinstance(third, Taken)
    assert (first.name, third.name) == ("eins.jpg", "Zwischenablage")
    assert (first.image.width, first.image.height) == (80, 40)
    assert str(second).startswith("„zwei.png“ ist kein Bild")


def test_a_drawing_is_drawn_in_full_and_without_what_it_fetches(told: Told, qtbot: QtBot, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.png"
    secret.write_bytes(saved(halves(), "PNG"))
    inner = (
        f'<image width="200" height="100" xlink:href="{secret.as_uri()}"/><rect x="100" width="100" height="100"'
        ' fill="#0000fa"/><text x="10" y="60" font-size="40">Ä</text>'
    )
    (drawn,) = told.of(qtbot, in_file(tmp_path, svg(inner), "zeichnung.svg"))
    assert isinstance(drawn, Taken)
    assert (drawn.image.width, drawn.image.height) == (3300, 1650)
    colours = colours_of(drawn)
    assert colours[(2400, 800)] == (0, 0, 250)
    assert colours[(1600, 100)] == (255, 255, 255)
    assert letters_in(drawn) > 1000
    (again,) = told.of(qtbot, in_file(tmp_path, svg(inner), "kopie.svg"))
    assert isinstance(again, Taken)
    assert again.image == drawn.image


def test_a_drawing_that_never_ends_is_ended(
    told: Told, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "SECONDS", 2.0)
    levels = "".join(f'<g id="g{n}">' + f'<use xlink:href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    endless = svg(f'<defs><g id="g0"><rect width="200" height="100"/></g>{levels}</defs><use xlink:href="#g9"/>')
    (said, after) = told.of(qtbot, in_file(tmp_path, endless, "endlos.svg"), Source(saved(halves(), "PNG"), "danach"))
    assert str(said).startswith("„endlos.svg“ ist")
    assert isinstance(after, Taken)


def test_hostile_and_strange_files_are_told_in_one_sentence_each(told: Told, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "ordner.png").mkdir()
    os.mkfifo(tmp_path / "rohr.png")
    huge = tmp_path / "riesig.png"
    with huge.open("wb") as file:
        file.truncate(90_000_000)
    sources = (
        in_file(tmp_path, png_saying(2**31 - 1, 2**31 - 1), "bombe.png"),
        in_file(tmp_path, saved(halves(), "TIFF")[:60], "rest.tif"),
        in_file(tmp_path, b"", "leer.png"),
        *(Source(tmp_path / name, name) for name in ("ordner.png", "rohr.png", "fehlt.png", "riesig.png")),
    )
    assert [what_of(said) for said in told.of(qtbot, *sources)] == [
        "ist zu groß",
        "ist beschädigt oder unvollständig",
        "ist kein Bild, das iKonzept übernehmen kann",
        "ist kein Bild, das iKonzept übernehmen kann",
        "ist kein Bild, das iKonzept übernehmen kann",
        "lässt sich nicht lesen: der Ordner oder die Datei fehlt",
        "ist zu groß",
    ]


def what_of(said: Taken | str) -> str:
    """Give what a sentence says happened."""
    assert isinstance(said, str)
    assert "Ihr Text ist unverändert." in said
    return said.split("“ ")[1].split(". ")[0]


def test_what_waits_can_be_let_go(told: Told, qtbot: QtBot) -> None:
    told.intake.taken.connect(lambda _taken: told.intake.drop())
    three = [Source(saved(halves(), "PNG"), name) for name in ("a", "b", "c")]
    assert [taken.name for taken in told.of(qtbot, *three) if isinstance(taken, Taken)] == ["a"]


def colours_of(taken: Taken) -> dict[tuple[int, int], tuple[int, ...]]:
    with Image.open(BytesIO(taken.image.data)) as image:
        return {at: image.getpixel(at) for at in ((2400, 800), (1600, 100))}  # type: ignore[misc]  # three numbers


def letters_in(taken: Taken) -> int:
    """Count the dark px of the left half."""
    with Image.open(BytesIO(taken.image.data)) as image:
        return sum(image.crop((0, 0, 1600, 1650)).convert("L").histogram()[:100])
