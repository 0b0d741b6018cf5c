"""Whatever is done to a template, no text is lost by it, everything is given out as before, and undo leads back."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ikonzept_desktop.model import codec
from ikonzept_desktop.model import template_edits as fields_of
from ikonzept_desktop.model import template_kinds as kinds_of
from ikonzept_desktop.model.blank import is_blank
from ikonzept_desktop.model.blocks import Figure, Paragraph, lines_of
from ikonzept_desktop.model.document import Document, Place, Section, Trashed, walk
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.fields import Choice, Day, Field, FieldValue, Line, Links, Record, Records, RichText, YesNo
from ikonzept_desktop.model.german_days import read_day, written
from ikonzept_desktop.model.ids import seeded_ids
from ikonzept_desktop.model.inline import Text, plain
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.section_kind import left_over, set_kind
from ikonzept_desktop.model.template import (
    ChoiceOption,
    FieldKind,
    FieldType,
    Numbering,
    Placement,
    RecordForm,
    Template,
)
from ikonzept_desktop.model.template_file import parse_template
from ikonzept_desktop.model.template_steps import FieldPlace, TemplateRefusal, every_section, type_at
from ikonzept_desktop.model.template_writer import template_of, write_template
from ikonzept_desktop.publication.build import build
from tests.strategies import documents


def said(document: Document) -> dict[str, Counter[str]]:
    """Give what stands in each section, the Papierkorb among them, wherever it stands there and as what."""
    labels = _labels(document.template)
    return {
        section.id: Counter(filter(None, chain.from_iterable(_said(field.value, labels) for field in section.fields)))
        for section, _ in every_section(document)
    }


def _said(value: FieldValue, labels: dict[str, str]) -> Iterator[str]:
    match value:
        case RichText(blocks=blocks):
            for block in blocks:
                yield from (_equal(plain(line)) for line in lines_of(block))
                yield block.image if isinstance(block, Figure) else ""
        case Line(text=text):
            yield _equal(text)
        case Choice(key=key):
            yield _equal(labels.get(key, key))
        case Day(day=day, draft=draft):
            yield from (written(day), _equal(draft))
        case YesNo(answer=answer):
            yield "" if answer is None else "ja" if answer else "nein"
        case Links(targets=targets):
            yield from targets
        case Records(records=records):
            for record in records:
                for field in record.fields:
                    yield from _said(field.value, labels)


def _equal(text: str) -> str:
    """Give a text so that a day is the same however it is written."""
    return written(read_day(text)) or text.strip()


def _labels(template: Template) -> dict[str, str]:
    types = (type for kind in template.kinds for field in kind.fields for type in (field, *field.columns))
    return {option.key: option.label for type in types for option in type.options}


def in_sight(document: Document) -> bool:
    """Tell whether there is a field, hidden ones among them, for all that is written."""
    for section, _ in every_section(document):
        types = {type.key: type for type in document.template.kind(section.kind).fields}
        types |= {type.key: type for type in left_over(document.template, section)}
        for field in section.fields:
            if not is_blank(field.value) and not _has_room(field, types.get(field.key)):
                return False
    return True


def _has_room(field: Field, type: FieldType | None) -> bool:
    if type is None or not isinstance(field.value, Records):
        return type is not None
    columns = {column.key for column in type.columns}
    return all(
        part.key in columns for record in field.value.records for part in record.fields if not is_blank(part.value)
    )


class Hand:
    """Does anything to a template that the dialog can."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.ids = seeded_ids(random.randrange(10**6))

    def edit(self, document: Document) -> Edit | None:
        deeds: tuple[Callable[[Document], Edit | None], ...] = (
            *(self.other_kind,) * 4,
            *(self.flags, self.added, self.removed, self.moved, self.options, self.option_gone),
            *(self.kind, self.placement, self.new_kind, self.no_kind, self.kind_moved),
            *(self.status, self.new_status, self.no_status, self.status_moved, self.numbering),
            *(self.section,) * 3,
        )
        try:
            return self.random.choice(deeds)(document)
        except TemplateRefusal:
            return None

    def place(self, document: Document) -> FieldPlace:
        kind = self.random.choice([kind for kind in document.template.kinds if kind.fields] or [None])
        assert kind is not None
        field = self.random.choice(kind.fields)
        column = self.random.choice(field.columns).key if field.columns and self.random.random() < 0.6 else ""
        return FieldPlace(kind.key, field.key, column)

    def other_kind(self, document: Document) -> Edit | None:
        place = self.place(document)
        after = replace(type_at(document.template, place), kind=self.random.choice(list(FieldKind)))
        return fields_of.put_field(document, place, after, self.ids)

    def flags(self, document: Document) -> Edit | None:
        place = self.place(document)
        type = type_at(document.template, place)
        printed, required, internal, hidden = (self.random.random() < 0.5 for _ in range(4))
        flagged = replace(type, printed=printed, required=required, internal=internal, hidden=hidden)
        form = self.random.choice(list(RecordForm))
        after = replace(flagged, label=f"{type.label}!", form=form, numbering="{n}")
        return fields_of.put_field(document, place, after, self.ids)

    def added(self, document: Document) -> Edit | None:
        kind = self.random.choice(list(FieldKind))
        return fields_of.add_field(document, self.place(document), " Neu ", kind, self.ids)[0]

    def removed(self, document: Document) -> Edit | None:
        return fields_of.remove_field(document, self.place(document))

    def moved(self, document: Document) -> Edit | None:
        return fields_of.move_field(document, self.place(document), self.random.randrange(4))

    def options(self, document: Document) -> Edit | None:
        return fields_of.add_option(document, self.place(document), "vielleicht", self.ids)[0]

    def option_gone(self, document: Document) -> Edit | None:
        place = self.place(document)
        type = type_at(document.template, place)
        hidden = tuple(ChoiceOption(option.key, option.label, hidden=True) for option in type.options[1:])
        return fields_of.put_field(document, place, replace(type, options=hidden[1:] + type.options[:1]), self.ids)

    def kind(self, document: Document) -> Edit | None:
        kind = self.random.choice(document.template.kinds)
        hidden, numbered = self.random.random() < 0.5, self.random.random() < 0.5
        child_kinds = tuple(self.random.sample([k.key for k in document.template.kinds], 2))
        return kinds_of.put_kind(document, replace(kind, hidden=hidden, numbered=numbered, child_kinds=child_kinds))

    def placement(self, document: Document) -> Edit | None:
        kind = self.random.choice(document.template.kinds)
        return kinds_of.put_kind(document, replace(kind, placement=self.random.choice(list(Placement))))

    def new_kind(self, document: Document) -> Edit | None:
        return kinds_of.add_kind(document, "Exkurs", self.random.choice(list(Placement)), self.ids)[0]

    def no_kind(self, document: Document) -> Edit | None:
        return kinds_of.remove_kind(document, self.random.choice(document.template.kinds).key)

    def kind_moved(self, document: Document) -> Edit | None:
        return kinds_of.move_kind(document, self.random.choice(document.template.kinds).key, self.random.randrange(4))

    def status(self, document: Document) -> Edit | None:
        status = self.random.choice(document.template.statuses)
        return kinds_of.put_status(document, replace(status, hidden=not status.hidden, label=f"{status.label}!"))

    def new_status(self, document: Document) -> Edit | None:
        return kinds_of.add_status(document, "Geprüft", "tick", "green", self.ids)[0]

    def no_status(self, document: Document) -> Edit | None:
        return kinds_of.remove_status(document, self.random.choice(document.template.statuses).key)

    def status_moved(self, document: Document) -> Edit | None:
        return kinds_of.move_status(document, self.random.choice(document.template.statuses).key, 0)

    def numbering(self, document: Document) -> Edit | None:
        dot, depth = self.random.random() < 0.5, self.random.randint(1, 9)
        return kinds_of.set_numbering(document, Numbering(dot, depth, depth, "Tab.", "Abb."))

    def section(self, document: Document) -> Edit | None:
        sections = list(walk(document.sections))
        if not sections:
            return None
        kind = self.random.choice(document.template.kinds).key
        return set_kind(document, self.random.choice(sections).id, kind)


