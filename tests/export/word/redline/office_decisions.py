"""Accepts and rejects all changes of a file in LibreOffice, and saves two more files as it reads them.

Run with the system's Python, which alone has `uno`: `python3 office_decisions.py PORT FOLDER`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "review"))

from office_edits import Hands  # type: ignore[import-not-found]  # beside the copies it makes

DECISIONS = (
    ("redline", "AcceptAllTrackedChanges", "accepted"),
    ("redline", "RejectAllTrackedChanges", "rejected"),
    ("old", "", "old-as-it-is"),
    ("new", "", "new-as-it-is"),
)


def main(port: str, folder: str) -> None:
    """Save one file for each decision."""
    hands = Hands(port)
    for name, command, out in DECISIONS:
        hands.open(f"{folder}/{name}.docx")
        if command:
            hands.do(command)
        hands.save(f"{folder}/{out}.docx")
        hands.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
