"""Reads a template file of somebody else's, in a child process: whatever it holds harms only that."""

from pathlib import Path

from ikonzept_desktop.jobs import Report
from ikonzept_desktop.model.template_file import TemplateFileError, read_template
from ikonzept_desktop.model.template_writer import write_template

LARGEST = 1_000_000
"""Bytes of a template's file; ours have 25,000."""


def checked_text(_report: Report, path: Path) -> str:
    """Give the text of a sound template, written anew; raises TemplateFileError."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # what cannot be asked cannot be read, which is told below
    if size > LARGEST:
        raise TemplateFileError(f"„{path.name}“ ist zu groß für eine Mustervorlage. Nichts wurde übernommen.")
    return write_template(read_template(path))
