"""The letters of an import, counted wherever they may have gone."""

from collections import Counter
from collections.abc import Iterator

from ikonzept_desktop.model.blocks import Attachment, Figure, lines_of
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.fields import Choice, Day, FieldValue, Line, Links, Records, RichText, YesNo
from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, Text
from ikonzept_desktop.model.proposals import Kind
from ikonzept_desktop.model.template import FieldType
from tests.importing.pipeline import Imported


def letters_of(found: Imported) -> Counter[str]:
    """Count the letters, blanks left out, of everything that an import has brought or told."""
    counted = Counter[str]()
    for text in _texts(found):
        counted.update("".join(text.split()))
    return counted


def _texts(found: Imported) -> Iterator[str]:
    document, manuscript = found.document, found.manuscript
    yield from (document.properties.title, document.properties.subtitle)
    yield from (document.properties.publisher, document.properties.as_of, document.properties.draft)
    for told in found.built.told:
        yield told.text
    for section in walk(document.sections):
        yield section.title
        kind = document.template.kind(section.kind)
        for field in section.fields:
            type = kind.field(field.key)
            yield type.label if type is not None else ""
            yield from _value(field.value, type, document)
        for comment in section.comments:
            yield from (comment.text, comment.author, *(reply.text for reply in comment.replies))
    for pointer in manuscript.pointers:
        yield pointer.shown
    for proposal in document.proposals:
        yield from (variant.text for variant in proposal.variants)
        if proposal.kind is Kind.MOVE:
            yield proposal.before  # what is moved stands in the file in both places


def _value(value: FieldValue, type: FieldType | None, document: Document) -> Iterator[str]:
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                for line in lines_of(block):
                    yield from _line(line)
                if isinstance(block, Figure | Attachment):
                    yield getattr(block, "alternative_text", "")
        case Records(records=records):
            columns = {column.key: column for column in type.columns} if type is not None else {}
            for field in (field for record in records for field in record.fields):
                column = columns.get(field.key)
                yield column.label if column is not None else ""
                yield from _value(field.value, column, document)
        case Line(text=text):
            yield text
        case Choice(key=key):
            yield _chosen(key, type)
        case Day(day=day, draft=draft):
            yield f"{day:%d.%m.%Y}" if day else draft
        case YesNo(answer=answer):
            yield "ja" if answer else "nein"
        case Links(targets=targets):
            yield from (section.title for section in walk(document.sections) if section.id in targets)


def _chosen(key: str, type: FieldType | None) -> str:
    options = type.options if type is not None else ()
    return next((option.label for option in options if option.key == key), key)


def _line(line: Inlines) -> Iterator[str]:
    for inline in line:
        match inline:
            case Text(text=text):
                yield text
            case Footnote(content=content):
                yield from _line(content)
            case CrossReference():
                pass  # what it shows is counted with the manuscript's pointers
