"""Values that fit in a line, as they are printed."""

from datetime import date

from ikonzept_desktop.model.fields import Choice, Day, FieldValue, Line, Links, YesNo
from ikonzept_desktop.model.inline import CrossReference, ReferenceForm
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.publication.references import reference_run
from ikonzept_desktop.publication.runs import joined, plain_runs
from ikonzept_desktop.publication.tree import Runs, TextRun


def short_runs(value: FieldValue, type: FieldType, labels: Labels) -> Runs:
    """Print a line, choice, day, answer or links; what is not a day yet as typed, a lost answer by its key."""
    match value:
        case Line(text=text):
            return plain_runs(text.strip())
        case Choice(key=key):
            return plain_runs(choice_label(type, key))
        case Day(day=day, draft=draft):
            return plain_runs(german_date(day) if day else draft.strip())
        case YesNo(answer=answer):
            return plain_runs("" if answer is None else "ja" if answer else "nein")
        case Links(targets=targets):
            return _links(targets, labels)
        case _:
            raise TypeError(value)


def choice_label(type: FieldType, key: str) -> str:
    """Give the label of one answer to a choice."""
    return next((option.label for option in type.options if option.key == key), key)


def german_date(day: date) -> str:
    """Write a day as DIN 5008 has it, `28.02.2015`."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _links(targets: tuple[str, ...], labels: Labels) -> Runs:
    """Set the targets one after the other, parted by a sign that none of them holds if possible."""
    runs = [reference_run(CrossReference(target, ReferenceForm.NUMBER_TITLE), labels) for target in targets]
    between = "; " if any("," in run.text for run in runs) else ", "
    return joined(((run,) for run in runs), TextRun(between))
