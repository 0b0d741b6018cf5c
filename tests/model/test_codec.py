"""What a file says in JSON is exactly what was written, and nothing else is taken."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given, settings

from ikonzept_desktop.model import codec
from ikonzept_desktop.model.blocks import Figure, ListItem, Paragraph
from ikonzept_desktop.model.document import BindingDate, Comment, Document, Place, Properties, Trashed
from ikonzept_desktop.model.edits import (
    ChangeProposals,
    Compound,
    Decide,
    Edit,
    EmptyTrash,
    InsertSection,
    MoveSection,
    RefillTrash,
    RemoveSection,
    ReplaceBlocks,
    ReplaceRecords,
    ReplaceSpan,
    RestoreSection,
    SetAttribute,
    SetField,
    SetProperties,
    SetReturned,
    SetTemplate,
    TrashSection,
)
from ikonzept_desktop.model.fields import Day, FieldAddress, Line, Record
from ikonzept_desktop.model.history import Selection, Step
from ikonzept_desktop.model.inline import CrossReference, Footnote, LineBreak, Marks, Text
from ikonzept_desktop.model.json_forms import FormError, dumps, loads
from ikonzept_desktop.model.proposals import (
    Decision,
    Ground,
    KeptProposal,
    Kind,
    LeftOut,
    ReturnedFile,
    Source,
    Variant,
    Verdict,
)
from ikonzept_desktop.model.template import Numbering
from tests.model.small_concept import TEMPLATE, paragraph, section
from tests.strategies import documents

ADDRESS = FieldAddress("ziele", "text")
PLACE = Place("", 0)
NOW = datetime(2015, 3, 12, 10, 42, tzinfo=UTC)
SECTION = section("Ziele", paragraph("Der Kreis"), section("Leitbild"))
COMMENT = Comment("k", "Sozialplanung", NOW, "Bitte abgleichen.")
SPAN = ReplaceSpan(ADDRESS, "b", "", 3, (Text("alt"),), (Text("neu", Marks.BOLD), LineBreak()))
GROUND = Ground("b", "Der Kreis", 4, 9)
VARIANT = Variant("Landkreis", (Source("f", "Jobcenter", "2015-03-05T09:00:00Z", tracked=False),))
PROPOSAL = KeptProposal("a", "v", Kind.MOVE, "ziele", 3, "Kreis", (VARIANT,), grounds=(GROUND,), target=GROUND)
EDITS: tuple[Edit, ...] = (
    SPAN,
    ReplaceBlocks(ADDRESS, 1, (Paragraph("a"),), (ListItem("b", level=2), Figure("c", "0" * 64))),
    ReplaceRecords(ADDRESS, 0, (Record("r"),), ()),
    SetField(ADDRESS, None, Day(date(2015, 6, 30))),
    SetField(ADDRESS, Line("x"), None),
    *(
        SetAttribute("ziele", name, before, after)
        for name, before, after in (
            ("title", "", "2015-03-12"),
            ("deadline", None, date(2015, 3, 12)),
            ("deadline", date(2015, 3, 12), None),
            ("target_words", None, 1),
            ("numbered", True, False),
            ("comments", (), (COMMENT,)),
        )
    ),
    InsertSection(PLACE, SECTION),
    RemoveSection(PLACE, SECTION),
    MoveSection("ziele", PLACE, Place("p", 2)),
    TrashSection("ziele", PLACE, Place("p", 1), 0, NOW),
    RestoreSection("ziele", PLACE, PLACE, 0, NOW),
    EmptyTrash(0, Trashed(SECTION, PLACE, NOW)),
    RefillTrash(0, Trashed(SECTION, PLACE, NOW)),
    SetTemplate(TEMPLATE, replace(TEMPLATE, numbering=Numbering(final_dot=True), house_style=(("margin", 20.5),))),
    SetProperties(Properties(), Properties("Integrationskonzept", draft="Entwurf 0.7")),
    SetProperties(
        Properties(dates=(BindingDate(date(2013, 10, 31), "Oktober 2013", "Koordinierungskreis"),)), Properties("Titel")
    ),
    SetReturned(
        (), (ReturnedFile("f", "c", "Kopie.docx", "Jobcenter", NOW, "0" * 64, left_out=(LeftOut("chart", "S. 3"),)),)
    ),
    ChangeProposals((), (PROPOSAL, replace(PROPOSAL, id="b", decision=Decision(Verdict.LATER, NOW, text="so")))),
    Decide("a", None, Decision(Verdict.ACCEPTED, NOW, 1, reason="Beschluss")),
    Compound((SPAN, Compound((MoveSection("ziele", PLACE, PLACE),)))),
)


@settings(max_examples=30)
@given(documents())
def test_any_concept_comes_back_equal(document: Document) -> None:
    assert codec.DOCUMENT.loads(codec.DOCUMENT.dumps(document)) == document


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_every_edit_comes_back_equal_in_type_and_value(edit: Edit) -> None:
    again = codec.EDIT.loads(codec.EDIT.dumps(edit))
    assert again == edit
    assert repr(again) == repr(edit)


def test_no_kind_of_edit_is_left_out() -> None:
    assert {type(edit) for edit in EDITS} == set(get_args(Edit))


@pytest.mark.parametrize(
    "selections",
    [
        (None, None),
        (Selection("ziele", ADDRESS, "b", "", 3, 6), Selection("ziele", ADDRESS, "b", "", 4, 4)),
        (Selection("andere"), Selection("ziele", ADDRESS, "anderer Block", "", 1, 1)),
    ],
)
def test_a_step_comes_back_with_its_carets(selections: tuple[Selection | None, Selection | None]) -> None:
    for edit in (SPAN, EDITS[1]):
        step = Step(7, edit, "Tippen", NOW, *selections)
        assert codec.step_of(codec.step_text(step), 7, NOW) == step


def test_the_words_of_the_format_stay_as_they_are_in_peoples_files() -> None:
    note = Footnote("f", (Text("Beschluss"), CrossReference("t")))
    block = Paragraph("p", (Text("Der "), Text("Kreis", Marks.BOLD | Marks.ITALIC, comments=("k",)), LineBreak(), note))
    assert json.loads(codec.BLOCK.dumps(block)) == {
        "is": "paragraph",
        "id": "p",
        "inlines": [
            "Der ",
            {"is": "text", "text": "Kreis", "marks": 3, "comments": ["k"]},
            {"is": "break"},
            {"is": "note", "id": "f", "content": ["Beschluss", {"is": "reference", "target": "t"}]},
        ],
    }
    step = Step(4, SPAN, "Tippen", NOW, Selection("ziele", ADDRESS, "b", "", 3, 6))
    inserted = [{"is": "text", "text": "neu", "marks": 1}, {"is": "break"}]
    assert json.loads(codec.step_text(step)) == {
        "label": "Tippen",
        "span": [
            "ziele",
            "text",
            "",
            "",
            "b",
            "",
            3,
            ["alt"],
            [{"is": "text", "text": "neu", "marks": 1}, {"is": "break"}],
        ],
        "before": [3, 6],
    }
    assert json.loads(codec.EDIT.dumps(SPAN)) == {
        "is": "replace_span",
        "address": {"section": "ziele", "field": "text"},
        "block": "b",
        "line": "",
        "start": 3,
        "removed": ["alt"],
        "inserted": inserted,
    }


def test_the_words_for_what_came_back_stay_as_they_are_in_peoples_files() -> None:
    assert json.loads(codec.EDIT.dumps(ChangeProposals((), (PROPOSAL,))))["added"] == [
        {
            "id": "a",
            "version": "v",
            "kind": "move",
            "section": "ziele",
            "place": 3,
            "before": "Kreis",
            "variants": [
                {
                    "text": "Landkreis",
                    "sources": [
                        {"copy": "f", "author": "Jobcenter", "date": "2015-03-05T09:00:00Z", "tracked": False},
                    ],
                }
            ],
            "grounds": [{"id": "b", "text": "Der Kreis", "start": 4, "end": 9}],
            "target": {"is": "ground", "id": "b", "text": "Der Kreis", "start": 4, "end": 9},
        }
    ]
    assert json.loads(codec.EDIT.dumps(Decide("a", None, Decision(Verdict.LATER, NOW)))) == {
        "is": "decide",
        "proposal": "a",
        "before": None,
        "after": {"is": "decision", "verdict": "later", "when": "2015-03-12T10:42:00+00:00"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[" * 100_000,
        "null",
        '"p"',
        "{}",
        '{"is":"paragraph"}',
        '{"is":"paragraph","id":"p"} {}',
        '{"is":"paragraph","id":7}',
        '{"is":"paragraph","id":"p","style":"heading"}',
        '{"is":"paragraph","id":"p","colour":"red"}',
        '{"is":["paragraph"],"id":"p"}',
        '{"is":"section","id":"p"}',
        '{"is":"paragraph","id":"p","inlines":"text"}',
        '{"is":"paragraph","id":"p","inlines":[7]}',
        '{"is":"paragraph","id":"p","inlines":[{"is":"text","text":"x","marks":16}]}',
        '{"is":"paragraph","id":"p","inlines":[{"is":"text","text":"x","marks":true}]}',
        '{"is":"item","id":"p","level":true}',
        '{"is":"item","id":"p","level":NaN}',
        '{"is":"figure","id":"p","image":"0","width":Infinity}',
        '{"is":"figure","id":"p","image":"0","width":1e999}',
    ],
)
def test_what_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(FormError):
        codec.BLOCK.loads(text)


def test_space_around_says_nothing() -> None:
    assert codec.BLOCK.loads(' \t{"is":"paragraph","id":"p"}\r\n') == Paragraph("p")


def test_text_that_utf8_cannot_hold_is_written_all_the_same() -> None:
    text = dumps({"ä": "\ud800"})
    assert loads(text.encode("utf-8").decode("utf-8")) == {"ä": "\ud800"}


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"label":"x","edit":null}',
        '{"label":"x","span":[]}',
        '{"label":"x","span":["s","t","","","b","",true,[],[]]}',
        '{"label":"x","span":["s","t","","",7,"",0,[],[]]}',
        '{"label":"x","span":["s","t","","","b","",0,[],[]],"before":[1]}',
        '{"label":"x","span":["s","t","","","b","",0,[],[]],"colour":1}',
        '{"span":["s","t","","","b","",0,[],[]]}',
        '{"label":"x","edit":{"is":"several","edits":[]},"before":[1,2]}',
    ],
)
def test_a_step_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(FormError):
        codec.step_of(text, 1, NOW)
