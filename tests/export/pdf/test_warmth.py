"""What is kept from one layout to the next, and that nobody sees it in the file."""

import gc
from hashlib import sha256
from pathlib import Path

import pytest

from ikonzept_desktop.export.pdf.keeping import Kept
from ikonzept_desktop.export.pdf.linebreaking import Measures, Place, Setting, break_lines
from ikonzept_desktop.export.pdf.press_profiles import bundled_profiles
from ikonzept_desktop.export.pdf.press_writer import write_print_pdf
from ikonzept_desktop.export.pdf.warmth import Warmth
from ikonzept_desktop.export.pdf.writer import write_pdf
from ikonzept_desktop.export.press import Press, PressProfile
from ikonzept_desktop.publication.tree import Element, Publication, TextRun
from tests.export.pdf.builders import (
    DATE,
    WORDS,
    bold,
    box,
    concept,
    figure,
    items,
    jpeg,
    note,
    p,
    png,
    section,
    table,
)

IMAGES = {"photo": jpeg(), "chart": png()}


def file_of(publication: Publication, path: Path, warmth: Warmth | None = None) -> bytes:
    """Give the bytes of the file."""
    write_pdf(publication, IMAGES, path, date=DATE, warmth=warmth)
    return path.read_bytes()


REST = (
    section("Lage", figure("photo"), table(["Stadt"], ["Nord"]), figure("chart"), items("eins"), number="2"),
    section("Schluss", box("S 1", "Pool", Was=WORDS), *(p(WORDS) for _ in range(9)), number="3"),
)


def beginning_with(*first: Element) -> Publication:
    """Give a concept of some pages, all alike but for how they begin."""
    return concept(section("Auftakt", *first, p(WORDS, bold(" affin"), note(1)), number="1"), *REST, notes=(WORDS,))


CHANGED = (
    beginning_with(p("Ein Wort mehr steht vorn.")),
    beginning_with(
        p("Ωμέγα, Жанна und fünf Affen: fl, ffi."), p(WORDS, TextRun(" weit", link="https://kreis.example"))
    ),
    beginning_with(*(p(f"{WORDS} {number}") for number in range(14))),
    beginning_with(p("漢 fehlt.")),
    beginning_with(),
)


@pytest.mark.parametrize("publication", CHANGED)
def test_what_was_kept_is_seen_in_no_file(publication: Publication, tmp_path: Path) -> None:
    warmth = Warmth()
    file_of(beginning_with(p("Vorher.")), tmp_path / "before.pdf", warmth)
    file_of(beginning_with(p("Жук 漢 zuerst, und Ω.")), tmp_path / "before.pdf", warmth)
    assert file_of(publication, tmp_path / "warm.pdf", warmth) == file_of(publication, tmp_path / "cold.pdf")


def test_print_files_in_other_inks_and_the_web_file_may_share_what_was_kept(tmp_path: Path) -> None:
    publication, warmth = beginning_with(p("Vorher.")), Warmth()
    profiles = bundled_profiles()

    def print_file(profile: PressProfile, warm: Warmth | None) -> str:
        write_print_pdf(publication, IMAGES, tmp_path / "a.pdf", Press(profile), date=DATE, warmth=warm)
        return sha256((tmp_path / "a.pdf").read_bytes()).hexdigest()

    cold = [print_file(profile, None) for profile in profiles]
    web = file_of(publication, tmp_path / "web.pdf")
    for _ in range(2):
        assert [print_file(profile, warmth) for profile in profiles] == cold
        assert file_of(publication, tmp_path / "web.pdf", warmth) == web


def test_characters_no_font_has_are_told_again_with_every_file(tmp_path: Path) -> None:
    warmth = Warmth()
    told = [
        write_pdf(beginning_with(p("漢")), IMAGES, tmp_path / "a.pdf", warmth=warmth).missing_characters
        for _ in range(2)
    ]
    assert told == [(("漢", "漢"),)] * 2


def test_only_what_changed_is_broken_into_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warmth = Warmth()
    file_of(beginning_with(p("Vorher.")), tmp_path / "a.pdf", warmth)
    broken: list[int] = []

    def noting(measures: Measures, width: float, setting: Setting) -> list[Place]:
        broken.append(len(measures.ends))
        return break_lines(measures, width, setting)

    monkeypatch.setattr("ikonzept_desktop.export.pdf.composing.break_lines", noting)
    file_of(beginning_with(p(f"Neu: {WORDS}")), tmp_path / "a.pdf", warmth)
    assert broken == [len(f"Neu: {WORDS}".split())]


def test_what_a_layout_did_not_ask_for_is_let_go_at_its_end() -> None:
    kept: Kept[str] = Kept(10, len)
    kept.keep("a", "aaa")
    kept.keep("b", "bbb")
    kept.turn()
    assert kept.get("a") == "aaa"
    kept.turn()
    assert kept.get("a") == "aaa"
    assert kept.get("b") is None


def test_no_more_is_kept_than_there_is_room_for() -> None:
    kept: Kept[str] = Kept(10, len)
    kept.keep("a", "a" * 8)
    kept.keep("b", "b" * 3)
    assert (kept.get("a"), kept.get("b")) == ("a" * 8, None)


def test_a_finished_file_leaves_no_circles_to_be_searched_for(tmp_path: Path) -> None:
    publication = beginning_with(p("Vorher."))
    warmth = Warmth()
    file_of(publication, tmp_path / "a.pdf", warmth)
    gc.collect()
    gc.disable()
    try:
        file_of(publication, tmp_path / "a.pdf", warmth)
        found = gc.collect()
    finally:
        gc.enable()
    assert found < 50
