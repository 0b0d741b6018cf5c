"""A project file gives back what was written into it."""

from pathlib import Path

import pytest

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store.project_file import create_project, open_project
from tests.model.random_edits import RandomEdits
from tests.model.small_concept import concept, paragraph, section


@pytest.fixture
def document() -> Document:
    return concept(
        section("Ziele", paragraph("Der Kreis."), section("Leitbild", paragraph("Ein Satz."))),
        section("Sprache", paragraph("Deutsch."), kind="field_of_action"),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Konzept? 50%.ikonzept"


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_with_commits_in_between_read_back_equal(path: Path, document: Document, seed: int) -> None:
    opened = create_project(path, document)
    edits = RandomEdits(seed)
    for _ in range(300):
        edit = edits.next(opened.project.document)
        if edit is not None:
            opened.project.apply(edit, "Ändern")
        if edits.random.random() < 0.1:
            assert opened.store.flush()
        if edits.random.random() < 0.1:
            opened.project.undo()
    opened.store.close()
    again = open_project(path)
    assert again.project.document == opened.project.document
    assert again.project.number == opened.project.number
    while again.project.undo():
        pass
    assert again.project.document == document
    again.store.close()
    assert list(path.parent.iterdir()) == [path]
