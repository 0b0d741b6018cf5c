"""The child process: it waits for calls, runs one at a time and answers."""

import importlib
import os
import pickle
import signal
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from ikonzept_desktop.jobs.limits import limit_memory
from ikonzept_desktop.jobs.messages import Call, Failure, Finished, Pipe, Progress, receive_call, send

PROGRESS_PAUSE = 0.05
"""Seconds between two reports that are passed on; a job may report as often as it likes."""

OUT_OF_MEMORY = 12
"""The exit code of a child that could not even take a call in, or answer; a part of it may still be in the pipe."""


def serve(connection: Pipe, memory_mb: int | None, preload: Sequence[str]) -> None:
    """Run the calls that come in until the parent is gone, then end at once, whatever runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to the whole group; the parent decides
    if memory_mb is not None:
        limit_memory(memory_mb)
    # The work has its own thread, so that this one hears when the parent dies.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(_import_all, preload)
        while True:
            try:
                call = receive_call(connection)
            except EOFError:
                os._exit(0)
            except MemoryError:
                os._exit(OUT_OF_MEMORY)
            thread.submit(_run, call, connection).add_done_callback(lambda run: _answer(run, connection))


def _import_all(modules: Sequence[str]) -> None:
    for module in modules:
        importlib.import_module(module)


def _run(call: Call, connection: Pipe) -> object:
    reported = 0.0

    def report(share: float, doing: str) -> None:
        nonlocal reported
        now = time.monotonic()
        if now - reported >= PROGRESS_PAUSE:
            reported = now
            send(connection, Progress(share, doing))

    return call.function(report, *call.arguments, **call.named)


def _answer(run: Future[object], connection: Pipe) -> None:
    try:
        _say(run, connection)
    except MemoryError:  # not even the answer finds room; the parent is not to wait for it
        os._exit(OUT_OF_MEMORY)


def _say(run: Future[object], connection: Pipe) -> None:
    error = run.exception()
    if error is not None:
        send(connection, _failure(error))
        return
    try:
        send(connection, Finished(run.result()))
    except (pickle.PicklingError, TypeError, AttributeError) as unfit:
        send(connection, _failure(unfit))


def _failure(error: BaseException) -> Failure:
    trace = "".join(traceback.format_exception(error))
    return Failure(type(error).__name__, str(error), trace, error if _crosses(error) else None)


def _crosses(error: BaseException) -> bool:
    """Tell whether an error survives pickling; those whose `__init__` wants more than their message do not."""
    try:
        return type(pickle.loads(pickle.dumps(error))) is type(error)  # noqa: S301  # our own object, there and back
    except (pickle.PickleError, TypeError, AttributeError, ValueError):
        return False
