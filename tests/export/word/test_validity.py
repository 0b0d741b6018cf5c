"""Every kind of Word file we write before a validator, and the validator before files with a fault."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.example.generator import generate
from ikonzept_desktop.export.copies import CopyOrder, Protection
from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from tests.export.word import judges
from tests.export.word.publications import OPTIONS
from tests.export.word.sample import sample

COPY = CopyOrder("kopie", "konzept", "Amt & „Söhne“", due=date(2015, 3, 12), return_to="Sozialamt <Kreis>")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("valid") / "Konzept.ikonzept"
    assert main(["example", str(path)]) == 0
    return path


@pytest.mark.parametrize(
    "asked",
    [
        [],
        ["--reviewer", "Jugendamt", "--due", "01.03.2030", "--return-to", "Sozialamt", "--revisions-only"],
        ["--packet", "Sozialamt", "--reviewer", "Sozialamt"],
    ],
    ids=["draft", "copy", "packet"],
)
def test_drafts_of_the_example_are_without_a_fault(example: Path, asked: list[str]) -> None:
    out = example.with_name("Entwurf.docx")
    assert main(["export", str(example), "--word", str(out), *asked]) == 0
    assert judges.faults(out) == []


@pytest.mark.parametrize("seed", range(2))
def test_drafts_of_generated_concepts_are_without_a_fault(tmp_path: Path, seed: int) -> None:
    made = generate(20, seed, read_template(resource("templates", "integrationskonzept.toml")))
    order = replace(COPY, packet="AG", editable=tuple(each.id for each in made.document.sections[2:4]))
    out = tmp_path / "Entwurf.docx"
    write_draft(build(made.document), dict(made.images), out, replace(OPTIONS, copy=order))
    assert judges.faults(out) == []


@pytest.fixture(scope="module")
def faultless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("valid") / "Entwurf.docx"
    write_draft(*sample(), out, replace(OPTIONS, copy=replace(COPY, protection=Protection.REVISIONS)))
    return out


DOCUMENT, SETTINGS = "word/document.xml", "word/settings.xml"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (DOCUMENT, r'(<w:pStyle w:val="BodyText"/>)', r'<w:jc w:val="left"/>\1'),  # an order
        (DOCUMENT, r"<w:tblGrid>", "<w:nonsense/><w:tblGrid>"),
        (DOCUMENT, r'w:fldCharType="separate"', 'w:fldCharType="seperate"'),
        (DOCUMENT, r'<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="zwei"/>'),
        (DOCUMENT, r'<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="111"/>'),
        (DOCUMENT, r"<w:r>", '<w:ins w:id="5"><w:r><w:t>x</w:t></w:r></w:ins><w:r>'),  # nobody's
        (DOCUMENT, r'w:name="_ik_\w+"', f'w:name="{"a" * 41}"'),
        (DOCUMENT, r'<w:numId w:val="[1-9]\d*"/>', '<w:numId w:val="999"/>'),
        (DOCUMENT, r"</w:tblGrid>", "</w:tblGrid><w:tr></w:tr>"),
        (SETTINGS, r"(<w:settings[^>]*>)", r"\1<w:compat/>"),
        (SETTINGS, r'w:edit="trackedChanges"', 'w:edit="nichts"'),
        ("word/_rels/document.xml.rels", r"<Relationship [^>]*image[^>]*/>", ""),
        ("docProps/custom.xml", r'fmtid="[^"]*"', 'fmtid="x"'),
    ],
)
def test_the_validator_finds_a_fault_that_was_planted(
    faultless: Path, tmp_path: Path, part: str, old: str, new: str
) -> None:
    out = tmp_path / "Entwurf.docx"
    with zipfile.ZipFile(faultless) as whole, zipfile.ZipFile(out, "w") as damaged:
        for name in whole.namelist():
            data = whole.read(name)
            if name == part:
                text, count = re.subn(old, new, data.decode(), count=1)
                assert count == 1
                data = text.encode()
            damaged.writestr(name, data)
    assert len(judges.faults(out)) > 0


def test_a_draft_of_everything_there_is_is_without_a_fault(faultless: Path) -> None:
    assert judges.faults(faultless) == []
