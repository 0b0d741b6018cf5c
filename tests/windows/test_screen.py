"""A window that stands and changes no more is seen on the picture of the screen."""

import re
import struct
import sys
from pathlib import Path

import pytest

from windows.cycle.screen import Screen, read_screen, share_equal, share_painted
from windows.cycle.start import NeverShown, Watch, start_on_debian

WIDTH, HEIGHT = 400, 300


def screen(colour: int, rest: int = 0, share: float = 1.0) -> Screen:
    """A screen of which a share, from above, has one grey and the rest another."""
    above = round(WIDTH * HEIGHT * share)
    pixels = bytes([colour, colour, colour, 0]) * above + bytes([rest, rest, rest, 0]) * (WIDTH * HEIGHT - above)
    return Screen(WIDTH, HEIGHT, WIDTH * 4, pixels)


def dump(shown: Screen, *, version: int = 7, bits: int = 32, colours: int = 256) -> bytes:
    """Give a screen as X dumps it."""
    said = [0] * 25
    header = b"name of the window\0\0"
    for place, value in {0: 100 + len(header), 1: version, 2: 2, 3: 24, 4: shown.width, 5: shown.height}.items():
        said[place] = value
    said[11], said[12], said[19] = bits, shown.line, colours
    return struct.pack(">25I", *said) + header + b"\0" * 12 * colours + shown.pixels


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def watched(*seen: tuple[float, Screen], limit: float = 60.0) -> Watch:
    clock = Clock()
    watch = Watch(limit, clock)
    for clock.now, shown in seen:
        watch.see(shown)
    return watch


def test_a_dump_is_read_with_its_colours_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "Xvfb_screen0"
    shown = screen(200, 10, 0.5)
    file.write_bytes(dump(shown))
    assert read_screen(file) == shown


@pytest.mark.parametrize("more", [{"version": 6}, {"bits": 24}])
def test_another_format_is_no_screen(tmp_path: Path, more: dict[str, int]) -> None:
    file = tmp_path / "Xvfb_screen0"
    file.write_bytes(dump(screen(200), **more))
    assert read_screen(file) is None


def test_a_dump_that_is_not_there_yet_or_not_whole_is_no_screen(tmp_path: Path) -> None:
    file = tmp_path / "Xvfb_screen0"
    assert read_screen(file) is None
    file.write_bytes(b"\0" * 20)
    assert read_screen(file) is None
    file.write_bytes(dump(screen(200))[:-4])
    assert read_screen(file) is None


def test_a_screen_becomes_an_image_of_its_colours() -> None:
    pixels = bytes([10, 20, 30, 0]) * 4
    assert Screen(2, 2, 8, pixels).image().getpixel((1, 1)) == (30, 20, 10)


def test_shares_are_told() -> None:
    half = screen(200, 0, 0.5).sample()
    assert share_painted(half) == pytest.approx(0.5, abs=0.01)
    assert share_equal(half, screen(200).sample()) == pytest.approx(0.5, abs=0.01)
    assert share_equal(half, half[:-1]) == 0.0
    assert share_painted(b"") == 0.0


def test_a_start_is_painted_when_a_window_shows_and_settled_at_its_last_change() -> None:
    watch = watched((1, screen(0)), (2, screen(200)), (3, screen(220)), (4, screen(220)), (5.5, screen(220)))
    start = watch.result()
    assert (start.painted, start.settled) == (2, 3)


def test_a_caret_that_blinks_is_no_change() -> None:
    blinking = screen(220, 0, 0.999)
    watch = watched((2, screen(220)), (3, blinking), (3.5, screen(220)), (4.1, blinking))
    assert watch.result().settled == 2


def test_a_small_window_is_not_the_programs() -> None:
    with pytest.raises(NeverShown):
        watched((1, screen(200, 0, 0.1)), (9, screen(200, 0, 0.1))).result()


def test_what_never_comes_to_rest_is_told() -> None:
    changing = [(second, screen(100 + second)) for second in range(40)]
    with pytest.raises(NeverShown, match="60 s"):
        watched(*changing).result()


WITHIN = """
import sys
from windows.cycle.start import start_on_debian
start_on_debian(["sh", "-c", sys.argv[1]], seconds=30, size=(640, 480))
"""
NUMBER = "echo number $DISPLAY"


def test_a_program_that_ends_without_a_window_is_told_with_its_last_words() -> None:
    with pytest.raises(NeverShown, match=r"On Debian: The program ended .* It said: 'number :[0-9]+'"):
        start_on_debian(["sh", "-c", NUMBER], seconds=30, size=(640, 480))


def test_screens_beside_each_other_are_no_trouble_to_one_another() -> None:
    both = ["sh", "-c", f'{NUMBER}; "$@"', "sh", sys.executable, "-c", WITHIN, NUMBER]
    with pytest.raises(NeverShown) as told:
        start_on_debian(both, seconds=60, size=(640, 480))
    numbers = re.findall(r"number (:\d+)", str(told.value))
    assert len(set(numbers)) == 2
