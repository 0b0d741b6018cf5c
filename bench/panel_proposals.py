"""Proposals of five people all over a concept, two thousand of them and more, made as copies would make them."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime

from ikonzept_desktop.model.blocks import ListItem, Paragraph
from ikonzept_desktop.model.document import Document, Section, walk
from ikonzept_desktop.model.edits import ChangeProposals, Edit, SetReturned, compound
from ikonzept_desktop.model.inline import Text, plain
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, ReturnedFile, Source, Variant

WHO = ("Jobcenter", "Caritasverband", "AG Sprache und Bildung", "Kreisjugendamt", "Schulamt")
FEWEST = 7
CAME = datetime(2015, 3, 5, 9, tzinfo=UTC)


def proposing(document: Document, count: int, seed: int) -> Edit:
    """Give the step that takes in that many proposals: words that go, come or change, paragraphs, and conflicts."""
    chance = random.Random(seed)
    lines = [(section, block) for section in walk(document.sections) for block in _lines(section)]
    every = len(lines)
    made = tuple(_proposal(*lines[at * every // count], at, chance) for at in range(count))
    files = tuple(ReturnedFile(str(at), "", f"{name}.docx", name, CAME, "0" * 64) for at, name in enumerate(WHO))
    edit = compound((SetReturned(document.returned, files), ChangeProposals(document.proposals, made)))
    assert edit is not None
    return edit


def _lines(section: Section) -> Iterator[Paragraph | ListItem]:
    for field in section.fields:
        for block in section.blocks(field.key):
            if isinstance(block, Paragraph | ListItem) and _is_plain(block):
                yield block


def _is_plain(block: Paragraph | ListItem) -> bool:
    """Tell whether a line is of words alone, and of enough of them for some to go."""
    return all(isinstance(each, Text) for each in block.inlines) and len(plain(block.inlines).split()) >= FEWEST


def _proposal(section: Section, block: Paragraph | ListItem, at: int, chance: random.Random) -> KeptProposal:
    text = plain(block.inlines)
    words = text.split(" ")
    first = chance.randrange(len(words) - 3)
    start = len(" ".join(words[:first])) + (first > 0)
    end = start + len(" ".join(words[first : first + 2]))
    kind = chance.choice((Kind.TEXT,) * 6 + (Kind.INSERT, Kind.DELETE))
    if kind is not Kind.TEXT:
        start, end = 0, len(text)
    wanted = "" if kind is Kind.DELETE else chance.choice(("und dorthin begleitet", "alle Träger gemeinsam", ""))
    if kind is Kind.INSERT:
        wanted = "Lehrkräfte wünschen sich Material, das in mehreren Schulen erprobt ist."
    copies = chance.sample(range(len(WHO)), 1 + (chance.random() < 0.2))
    variants = [Variant(wanted, (Source(str(copies[0]), tracked=chance.random() < 0.8),))]
    if len(copies) > 1:
        others = "" if kind is Kind.DELETE else "etwas ganz anderes"
        variants.append(Variant(others, (Source(str(copies[1])),)))
    before = "" if kind is Kind.INSERT else text[start:end]
    ground = Ground(block.id, text, start, end)
    return KeptProposal(f"p{at:05}", "", kind, section.id, at, before, tuple(variants), grounds=(ground,))
