"""What files with tracked changes say, read by our own reader: with all refused, with all accepted, and the changes."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from ikonzept_desktop.export.word.redline.writer import Revision, write_redline
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import Publication
from ikonzept_desktop.reading.word.content import Block, Copy, Part, Span, View, is_shown
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.reading.word.views import paragraphs
from tests.export.word.drawn import CHART
from tests.export.word.publications import images

OPTIONS = DraftOptions(datetime(2015, 4, 2, 9, 30, tzinfo=UTC))
WHEN = datetime(2015, 3, 1, 8, 0, tzinfo=UTC)
REVISION = Revision("Fassung vom 01.03.2015", WHEN)
MARGINS = (Part.HEADER, Part.FOOTER)


def redline(old: Publication, new: Publication, out: Path) -> Path:
    write_redline(old, new, images(CHART), out, OPTIONS, REVISION)
    return out


def drafted(publication: Publication, out: Path) -> Path:
    write_draft(publication, images(CHART), out, OPTIONS)
    return out


def read(path: Path) -> Copy:
    return taken(path.read_bytes(), path.name)


def lines(path: Path, view: View = View.ACCEPTED) -> list[str]:
    """Give the lines of text and notes that say something; any number stands for that of a page."""
    copy = read(path)
    blocks = [_any_page(block) for block in copy.blocks]
    shown = (each for each in paragraphs(blocks, view) if blocks[each.owner].place.part not in MARGINS)
    return [each.text for each in shown if each.text.strip()]


def _any_page(block: Block) -> Block:
    spans = (replace(span, text="#") if span.field.startswith("PAGEREF") else span for span in block.spans)
    return replace(block, spans=tuple(spans))


def both(old: Publication, new: Publication, folder: Path) -> None:
    """Make sure that a redline says the old text with everything refused and the new one with everything accepted."""
    made = redline(old, new, folder / "redline.docx")
    assert lines(made, View.REJECTED) == lines(drafted(old, folder / "old.docx"))
    assert lines(made, View.ACCEPTED) == lines(drafted(new, folder / "new.docx"))


def changes(old: Document, new: Document, folder: Path) -> list[str]:
    """Give what a redline of two concepts marks, `+` before new words and `-` before old ones, contents left out."""
    older, newer = build(old), build(new)
    both(older, newer, folder)
    copy = read(folder / "redline.docx")
    told: list[str] = []
    for block in copy.blocks:
        if not block.style.lower().startswith("toc"):
            seen = ((_fate(block, span), span.text) for span in block.spans if not span.is_code)
            for sign, group in groupby(seen, key=itemgetter(0)):
                told += [sign + "".join(text for _, text in group)] if sign else []
    return told


def _fate(block: Block, span: Span) -> str:
    revisions = (*block.within, *span.revisions)
    before, after = (is_shown(revisions, view) for view in (View.REJECTED, View.ACCEPTED))
    return "" if before == after else "+" if after else "-"
