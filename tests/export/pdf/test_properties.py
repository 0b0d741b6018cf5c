"""Whatever is written comes out: no character is lost, whatever stands beside it."""

import tempfile
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.publication.tree import BreakRun, Run, TextRun
from tests.export.pdf.builders import concept, p, section, table, written
from tests.export.pdf.judges import complaints_of_qpdf, raw_text

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßABCXYZÄÖÜ0123456789.,;:!?()[]<>&%/\\'\"„“–-§€ğŞıİłąźéèñçабвгдЖщΩμ+=*#"
TEXT = st.text(alphabet=LETTERS + "      ", min_size=1, max_size=60)
MARKS = st.sampled_from(
    [Marks.NONE, Marks.NONE, Marks.BOLD, Marks.ITALIC, Marks.BOLD | Marks.ITALIC, Marks.SUPERSCRIPT]
)
RUNS = st.lists(st.one_of(st.builds(TextRun, TEXT, MARKS), st.just(BreakRun())), min_size=1, max_size=25)


def characters(text: str) -> str:
    """Give what is left of a text without spaces, letters joined to what they are composed of."""
    return "".join(unicodedata.normalize("NFC", text).split())


def plain(runs: list[Run]) -> str:
    """Give the characters of runs."""
    return "".join(run.text if isinstance(run, TextRun) else " " for run in runs)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(RUNS)
def test_no_character_of_a_paragraph_is_lost_or_moved(runs: list[Run]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out, _ = written(Path(folder), concept(section("Q", p("Anfangszeichen ", *runs, " Endezeichen"))))
        text = raw_text(out).split("Anfangszeichen", 1)[1].rsplit("Endezeichen", 1)[0]
        assert characters(text) == characters(plain(runs))
        assert complaints_of_qpdf(out) == ""


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(TEXT, min_size=4, max_size=4), min_size=1, max_size=6))
def test_no_character_of_a_narrow_table_is_lost(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        publication = concept(
            section("Q", p("Vorher."), table(["A", "B", "C", "D"], *[list(row) for row in rows]), p("Nachher."))
        )
        out, _ = written(Path(folder), publication)
        text = raw_text(out).split("ABCD".join("  "), 1)[-1]
        got = characters(raw_text(out))
        for row in rows:
            for cell in row:
                assert characters(cell) in got, (cell, text)
