"""Whatever goes wrong at a share, at whatever step: every word that was saved is found at the next start."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

STEP = "37"
"""Every so manieth access; all of them take minutes, with 1 in the place of this."""
SITTINGS = (("kill", "colleague"), ("kill",), ("fail", "colleague"), ("away",), ("full", "colleague"))


def flaws_of(folder: Path, kind: str, *more: str) -> object:
    """Have accesses go wrong in a program of its own, and give what was not as it should be."""
    place = folder / "-".join((kind, *more))
    command = [sys.executable, "-m", "tests.model.store.shared.mishaps", str(place), kind, STEP, *more]
    done = subprocess.run(command, check=True, cwd=Path(__file__).parents[4], capture_output=True, text=True)
    return json.loads(done.stdout)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program for each sitting would take too long")
def test_no_saved_word_is_lost_wherever_a_sitting_at_a_share_is_torn_off(tmp_path: Path) -> None:
    with ThreadPoolExecutor(len(SITTINGS)) as pool:
        found = pool.map(lambda sitting: flaws_of(tmp_path, *sitting), SITTINGS)
        assert dict(zip(SITTINGS, found, strict=True)) == {sitting: {} for sitting in SITTINGS}
