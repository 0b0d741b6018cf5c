"""Word files of many programs, where a folder of them is named; it is too large to lie here.

`IKONZEPT_WORD_CORPUS` names the folder; `make_hostile.py` beside it may write hostile files as well.
"""

import os
from pathlib import Path

import pytest

VARIABLE = "IKONZEPT_WORD_CORPUS"


def corpus() -> list[Path]:
    """Give the files of the corpus, none where it is not there."""
    folder = os.environ.get(VARIABLE)
    return sorted(path for path in Path(folder).iterdir() if path.is_file()) if folder else []


needs_corpus = pytest.mark.skipif(not os.environ.get(VARIABLE), reason=f"{VARIABLE} names no folder of Word files")
