"""HTML without end is refused, and soon: it is read where one types."""

from collections.abc import Callable

import pytest

from ikonzept_desktop.reading.clipboard import tree
from ikonzept_desktop.reading.clipboard.html import read_html, table_of
from ikonzept_desktop.reading.clipboard.pasted import TooMuch
from tests.reading.clipboard.said import sample

REFUSED: dict[str, Callable[[], str]] = {
    "fifty megabytes": lambda: "<p>" + "x" * 50_000_000,
    "seven megabytes of text": lambda: "<p>" + "x" * 7_000_000,
    "much markup": lambda: "<p>x</p>" * 1_000_000,
    "100,000 elements within each other": lambda: "<div>" * 100_000 + "x",
    "tables within each other": lambda: "<table><tr><td>" * 10_000,
    "hidden elements within each other": lambda: "<object>" * 100_000,
    "an endless list of attributes": lambda: "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x",
    "a tag that never ends": lambda: "<p title='" + "x" * 100_000,
    "a table without end": lambda: "<table>" + "<tr><td colspan=200>x" * 2_000 + "</table>",
    "a sample": lambda: sample("malicious-nesting"),
}
TAKEN: dict[str, tuple[Callable[[], str], int]] = {
    "embedded images": (lambda: "<img src='data:image/png;base64," + "A" * 20_000_000 + "'>x", 1),
    "comments": (lambda: "<!-- x -->" * 400_000 + "x", 1),
    "characters as entities": (lambda: "<p>" + "&amp;" * 500_000, 1),
    "spaces": (lambda: "<p>" + "\u00a0 " * 1_000_000 + "x", 1),
    "hyphens": (lambda: "<p>" + "abc- " * 500_000, 1),
    "style rules": (lambda: "<style>" + ".a{b:c}" * 300_000 + "</style><p class=a>x", 1),
    "style rules that never begin": (lambda: "<style>" + ".a" * 1_000_000 + "</style><p>x", 1),
    "one note for 20,000 marks": (
        lambda: "".join(f"<a href='#n' id=r{n}>1</a>" for n in range(20_000)) + "<p id=n><a href='#r1'>1</a>Q",
        1,
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_html_without_end_is_refused(what: str) -> None:
    with pytest.raises(TooMuch):
        read_html(REFUSED[what]())


@pytest.mark.parametrize("what", TAKEN)
def test_bulk_without_depth_is_taken(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "LONGEST", 60.0)  # a busy machine is no reason
    html, parts = TAKEN[what]
    assert len(read_html(html()).parts) == parts


def test_reading_that_takes_too_long_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "LONGEST", -1.0)  # the clock of Windows ticks every 16 ms
    with pytest.raises(TooMuch):
        read_html("<p>x</p>")


def test_there_is_no_table_in_html_without_end() -> None:
    assert table_of(sample("malicious-nesting")) is None
