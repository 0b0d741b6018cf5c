"""Orders carried out one after the other in one process: the same bytes, with less work."""

from dataclasses import replace
from pathlib import Path

import pytest

from ikonzept_desktop.export import warm_orders
from ikonzept_desktop.export.orders import Delivery, Kind, Order, carry_out
from ikonzept_desktop.export.pdf.linebreaking import Measures, Place, Setting, break_lines
from ikonzept_desktop.export.pdf.press_profiles import bundled_profiles
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.export.warm_orders import carry_out_warm
from ikonzept_desktop.publication.tree import Publication
from tests.export.pdf.builders import DATE, WORDS, concept, figure, jpeg, note, p, section

IMAGES = {"photo": jpeg()}


@pytest.fixture(autouse=True)
def _fresh_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_orders, "_kept", [])


def quiet(_share: float, _doing: str) -> None:
    """Hear of no progress."""


def publication(first: str) -> Publication:
    """Give a concept of some pages."""
    rest = section("Lage", figure("photo"), p(WORDS, note(1)), *(p(f"{count}. {WORDS}") for count in range(9)))
    return concept(section("Auftakt", p(first)), rest, notes=(WORDS,))


NEWER = f"Nachher: {WORDS}"
ONE, OTHER = publication("Vorher."), publication(NEWER)


def order(of: Publication, out: Path, kind: Kind) -> Order:
    """Order a file."""
    return Order(kind, of, IMAGES, out, DATE, Press(bundled_profiles()[0]) if kind is Kind.PRINT else None)


@pytest.mark.parametrize("kind", [Kind.PDF, Kind.PRINT, Kind.WORD])
def test_what_was_given_out_before_is_seen_in_no_file(kind: Kind, tmp_path: Path) -> None:
    cold = carry_out(quiet, order(OTHER, tmp_path / "cold", kind))
    carry_out_warm(quiet, order(ONE, tmp_path / "before", kind))
    assert carry_out_warm(quiet, order(OTHER, tmp_path / "warm", kind)) == cold
    assert (tmp_path / "warm").read_bytes() == (tmp_path / "cold").read_bytes()


@pytest.mark.parametrize("kind", [Kind.PDF, Kind.PRINT])
def test_the_second_file_lays_out_only_what_changed(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_out_warm(quiet, order(ONE, tmp_path / "a", kind))
    broken: list[int] = []

    def noting(measures: Measures, width: float, setting: Setting) -> list[Place]:
        broken.append(len(measures.ends))
        return break_lines(measures, width, setting)

    monkeypatch.setattr("ikonzept_desktop.export.pdf.composing.break_lines", noting)
    carry_out_warm(quiet, order(OTHER, tmp_path / "a", kind))
    assert broken == [len(NEWER.split())]


def test_a_file_that_does_not_pass_is_told_of_every_time(tmp_path: Path) -> None:
    faulty = order(replace(ONE, language="kein Deutsch"), tmp_path / "a", Kind.PDF)

    def told() -> Delivery:
        return carry_out_warm(quiet, faulty)

    assert told() == told() == carry_out(quiet, faulty)
    assert len(told().findings) > 1
