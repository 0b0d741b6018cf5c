"""What was written into a field of one kind as the value of another kind, where nothing is lost by it."""

from collections.abc import Iterable

from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.blocks import Paragraph, ParagraphStyle
from ikonzept_desktop.model.fields import Choice, Day, FieldValue, Line, RichText, YesNo
from ikonzept_desktop.model.german_days import read_day, written
from ikonzept_desktop.model.ids import IdSource
from ikonzept_desktop.model.inline import Inlines, Text
from ikonzept_desktop.model.template import FieldKind, FieldType
from ikonzept_desktop.model.text import is_clean

_ANSWERS = {"ja": True, "nein": False}


class Lossy(Exception):
    """A value has no equal in the other kind."""


def converted(value: FieldValue, before: FieldType, after: FieldType, ids: IdSource) -> FieldValue | None:
    """Give a value of one type as one of another, None for a blank one; raises Lossy."""
    if is_blank(value):
        return None
    return from_text(as_text(value, before), after, ids)


def as_text(value: FieldValue, type: FieldType) -> str:
    """Give all that a value says as one line; raises Lossy where it says more than a line can hold."""
    match value:
        case Line(text=text):
            return text
        case Choice(key=key):
            return next((option.label for option in type.options if option.key == key), key)
        case YesNo(answer=answer) if answer is not None:
            return "ja" if answer else "nein"
        case Day(day=day, draft=draft) if not (day and draft.strip()):
            return written(day) or draft
        case RichText():
            return _only_line(value)
        case _:
            raise Lossy


def from_text(text: str, type: FieldType, ids: IdSource) -> FieldValue:
    """Give the value of a type that says what a line says; raises Lossy where there is none."""
    match type.kind:
        case FieldKind.LINE:
            return Line(text)
        case FieldKind.RICH_TEXT:
            return RichText((Paragraph(ids(), (Text(text),)),))
        case FieldKind.DAY:
            day = read_day(text)
            return Day(day) if day else Day(draft=text)
        case FieldKind.CHOICE:
            return Choice(_option_of(text, type))
        case FieldKind.YES_NO if text.strip().lower() in _ANSWERS:
            return YesNo(_ANSWERS[text.strip().lower()])
        case _:
            raise Lossy


def texts_in(values: Iterable[FieldValue], type: FieldType) -> list[str]:
    """Give the different lines that values say, in order, blank ones left out; raises Lossy."""
    return list(dict.fromkeys(as_text(value, type) for value in values if not is_blank(value)))


def _option_of(text: str, type: FieldType) -> str:
    for option in type.options:
        if option.label == text:
            return option.key
    raise Lossy


def _only_line(value: RichText) -> str:
    blocks = [block for block in value.blocks if not is_blank(RichText((block,)))]
    if len(blocks) != 1:
        raise Lossy
    block = blocks[0]
    if not isinstance(block, Paragraph) or block.style is not ParagraphStyle.BODY:
        raise Lossy
    return _plain(block.inlines)


def _plain(inlines: Inlines) -> str:
    words = []
    for inline in inlines:
        if not isinstance(inline, Text) or inline != Text(inline.text):
            raise Lossy
        words.append(inline.text)
    text = "".join(words)
    if not is_clean(text):
        raise Lossy
    return text
