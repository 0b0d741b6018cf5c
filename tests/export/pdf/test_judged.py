"""Whole concepts before every judge: the example in each finished style, generated ones small and large."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from ikonzept_desktop.example.concept import read_example
from ikonzept_desktop.example.generator import generate
from ikonzept_desktop.example.word_list import bare_words
from ikonzept_desktop.export.finished_styles import finished_styles
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.plain import plain_text
from ikonzept_desktop.publication.tree import TextRun
from tests.export.pdf.judges import raw_text
from tests.export.pdf.judging import (
    PRINT,
    WEB,
    complaints,
    first_astray,
    first_unheard,
    give_out,
    letters,
    letters_of_structure,
)

STYLES = [style.key for style in finished_styles()]
SIZES = [20, 200]
_LONG_NOTE = 25
"""Letters."""


class Judged(NamedTuple):
    """Two finished files, and what is to be read in them."""

    folder: Path
    words: tuple[str, ...]
    notes: tuple[str, ...]


@pytest.fixture(scope="module", params=[*STYLES, *SIZES], ids=str)
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """The example in a style, or a generated concept of a size."""
    folder = tmp_path_factory.mktemp("judged")
    if isinstance(request.param, str):
        example = read_example(resource("example"))
        publication, images = build(example.document), example.images
        publication = replace(publication, house_style=(*publication.house_style, ("style", request.param)))
        lines = "\n".join(plain_text(replace(publication, notes=())))
        words = tuple(bare_words("".join(part.split("]", 1)[-1] for part in lines.split("["))))
    else:
        made = generate(request.param, 7, read_template(resource("templates", "integrationskonzept.toml")))
        publication, images, words = build(made.document), made.images, made.body_words
    notes = tuple("".join(run.text for run in each.runs if isinstance(run, TextRun)) for each in publication.notes)
    return Judged(give_out(publication, images, folder), words, notes)


def test_nobody_complains(judged: Judged) -> None:
    assert list(complaints(judged.folder)) == []


@pytest.mark.parametrize("file", [WEB, PRINT])
def test_every_word_stands_whole_and_in_its_place(judged: Judged, file: str) -> None:
    assert first_astray(judged.words, bare_words(raw_text(judged.folder / file))) == ""


def test_what_is_read_aloud_comes_in_order_and_each_note_once(judged: Judged) -> None:
    heard = letters_of_structure(judged.folder / WEB)
    assert first_unheard(judged.words, heard) == ""
    notes = [letters(note) for note in judged.notes if letters(note)]
    assert [said for said in notes if said not in heard] == []
    # The words of a short note may stand elsewhere too.
    long_ones = [said for said in notes if len(said) >= _LONG_NOTE]
    assert [said for said in set(long_ones) if heard.count(said) != long_ones.count(said)] == []
    assert len(long_ones) > len(notes) / 4
