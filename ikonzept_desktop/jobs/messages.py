"""What passes between the worker and its child."""

import pickle
import sys
from collections.abc import Callable
from multiprocessing.context import get_spawning_popen

from ikonzept_desktop import collector
from ikonzept_desktop.values import dataclass

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection

    Pipe = PipeConnection
else:
    from multiprocessing.connection import Connection

    Pipe = Connection

Report = Callable[[float, str], None]
"""How a job tells its progress: the share that is done (0 to 1), and what is being done, for the user."""


class ChildsEnd:
    """The child's end of a pipe on its way: pickled as the child is started, it comes out there as the pipe itself.

    Pickled by itself, a pipe of Windows leaves a handle in the parent until the child has taken it. Of a child that is
    ended before, the parent would then hold both ends, and wait for an answer for ever.
    """

    def __init__(self, end: Pipe) -> None:
        self._end = end

    def __reduce__(self) -> tuple[type[Pipe], tuple[int, bool, bool]]:
        starting = get_spawning_popen()
        assert starting is not None
        return Pipe, (starting.duplicate_for_child(self._end.fileno()), self._end.readable, self._end.writable)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is."""

    share: float
    doing: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function to run with a report and these arguments."""

    function: Callable[..., object]
    arguments: tuple[object, ...]
    named: dict[str, object]


@dataclass(frozen=True, slots=True)
class Finished:
    """The result of a call."""

    result: object


@dataclass(frozen=True, slots=True)
class Failure:
    """The error of a call; `error` is None when it cannot be pickled."""

    kind: str
    sentence: str
    trace: str
    error: BaseException | None


Message = Progress | Call | Finished | Failure


def send(connection: Pipe, message: Message) -> None:
    """Send a message; raises OSError when the other end is gone, and what pickle raises for values unfit to cross.

    Connection.send pickles into a BytesIO, which Python 3.13 cannot free in a circle with the error of a broken pipe.
    """
    with collector.resting():
        packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    connection.send_bytes(packed)


def receive_call(connection: Pipe) -> Call:
    """Take the next call in; a whole concept may be among its arguments, and it holds no circles to be looked for."""
    packed = connection.recv_bytes()
    with collector.resting():
        call = pickle.loads(packed)  # noqa: S301  # of our own parent process
    assert isinstance(call, Call)
    return call
