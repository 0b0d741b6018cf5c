"""What is freed goes back to the system, so that a day of writing ends with the memory it began with."""

import subprocess
import sys

import pytest

FREED_AND_GIVEN_BACK = """
import psutil
from ikonzept_desktop.collector import give_back

def held():
    return psutil.Process().memory_info().rss

kept = [bytes(2000) for _ in range(40_000)]
pin = bytes(2000)  # the heap ends with something that stays: what lies below is kept by the C library
full = held()
kept.clear()
give_back()
assert full - held() > 40_000_000, (full, held())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Windows takes freed blocks back by itself")
def test_freed_memory_goes_back_to_the_system() -> None:
    done = subprocess.run([sys.executable, "-c", FREED_AND_GIVEN_BACK], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
