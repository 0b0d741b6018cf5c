"""Names of bookmarks."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.export.word.names import block_name, contents_name, note_name, target_name

NAMES = (block_name, contents_name, note_name, target_name)


def test_an_id_of_the_model_stands_in_the_name_as_it_is() -> None:
    assert block_name("abcdefgh2345") == "_ik_abcdefgh2345"
    assert block_name("abcdefgh2345_ausgangslage") == "_ik_abcdefgh2345_ausgangslage"


def test_a_long_id_is_cut_but_not_mistaken_for_another() -> None:
    one, other = "a" * 50, "a" * 51
    assert len(block_name(one)) == 40
    assert block_name(one) != block_name(other)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_id_gives_a_name_that_word_takes_and_no_other_id_gives(one: str, other: str) -> None:
    for name in NAMES:
        assert re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name(one))
        assert (name(one) == name(other)) == (one == other)
