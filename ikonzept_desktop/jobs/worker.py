"""The parent's side: a worker that keeps its child process for the next job, and the jobs it runs."""

import contextlib
import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Concatenate, Generic, ParamSpec, Self, TypeVar, cast

from ikonzept_desktop.jobs import child
from ikonzept_desktop.jobs.errors import JobCancelled, JobDied, JobError, JobFailed, JobOutOfMemory, JobTimedOut
from ikonzept_desktop.jobs.messages import Call, ChildsEnd, Failure, Finished, Pipe, Progress, Report, send

P = ParamSpec("P")
T = TypeVar("T")

_SPAWN = multiprocessing.get_context("spawn")


@dataclass(slots=True, eq=False)
class _Run:
    """What the worker has to know of a job: the call, its time limit, who watches, and why it is to stop."""

    call: Call
    seconds: float | None
    watchers: list[Callable[[Progress], None]] = field(default_factory=list)
    stopped: JobError | None = None


class Job(Generic[T]):
    """One call on its way: it can be watched, waited for and cancelled, from any thread."""

    def __init__(self, run: _Run, future: Future[T], stop: Callable[[_Run, JobError], None]) -> None:
        self._run = run
        self._future = future
        self._stop = stop

    def watch(
        self, progress: Callable[[Progress], None] | None = None, done: Callable[["Job[T]"], None] | None = None
    ) -> None:
        """Be told of progress, and once of the end; in a thread of the worker's, so hand it on to your own."""
        if progress:
            self._run.watchers.append(progress)
        if done:
            self._future.add_done_callback(lambda _: done(self))

    def result(self, timeout: float | None = None) -> T:
        """Wait for the result; raises JobError, or TimeoutError after so many seconds, the job then goes on."""
        try:
            return self._future.result(timeout)
        except CancelledError:
            raise JobCancelled from None

    def done(self) -> bool:
        """Tell whether the job has ended, one way or another."""
        return self._future.done()

    def cancel(self) -> None:
        """End the job and its process, however it hangs; a job that has ended stays as it is."""
        self._stop(self._run, JobCancelled())


class Worker:
    """Runs jobs one after another in a child process that stays warm between them.

    Close it before the program ends, or a hanging job keeps the program from ending.
    """

    def __init__(self, *, memory_mb: int | None = None, preload: Sequence[str] = ()) -> None:
        """Bound the child's memory (MB of address space), and name the modules it imports ahead of the first job."""
        self._memory_mb = memory_mb
        self._preload = tuple(preload)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._lock = threading.RLock()
        self._child: tuple[BaseProcess, Pipe] | None = None
        self._current: _Run | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm(self) -> None:
        """Start the child and its imports now, so that the first job need not wait for them."""
        self._thread.submit(self._begin, None)

    def start(self, function: Callable[Concatenate[Report, P], T], *arguments: P.args, **named: P.kwargs) -> Job[T]:
        """Start a job without a time limit; it waits its turn behind those already started."""
        return self.start_within(None, function, *arguments, **named)

    def start_within(
        self,
        seconds: float | None,
        function: Callable[Concatenate[Report, P], T],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> Job[T]:
        """Start a job that is ended when it has run for so many seconds."""
        run = _Run(Call(function, arguments, named), seconds)
        return Job(run, cast("Future[T]", self._thread.submit(self._perform, run)), self._stop)

    def close(self) -> None:
        """End the child, the job that runs and those that wait; they raise JobCancelled."""
        with self._lock:
            self._closed = True
            running = self._current
        if running:
            self._stop(running, JobCancelled())
        self._thread.shutdown(cancel_futures=True)
        self._discard_child()

    def _stop(self, run: _Run, reason: JobError) -> None:
        with self._lock:
            run.stopped = run.stopped or reason
            if self._current is run and self._child:
                self._child[0].kill()

    def _perform(self, run: _Run) -> object:
        connection = self._begin(run)
        fit_for_more = False
        try:
            with _time_limit(run.seconds, lambda reason: self._stop(run, reason)):
                answer = _converse(run, connection)
            fit_for_more = not (isinstance(answer, Failure) and answer.kind == "MemoryError")
        except _ChildGone:
            raise run.stopped or self._death() from None
        finally:
            with self._lock:
                self._current = None
                if run.stopped or not fit_for_more:
                    self._discard_child()
        return _result(answer)

    def _begin(self, run: _Run | None) -> Pipe:
        with self._lock:
            if self._closed or (run and run.stopped):
                raise (run and run.stopped) or JobCancelled()
            if self._child and not self._child[0].is_alive():
                self._discard_child()
            self._child = self._child or self._spawn()
            self._current = run
            return self._child[1]

    def _spawn(self) -> tuple[BaseProcess, Pipe]:
        ours, theirs = _SPAWN.Pipe()
        arguments = (ChildsEnd(theirs), self._memory_mb, self._preload)
        process = _SPAWN.Process(target=child.serve, args=arguments, name="ikonzept-worker", daemon=True)
        process.start()
        theirs.close()
        return process, ours

    def _death(self) -> JobError:
        with self._lock:
            process = self._child[0] if self._child else None
        if process is None:
            return JobDied(None)
        process.join(5)
        return JobOutOfMemory() if process.exitcode == child.OUT_OF_MEMORY else JobDied(process.exitcode)

    def _discard_child(self) -> None:
        with self._lock:
            gone, self._child = self._child, None
        if gone:
            process, connection = gone
            process.kill()
            process.join()
            process.close()
            connection.close()


class _ChildGone(Exception):
    """The child closed its end: it was killed, or it died."""


def _converse(run: _Run, connection: Pipe) -> Finished | Failure:
    try:
        send(connection, run.call)
    except OSError as error:
        raise _ChildGone from error
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError) as error:
            raise _ChildGone from error
        if isinstance(message, Finished | Failure):
            return message
        for watcher in list(run.watchers):
            watcher(message)


def _result(answer: Finished | Failure) -> object:
    match answer:
        case Finished(result):
            return result
        case Failure(kind="MemoryError"):
            raise JobOutOfMemory
        case Failure(kind, sentence, trace, error):
            raise JobFailed(kind, sentence, trace) from error


@contextlib.contextmanager
def _time_limit(seconds: float | None, stop: Callable[[JobError], None]) -> Iterator[None]:
    if seconds is None:
        yield
        return
    timer = threading.Timer(seconds, stop, [JobTimedOut(seconds)])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
