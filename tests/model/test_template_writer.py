"""A template written to a file is read back as the same template."""

from dataclasses import replace

import pytest

from ikonzept_desktop.model.template import ChoiceOption, FieldKind, Numbering, Template
from ikonzept_desktop.model.template_file import parse_template, read_template
from ikonzept_desktop.model.template_writer import template_of, write_template
from ikonzept_desktop.paths import resource
from tests.builders import TEMPLATE, annex, chapter, doc, field_of_action


def again(template: Template) -> Template:
    return parse_template(write_template(template), "probe.toml")


@pytest.mark.parametrize("file", sorted(resource("templates").glob("*.toml")), ids=lambda file: file.stem)
def test_the_templates_of_the_program_come_back(file: object) -> None:
    template = read_template(file)  # type: ignore[arg-type]  # a path
    assert again(template) == template


def test_every_part_comes_back_whatever_its_words() -> None:
    odd = 'Anführung " und \\ und # = [x] 😀 \u200b'
    kinds = tuple(replace(kind, label=odd, hidden=True, plural=odd) for kind in TEMPLATE.kinds)
    statuses = (replace(TEMPLATE.statuses[0], label=odd), replace(TEMPLATE.statuses[0], key="b", hidden=True))
    house_style = (("margin", 20.5), ("font size", 11), ("name", odd), ("big", 1e300), ("on", True))
    template = replace(
        TEMPLATE, title=odd, summary=odd, kinds=kinds, statuses=statuses, house_style=house_style,
        numbering=Numbering(True, 2, 9, odd, odd),
    )  # fmt: skip
    assert again(template) == template


def test_a_hidden_answer_stays_hidden() -> None:
    kind = TEMPLATE.kind("field_of_action")
    fields = tuple(
        replace(field, options=(ChoiceOption("high", "hoch", hidden=True), *field.options[1:]))
        if field.kind is FieldKind.CHOICE
        else field
        for field in kind.fields
    )
    template = replace(TEMPLATE, kinds=tuple(replace(k, fields=fields) if k is kind else k for k in TEMPLATE.kinds))
    assert again(template) == template


def test_a_concepts_template_begins_with_the_concepts_outline() -> None:
    document = doc(chapter("Felder", field_of_action("Sprache", annex("Tief"))), annex(" "))
    template = again(template_of(document, "haus", "Vorlage des Hauses"))
    assert (template.key, template.title) == ("haus", "Vorlage des Hauses")
    assert [seed.title for seed in template.outline] == ["Felder", "Ohne Titel"]
    assert template.outline[0].children[0].children[0].title == "Tief"
    assert template.kind("field_of_action").child_kinds == ("annex",)
