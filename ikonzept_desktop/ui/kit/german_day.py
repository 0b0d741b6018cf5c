"""Days as they are typed into a field: besides dates, the words for today and its neighbours."""

from datetime import date, timedelta

from ikonzept_desktop.model.german_days import read_day

_WORDS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}


def read_entry(text: str, today: date | None = None) -> date | None:
    """Read a day, or `heute`, `morgen`, `gestern`; None where that is no day."""
    steps = _WORDS.get(text.strip().lower())
    if steps is None:
        return read_day(text)
    now = date.today() if today is None else today  # noqa: DTZ011  # the writer's own calendar is meant
    return now + timedelta(days=steps)


def no_day(text: str) -> str:
    """Say that what was typed is no day, and how one is written."""
    return f"„{text}“ ist kein Datum. Bitte so: 28.02.2015"
