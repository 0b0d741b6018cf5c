"""Words of a document as a value that fits in a line; None where they are none of that kind."""

from collections.abc import Sequence

from ikonzept_desktop.importing.building.wording import in_one_line, letters, listed, shown
from ikonzept_desktop.importing.manuscript import Pointer
from ikonzept_desktop.model.fields import Choice, Day, FieldValue, Line, YesNo
from ikonzept_desktop.model.german_days import read_day
from ikonzept_desktop.model.inline import Footnote, Inlines, Text
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.values import dataclass

_ANSWERS = {"ja": True, "yes": True, "nein": False, "no": False}
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Understood:
    """A value, and the words of the document that it no longer holds letter by letter."""

    value: FieldValue
    words: str = ""


def short_value(
    type: FieldType, lines: Sequence[Inlines], before: FieldValue | None, pointers: Sequence[Pointer]
) -> Understood | None:
    """Understand lines as a value of a field; None where that would lose something, and of links, records and texts.

    What a line of plain text holds already stays before what comes.
    """
    if any(isinstance(inline, Footnote) for line in lines for inline in line):
        return None
    text = "\n".join(shown(line, pointers) for line in lines).strip()
    words = in_one_line(text)
    match type.kind:
        case FieldKind.LINE:
            return _line(listed(text), before, [inline for line in lines for inline in line])
        case FieldKind.CHOICE if before is None:
            wanted = letters(words)
            keys = [option.key for option in type.options if wanted and letters(option.label) == wanted]
            return Understood(Choice(keys[0]), words) if keys else None
        case FieldKind.DAY if before is None:
            return _day(words)
        case FieldKind.YES_NO if before is None:
            answer = _ANSWERS.get(letters(words))
            return None if answer is None else Understood(YesNo(answer), words)
        case _:
            return None


def _line(words: str, before: FieldValue | None, inlines: list[object]) -> Understood | None:
    if any(isinstance(inline, Text) and _is_elsewhere(inline) for inline in inlines):
        return None
    known = before.text if isinstance(before, Line) else ""
    return Understood(Line(_BETWEEN.join(filter(None, (known, words)))))


def _is_elsewhere(run: Text) -> bool:
    """Tell whether a run leads to an address that its words do not say: a line of plain text would lose it."""
    return bool(run.link) and letters(run.link.removeprefix("mailto:")) not in {
        letters(run.text),
        letters(f"https://{run.text}"),
        letters(f"http://{run.text}"),
    }


def _day(words: str) -> Understood | None:
    day = read_day(words)
    if day is None:
        return Understood(Day(None, words))
    return Understood(Day(day), words)
