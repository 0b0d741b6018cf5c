"""Concepts, edits and steps as JSON: the words of the file format.

The tags and the names of the fields stand in people's files. A test pins them; who renames one writes a migration.
"""

from dataclasses import replace

from ikonzept_desktop.model import blocks, edits, fields, inline
from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.document import Document, Place, Properties, Section, Trashed
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.fields import FieldValue
from ikonzept_desktop.model.history import Selection, Step
from ikonzept_desktop.model.inline import Inline, NoteInline, Text
from ikonzept_desktop.model.json_forms import TAG, Either, Form, FormError, Forms, Json, Parts
from ikonzept_desktop.model.template import Template

_TAGS: dict[type, str] = {
    inline.Text: "text",
    inline.LineBreak: "break",
    inline.CrossReference: "reference",
    inline.Footnote: "note",
    blocks.Paragraph: "paragraph",
    blocks.ListItem: "item",
    blocks.Table: "table",
    blocks.Figure: "figure",
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
    edits.Compound: "several",
    Selection: "selection",
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
PROPERTIES: Form[Properties] = _FORMS.of(Properties)
TEMPLATE: Form[Template] = _FORMS.of(Template)
SECTION: Form[Section] = _FORMS.of(Section)
TRASHED: Form[Trashed] = _FORMS.of(Trashed)
PLACE: Form[Place] = _FORMS.of(Place)
DOCUMENT: Form[Document] = _FORMS.of(Document)
EDIT: Form[Edit] = _FORMS.of(Edit)
OWN_PARTS = Parts(Section, _FORMS, without=("id", "fields", "children"))
"""What a section says of itself; decoding gives the arguments that make it."""


class _StepForm(Form[Step]):
    """A step without its number; what the selections share with the edit is written once."""

    def __init__(self) -> None:
        self._parts = Parts(Step, _FORMS, without=("number", "before", "after"))
        self._selection: Form[Selection] = _FORMS.of(Selection)

    def encode(self, value: Step) -> dict[str, Json]:
        """Give the object."""
        found = self._parts.encode(value)
        for name, selection in (("before", value.before), ("after", value.after)):
            if selection is not None:
                found[name] = self._encoded(selection, _ground(value.edit))
        return found

    def decode(self, found: Json) -> Step:
        """Give the step, of number 0."""
        if type(found) is not dict:
            raise FormError("a step is an object")
        rest = {name: part for name, part in found.items() if name not in {"before", "after", TAG}}
        step = Step(0, **self._parts.decode(rest))
        ground = _ground(step.edit)
        before, after = (self._decoded(found.get(name), ground) for name in ("before", "after"))
        return replace(step, before=before, after=after)

    def _encoded(self, selection: Selection, ground: Selection | None) -> Json:
        if ground is not None and replace(ground, anchor=selection.anchor, caret=selection.caret) == selection:
            return [selection.anchor, selection.caret]
        return self._selection.encode(selection)

    def _decoded(self, found: Json, ground: Selection | None) -> Selection | None:
        if found is None:
            return None
        if type(found) is not list:
            return self._selection.decode(found)
        if ground is None or len(found) != 2 or not all(type(position) is int for position in found):
            raise FormError("a selection without ground")
        return replace(ground, anchor=found[0], caret=found[1])


def _ground(edit: Edit) -> Selection | None:
    """Give the line an edit works in, as a selection at its start."""
    if not isinstance(edit, edits.ReplaceSpan):
        return None
    return Selection(edit.address.section, edit.address, edit.block, edit.line)


STEP: Form[Step] = _StepForm()
