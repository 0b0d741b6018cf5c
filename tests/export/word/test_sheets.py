"""Sheets of paper: what is expected to stand on which page."""

from ikonzept_desktop.export.word.sheets import SEPARATOR, Extent, Sheets

LINE = (10.0, 0.0)


def test_a_paragraph_goes_on_where_the_page_is_full_and_leaves_no_line_alone() -> None:
    sheets = Sheets(100)
    sheets.block(Extent(75))
    sheets.lines([LINE] * 6)
    assert (sheets.page, sheets.used) == (2, 40)  # two lines stayed
    sheets = Sheets(100)
    sheets.block(Extent(85))
    sheets.lines([LINE] * 6)
    assert (sheets.page, sheets.used) == (2, 60)  # one would have been alone
    sheets = Sheets(100)
    sheets.block(Extent(75))
    sheets.lines([LINE] * 3)
    assert (sheets.page, sheets.used) == (2, 30)


def test_the_last_line_takes_another_with_it_to_the_next_page() -> None:
    sheets = Sheets(100)
    sheets.block(Extent(45))
    sheets.lines([LINE] * 6)
    assert (sheets.page, sheets.used) == (2, 20)


def test_a_heading_goes_with_the_first_lines_below_it() -> None:
    sheets = Sheets(100)
    sheets.block(Extent(70))
    sheets.anchor("heading")
    sheets.hold(Extent(15))
    sheets.lines([LINE] * 6)
    assert sheets.pages["heading"] == 2


def test_the_larger_of_two_spaces_counts_and_none_at_the_top_of_a_page_that_follows_a_full_one() -> None:
    sheets = Sheets(100)
    sheets.block(Extent(20, after=7))
    sheets.block(Extent(20, before=10, after=4))
    assert sheets.used == 50
    sheets.block(Extent(60, before=10))
    assert (sheets.page, sheets.used) == (2, 60)


def test_space_above_is_kept_where_a_page_was_asked_for() -> None:
    sheets = Sheets(100)
    sheets.block(Extent(20))
    sheets.new_page()
    sheets.block(Extent(20, before=10))
    assert (sheets.page, sheets.used) == (2, 30)


def test_a_note_takes_its_room_from_the_page_its_sign_stands_on() -> None:
    sheets = Sheets(100)
    sheets.lines([LINE, (10.0, 60.0), LINE, LINE])
    assert sheets.page == 2
    sheets = Sheets(100)
    sheets.lines([(10.0, 20.0), LINE])
    assert sheets.used == 40 + SEPARATOR


def test_a_new_page_on_an_empty_one_is_the_same_page() -> None:
    sheets = Sheets(100)
    sheets.new_page()
    sheets.new_page()
    assert sheets.page == 1


def test_the_head_of_a_table_is_repeated_above_the_row_that_begins_a_page() -> None:
    sheets = Sheets(100)
    sheets.hold(Extent(20))
    for _ in range(5):
        sheets.row(25, 0, 20)
    assert (sheets.page, sheets.used) == (2, 70)
