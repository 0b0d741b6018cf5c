"""A drive that does not answer holds nobody up."""

import threading

import pytest

from ikonzept_desktop.patience import NoAnswer, answered


def test_an_answer_is_handed_on() -> None:
    assert answered(lambda: threading.current_thread() is threading.main_thread()) is False


def test_a_failure_is_handed_on() -> None:
    def fail() -> None:
        raise FileNotFoundError("H:")

    with pytest.raises(FileNotFoundError, match="H:"):
        answered(fail)


def test_who_does_not_answer_in_time_is_left_alone() -> None:
    never = threading.Event()
    try:
        with pytest.raises(NoAnswer):
            answered(never.wait, 0.01)
    finally:
        never.set()


def test_an_answer_of_nothing_is_an_answer() -> None:
    assert answered(lambda: None) is None
