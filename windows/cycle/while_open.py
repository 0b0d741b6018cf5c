"""Run by a CPython under Wine: opens a concept, starts the setup over the open program, and says how both fared.

python while_open.py IKONZEPT.EXE CONCEPT SETUP.EXE WORDS…

What is asked is the screen: the program is open when one of its windows shows a title that names it. At the end the
window is closed as its user would.
"""

import ctypes
import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

NAMED = "– iKonzept"
"""What the title of a window with a concept ends with; the start page has another one."""
_CLOSE = 0x10
_PATIENCE = 60.0


def main() -> int:
    """Say, as JSON, the title that stood there before and after, the setup's code, and the program's own at its end."""
    exe, concept, setup, *words = sys.argv[1:]
    program = subprocess.Popen([exe, concept])
    said: dict[str, Any] = {}
    try:
        said["before"] = _waited_for(lambda: _titles(program.pid)[0] if _titles(program.pid) else None)
        if said["before"]:
            said["setup"] = subprocess.run([setup, *words], check=False).returncode
            said["after"] = next(iter(_titles(program.pid)), None)
            _titles(program.pid, _CLOSE)
            said["end"] = _waited_for(program.poll)
    finally:
        program.kill()
    print(json.dumps(said))
    return 0


def _waited_for(ask: Callable[[], Any]) -> Any:
    until = time.monotonic() + _PATIENCE
    while (found := ask()) is None and time.monotonic() < until:
        time.sleep(0.2)
    return found


def _titles(process: int, message: int = 0) -> list[str]:
    """Give the titles of a process's visible windows that name the program; each may be sent a message."""
    user = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
    found: list[str] = []

    def look(window: int, _: int) -> bool:
        owner, title = ctypes.c_ulong(), ctypes.create_unicode_buffer(500)
        handle = ctypes.c_void_p(window)
        user.GetWindowThreadProcessId(handle, ctypes.byref(owner))
        user.GetWindowTextW(handle, title, len(title))
        if owner.value == process and user.IsWindowVisible(handle) and title.value.endswith(NAMED):
            found.append(title.value)
            if message:
                user.PostMessageW(handle, message, None, None)
        return True

    kind = ctypes.WINFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)  # type: ignore[attr-defined,unused-ignore]
    user.EnumWindows(kind(look), None)
    return found


if __name__ == "__main__":
    sys.exit(main())
