"""A foreign file read whole, within a bound; what cannot be read so is refused in the words of who asked."""

import stat
from collections.abc import Callable
from pathlib import Path

from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Refusals:
    """What is raised for a file of that name."""

    wrong: Callable[[str], Exception]
    """For what is no file of the kind, a folder or a device say."""
    too_large: Callable[[str], Exception]
    unreadable: Callable[[str, str], Exception]
    """With the reason, a half-sentence."""


def whole_file(path: Path, name: str, most: int, refusals: Refusals) -> bytes:
    """Give a file's bytes, one more than `most` where it has grown meanwhile; raises what the refusals give."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise refusals.wrong(name)
        if about.st_size > most:
            raise refusals.too_large(name)
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise refusals.unreadable(name, in_german(error)) from error
    except ValueError as error:  # a path with a NUL
        raise refusals.wrong(name) from error
