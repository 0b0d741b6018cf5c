"""Rows and cells of tables."""

from dataclasses import replace

import pytest

from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.blocks import Block, Column, NumberFormat, Row, Table
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.inline import plain
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Source, Variant
from ikonzept_desktop.review.by_hand import GroundShifted, NotByItself, Reason
from ikonzept_desktop.review.taking_over import TakingOver
from tests.builders import br, cell, chapter, doc, p, row, table
from tests.review.changed import accepted, proposed, text_of, with_proposals

HEAD = row(cell("Ort", id="c1"), cell("Plätze", id="c2"), id="r0")
HILDEN = row(cell("Hilden", id="c3"), cell("8", id="c4"), id="r1")
METTMANN = row(cell("Mettmann", id="c5"), cell("17", id="c6"), id="r2")
ERKRATH, HAAN = row(cell("Erkrath"), cell("11")), row(cell("Haan"), cell("12"))


def concept(*rows: Row, after: tuple[Block, ...] = ()) -> Document:
    grid = table(HEAD, *rows, id="t")
    return doc(chapter("Ziele", p("Davor.", id="a"), grid, *after, p("Danach steht das.", id="b"), id="ziele"))


CONCEPT = concept(HILDEN, METTMANN)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(concept(HILDEN, ERKRATH, HAAN, METTMANN), id="new rows"),
        pytest.param(concept(ERKRATH, HILDEN, METTMANN), id="a new first row"),
        pytest.param(concept(HILDEN, METTMANN, ERKRATH), id="a new last row"),
        pytest.param(concept(HILDEN), id="a row struck out"),
        pytest.param(concept(METTMANN, HILDEN), id="a row moved"),
        pytest.param(concept(HILDEN, METTMANN, after=(p("Neu nach der Tabelle.", id="n"),)), id="behind the table"),
        pytest.param(
            concept(row(cell("Hilden", br(), "und Haan", id="c3"), cell("8", id="c4"), id="r1"), METTMANN),
            id="more lines in a cell",
        ),
        pytest.param(concept(row(cell("Hilden", id="c3"), cell("", id="c4"), id="r1"), METTMANN), id="an emptied cell"),
    ],
)
def test_the_table_becomes_what_the_copy_says_in_whatever_order_it_is_accepted(changed: Document) -> None:
    found = proposed(CONCEPT, changed)
    document = with_proposals(CONCEPT, found)
    assert text_of(accepted(document, *found)) == text_of(changed)
    assert text_of(accepted(document, *reversed(found))) == text_of(changed)


def grid_of(document: Document) -> Table:
    value = document.sections[0].fields[0].value
    assert isinstance(value, RichText)
    (grid,) = (block for block in value.blocks if isinstance(block, Table))
    return grid


def struck(*cells: tuple[str, str]) -> KeptProposal:
    grounds = tuple(Ground(id, text, 0, len(text)) for id, text in cells)
    return KeptProposal("k", "v", Kind.ROW_DELETE, "ziele", 0, "", (Variant("", (Source("1"),)),), grounds=grounds)


def test_a_row_in_which_somebody_has_written_since_is_shifted_ground() -> None:
    with pytest.raises(GroundShifted):
        TakingOver(CONCEPT).edit(struck(("c3", "Hilden"), ("c4", "9")))


def test_a_row_behind_one_that_was_struck_out_on_a_proposal_goes_where_that_was() -> None:
    gone = struck(("c3", "Hilden"), ("c4", "8"))
    wanted = (Variant("Erkrath\t11", (Source("2"),)),)
    new = KeptProposal("n", "v", Kind.ROW_INSERT, "ziele", 1, "", wanted, grounds=(Ground("c4", "8", 0, 1),))
    new = replace(new, behind=("c3", "c2", "c1", "a", "ziele"))
    document = with_proposals(CONCEPT, (gone, new))
    lines = text_of(accepted(document, gone, new))
    assert lines == text_of(accepted(document, new, gone)) == text_of(concept(ERKRATH, METTMANN))


def test_one_writes_a_last_row_and_another_behind_the_table() -> None:
    after = (p("Neu nach der Tabelle.", id="n"),)
    found = proposed(CONCEPT, concept(HILDEN, METTMANN, after=after), concept(HILDEN, METTMANN, ERKRATH))
    assert [each.kind for each in found] == [Kind.ROW_INSERT, Kind.INSERT]
    document = with_proposals(CONCEPT, found)
    assert text_of(accepted(document, *found)) == text_of(concept(HILDEN, METTMANN, ERKRATH, after=after))


def test_the_last_row_takes_the_table_along() -> None:
    bare = concept()
    edit = TakingOver(bare).edit(struck(("c1", "Ort"), ("c2", "Plätze")))
    assert edit is not None
    assert "Ort\tPlätze" not in text_of(apply(bare, edit))


def test_a_row_of_more_cells_than_the_table_has_is_left_to_somebody() -> None:
    new = KeptProposal(
        "k",
        "v",
        Kind.ROW_INSERT,
        "ziele",
        0,
        "",
        (Variant("a\tb\tc", (Source("1"),)),),
        grounds=(Ground("c4", "8", 0, 1),),
    )
    with pytest.raises(NotByItself) as raised:
        TakingOver(CONCEPT).edit(new)
    assert raised.value.reason is Reason.TABLE
    edit = TakingOver(CONCEPT).edit(new, text="a\tb")
    assert edit is not None
    assert [plain(each.inlines) for each in grid_of(apply(CONCEPT, edit)).rows[2].cells] == ["a", "b"]


def test_a_number_is_changed_as_it_is_printed() -> None:
    grid = table(HEAD, row(cell("Hilden", id="c3"), cell("1200", id="c4"), id="r1"), id="t")
    grid = replace(grid, columns=(Column(), Column(number=NumberFormat(unit="€"))))
    document = doc(chapter("Ziele", grid, id="ziele"))
    other = replace(grid, rows=(grid.rows[0], row(cell("Hilden", id="c3"), cell("1500", id="c4"), id="r1")))
    found = proposed(document, doc(chapter("Ziele", other, id="ziele")))
    assert [each.before for each in found] == ["1.200"]
    after = accepted(with_proposals(document, found), *found)
    assert "Hilden\t1.500\u00a0€" in text_of(after)
