"""Which kinds of section a concept knows, and the fields of each: data that every concept carries with it."""

from enum import StrEnum

from ikonzept_desktop.values import dataclass


class FieldKind(StrEnum):
    """What a field holds."""

    RICH_TEXT = "rich_text"
    LINE = "line"
    CHOICE = "choice"
    DAY = "day"
    YES_NO = "yes_no"
    LINKS = "links"
    RECORDS = "records"


class RecordForm(StrEnum):
    """How records are printed."""

    TABLE = "table"
    """One row each, a column for each printed field."""
    BOXES = "boxes"
    """A titled box each, with label and value side by side."""
    LIST = "list"
    """A numbered line each."""


class Placement(StrEnum):
    """The part of the concept a top section stands in; the parts follow each other in this order."""

    FRONT = "front"
    BODY = "body"
    ANNEX = "annex"


class Role(StrEnum):
    """What a section is to the finished brochure, beyond its text."""

    TEXT = "text"
    COVER = "cover"
    """Its elements stand on the cover, with the concept's title."""
    IMPRINT = "imprint"
    """Stands before the table of contents, without a place in it."""
    INBOX = "inbox"
    """Holds what came from elsewhere and waits for its place; neither it nor what stands below it is printed."""


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """One answer to a choice."""

    key: str
    label: str
    hidden: bool = False
    """No longer offered; where it was chosen it stays."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field that sections of a kind, or records, have."""

    key: str
    label: str
    kind: FieldKind
    help: str = ""
    heading: bool = True
    """Whether its label is printed: above it as a heading, for short kinds before it on the same line."""
    printed: bool = True
    required: bool = False
    internal: bool = False
    """Seen only in the program, never in an export."""
    hidden: bool = False
    """Left out in this concept; what was written stays."""
    options: tuple[ChoiceOption, ...] = ()
    target: str = ""
    """For links: `section:KIND` (`section:` for any kind), or `record:FIELD` for records of fields of that key."""
    columns: tuple["FieldType", ...] = ()
    """For records: the fields of each; the first line field of them is the record's title."""
    form: RecordForm = RecordForm.TABLE
    singular: str = ""
    """For records: what one of them is called, `Maßnahme`."""
    numbering: str = ""
    """For records: how their number reads, `{abbreviation} {n}`, by keys of line fields of the section; or none."""


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A kind of section."""

    key: str
    label: str
    placement: Placement
    fields: tuple[FieldType, ...]
    plural: str = ""
    role: Role = Role.TEXT
    numbered: bool = True
    in_contents: bool = True
    child_kinds: tuple[str, ...] = ()
    """Kinds that may stand below it; the first is what a new section below becomes."""
    heading_prefix: str = ""
    """What stands before the number of a top section of this kind: `Anlage`."""
    hidden: bool = False
    """No longer offered for new sections; those that are of it stay."""

    def field(self, key: str) -> FieldType | None:
        """Give the field of that key, or None."""
        return next((field for field in self.fields if field.key == key), None)


@dataclass(frozen=True, slots=True)
class Status:
    """A state a section can be in."""

    key: str
    label: str
    shape: str
    """ring, half, diamond, tick or lock."""
    colour: str
    """muted, amber, blue, green or accent."""
    hidden: bool = False
    """No longer offered; sections that are in it stay so."""


SHAPES = ("ring", "half", "diamond", "tick", "lock")
COLOURS = ("muted", "amber", "blue", "green", "accent")
"""The shapes and colours of statuses."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How section numbers read (DIN 5008 has no final dot)."""

    final_dot: bool = False
    depth: int = 4
    """How many levels are numbered."""
    contents_depth: int = 3
    table_label: str = "Tabelle"
    figure_label: str = "Abbildung"


@dataclass(frozen=True, slots=True)
class Seed:
    """A section a new concept begins with."""

    kind: str
    title: str
    children: tuple["Seed", ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """The kinds, fields, statuses, numbering, first outline and house style of a concept."""

    key: str
    title: str
    kinds: tuple[SectionKind, ...]
    statuses: tuple[Status, ...]
    numbering: Numbering = Numbering()
    outline: tuple[Seed, ...] = ()
    house_style: tuple[tuple[str, str | int | float | bool], ...] = ()
    """Names and values that the exporters understand."""
    summary: str = ""

    def kind(self, key: str) -> SectionKind:
        """Give the kind of that key; raises KeyError for an unknown one."""
        for kind in self.kinds:
            if kind.key == key:
                return kind
        raise KeyError(key)

    def status(self, key: str) -> Status:
        """Give the status of that key; the first of all for an empty or unknown one."""
        return next((status for status in self.statuses if status.key == key), self.statuses[0])
