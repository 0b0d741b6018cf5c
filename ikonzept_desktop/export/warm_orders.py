"""Orders carried out in a process that stays: what one PDF was laid out with is there for the next one."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from ikonzept_desktop import collector
from ikonzept_desktop.export.orders import Delivery, Kind, Order, carry_out

if TYPE_CHECKING:  # a Word draft does not wait for the typesetting
    from ikonzept_desktop.export.pdf.warmth import Warmth

_kept: list[Warmth] = []
"""Of this process; nothing until the first PDF."""


def carry_out_warm(progress: Callable[[float, str], None], order: Order) -> Delivery:
    """Do what `carry_out` does, with the same bytes, and keep for the next order what may be of use to it."""
    if order.kind is Kind.WORD:
        with collector.resting():
            return carry_out(progress, order)
    if not _kept:
        from ikonzept_desktop.export.pdf.warmth import Warmth

        _kept.append(Warmth())
    delivery = carry_out(progress, order, _kept[0])
    gc.freeze()  # what is kept is kept for long: no search for circles need go through it
    return delivery
