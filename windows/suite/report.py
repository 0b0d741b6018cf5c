"""What the plugin has written down, added up: what passed, what was left out, what failed, and what never ended."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """A run of tests."""

    passed: int
    skipped: int
    """By a reason of their own."""
    left_out: int
    """By the list."""
    failed: tuple[tuple[str, str], ...]
    """Ids of tests, each with the end of what was wrong."""
    never_ended: tuple[str, ...]

    def line(self) -> str:
        """Say it in one line."""
        return f"{self.passed} passed, {self.skipped} skipped, {self.left_out} left out, {len(self.failed)} failed"


def summary(lines: Iterable[str]) -> Summary:
    """Add up; a line that was cut off in the middle counts for nothing."""
    outcomes: dict[str, str] = {}
    failed: dict[str, str] = {}
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:
            continue
        id, outcome = said["id"], said["outcome"]
        if outcome == "failed":
            failed[id] = said["why"]
        if outcomes.get(id) != "failed":
            outcomes[id] = outcome
    counts = Counter(outcomes.values())
    begun = tuple(id for id, outcome in outcomes.items() if outcome == "begun")
    return Summary(counts["passed"], counts["skipped"], counts["left out"], tuple(failed.items()), begun)
