"""What a second text can be taken from, each as a session that takes no edit."""

from ikonzept_desktop.model.document import Document, Section, find_section, walk
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.second_text import texts
from ikonzept_desktop.values import dataclass

HERE = "here"
"""The key of the concept that is written."""
PREDECESSOR = "predecessor"
CHOOSE = "choose"
"""The key of the entry that asks for a predecessor."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be chosen as the source: the concept itself, a version by its id, the predecessor."""

    key: str
    name: str


class Source:
    """A concept to take a second text from."""

    def __init__(self, entry: Entry, session: Session) -> None:
        """Show a session."""
        self.key, self.name = entry.key, entry.name
        self.session = session
        self.labels = LiveLabels(session)

    @property
    def document(self) -> Document:
        """The concept as it stands there."""
        return self.session.document

    @property
    def is_here(self) -> bool:
        """Whether it is the concept that is written."""
        return self.key == HERE


def counterpart(document: Document, section: Section | None) -> str:
    """Give the section of another state that is the same one: by its id, or else by a title that only one has."""
    if section is None:
        return ""
    if find_section(document, section.id) is not None:
        return section.id
    wanted = section.title.casefold().strip()
    alike = [known.id for known in walk(document.sections) if wanted and known.title.casefold().strip() == wanted]
    return alike[0] if len(alike) == 1 else ""


def name_of(source: Source, section: Section, depth: int) -> str:
    """Give the name of a section in a list, set in by its depth."""
    number = source.labels.number(section.id)
    return "   " * depth + f"{number} {section.title}".strip()


def predecessor_entry(session: Session) -> Entry:
    """Give the entry of a concept that came before."""
    return Entry(PREDECESSOR, texts.predecessor(session.title))
