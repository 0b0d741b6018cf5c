"""What can become of a job but its result."""


class JobError(Exception):
    """A job gave no result; the sentence is for the user."""


class JobCancelled(JobError):
    """The user took the job back."""

    def __init__(self) -> None:
        super().__init__("Der Vorgang wurde abgebrochen.")


class JobTimedOut(JobError):
    """The job took longer than it may."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Der Vorgang dauerte länger als {seconds:g} Sekunden und wurde beendet.")
        self.seconds = seconds


class JobOutOfMemory(JobError):
    """The job asked for more memory than it may have."""

    def __init__(self) -> None:
        super().__init__("Der Vorgang brauchte mehr Arbeitsspeicher, als er haben darf, und wurde beendet.")


class JobDied(JobError):
    """The child process ended without a word: a crash, or the system ended it."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(f"Der Vorgang ist unerwartet abgebrochen (Ende mit {exit_code}).")
        self.exit_code = exit_code


class JobFailed(JobError):
    """The job's function raised an error.

    It is the `__cause__`, unless it could not cross between the processes; `trace` is its traceback in the child.
    """

    def __init__(self, kind: str, sentence: str, trace: str) -> None:
        super().__init__(f"{sentence or kind}")
        self.kind = kind
        self.trace = trace
