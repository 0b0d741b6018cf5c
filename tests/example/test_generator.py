"""Generated concepts, and the words taken down while they were made."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import sha256

import pytest
from PIL import Image

from ikonzept_desktop.example.generator import GeneratedConcept, generate
from ikonzept_desktop.example.word_list import ANY_PAGE, WordList, bare_words
from ikonzept_desktop.model.blocks import Figure, ListItem, Table
from ikonzept_desktop.model.document import walk
from ikonzept_desktop.model.fields import Records, RichText
from ikonzept_desktop.model.schema import problems
from ikonzept_desktop.model.template import Numbering, Template
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.count import counts
from ikonzept_desktop.publication.plain import PAGE, plain_text
from tests.builders import TEMPLATE

_LIST_MARK = re.compile(r"^ *(\d+\.|[a-z]+\)|[ivx]+\.) ")
_NOTE_MARK = re.compile(r"\[\d+\]")


@cache
def real_template() -> Template:
    return read_template(resource("templates", "integrationskonzept.toml"))


@cache
def generated(pages: int, seed: int) -> GeneratedConcept:
    return generate(pages, seed, real_template())


def printed_words(lines: Iterable[str]) -> list[str]:
    """Give the words of plain text without the marks of lists and notes."""
    words = []
    for line in lines:
        bare = _NOTE_MARK.sub("", _LIST_MARK.sub("", line))
        words.extend(bare_words(bare.replace(PAGE, ANY_PAGE)))
    return words


def test_the_same_seed_gives_the_same_concept_and_another_seed_another() -> None:
    assert generate(6, 11, real_template()) == generate(6, 11, real_template())
    assert generate(6, 11, real_template()) != generate(6, 12, real_template())


def test_the_same_seed_gives_the_same_concept_in_every_process() -> None:
    program = (
        "from hashlib import sha256; from ikonzept_desktop.example.generator import generate; "
        "from tests.builders import TEMPLATE; print(sha256(repr(generate(3, 5, TEMPLATE)).encode()).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


@pytest.mark.parametrize("template", [real_template(), TEMPLATE], ids=["real", "small"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_generated_concept_is_valid(template: Template, seed: int) -> None:
    assert not list(problems(generate(8, seed, template).document))


def test_other_templates_can_be_filled_too() -> None:
    submission = read_template(resource("templates", "vorlage_kreistag.toml"))
    made = generate(6, 1, submission)
    assert not list(problems(made.document))
    assert len(made.body_words) > 6 * 300


@pytest.mark.parametrize("pages", [20, 60, 200])
def test_it_is_as_long_as_asked_for(pages: int) -> None:
    made = generated(pages, 1)
    assert len(made.body_words) + len(made.note_words) == pytest.approx(pages * 375, rel=0.05)


def test_every_200_pages_hold_tables_figures_notes_and_references_in_proportion() -> None:
    held = counts(generated(200, 1).document)
    assert (held.tables, held.figures, held.notes, held.references) == pytest.approx((40, 40, 150, 100), rel=0.1)
    assert held.sections == pytest.approx(330, rel=0.2)


def test_its_words_are_many_and_as_long_as_german_ones() -> None:
    words = generated(200, 1).body_words
    assert len({word for word in words if word.isalpha()}) > 8000
    assert 6 < sum(map(len, words)) / len(words) < 8


def test_everything_a_concept_can_hold_is_there() -> None:
    document = generated(60, 1).document
    values = [field.value for section in walk(document.sections) for field in section.fields]
    blocks = [block for value in values if isinstance(value, RichText) for block in value.blocks]
    assert any(
        cell.row_span > 1 for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells
    )
    assert any(block.level for block in blocks if isinstance(block, ListItem))
    assert sum(len(value.records) for value in values if isinstance(value, Records)) > 40
    assert {section.kind for section in walk(document.sections)} == {kind.key for kind in real_template().kinds}


def test_every_figure_has_an_image_of_its_own() -> None:
    made = generated(60, 1)
    values = [field.value for section in walk(made.document.sections) for field in section.fields]
    shown = [
        block.image
        for value in values
        if isinstance(value, RichText)
        for block in value.blocks
        if isinstance(block, Figure)
    ]
    assert sorted(shown) == sorted(made.images)
    for digest, data in made.images.items():
        assert sha256(data).hexdigest() == digest
        assert Image.open(io.BytesIO(data)).size == (640, 400)


@pytest.mark.parametrize(("pages", "seed"), [(1, 1), (20, 2), (20, 3), (60, 1)])
def test_the_words_taken_down_are_those_of_the_publication(pages: int, seed: int) -> None:
    made = generated(pages, seed)
    lines = list(plain_text(build(made.document)))
    end = next((index for index, line in enumerate(lines) if line.startswith("[1]")), len(lines))
    assert printed_words(lines[:end]) == list(made.body_words)
    assert printed_words(lines[end:]) == list(made.note_words)


def test_the_words_follow_a_template_with_other_numbers() -> None:
    other = replace(TEMPLATE, numbering=Numbering(depth=2, table_label="Tab.", figure_label="Bild"))
    made = generate(20, 4, other)
    lines = list(plain_text(build(made.document)))
    end = next(index for index, line in enumerate(lines) if line.startswith("[1]"))
    assert printed_words(lines[:end]) == list(made.body_words)


def test_the_words_follow_a_template_whose_kinds_are_not_all_numbered() -> None:
    kinds = real_template().kinds
    other = replace(
        real_template(), kinds=tuple(replace(kind, numbered=kind.key != "field_of_action") for kind in kinds)
    )
    made = generate(120, 4, other)
    lines = list(plain_text(build(made.document)))
    end = next(index for index, line in enumerate(lines) if line.startswith("[1]"))
    assert printed_words(lines[:end]) == list(made.body_words)


def test_a_concept_has_at_least_one_page() -> None:
    with pytest.raises(ValueError, match="0 pages"):
        generate(0, 1, TEMPLATE)


def test_bare_words_have_no_signs_at_their_ends_but_keep_those_within() -> None:
    assert bare_words("„Łączność“ (vgl. 2.1), 2015–2017 – 5 %; z. B.") == [
        "Łączność",
        "vgl",
        "2.1",
        "2015–2017",
        "5",
        "z",
        "B",
    ]


def test_a_word_list_keeps_notes_apart_and_repeats_what_was_said_aside() -> None:
    said = WordList()
    said.say("eins")
    with said.apart() as aside:
        said.say("drei")
        with said.note():
            said.say("Quelle")
    said.say("zwei")
    said.repeat(aside)
    assert (said.body, said.notes, said.count) == (["eins", "zwei", "drei"], ["Quelle"], 4)
