"""What is to be given out, as a value that a worker process can carry out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ikonzept_desktop.export.copies import CopyOrder
from ikonzept_desktop.export.naming import figure_name
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.publication.tree import Publication
from ikonzept_desktop.values import dataclass

if TYPE_CHECKING:  # each exporter is imported where it is used
    from ikonzept_desktop.export.pdf.warmth import Warmth


class Kind(StrEnum):
    """What a finished file is."""

    WORD = "word"
    PDF = "pdf"
    PRINT = "print"
    """A PDF for the print shop."""


ENDINGS = {Kind.WORD: ".docx", Kind.PDF: ".pdf", Kind.PRINT: ".pdf"}
"""How the names of finished files end."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The state that another one is compared with: what has changed since then is marked in a Word draft."""

    publication: Publication
    name: str
    author: str
    """Who is said to have made the changes: the newer state, by its name."""
    when: datetime
    """When they are said to have been made, with its time zone."""


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
    press: Press | None = None
    """How it is printed; only a PDF for the print shop needs to know."""
    copy: CopyOrder | None = None
    """Whom a Word draft is for, if it is given to somebody for review."""
    earlier: Earlier | None = None
    """What a Word draft shows the changes since, if it does."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of an order."""

    pages: int | None
    """Pages of the file; None where only its reader will know."""
    findings: tuple[str, ...] = ()
    """German sentences about what came out other than it was written."""
    blank_pages: int = 0
    """Of its pages those that were added so that it can be folded."""


def carry_out(progress: Callable[[float, str], None], order: Order, warmth: Warmth | None = None) -> Delivery:
    """Make the file, telling the share of it done and what is being done. Raises OSError where it cannot be written.

    A PDF is laid out with what is kept of earlier ones, where there is something.

    Each exporter is imported where it is used: neither start nor a Word draft waits for ReportLab.
    """
    match order.kind:
        case Kind.WORD:
            return _word_draft(progress, order)
        case Kind.PDF:
            from ikonzept_desktop.export.pdf.writer import write_pdf

            pdf = write_pdf(
                order.publication, order.images, order.out, lambda share: progress(share, ""), order.now, warmth
            )
            images = _images(order.publication, pdf.missing_images, pdf.undescribed_images)
            told = (*_unset(pdf.missing_characters), *images, *pdf.annex_findings)
            return Delivery(pdf.pages, (*told, *_claims_withdrawn(order.out, warmth)))
        case Kind.PRINT:
            return _print_pdf(progress, order, warmth)


def _word_draft(progress: Callable[[float, str], None], order: Order) -> Delivery:
    from ikonzept_desktop.export.word.writer import DraftOptions, write_draft

    if order.earlier is None:
        options = DraftOptions(issued=order.now, copy=order.copy)
        draft = write_draft(order.publication, order.images, order.out, options, progress)
        return Delivery(None, draft.findings)
    from ikonzept_desktop.export.word.redline.writer import Revision, write_redline

    earlier = order.earlier
    options = DraftOptions(issued=order.now, version=f"Änderungen seit: {earlier.name}")
    revision = Revision(earlier.author, earlier.when)
    redline = write_redline(
        earlier.publication, order.publication, order.images, order.out, options, revision, progress
    )
    return Delivery(None, redline.findings)


def _print_pdf(progress: Callable[[float, str], None], order: Order, warmth: Warmth | None) -> Delivery:
    from ikonzept_desktop.export.pdf.press_findings import press_findings
    from ikonzept_desktop.export.pdf.press_writer import write_print_pdf

    assert order.press is not None  # whoever orders a print file says how it is printed
    report = write_print_pdf(
        order.publication, order.images, order.out, order.press, lambda share: progress(share, ""), order.now, warmth
    )
    images = _images(order.publication, report.missing_images, ())
    told = (*report.annex_findings, *press_findings(order.publication, order.press.profile, report))
    return Delivery(report.pages, (*_unset(report.missing_characters), *images, *told), report.blank)


def _unset(characters: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for sign, word in characters:
        yield f"Das Zeichen „{sign}“ in „{word}“ hat keine der Schriften."


def _images(publication: Publication, missing: tuple[str, ...], undescribed: tuple[str, ...]) -> Iterator[str]:
    for figure in missing:
        yield f"{figure_name(publication, figure)}: Das Bild fehlt oder ist nicht lesbar, ein Rahmen steht dort."
    logos = {logo.image for logo in publication.logos}
    for figure in undescribed:
        read = "das Wort „Logo“" if figure in logos else "die Unterschrift"
        yield f"{figure_name(publication, figure)}: Der Alternativtext fehlt; vorgelesen wird nur {read}."


def _claims_withdrawn(out: Path, warmth: Warmth | None) -> tuple[str, ...]:
    """Check a web PDF; one that does not pass no longer says that it is PDF/UA and PDF/A, and says why."""
    from ikonzept_desktop.export.pdf.conformity.claims import certify
    from ikonzept_desktop.export.pdf.conformity.sentences import sentences

    return sentences(certify(out, warmth.scans if warmth else None))
