"""Other people's Word files: every letter is kept or told of, and what pandoc too sees lands in its place."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from ikonzept_desktop.importing.refusals import ImportRefused
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from tests.importing import pandoc
from tests.importing.kept_letters import letters_of
from tests.importing.landed import landed
from tests.importing.pipeline import imported
from tests.reading.word import letters
from tests.reading.word.corpus import corpus, needs_corpus
from tests.reading.word.pandoc import PandocFails

LEAST = 0.98
TEMPLATE = read_template(resource("templates", "integrationskonzept.toml"))


@needs_corpus
def test_every_letter_of_the_corpus_is_in_the_concept_or_told_of() -> None:
    wrong = {}
    for path in corpus():
        try:
            found = imported(path, TEMPLATE)
        except ImportRefused:
            continue
        there = Counter("".join("".join(letters.in_file(path.read_bytes()).elements()).split()))
        if lost := there - letters_of(found):
            wrong[path.name] = "".join(sorted(lost.elements()))[:60]
    assert wrong == {}


@needs_corpus
def test_what_pandoc_sees_in_files_with_heading_styles_lands_in_its_place() -> None:
    every, same = Counter[pandoc.Kind](), Counter[pandoc.Kind]()
    for path in corpus():
        try:
            theirs = pandoc.told(path)
            found = imported(path, TEMPLATE)
        except (PandocFails, ImportRefused):
            continue
        if all(kind is not pandoc.Kind.HEADING for kind, _ in theirs):
            continue
        ours = landed(found.document, found.manuscript, found.plan)
        for kind in pandoc.Kind:
            wanted, there = ([text for each, text in side if each is kind] for side in (theirs, ours))
            every[kind] += len(wanted)
            same[kind] += _alike(wanted, there)
    assert every.total() > 400
    assert {kind: count / every[kind] for kind, count in same.items() if count < LEAST * every[kind]} == {}


def _alike(wanted: Sequence[str], there: Sequence[str]) -> int:
    """Count what is there in the same order."""
    return sum(each.size for each in SequenceMatcher(None, wanted, there, autojunk=False).get_matching_blocks())
