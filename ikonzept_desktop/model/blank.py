"""What counts as empty: spaces, line breaks and empty paragraphs leave no ink."""

from ikonzept_desktop.model.blocks import ListItem, Paragraph
from ikonzept_desktop.model.fields import Choice, Day, FieldValue, Line, Links, Records, RichText, YesNo
from ikonzept_desktop.model.inline import Inlines, LineBreak, Text


def is_blank_line(inlines: Inlines) -> bool:
    """Tell whether a line would leave no ink."""
    return all(
        isinstance(inline, LineBreak) or (isinstance(inline, Text) and not inline.text.strip()) for inline in inlines
    )


def is_blank(value: FieldValue | None) -> bool:
    """Tell whether a value would leave no ink."""
    match value:
        case None:
            return True
        case RichText(blocks=blocks):
            return all(isinstance(block, Paragraph | ListItem) and is_blank_line(block.inlines) for block in blocks)
        case Line(text=text) | Choice(key=text):
            return not text.strip()
        case Day(day=day, draft=draft):
            return day is None and not draft.strip()
        case YesNo(answer=answer):
            return answer is None
        case Links(targets=targets):
            return not targets
        case Records(records=records):
            return not records
