"""Run by the installed Python: starts the program, then the setup over it, and says how both fared.

python while_open.py IKONZEPT.EXE SETUP.EXE WORDS…
"""

import ctypes
import subprocess
import sys
import time

MUTEX = "iKonzeptDesktopMutex"
_SYNCHRONIZE = 0x100000
_PATIENCE = 60.0


def main() -> int:
    """Say the setup's code and whether the program lives on; 2 where the program never says that it is open."""
    exe, setup, *words = sys.argv[1:]
    program = subprocess.Popen([exe])
    try:
        if not _is_open(time.monotonic() + _PATIENCE):
            return 2
        code = subprocess.run([setup, *words], check=False).returncode
        print(f"setup={code} open={program.poll() is None}")
    finally:
        program.kill()
    return 0


def _is_open(until: float) -> bool:
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    while time.monotonic() < until:
        if handle := kernel.OpenMutexW(_SYNCHRONIZE, 0, MUTEX):
            kernel.CloseHandle(handle)
            return True
        time.sleep(0.2)
    return False


if __name__ == "__main__":
    sys.exit(main())
