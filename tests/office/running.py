"""LibreOffice for a while, with a profile of its own, and the hands that edit in it."""

import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PYTHON = "/usr/bin/python3"
"""The system's own: it alone has LibreOffice's library."""
LONGEST = 240
"""Seconds."""

Step = Sequence[object]
"""The name of a method of `hands.Hands`, and what it is given."""


class Office:
    """LibreOffice that listens at a port."""

    def __init__(self, port: int, folder: Path) -> None:
        """Reach it at a port; a folder holds what is to be done."""
        self._port = port
        self._work = folder / "work.json"

    def do(self, copies: Sequence[Sequence[Step]]) -> None:
        """Take all steps of all copies."""
        self._work.write_text(json.dumps(copies), encoding="utf-8")
        script = Path(__file__).with_name("hands.py")
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        command: list[str | Path] = [PYTHON, script, str(self._port), self._work]
        subprocess.run(command, check=True, timeout=LONGEST, env=environment)


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    """Have LibreOffice for a while."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    running = subprocess.Popen(["soffice", profile, "--headless", "--norestore", accept], start_new_session=True)
    try:
        yield Office(port, folder)
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
