"""Concepts, edits and steps as JSON: the words of the file format.

The tags and the names of the fields stand in people's files. A test pins them; who renames one writes a migration.
"""

from dataclasses import replace
from datetime import datetime

from ikonzept_desktop.model import blocks, edits, fields, inline, outline_codec
from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.document import Document, Place, Section, Trashed
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.fields import FieldAddress, FieldValue
from ikonzept_desktop.model.history import Selection, Step
from ikonzept_desktop.model.inline import Inline, Inlines, NoteInline, Text
from ikonzept_desktop.model.json_forms import Either, Form, FormError, Forms, Json, Parts, dumps, loads

_TAGS: dict[type, str] = {
    inline.Text: "text",
    inline.LineBreak: "break",
    inline.CrossReference: "reference",
    inline.Footnote: "note",
    blocks.Paragraph: "paragraph",
    blocks.ListItem: "item",
    blocks.Table: "table",
    blocks.Figure: "figure",
    blocks.Attachment: "attachment",
    blocks.NumberFormat: "number_format",
    fields.RichText: "rich_text",
    fields.Line: "line",
    fields.Choice: "choice",
    fields.Day: "calendar_day",
    fields.YesNo: "yes_no",
    fields.Links: "links",
    fields.Records: "records",
    fields.FieldAddress: "address",
    edits.ReplaceSpan: "replace_span",
    edits.ReplaceBlocks: "replace_blocks",
    edits.ReplaceRecords: "replace_records",
    edits.SetField: "set_field",
    edits.SetAttribute: "set_attribute",
    edits.InsertSection: "insert_section",
    edits.RemoveSection: "remove_section",
    edits.MoveSection: "move_section",
    edits.TrashSection: "trash_section",
    edits.RestoreSection: "restore_section",
    edits.EmptyTrash: "empty_trash",
    edits.RefillTrash: "refill_trash",
    edits.SetTemplate: "set_template",
    edits.SetProperties: "set_properties",
    edits.SetReturned: "set_returned",
    edits.ChangeProposals: "change_proposals",
    edits.Decide: "decide",
    edits.Compound: "several",
    Selection: "selection",
    **outline_codec.TAGS,
}


class _Run(Form[Inline]):
    """What stands in a line; a run of plain characters is a bare string."""

    def __init__(self, other: Either) -> None:
        self._other = other

    def encode(self, value: Inline) -> Json:
        """Give a string where the text says everything."""
        if type(value) is Text and not (value.marks or value.link or value.language or value.comments):
            return value.text
        return self._other.encode(value)

    def decode(self, found: Json) -> Inline:
        """Read a string as a plain run."""
        return Text(found) if type(found) is str else self._other.decode(found)


def _inlines(forms: Forms) -> Form[Inline]:
    return _Run(Either((inline.Text, inline.LineBreak, inline.Footnote, inline.CrossReference), forms))


def _note_inlines(forms: Forms) -> Form[Inline]:
    return _Run(Either((inline.Text, inline.LineBreak, inline.CrossReference), forms))


_FORMS = Forms(_TAGS, {Inline: _inlines, NoteInline: _note_inlines})

BLOCK: Form[Block] = _FORMS.of(Block)
VALUE: Form[FieldValue] = _FORMS.of(FieldValue)
SECTION: Form[Section] = _FORMS.of(Section)
TRASHED: Form[Trashed] = _FORMS.of(Trashed)
PLACE: Form[Place] = _FORMS.of(Place)
DOCUMENT: Form[Document] = _FORMS.of(Document)
EDIT: Form[Edit] = _FORMS.of(Edit)


_STEP = Parts(Step, _FORMS, without=("number", "edit", "made", "before", "after"))
_SELECTION: Form[Selection] = _FORMS.of(Selection)
_INLINES: Form[Inlines] = _FORMS.of(Inlines)


def step_text(step: Step) -> str:
    """Give the JSON of a step without its number and time.

    Nearly all steps are typing, and there are thousands: a span is a bare list, and a caret in its line two numbers.
    """
    edit, found = step.edit, _STEP.encode(step)
    if isinstance(edit, edits.ReplaceSpan):
        found["span"] = _span_list(edit)
    else:
        found["edit"] = EDIT.encode(edit)
    ground = _ground(edit)
    for name, selection in (("before", step.before), ("after", step.after)):
        if selection is not None:
            found[name] = _selection_json(selection, ground)
    return dumps(found)


def step_of(text: str, number: int, made: datetime) -> Step:
    """Give the step of a JSON; raises FormError where it does not fit exactly."""
    found = loads(text)
    if type(found) is not dict:
        raise FormError("a step is an object")
    edit = _span(found.pop("span")) if "span" in found else EDIT.decode(found.pop("edit", None))
    before, after = (_selection(found.pop(name, None), _ground(edit)) for name in ("before", "after"))
    return Step(number=number, edit=edit, made=made, before=before, after=after, **_STEP.decode(found))


def _span_list(edit: edits.ReplaceSpan) -> list[Json]:
    place = edit.address
    names = [place.section, place.field, place.record, place.column, edit.block, edit.line]
    return [*names, edit.start, _INLINES.encode(edit.removed), _INLINES.encode(edit.inserted)]


def _span(found: Json) -> edits.ReplaceSpan:
    if type(found) is not list or len(found) != 9 or not all(type(name) is str for name in found[:6]):
        raise FormError("a span is a list of nine")
    if type(found[6]) is not int:
        raise FormError("a span starts at a number")
    address, (block, line, start) = FieldAddress(*found[:4]), found[4:7]
    return edits.ReplaceSpan(address, block, line, start, _INLINES.decode(found[7]), _INLINES.decode(found[8]))


def _selection_json(selection: Selection, ground: Selection | None) -> Json:
    if ground is not None and replace(ground, anchor=selection.anchor, caret=selection.caret) == selection:
        return [selection.anchor, selection.caret]
    return _SELECTION.encode(selection)


def _selection(found: Json, ground: Selection | None) -> Selection | None:
    if found is None or type(found) is dict:
        return None if found is None else _SELECTION.decode(found)
    if type(found) is not list or len(found) != 2 or not all(type(position) is int for position in found):
        raise FormError("a caret is two numbers")
    if ground is None:
        raise FormError("a caret without its line")
    return replace(ground, anchor=found[0], caret=found[1])


def _ground(edit: Edit) -> Selection | None:
    """Give the line an edit works in, as a selection at its start."""
    if not isinstance(edit, edits.ReplaceSpan):
        return None
    return Selection(edit.address.section, edit.address, edit.block, edit.line)
