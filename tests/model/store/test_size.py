"""A file grows with its words, not with the keys that were pressed."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ikonzept_desktop.model.blocks import Paragraph
from ikonzept_desktop.model.document import Section
from ikonzept_desktop.model.edits import ReplaceBlocks, ReplaceSpan
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.ids import new_id
from ikonzept_desktop.model.inline import Text, plain
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.model.store.batch import MOST_STEPS
from ikonzept_desktop.model.store.project_file import create_project, open_project
from tests.model.small_concept import concept, paragraph, section

WORDS, SECTIONS, PARAGRAPH, BURST = 60_000, 60, 80, 5


class Writer:
    """Types word after word, pauses after some, and begins new paragraphs."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.now = datetime.now(UTC) - timedelta(days=30)
        project._clock = lambda: self.now

    def fill(self, section: Section, words: list[str]) -> None:
        address, block = FieldAddress(section.id, "text"), section.blocks("text")[0]
        position = 0
        for index, word in enumerate(words):
            if index and index % PARAGRAPH == 0:
                block, position = Paragraph(new_id()), 0
                self.project.apply(ReplaceBlocks(address, index // PARAGRAPH, (), (block,)), "Absatz")
            if index % BURST == 0:
                self.now += timedelta(seconds=3)
            before = Selection(section.id, address, block.id, "", position, position)
            after = Selection(section.id, address, block.id, "", end := position + len(word) + 1, end)
            edit = ReplaceSpan(address, block.id, "", position, (), (Text(f"{word} "),))
            self.project.apply(edit, "Tippen", typing=True, before=before, after=after)
            self.now += timedelta(seconds=0.3)
            position = end


def test_sixty_thousand_typed_words_make_a_file_of_at_most_five_times_their_size(tmp_path: Path) -> None:
    path, dice = tmp_path / "Konzept.ikonzept", random.Random(60)
    letters = "abcdefghijklmnopqrstuvwxyzäöüß"
    vocabulary = ["".join(dice.choices(letters, k=dice.randint(3, 12))) for _ in range(8000)]
    opened = create_project(path, concept(*(section(f"Abschnitt {n}", paragraph()) for n in range(SECTIONS))))
    writer = Writer(opened.project)
    for each in opened.project.document.sections:
        writer.fill(each, dice.choices(vocabulary, k=WORDS // SECTIONS))
    opened.store.close()
    texts = [block for each in opened.project.document.sections for block in each.blocks("text")]
    content = sum(len(plain(block.inlines).encode()) for block in texts if isinstance(block, Paragraph))
    ratio = path.stat().st_size / content
    print(f"{WORDS} words, {content} bytes of text, a file of {path.stat().st_size} bytes: {ratio:.2f} times")
    assert ratio <= 5
    again = open_project(path)
    assert again.project.document == opened.project.document
    undone = 0
    while undone < 50 and again.project.undo():
        undone += 1
    assert undone == 50
    assert opened.project.number > MOST_STEPS
    again.store.abandon()
