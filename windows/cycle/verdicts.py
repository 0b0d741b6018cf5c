"""Steps with their seconds and their verdicts, told as they end."""

import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_WIDTH = 7


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a trial, done."""

    name: str
    seconds: float
    flaws: tuple[str, ...]
    """What is not as it should be; nothing where all is well."""


class Log:
    """Does steps one after the other and keeps what came of them."""

    def __init__(self, say: Callable[[str], object] = lambda line: print(line, flush=True)) -> None:
        """Tell each line to `say`."""
        self.steps: list[Step] = []
        self._say = say

    def do(self, name: str, check: Callable[[], Iterable[str]]) -> bool:
        """Do a step, which gives its flaws, and tell whether there is none; a time limit that was reached is one."""
        begun = time.monotonic()
        try:
            flaws = tuple(check())
        except subprocess.TimeoutExpired as error:
            flaws = (
                f"No end after {error.timeout:.0f} s: {str(error.output or '').strip()[-600:] or 'it said nothing'}",
            )
        except OSError as error:
            flaws = (f"{type(error).__name__}: {error}",)
        step = Step(name, time.monotonic() - begun, flaws)
        self.steps.append(step)
        self._say(f"  {'RED' if flaws else 'ok ':3} {step.seconds:{_WIDTH}.1f} s  {name}")
        for flaw in flaws:
            self._say(f"                  - {flaw}")
        return not flaws

    def tell(self, line: str) -> None:
        """Say something that is no verdict: a figure, or where a picture lies."""
        self._say(f"                  {line}")

    def verdict(self) -> str:
        """Sum up in one line."""
        red = [step.name for step in self.steps if step.flaws]
        seconds = sum(step.seconds for step in self.steps)
        if red:
            return f"RED after {seconds:.0f} s: {len(red)} of {len(self.steps)} steps: {'; '.join(red)}"
        return f"Green: {len(self.steps)} steps in {seconds:.0f} s."

    def green(self) -> bool:
        """Tell whether there was a step at all, and none had a flaw."""
        return bool(self.steps) and not any(step.flaws for step in self.steps)
