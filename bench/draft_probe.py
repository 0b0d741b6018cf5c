"""Gives a concept out as Word drafts for review, in the process the window would take.

`python -m bench.draft_probe FILE`: prints the median of the seconds that a draft with its covering page takes in a
process that has made one before. The concept is open, as it is in the window.
"""

import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from statistics import median

from ikonzept_desktop.export.copies import CopyWish, made_copies
from ikonzept_desktop.export.orders import Delivery, Kind, Order
from ikonzept_desktop.export.warm_orders import carry_out_warm
from ikonzept_desktop.jobs import Report, Worker
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests

COPIES = 7


def main() -> None:
    """Give out, and tell."""
    opened = open_project(Path(sys.argv[1]), read_only=True)
    document = opened.project.document
    images = {digest: opened.store.image(digest) for digest in image_digests(build(document))}
    opened.store.close()
    now = datetime.now().astimezone()
    orders, _ = made_copies(document, [CopyWish(f"Stelle {at}") for at in range(COPIES)], "fassung", now)
    taken = []
    with tempfile.TemporaryDirectory() as folder, Worker(preload=("ikonzept_desktop.export.warm_orders",)) as worker:
        for at, copy in enumerate(orders):
            begun = time.perf_counter()
            publication = build(document, snapshot="fassung")
            out = Path(folder) / f"{at}.docx"
            worker.start(_make, Order(Kind.WORD, publication, images, out, now, copy=copy)).result()
            taken.append(time.perf_counter() - begun)
    print(f"{median(taken[1:]):.3f}")


def _make(report: Report, order: Order) -> Delivery:
    return carry_out_warm(report, order)


if __name__ == "__main__":
    main()
