"""The lock of the wheels that the setup lays down, made of the program's: the same versions, one file each."""

from pathlib import Path

from windows.fetching import LOCKS, WHEELS, fetch_wheels, read_pins, sha256

OF_THE_PROGRAM = LOCKS / "run.txt"
HEAD = """\
# The wheels that the setup lays down: those of run.txt for 64-bit Windows and CPython 3.12, each by its one hash.
# Made by: python3 dev.py windows lock
"""


def make_lock(folder: Path) -> int:
    """Fetch the wheels of the program's lock for Windows into a folder, write their lock, and give how many it pins."""
    pins = read_pins(OF_THE_PROGRAM)
    wheels = fetch_wheels(folder, OF_THE_PROGRAM)
    lines = [f"{pin.name}=={pin.version} \\\n    --hash=sha256:{sha256(wheels[pin.name])}\n" for pin in pins]
    WHEELS.write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")
    return len(pins)
