"""Columns: after their shares, but wide enough for every word."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.export.word.columns import column_widths, fitted_widths
from ikonzept_desktop.publication.tree import NoteRun
from tests.export.word.publications import table

shares = st.lists(st.floats(0.01, 10), min_size=1, max_size=12)


@given(shares, st.integers(1000, 20000))
def test_the_widths_add_up_to_the_whole(parts: list[float], width: int) -> None:
    widths = column_widths(parts, width)
    assert sum(widths) == width
    assert all(abs(one - width * part / sum(parts)) <= 1 for one, part in zip(widths, parts, strict=True))


def test_columns_keep_their_shares_while_every_word_fits() -> None:
    assert fitted_widths(table(["kurz", "kurz"], widths=(0.25, 0.75)), 8000) == [2000, 6000]


def test_a_narrow_column_takes_from_the_others_what_its_longest_word_needs() -> None:
    widths = fitted_widths(table(["Zuwanderungsgeschichte", "a", "b"], widths=(0.1, 0.45, 0.45)), 8000)
    assert sum(widths) == 8000
    assert 2000 < widths[0] < 2600
    assert abs(widths[1] - widths[2]) <= 1


def test_words_that_cannot_all_fit_share_the_width_after_their_length() -> None:
    widths = fitted_widths(table(["m" * 60, "m" * 30], widths=(0.5, 0.5)), 4000)
    assert sum(widths) == 4000
    assert widths[0] > 1.7 * widths[1]


def test_the_sign_of_a_note_has_room_behind_the_longest_word() -> None:
    plain = table(["Zuwanderungsgeschichte", "a"], widths=(0.1, 0.9))
    first, *others = plain.rows
    noted = replace(first.cells[0], runs=(*first.cells[0].runs, NoteRun(120, "note")))
    marked = replace(plain, rows=(replace(first, cells=(noted, *first.cells[1:])), *others))
    assert fitted_widths(marked, 8000)[0] > fitted_widths(plain, 8000)[0] + 200


def test_a_column_that_gives_way_to_others_keeps_room_for_its_own_words() -> None:
    words = ["Sicherheitswerkstattgespräche", "Sicherheitswerkstattgespräche", "Konzepte", "Hochschulgrundlage"]
    shares = (0.05, 0.05, 0.45, 0.45)
    needed = [fitted_widths(table([word, ""], widths=(0.001, 0.999)), 9000)[0] for word in words]
    widths = fitted_widths(table(words, widths=shares), sum(needed) + 10)
    assert all(width >= least for width, least in zip(widths, needed, strict=True))
