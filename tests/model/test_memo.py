"""A memo lets go of what nobody else holds, and keeps what may be asked for again."""

from ikonzept_desktop.model.blocks import Block
from ikonzept_desktop.model.memo import IdentityMemo, forget_unused
from tests.builders import p


def counting() -> tuple[IdentityMemo[Block, int], list[Block]]:
    asked: list[Block] = []

    def compute(block: Block) -> int:
        asked.append(block)
        return len(asked)

    return IdentityMemo(compute), asked


def test_what_only_memos_hold_is_let_go_and_the_rest_stays_known() -> None:
    first, second = IdentityMemo[Block, str](lambda block: block.id), IdentityMemo[Block, str](lambda block: block.id)
    kept = p("bleibt")
    for block in (kept, p("geht"), p("geht auch")):
        first(block)
        second(block)
    del block
    assert forget_unused(due=1) >= 4
    assert (len(first._known), len(second._known)) == (1, 1)


def test_what_stays_is_not_computed_again() -> None:
    memo, asked = counting()
    kept = p("bleibt")
    memo(kept)
    forget_unused(due=1)
    memo(kept)
    assert len(asked) == 1


def test_little_that_is_new_is_not_worth_a_look() -> None:
    memo = IdentityMemo[Block, str](lambda block: block.id)
    forget_unused(due=0)
    memo(p("geht"))
    assert forget_unused(due=100) == 0
    assert len(memo._known) == 1
