"""What a validator of the standards says; veraPDF has the last word."""

from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from ikonzept_desktop.export.finished_styles import finished_styles
from ikonzept_desktop.export.pdf.conformity.check import flaws_of
from ikonzept_desktop.export.style_names import CHOICES
from ikonzept_desktop.model.document import LOGO_PLACES, Logo
from ikonzept_desktop.publication.tree import Cover
from tests.export.pdf.builders import concept, p, section, table, written
from tests.export.pdf.test_writer import EVERYTHING, IMAGES


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_publication_with_everything_conforms(tmp_path: Path, profile: str) -> None:
    out, _ = written(tmp_path, concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",)), IMAGES)
    report = page.validate_pdf(str(out), profile=profile)
    assert report.is_compliant, str(report)


@pytest.mark.parametrize("style", [style.key for style in finished_styles()])
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_finished_style_conforms(tmp_path: Path, style: str, profile: str) -> None:
    logos = tuple(Logo("chart", f"Wappen {place}", place) for place in LOGO_PLACES)
    whole = concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",), style=(("style", style),))
    out, _ = written(tmp_path, replace(whole, logos=logos), IMAGES)
    report = page.validate_pdf(str(out), profile=profile)
    assert report.is_compliant, str(report)


@pytest.mark.parametrize("layout", list(CHOICES["cover_layout"]))
@pytest.mark.parametrize("opening", list(CHOICES["opening_layout"]))
def test_every_cover_and_opening_conforms(tmp_path: Path, layout: str, opening: str) -> None:
    style = (("cover_layout", layout), ("opening_layout", opening), ("box_look", "rule"), ("edge_band", "top"))
    out, _ = written(tmp_path, concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",), style=style), IMAGES)
    report = page.validate_pdf(str(out), profile="ua1")
    assert report.is_compliant, str(report)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_characters_no_font_has_and_arabic_conform(tmp_path: Path, profile: str) -> None:
    rows = [["محمد عبد الرحمن", "漢字"]] * 80
    out, _ = written(
        tmp_path, concept(section("Namen", p("Şule und محمد عبد الرحمن und 漢"), table(["A", "B"], *rows)))
    )
    report = page.validate_pdf(str(out), profile=profile)
    assert report.is_compliant, str(report)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_concept_without_a_publisher_says_nothing_of_an_author_and_conforms(tmp_path: Path, profile: str) -> None:
    out, _ = written(tmp_path, concept(section("Kapitel", p("Text.")), cover=Cover("Konzept", "", "", "", "")))
    report = page.validate_pdf(str(out), profile=profile)
    assert report.is_compliant, str(report)
    assert flaws_of(out) == ()


def test_signs_that_mean_something_in_metadata_are_letters_of_the_title(tmp_path: Path) -> None:
    whole = concept(section("Einleitung", p("Text.")))
    out, _ = written(tmp_path, replace(whole, cover=replace(whole.cover, title='Arbeit & "Alltag" <2026>')))
    with pikepdf.open(out) as pdf, pdf.open_metadata() as metadata:
        assert str(metadata["dc:title"]).startswith('Arbeit & "Alltag" <2026>')
    assert flaws_of(out) == ()
