"""Gives a concept out, changes a paragraph and gives it out again, in the process the window would take.

`python -m bench.again_probe FILE SEED`: prints the seconds of the first PDF for the web, the median of those after a
change, and both again for the print shop. The process has begun when the clock starts, as while a dialog is read.
"""

import random
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from statistics import median

from ikonzept_desktop.export.orders import Delivery, Kind, Order
from ikonzept_desktop.export.pdf.press_profiles import bundled_profiles
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.export.warm_orders import carry_out_warm
from ikonzept_desktop.jobs import Report, Worker
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.edits import ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress, RichText
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests

CHANGES = 5


def main() -> None:
    """Give out, and tell."""
    opened = open_project(Path(sys.argv[1]), read_only=True)
    document, chance = opened.project.document, random.Random(int(sys.argv[2]))
    images = {digest: opened.store.image(digest) for digest in image_digests(build(document))}
    opened.store.close()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "a.pdf"
        taken = [*_taken(Kind.PDF, document, images, out, chance), *_taken(Kind.PRINT, document, images, out, chance)]
    print(" ".join(f"{seconds:.3f}" for seconds in taken))


def _taken(
    kind: Kind, document: Document, images: Mapping[str, bytes], out: Path, chance: random.Random
) -> tuple[float, float]:
    press = Press(bundled_profiles()[0]) if kind is Kind.PRINT else None
    taken = []
    with Worker(preload=("ikonzept_desktop.export.warm_orders",)) as worker:
        worker.start(_nothing).result()
        for _ in range(CHANGES + 1):
            order = Order(kind, build(document), images, out, datetime.now().astimezone(), press)
            begun = time.perf_counter()
            worker.start(_make, order).result()
            taken.append(time.perf_counter() - begun)
            document = _with_a_word_more(document, chance)
    return taken[0], median(taken[1:])


def _make(report: Report, order: Order) -> Delivery:
    return carry_out_warm(report, order)


def _nothing(_report: Report) -> None:
    return


def _with_a_word_more(document: Document, chance: random.Random) -> Document:
    """Put a word before some paragraph of the concept."""
    places = [
        (FieldAddress(section.id, field.key), block.id)
        for section in walk(document.sections)
        for field in section.fields
        if isinstance(field.value, RichText)
        for block in field.value.blocks
        if isinstance(block, Paragraph) and block.inlines
    ]
    address, block = chance.choice(places)
    return apply(document, ReplaceSpan(address, block, "", 0, (), (Text("Übrigens "),)))


if __name__ == "__main__":
    main()
