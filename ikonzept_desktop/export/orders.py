"""What is to be given out, as a value that a worker process can carry out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from ikonzept_desktop.publication.tree import Publication
from ikonzept_desktop.values import dataclass


class Kind(StrEnum):
    """What a finished file is."""

    WORD = "word"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Order:
    """One finished file to be made of a publication, at a path whose old file may be overwritten."""

    kind: Kind
    publication: Publication
    images: Mapping[str, bytes]
    """By SHA-256 in hexadecimal."""
    out: Path
    now: datetime
    """The date that is printed and stands in the file's properties."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of an order."""

    pages: int | None
    """Pages of the file; None where only its reader will know."""
    findings: tuple[str, ...] = ()
    """German sentences about what came out other than it was written."""


def carry_out(progress: Callable[[float, str], None], order: Order) -> Delivery:
    """Make the file, telling the share of it done and what is being done. Raises OSError where it cannot be written.

    Each exporter is imported where it is used: neither start nor a Word draft waits for ReportLab.
    """
    match order.kind:
        case Kind.WORD:
            from ikonzept_desktop.export.word.writer import DraftOptions, write_draft

            draft = write_draft(order.publication, order.images, order.out, DraftOptions(issued=order.now), progress)
            return Delivery(None, draft.findings)
        case Kind.PDF:
            from ikonzept_desktop.export.pdf.writer import write_pdf

            pdf = write_pdf(order.publication, order.images, order.out, lambda share: progress(share, ""), order.now)
            findings = _findings(pdf.missing_characters, pdf.missing_images)
            return Delivery(pdf.pages, (*findings, *pdf.annex_findings))


def _findings(characters: tuple[tuple[str, str], ...], images: tuple[str, ...]) -> tuple[str, ...]:
    unset = (f"Das Zeichen „{sign}“ in „{word}“ hat keine der Schriften." for sign, word in characters)
    unseen = (f"Ein Bild fehlt oder ist nicht lesbar (Abbildung {figure})." for figure in images)
    return (*unset, *unseen)
