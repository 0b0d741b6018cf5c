"""What a validator of the standards says; veraPDF has the last word."""

from pathlib import Path

import page
import pytest

from tests.export.pdf.builders import concept, p, section, table, written
from tests.export.pdf.test_writer import EVERYTHING, IMAGES


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_publication_with_everything_conforms(tmp_path: Path, profile: str) -> None:
    out, _ = written(tmp_path, concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",)), IMAGES)
    report = page.validate_pdf(str(out), profile=profile)
    assert report.is_compliant, str(report)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_characters_no_font_has_and_arabic_conform(tmp_path: Path, profile: str) -> None:
    rows = [["محمد عبد الرحمن", "漢字"]] * 80
    out, _ = written(
        tmp_path, concept(section("Namen", p("Şule und محمد عبد الرحمن und 漢"), table(["A", "B"], *rows)))
    )
    report = page.validate_pdf(str(out), profile=profile)
    assert report.is_compliant, str(report)
