"""What every part of the generator draws on: chance, sentences, ids, quotas, and what can be pointed at."""

import random
from dataclasses import field
from enum import Enum, auto
from hashlib import sha256

from ikonzept_desktop.example.charts import bar_chart
from ikonzept_desktop.example.sentences import Sentences
from ikonzept_desktop.example.word_list import WordList
from ikonzept_desktop.model.ids import IdSource, seeded_ids
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.values import dataclass

WORDS_A_PAGE = 375


class Part(Enum):
    """Something that a concept holds in proportion to its length."""

    TABLE = auto()
    FIGURE = auto()
    NOTE = auto()
    REFERENCE = auto()
    LIST = auto()
    NAME = auto()
    MARK = auto()


_A_PAGE = {
    Part.TABLE: 0.2,
    Part.FIGURE: 0.2,
    Part.NOTE: 0.75,
    Part.REFERENCE: 0.5,
    Part.LIST: 0.6,
    Part.NAME: 0.5,
    Part.MARK: 1.0,
}


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a reference can point at, and how it is printed there."""

    id: str
    number: str
    title: str
    before: str = ""
    """What a sentence says before the number: `Kapitel`."""
    colon: bool = False
    """Whether a colon stands between number and title."""

    @property
    def number_and_title(self) -> str:
        """Give both as they are printed together."""
        return f"{self.number}{':' if self.colon else ''} {self.title}".strip()


@dataclass(slots=True)
class Targets:
    """What can be pointed at so far; annexes are known from the start."""

    sections: dict[str, list[Target]] = field(default_factory=dict)
    """By kind."""
    records: dict[str, list[Target]] = field(default_factory=dict)
    """By the field they stand in."""
    displays: list[Target] = field(default_factory=list)

    def linked(self, target: str) -> list[Target]:
        """Give what a links field of that target may point at, the latest last."""
        what, _, name = target.partition(":")
        if what == "record":
            return self.records.get(name, [])
        return self.sections.get(name, []) if name else [one for kind in self.sections.values() for one in kind]


class Supplies:
    """Everything drawn on while one concept is generated."""

    def __init__(self, seed: int, template: Template) -> None:
        """Begin a concept; the same seed gives the same supplies."""
        self.template = template
        self.chance = random.Random(seed)
        self.sentences = Sentences(self.chance)
        self.ids: IdSource = seeded_ids(seed)
        self.said = WordList()
        self.targets = Targets()
        self.images: dict[str, bytes] = {}
        self.tables = 0
        self.figures = 0
        self._given: dict[Part, int] = dict.fromkeys(Part, 0)

    def due(self, part: Part) -> bool:
        """Tell whether it is time for another of these, and count it as given."""
        if self._given[part] + 0.5 > _A_PAGE[part] * self.said.count / WORDS_A_PAGE:
            return False
        self._given[part] += 1
        return True

    def likely(self, share: float) -> bool:
        """Say yes in that share of cases."""
        return self.chance.random() < share

    def image(self) -> str:
        """Draw an image and give its SHA-256 in hexadecimal."""
        data = bar_chart(self.chance)
        digest = sha256(data).hexdigest()
        self.images[digest] = data
        return digest

    def target(self) -> Target | None:
        """Pick something to point at."""
        groups = [self.targets.displays[-10:]]
        groups += [found[-20:] for found in self.targets.sections.values()]
        groups += [found[-10:] for found in self.targets.records.values()]
        groups = [group for group in groups if group]
        return self.chance.choice(self.chance.choice(groups)) if groups else None
