"""What keys and tools make of blocks, without a screen."""

from ikonzept_desktop.model.blocks import Block, Blocks, ListItem
from ikonzept_desktop.model.inline import Marks, Text
from ikonzept_desktop.ui.editor import commands
from ikonzept_desktop.ui.editor.commands import BlockKind
from ikonzept_desktop.ui.editor.spots import Outcome, Range, Spot, caret_at, inlines_of, whole
from tests.builders import bold, fn, li, p, quote, row, table
from tests.ui.editor.desk import written

GRID = table(row("a", "b"))


def after(outcome: Outcome | None) -> str:
    assert outcome is not None
    return "|".join(map(written, outcome.blocks))


def select(start: tuple[int, int], end: tuple[int, int]) -> Range:
    return Range(Spot(*start), Spot(*end))


def levels(blocks: Blocks) -> list[int]:
    return [block.level for block in blocks if isinstance(block, ListItem)]


def test_erasing_over_a_table_joins_what_is_left() -> None:
    blocks: Blocks = (p("Eins"), GRID, li("Zwei"))
    assert after(commands.erase(blocks, select((0, 2), (2, 1)))) == "Eiwei"


def test_erasing_up_to_a_table_leaves_it() -> None:
    blocks: Blocks = (p("Eins"), GRID)
    assert after(commands.erase(blocks, select((0, 2), (1, 0)))) == "Ei|[Table]"
    assert after(commands.erase(blocks, select((0, 2), (1, 1)))) == "Ei"


def test_erasing_everything_leaves_an_empty_paragraph() -> None:
    outcome = commands.erase((GRID,), whole((GRID,)))
    assert after(outcome) == ""
    assert outcome.selected == caret_at(0, 0)


def test_return_on_either_side_of_a_table_makes_room_there() -> None:
    assert after(commands.split((GRID,), caret_at(0, 0))) == "|[Table]"
    assert after(commands.split((GRID,), caret_at(0, 1))) == "[Table]|"


def test_return_in_an_empty_deep_item_goes_back_one_level() -> None:
    assert after(commands.split((li("Eins"), li(level=1)), caret_at(1, 0))) == "- Eins|- "


def test_the_half_that_keeps_its_text_keeps_its_id() -> None:
    block = p("EinsZwei")
    pushed = commands.split((block,), caret_at(0, 0)).blocks
    parted = commands.split((block,), caret_at(0, 4)).blocks
    assert (pushed[1].id, parted[0].id) == (block.id, block.id)
    assert len({pushed[0].id, parted[1].id, block.id}) == 3


def test_backspace_before_a_table_takes_out_the_empty_paragraph_above() -> None:
    assert after(commands.backspace((p("Eins"), p(), GRID), Spot(2, 0))) == "Eins|[Table]"


def test_delete_before_a_table_selects_it() -> None:
    outcome = commands.delete_forward((p("Eins"), GRID), Spot(0, 4))
    assert after(outcome) == "Eins|[Table]"
    assert outcome is not None
    assert outcome.selected == commands.atom_selected(1)


def test_there_is_nothing_before_the_first_and_behind_the_last() -> None:
    assert commands.backspace((p("Eins"),), Spot(0, 0)) is None
    assert commands.delete_forward((p("Eins"),), Spot(0, 4)) is None


def test_pasted_blocks_stand_between_the_halves_of_the_paragraph() -> None:
    outcome = commands.insert_blocks((p("EinsZwei"),), caret_at(0, 4), (quote("a"), GRID, li("b")))
    assert after(outcome) == "Einsa|[Table]|- bZwei"
    assert outcome.selected == caret_at(2, 1)


def test_a_pasted_table_parts_the_paragraph_without_empty_ones() -> None:
    assert after(commands.insert_blocks((p("EinsZwei"),), caret_at(0, 4), (GRID,))) == "Eins|[Table]|Zwei"
    assert after(commands.insert_blocks((p("Eins"),), caret_at(0, 4), (GRID,))) == "Eins|[Table]"
    assert after(commands.insert_blocks((p(),), caret_at(0, 0), (GRID,))) == "[Table]"


def test_raised_and_lowered_exclude_each_other() -> None:
    raised = commands.toggle_mark((p("CO2"),), select((0, 2), (0, 3)), Marks.SUPERSCRIPT)
    assert raised is not None
    lowered = commands.toggle_mark(raised.blocks, raised.selected, Marks.SUBSCRIPT)
    assert lowered is not None
    assert [run.marks for run in inlines_of(lowered.blocks[0])] == [Marks.NONE, Marks.SUBSCRIPT]  # type: ignore[union-attr]


def test_a_mark_spreads_to_all_where_some_lack_it() -> None:
    blocks: Blocks = (p(bold("Eins"), " zwei"), GRID, li("drei", fn("Quelle", id="n")))
    assert after(commands.toggle_mark(blocks, whole(blocks), Marks.BOLD)) == "*Eins zwei*|[Table]|- *drei*{note n}"


def test_tools_leave_tables_as_they_are() -> None:
    blocks: tuple[Block, ...] = (p("Eins"), GRID)
    assert after(commands.set_kind(blocks, whole(blocks), BlockKind.BULLET)) == "- Eins|[Table]"


def test_an_item_that_begins_to_count_anew_does_so_when_its_neighbour_becomes_an_item() -> None:
    first = ListItem("f" * 16, (Text("Eins"),), ordered=True, restart=True)
    changed = commands.set_kind((first, p("Zwei")), whole((first, p("Zwei"))), BlockKind.NUMBERED)
    assert changed.blocks[0] == first


def test_an_item_goes_one_level_deeper_than_the_one_before_at_most() -> None:
    blocks: Blocks = (li("Eins"), li("Zwei"))
    once = commands.shift_level(blocks, caret_at(1, 0), 1)
    assert once is not None
    assert levels(once.blocks) == [0, 1]
    assert commands.shift_level(once.blocks, caret_at(1, 0), 1) is None
    assert commands.shift_level(blocks, caret_at(0, 0), 1) is None


def test_what_is_copied_has_the_parts_that_were_selected() -> None:
    blocks: Blocks = (p("Eins"), GRID, li("Zwei"))
    assert "|".join(map(written, commands.copied(blocks, select((0, 2), (2, 1))))) == "ns|[Table]|- Z"
    assert "|".join(map(written, commands.copied(blocks, select((1, 1), (2, 1))))) == "- Z"
