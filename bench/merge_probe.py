"""Merges copies that came back, in a process of its own.

`python -m bench.merge_probe DRAFT.docx COPY.docx …`: prints the seconds that putting them together takes once all are
read, and how many proposals they come to.
"""

import sys
import time
from pathlib import Path

from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.review.reading_back import Returned, read_back


def main() -> None:
    """Read, merge, and tell."""
    draft, *copies = (taken(Path(name).read_bytes(), name) for name in sys.argv[1:])
    returned = {str(at): Returned(copy, f"Stelle {at}") for at, copy in enumerate(copies)}
    begun = time.perf_counter()
    found = read_back(draft, returned)
    print(f"{time.perf_counter() - begun:.3f} {len(found.proposals)}")


if __name__ == "__main__":
    main()
