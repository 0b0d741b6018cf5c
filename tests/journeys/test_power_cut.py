"""The program dies while one writes, as in a power cut: what was typed two seconds before is there afterwards."""

import time

from tests.journeys.desk import Desk
from tests.journeys.ways import WINDOW, first_chapter

SENTENCE = "Der Kreistag hat die Fortschreibung einstimmig beschlossen."
PROMISED = 2.0
"""Seconds after which words are on disk."""


def test_what_was_typed_two_seconds_ago_survives_and_the_lock_is_taken_over(desk: Desk) -> None:
    file = desk.documents / "Kreis.ikonzept"
    desk.tell("new", file)
    program = desk.start(file)
    desk.window(WINDOW)
    first_chapter(desk)
    desk.write(SENTENCE)
    time.sleep(PROMISED)
    desk.kill(program)
    assert (desk.documents / ".Kreis.ikonzept.lock").exists()

    program = desk.start(file)
    desk.window(WINDOW)
    first_chapter(desk)
    desk.press("ctrl+End")
    desk.write(" Das gilt.")
    desk.press("ctrl+s", "ctrl+q")
    assert desk.ended(program) == 0
    assert f"{SENTENCE} Das gilt." in desk.tell("text", file).splitlines()
    assert not (desk.documents / ".Kreis.ikonzept.lock").exists()
    assert desk.said() == ""
