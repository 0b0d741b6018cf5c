"""What an edit touched, so that observers refresh that and nothing else."""

from dataclasses import field

from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts of a document that an edit may have changed."""

    fields: frozenset[FieldAddress] = field(default=frozenset())
    """Fields whose value changed; a records field stands for all of its records."""
    sections: frozenset[str] = field(default=frozenset())
    """Sections whose own fields or attributes changed, the sections of `fields` among them."""
    attributes: frozenset[tuple[str, str]] = field(default=frozenset())
    """Section and name of changed attributes: title, status, deadline ..."""
    outline: bool = False
    """Sections came, went or moved."""
    blocks: bool = False
    """Blocks, notes or records came, went or moved, or a caption changed, without which nothing is counted."""
    trash: bool = False
    template: bool = False
    properties: bool = False
    review: bool = False
    """What came back, or how a proposal was decided."""

    def joined(self, other: "Changes") -> "Changes":
        """Give what either touched."""
        return Changes(
            self.fields | other.fields,
            self.sections | other.sections,
            self.attributes | other.attributes,
            self.outline or other.outline,
            self.blocks or other.blocks,
            self.trash or other.trash,
            self.template or other.template,
            self.properties or other.properties,
            self.review or other.review,
        )


def in_field(address: FieldAddress, *, blocks: bool = False) -> Changes:
    """Give the changes of an edit within one field."""
    return Changes(frozenset({address}), frozenset({address.section}), blocks=blocks)
