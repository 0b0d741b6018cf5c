"""What a file says it conforms to, taken back where that is not so."""

import mmap
import re
from pathlib import Path

from ikonzept_desktop.export.pdf.conformity.check import flaws_of
from ikonzept_desktop.export.pdf.conformity.content import Scans
from ikonzept_desktop.export.pdf.conformity.flaws import Flaw

_CLAIM = re.compile(
    rb"<pdf(?:a|ua)id:(?:part|conformance)>[^<>]{0,40}</pdf(?:a|ua)id:(?:part|conformance)>"
    rb"|\bpdf(?:a|ua)id:(?:part|conformance)=(?:'[^'<>]{0,40}'|\"[^\"<>]{0,40}\")"
)
"""As elements or as attributes of the metadata, which stand uncompressed in the file (ISO 19005-2, 6.6.2.1)."""


def certify(path: Path, scans: Scans | None = None) -> tuple[Flaw, ...]:
    """Check a finished file and let it claim PDF/UA and PDF/A only where it passes; give what it lacks.

    With `scans` of earlier files, streams that were in them are not read again. Raises OSError where the file cannot
    be read or written.
    """
    flaws = flaws_of(path, scans)
    if flaws:
        withdraw_claims(path)
    return flaws


def withdraw_claims(path: Path) -> None:
    """Put spaces in the place of every claim: all else stays where it is."""
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as data:
        for match in _CLAIM.finditer(data):
            data[match.start() : match.end()] = b" " * (match.end() - match.start())
