"""What a cross-reference prints at present, and which of them lead nowhere."""

from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Block, lines_of
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.fields import FieldValue, Links, Records, RichText
from ikonzept_desktop.model.inboxes import given_out
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, ReferenceForm
from ikonzept_desktop.publication.labels import Label, Labels, Sort
from ikonzept_desktop.publication.tree import ReferenceRun
from ikonzept_desktop.values import dataclass

MISSING = "[Verweisziel fehlt]"


def reference_run(reference: CrossReference, labels: Labels) -> ReferenceRun:
    """Resolve a cross-reference; what stands in a field that is not printed is named, but cannot be jumped to."""
    label = labels.targets.get(reference.target)
    on_page = reference.form is ReferenceForm.PAGE
    if label is None or (on_page and not label.printed):
        return ReferenceRun("", MISSING)
    anchor = reference.target if label.printed else ""
    return ReferenceRun(anchor, "", page=True) if on_page else ReferenceRun(anchor, cited(label, reference.form))


def chip_text(reference: CrossReference, labels: Labels) -> str:
    """Give what the window shows for a cross-reference; it knows no pages, so it names what the page is of."""
    label = labels.targets.get(reference.target)
    if label is None:
        return MISSING
    if reference.form is ReferenceForm.PAGE:
        return f"Seite von {cited(label, ReferenceForm.NUMBER)}"
    return cited(label, reference.form)


def cited(label: Label, form: ReferenceForm) -> str:
    """Name a target within a sentence: its number without a final dot; the next best where a part is missing."""
    number = label.number.removesuffix(".") if label.printed else ""
    match form:
        case ReferenceForm.NUMBER | ReferenceForm.PAGE:
            return number or label.title or label.noun
        case ReferenceForm.TITLE:
            return label.title or number or label.noun
        case ReferenceForm.NUMBER_TITLE:
            between = " " if label.sort in {Sort.SECTION, Sort.RECORD} else ": "
            return between.join(filter(None, (number, label.title))) or label.noun


@dataclass(frozen=True, slots=True)
class LostReference:
    """A cross-reference or link whose target is gone, or is not given out with the rest."""

    section: str
    """The id of the section it stands in."""
    place: str
    """The id of its block or record; empty for a link that is a field of the section itself."""
    field: str
    target: str
    unprinted: bool = False
    """The target is still there, in a field that is not printed; only its page cannot be given."""


def lost_references(document: Document, labels: Labels) -> Iterator[LostReference]:
    """Go through the references that would print as missing, in the order of the sections."""
    for section in given_out(document):
        for field in section.fields:
            for place, reference in _references(field.value):
                label = labels.targets.get(reference.target)
                if label is None:
                    yield LostReference(section.id, place, field.key, reference.target)
                elif not label.printed and reference.form is ReferenceForm.PAGE:
                    yield LostReference(section.id, place, field.key, reference.target, unprinted=True)


def _references(value: FieldValue, place: str = "") -> Iterator[tuple[str, CrossReference]]:
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                yield from _block_references(block)
        case Links(targets=targets):
            for target in targets:
                yield place, CrossReference(target)
        case Records(records=records):
            for record in records:
                for column in record.fields:
                    yield from _references(column.value, record.id)


def _block_references(block: Block) -> Iterator[tuple[str, CrossReference]]:
    for line in lines_of(block):
        for reference in line_references(line):
            yield block.id, reference


def line_references(line: Inlines) -> Iterator[CrossReference]:
    """Go through the cross-references of a line, those in its notes too."""
    for inline in line:
        match inline:
            case CrossReference():
                yield inline
            case Footnote(content=content):
                yield from line_references(content)
            case _:
                pass
