"""Files of the concept, an image or an attached PDF, given back to the user."""

from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.os_errors import in_german


class NotWritten(Exception):
    """A file that could not be written; its text is a German sentence for the user."""


def write_out(path: Path, data: bytes) -> str:
    """Write a file, in the place of one of that name, and say that it was done; raises NotWritten."""
    try:
        with atomic_file.writing(path) as temporary:
            temporary.write_bytes(data)
    except atomic_file.FileHeldOpen as error:
        atomic_file.clear_away(error.finished)
        raise NotWritten(str(error)) from error
    except OSError as error:
        raise NotWritten(
            f"„{path.name}“ konnte nicht geschrieben werden ({in_german(error)}). "
            "Ihr Konzept ist sicher; wählen Sie einen anderen Ordner."
        ) from error
    return f"„{path.name}“ gesichert."
