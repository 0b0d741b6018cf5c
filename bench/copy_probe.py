"""Has copies for review made by a process that stays warm and prints how long one takes, in seconds.

`python -m bench.copy_probe FILE OUT.docx`: from the concept, resolved for the page, until the file is written, handing
it over to the process included; the median of some, the first of them not counted.
"""

import sys
import time
from datetime import datetime
from pathlib import Path
from statistics import median

from ikonzept_desktop.export.copies import CopyWish, made_copies
from ikonzept_desktop.export.orders import Kind, Order
from ikonzept_desktop.export.warm_orders import carry_out_warm
from ikonzept_desktop.jobs import Worker
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests

RUNS = 5
PRELOAD = ("ikonzept_desktop.export.warm_orders", "ikonzept_desktop.export.word.writer")


def main() -> None:
    """Make them, and tell."""
    file, out = Path(sys.argv[1]), Path(sys.argv[2])
    opened = open_project(file, read_only=True)
    document, now = opened.project.document, datetime.now().astimezone()
    images = {digest: opened.store.image(digest) for digest in image_digests(build(document))}
    opened.store.close()
    taken = []
    with Worker(preload=PRELOAD) as worker:
        for _ in range(RUNS + 1):
            orders, _given = made_copies(document, [CopyWish("Jobcenter")], "", now)
            order = Order(Kind.WORD, build(document), images, out, now, copy=orders[0])
            begun = time.perf_counter()
            worker.start(carry_out_warm, order).result()
            taken.append(time.perf_counter() - begun)
    print(median(taken[1:]))


if __name__ == "__main__":
    main()
