"""A template is taken over from a file that somebody has given; a wrong one is told and changes nothing."""

from pathlib import Path

import pytest

from ikonzept_desktop.model.template_writer import write_template
from ikonzept_desktop.ui.own_templates import folder, own_templates, path_of, template_key
from ikonzept_desktop.ui.template_import import take_over
from tests.builders import TEMPLATE


def given(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "Haus.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_sound_template_is_one_of_the_users_own_then(tmp_path: Path) -> None:
    assert take_over(given(tmp_path, write_template(TEMPLATE))) is None
    assert [(key, template.title) for key, template in own_templates()] == [("own:Haus", "Probe")]
    assert path_of("own:Haus") == folder() / "Haus.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nichts = [", "keine gültige TOML-Datei"),
        ('key = "a"\ntitle = "A"', "Es gibt keine Abschnittsart."),
        ("a = " + "[" * 5000, "„Haus.toml“ lässt sich nicht als Mustervorlage lesen"),
        ("#" * 1_000_001, "zu groß für eine Mustervorlage"),
    ],
    ids=["no toml", "no template", "too deep", "too large"],
)
def test_a_wrong_file_is_told_and_not_taken_over(tmp_path: Path, text: str, said: str) -> None:
    trouble = take_over(given(tmp_path, text))
    assert trouble is not None
    assert said in trouble.sentence
    assert list(own_templates()) == []


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    trouble = take_over(tmp_path / "weg.toml")
    assert trouble is not None
    assert "Es gibt die Datei nicht." in trouble.sentence


def test_files_of_the_users_that_cannot_be_used_are_passed_over() -> None:
    folder().mkdir(parents=True)
    (folder() / "kaputt.toml").write_text("nichts", encoding="utf-8")
    (folder() / "gut.toml").write_text(write_template(TEMPLATE), encoding="utf-8")
    assert [key for key, _ in own_templates()] == ["own:gut"]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Mein Haus 2026", "mein_haus_2026"),
        ("Größe & Maß", "grosse_mass"),
        ("50/020", "vorlage_50_020"),
        ("…", "vorlage"),
    ],
)
def test_a_title_becomes_a_key(title: str, key: str) -> None:
    assert template_key(title) == key
