"""The Word draft of the example, imported, is the example again: as it was written, and as other programs leave it."""

import subprocess
from pathlib import Path

import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.importing.plan import Becomes
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import all_sections
from tests.importing.flattened import flattened
from tests.importing.likeness import Path as Where
from tests.importing.likeness import outline_of, recovered, said
from tests.importing.pipeline import Imported, imported

LEAST = 0.95
UNPRINTED = frozenset(
    {"abbreviation", "working_groups", "editing", "public", "type"}
    | {"consent_print", "consent_web", "consent_date", "consent_proof"}
)
"""Fields that no draft prints, so that none can give them back."""
ARGUED = {
    ("Impressum", "notes", "0"): "the field's label is printed nowhere: it goes on in the field before",
    ("Impressum", "notes", "1"): "the same",
    ("Impressum", "funding", "1"): "the same",
    ("Impressum", "funding", "2"): "the same",
}
HEADS = {("Kennzahlen der zehn Städte", "text", "1"), ("situation", "2")}
"""Tables with a line in bold: the first cell of one is bold as every head of a row is, and its own bold is not seen."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Path]:
    """The example, and its draft."""
    folder = tmp_path_factory.mktemp("draft")
    concept, draft = folder / "Konzept.ikonzept", folder / "Entwurf.docx"
    assert main(["example", str(concept)]) == 0
    assert main(["export", str(concept), "--word", str(draft)]) == 0
    return load(concept).document, draft


def differences(wanted: Document, found: Document) -> dict[Where, tuple[str, str]]:
    """Give what is not alike, but for what no draft prints, for heads of rows, and for the inbox."""
    one, other = said(wanted), said(found)
    differing = {path: (one.get(path, ""), other.get(path, "")) for path in {*one, *other}}
    return {
        path: (before, after)
        for path, (before, after) in differing.items()
        if before != after
        and path[-1] not in UNPRINTED
        and not path[0].startswith("Eingang")
        and not (path[-2:] in HEADS or path in HEADS)
    }


def inbox(found: Imported) -> list[str]:
    (section,) = (each for each in found.document.sections if each.id == found.built.inbox)
    return [text for path, text in said(Document(found.document.template, (section,))).items() if path[-1] != "kind"]


def test_the_draft_gives_every_section_field_record_table_note_and_reference_again(
    example: tuple[Document, Path],
) -> None:
    document, draft = example
    found = imported(draft, document.template)
    assert recovered(document, found.document) == 1.0
    differing = differences(document, found.document)
    assert set(differing) == set(ARGUED), differing
    assert [text for text in inbox(found) if "<BOLD>" in text] == [
        "body: <BOLD>Aus der Kopfzeile</>",
        "body: <BOLD>Aus der Fußzeile</>",
    ]


@pytest.mark.parametrize("kind", ["docx", "odt", "doc"])
def test_saved_again_by_another_program_it_has_the_same_sections(
    example: tuple[Document, Path], kind: str, tmp_path: Path
) -> None:
    document, draft = example
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(draft)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    found = imported(tmp_path / f"Entwurf.{kind}", document.template)
    assert recovered(document, found.document) == 1.0


@pytest.mark.parametrize("contents", [True, False])
def test_without_styles_its_sections_are_found_or_one_key_away(
    example: tuple[Document, Path], contents: bool, tmp_path: Path
) -> None:
    document, draft = example
    numbers = {section.title: section.number for section in all_sections(build(document).sections)}
    flat = tmp_path / "flach.docx"
    flat.write_bytes(flattened(draft.read_bytes(), numbers, contents=contents))
    found = imported(flat, document.template)
    assert recovered(document, found.document) >= LEAST
    titles = [title for _, title in outline_of(found.document.sections)]
    offered = [entry.title for entry in found.plan.entries if entry.becomes is Becomes.TEXT]
    assert {title for _, title in outline_of(document.sections)} <= {*titles, *offered}
