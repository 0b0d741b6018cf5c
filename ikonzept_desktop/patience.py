"""Answers within a time: a network drive that has gone may keep whoever asks for half a minute, or for ever."""

import threading
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

LIMIT = 5.0
"""Seconds for a drive that is there to say so; a disk that has to wake up takes three."""


class NoAnswer(Exception):
    """Nothing came back in time; whoever was asked may still be waited for, in a thread that holds nobody up."""


def answered(ask: Callable[[], Answer], seconds: float = LIMIT) -> Answer:
    """Ask in a thread of its own and give the answer; raises NoAnswer, and whatever the asking raises."""
    answers: list[Answer] = []
    failures: list[BaseException] = []

    def asked() -> None:
        try:
            answers.append(ask())
        except BaseException as error:  # noqa: BLE001  # it is raised in the thread that asked
            failures.append(error)

    thread = threading.Thread(target=asked, daemon=True, name="asking a drive")
    thread.start()
    thread.join(seconds)
    if failures:
        raise failures[0]
    if not answers:
        raise NoAnswer
    return answers[0]