PLAIN = (
    Field("abbreviation", Line("SPR")),
    Field("text", RichText((Paragraph("plain", (Text("Wo wir stehen."),)),))),
    Field(
        "measures",
        Records(
            (
                Record(
                    "measure",
                    (
                        Field("title", Line("Sprachmittlerpool")),
                        Field("description", RichText((Paragraph("words", (Text("28.2.15"),)),))),
                        Field("priority", Choice("high")),
                        Field("due", Day(draft="31.02.2015")),
                    ),
                ),
            )
        ),
    ),
)


def with_plain_text(document: Document) -> Document:
    """Add what every other kind of field could hold, to the concept and to the Papierkorb."""
    plain_section = Section("field", "field_of_action", "Sprache", PLAIN)
    deleted = Section("deleted", "foreword", "Gruß", (Field("text", RichText((Paragraph("p", (Text("ja"),)),))),))
    trashed = Trashed(deleted, Place("", 0), datetime(2015, 3, 12, tzinfo=UTC))
    sections, trash = (*document.sections, plain_section), (*document.trash, trashed)
    return replace(document, sections=sections, trash=trash)


def states(document: Document) -> dict[str, str]:
    """Give the state each section is in."""
    return {section.id: document.template.status(section.status).key for section, _ in every_section(document)}


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(documents(), st.integers(0, 10**6))
def test_no_change_of_a_template_loses_text_and_undo_leads_back_to_the_start(start: Document, seed: int) -> None:
    start = with_plain_text(start)
    project, hand = Project(start), Hand(Random(seed))
    before, before_states, steps = said(start), states(start), 0
    for _ in range(25):
        edit = hand.edit(project.document)
        if edit is None:
            continue
        assert codec.EDIT.loads(codec.EDIT.dumps(edit)) == edit
        project.apply(edit, "Mustervorlage ändern")
        steps += 1
        assert said(project.document) == before
        assert states(project.document) == before_states
        assert in_sight(project.document)
    build(project.document)
    written_down = template_of(project.document, "haus", "Haus")
    assert parse_template(write_template(written_down), "haus.toml") == written_down
    for _ in range(steps):
        assert project.undo() is not None
    assert project.document == start
