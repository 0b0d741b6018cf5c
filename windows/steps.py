"""The steps of a build, each told as it begins and, with its seconds, as it ends."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class Missing(Exception):
    """A tool lacks or a bound is broken; the message says what, and the way out of it."""


@dataclass(slots=True)
class Step:
    """What a step has to tell when it is done."""

    name: str
    said: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Have something told at the end of the step, a line of its own."""
        self.said.append(sentence)


@contextmanager
def step(name: str) -> Iterator[Step]:
    """Tell that a step begins, and how long it took; one that fails says so before the error goes on."""
    print(f"== {name} …", flush=True)
    began = time.monotonic()
    current = Step(name)
    verdict = "failed"
    try:
        yield current
        verdict = "done"
    finally:
        for sentence in current.said:
            print(f"   {sentence}")
        print(f"   {verdict}, {time.monotonic() - began:.1f} s", flush=True)
