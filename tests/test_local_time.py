"""Moments are told in this machine's time, and those that its system does not know are told as they were said."""

import errno
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest

from ikonzept_desktop import local_time
from ikonzept_desktop.ui.window import texts


class MomentOfWindows(datetime):
    """A moment as Windows takes it: of none before 1970 it knows what the clocks here showed."""

    def astimezone(self, tz: tzinfo | None = None) -> "MomentOfWindows":
        if tz is None and self.year < 1970:
            raise OSError(errno.EINVAL, "Invalid argument")
        return super().astimezone(tz)


ANCIENT = MomentOfWindows(1900, 1, 1, 12, tzinfo=UTC)


def test_a_moment_is_told_in_the_time_of_this_machine() -> None:
    here = local_time.here(datetime(2026, 7, 1, 12, tzinfo=UTC))
    assert (here.hour, here.utcoffset()) == (14, timedelta(hours=2))


def test_a_moment_that_the_system_does_not_know_is_told_as_it_was_said() -> None:
    assert local_time.here(ANCIENT) is ANCIENT


@pytest.mark.parametrize(
    "when",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5))),
        datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-5))),
    ],
)
def test_the_ends_of_time_are_told_as_they_were_said(when: datetime) -> None:
    assert local_time.here(when) == when


def test_a_comment_of_long_ago_is_shown() -> None:
    assert texts.signed("Frau Demir", ANCIENT) == "Frau Demir, 01.01.1900"


@pytest.mark.parametrize("seconds", [0.0, -1e19, 1e19])
def test_a_file_without_a_time_is_of_the_first_of_1970(seconds: float) -> None:
    assert local_time.of_stamp(seconds) == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_file_is_of_when_it_was_changed() -> None:
    assert local_time.of_stamp(1_800_000_000) == datetime(2027, 1, 15, 8, tzinfo=UTC)
