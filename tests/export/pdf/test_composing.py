"""Words into lines: what is broken where, by how it looks."""

from dataclasses import replace

import pytest

from ikonzept_desktop.export.pdf.composing import Composer
from ikonzept_desktop.export.pdf.fonts import FontShelf
from ikonzept_desktop.export.pdf.hyphenation import hyphenator
from ikonzept_desktop.export.pdf.looks import Look
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import TextRun

WORD = "Integrationsberichterstattung"
HEADING = Look("Source Serif 4", 20.0, 24.0, bold=True)


def pieces(text: str, look: Look, width: float) -> list[str]:
    """Give what stands on each line of a paragraph that begins with one long word."""
    found, at = [], 0
    for line in Composer(FontShelf(), "de-DE").lines((TextRun(text),), look, width):
        end = line.until if line.last == 0 and line.until else len(WORD)
        if line.first == 0:
            found.append(WORD[at:end])
            at = end
    return found


@pytest.mark.parametrize("width", [180.0, 200.0, 230.0, 260.0])
def test_a_word_too_wide_for_any_line_is_parted_between_syllables_five_letters_from_its_ends(
    width: float,
) -> None:
    first, second = pieces(WORD, HEADING, width)
    patterns = hyphenator("de-DE")
    assert patterns is not None
    assert len(first) in patterns.positions(WORD)
    assert min(len(first), len(second)) >= 5


def test_a_heading_whose_words_have_room_is_not_hyphenated() -> None:
    assert pieces(f"{WORD} und Controlling im Kreis", HEADING, 330.0) == [WORD]


def test_letters_have_one_voice_for_each_look_with_its_marks() -> None:
    composer = Composer(FontShelf(), "de-DE")
    plain, bold, again = (composer.voice(HEADING, marks) for marks in (Marks.NONE, Marks.ITALIC, Marks.NONE))
    assert plain is again is composer.voice(replace(HEADING))
    assert plain is not bold
    assert composer.voice(replace(HEADING, size=10.0)).size == 10.0


def test_looks_that_are_no_longer_used_are_not_all_kept() -> None:
    composer = Composer(FontShelf(), "de-DE")
    assert len({id(composer.voice(replace(HEADING))) for _ in range(5000)}) == 1
    assert len(composer._known) < 2500
