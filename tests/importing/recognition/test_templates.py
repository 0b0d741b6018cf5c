"""A plan keeps to the template, whichever it is."""

from ikonzept_desktop.model.template import Template
from ikonzept_desktop.model.template_file import read_template
from tests.builders import TEMPLATE
from tests.importing.recognition.pages import TEMPLATES, h, p, plan, titled, told

PIECES = (
    p("Kreis"),
    *titled("Impressum", "Grußwort", "1 Lage"),
    h(0, "2 Handlungsfelder"),
    h(1, "2.1 Sprache"),
    h(2, "Ausgangslage"),
    p(),
    h(2, "Leitziel"),
    p(),
    *titled("Anlage 1: Zahlen", "Teilnehmerliste"),
)


def proposed(template: Template) -> list[str]:
    """Give what is proposed for a small concept."""
    return told(plan(*PIECES, template=template))


def test_another_template_has_its_own_keys() -> None:
    assert proposed(TEMPLATE) == [
        "Umschlag [cover]",
        "Impressum [imprint]",
        "Grußwort [foreword]",
        "Lage [chapter]",
        "Handlungsfelder [chapter]",
        "  Sprache [field_of_action]",
        "field situation",
        "field goal",
        "Zahlen [annex]",
        "Teilnehmerliste [contributors]",
    ]


def test_a_template_without_such_kinds_has_chapters() -> None:
    assert proposed(read_template(TEMPLATES / "vorlage_kreistag.toml")) == [
        "Ohne Überschrift [part]?",
        "Impressum [part]",
        "Grußwort [part]",
        "1 Lage [part]",
        "2 Handlungsfelder [part]",
        "  2.1 Sprache [part]",
        "    Ausgangslage [part]",
        "    Leitziel [part]",
        "Zahlen [annex]",
        "Teilnehmerliste [annex]",
    ]
