"""What is written of a Word file that came back: paragraphs with both texts, changes, comments, what is left over."""

import json
from pathlib import Path
from typing import Any

import pytest

from ikonzept_desktop.cli import main
from ikonzept_desktop.cli_files import DONE, UNUSABLE
from ikonzept_desktop.reading.word.inspection import as_json, inspected
from tests.reading.word.files import (
    WHEN,
    bookmark,
    box,
    docx,
    gone,
    ins,
    mark,
    p,
    r,
    read,
    tbl,
    tc,
    tr,
)


def written(*body: str, styles: str = "", comments: str = "") -> Any:
    return json.loads(as_json(read(*body, styles=styles, comments=comments)))


def test_a_paragraph_has_its_id_its_style_and_both_texts() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="b1"><w:name w:val="heading 1"/></w:style>'
    text = bookmark("_ik_abc234", "Der ", gone("alte"), ins("neue"), " Kreis")
    (found,) = written(p(text, properties='<w:pStyle w:val="b1"/>'), styles=styles)["paragraphs"]
    assert {key: found[key] for key in ("id", "style", "outline", "rejected", "accepted", "part")} == {
        "id": "abc234",
        "style": "heading 1",
        "outline": 0,
        "rejected": "Der alte Kreis",
        "accepted": "Der neue Kreis",
        "part": "document",
    }


def test_a_paragraph_of_others_has_no_id_and_a_copy_tells_of_what() -> None:
    found = written(p("a"), p(bookmark("_ik_b_Copy_1", "b")))["paragraphs"]
    assert [(each["id"], each.get("copy_of")) for each in found] == [(None, None), (None, "b")]


def test_changes_tell_who_did_what_when_to_which_text() -> None:
    text = p("a", ins("b", gone("c", by="Ben")), ins("d", by="Ben"), properties=mark("ins"))
    found = written(text, p("e"))["paragraphs"][0]["changes"]
    assert found == [
        {"kind": "inserted", "author": "Ada", "date": WHEN, "text": "bc"},
        {"kind": "deleted", "author": "Ben", "date": WHEN, "text": "c"},
        {"kind": "inserted", "author": "Ben", "date": WHEN, "text": "d"},
        {"kind": "mark_inserted", "author": "Ada", "date": WHEN, "text": ""},
    ]


def test_changes_of_form_rows_and_boxes_are_among_the_changes() -> None:
    by = 'w:id="1" w:author="Ada"'
    bold = f"<w:rPr><w:rPrChange {by}><w:rPr/></w:rPrChange></w:rPr>"
    row = tr(tc(p(r("a", bold), ins(box(p("Kasten"))))), properties=f"<w:del {by}/>")
    found = written(tbl(row))["paragraphs"]
    assert [[change["kind"] for change in each["changes"]] for each in found] == [
        ["inserted", "row_deleted", "rPrChange"],
        ["row_deleted", "holder_inserted"],
    ]


def test_of_joined_paragraphs_one_has_the_whole_text_and_the_others_null() -> None:
    split = written(p(bookmark("_ik_a", "Der "), properties=mark("ins")), p("Kreis"))["paragraphs"]
    assert [(each["rejected"], each["accepted"]) for each in split] == [("Der Kreis", "Der "), (None, "Kreis")]
    new = written(p(ins("Neu."), properties=mark("ins")), p(bookmark("_ik_a", "Alt.")))["paragraphs"]
    assert [(each["rejected"], each["accepted"]) for each in new] == [(None, "Neu."), ("Alt.", "Alt.")]


def test_a_paragraph_begun_anew_at_its_start_is_still_the_one_with_our_mark() -> None:
    start, end = '<w:bookmarkStart w:id="7" w:name="_ik_a"/>', '<w:bookmarkEnd w:id="7"/>'
    found = written(p(start, properties=mark("ins")), p("Der Kreis", end))["paragraphs"]
    assert [(each["id"], each["rejected"], each["accepted"]) for each in found] == [
        ("a", "Der Kreis", ""),
        (None, None, "Der Kreis"),
    ]


def test_a_deleted_paragraph_does_not_take_the_text_of_the_next() -> None:
    found = written(p(bookmark("_ik_a", gone("Weg")), properties=mark("del")), p("Der Kreis"))["paragraphs"]
    assert [(each["rejected"], each["accepted"]) for each in found] == [("Weg", None), ("Der Kreis", "Der Kreis")]


def test_comments_stand_with_the_paragraph_they_begin_in_with_their_answers() -> None:
    note = '<w:comment w:id="{}" w:author="{}" w:date="d"><w:p>{}</w:p></w:comment>'
    begin, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    comments = note.format(0, "Ada", r("Warum?")) + note.format(1, "Ben", r("nirgends"))
    found = written(p("a"), p("b", begin, "c", end), comments=comments)
    assert found["paragraphs"][1]["comments"] == [
        {"author": "Ada", "date": "d", "text": "Warum?", "anchor": "c", "resolved": False, "replies": []}
    ]
    assert [each["text"] for each in found["comments"]] == ["nirgends"]
    assert len(found["paragraphs"]) == 2


def test_comments_that_answer_each_other_in_a_circle_are_all_there() -> None:
    from ikonzept_desktop.reading.word.content import Comment, Copy

    circle = (Comment("1", "Ada", "", answers="2"), Comment("2", "Ben", "", answers="1"))
    found = inspected(Copy((), circle))["comments"]
    assert [(each["author"], [reply["author"] for reply in each["replies"]]) for each in found] == [("Ada", ["Ben"])]


def test_what_is_not_taken_over_is_named_with_its_kind_and_place() -> None:
    form = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    found = written(p("a"), p(form.format(r("neu"), r("alt"))))
    assert found["not_taken_over"] == [
        {"kind": "alternate", "place": "word/document.xml#1", "text": "alt", "about": ""}
    ]


# The command


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "Kopie.docx"
    path.write_bytes(docx(p("Der ", ins("neue"), " Kreis")))
    return path


def test_inspect_writes_what_was_read(copy: Path, tmp_path: Path) -> None:
    out = tmp_path / "Kopie.json"
    assert main(["inspect", str(copy), "--json", str(out)]) == DONE
    (found,) = json.loads(out.read_text(encoding="utf-8"))["paragraphs"]
    assert (found["rejected"], found["accepted"]) == ("Der  Kreis", "Der neue Kreis")


def test_inspect_counts_where_nothing_is_to_be_written(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(copy)]) == DONE
    assert capsys.readouterr().out.splitlines() == [
        "Absätze: 1",
        "Änderungen: 1",
        "Kommentare: 0",
        "nicht übernommene Teile: 0",
    ]


def test_inspect_refuses_a_foreign_file_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Kopie.docx"
    path.write_bytes(b"{\\rtf1 Hallo}")
    out = tmp_path / "Kopie.json"
    assert main(["inspect", str(path), "--json", str(out)]) == UNUSABLE
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "RTF" in said[0]
    assert not out.exists()


def test_inspect_writes_over_no_document(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = copy.read_bytes()
    for out in (copy, tmp_path / "Anderes.docx", tmp_path / "fehlt" / "a.json"):
        assert main(["inspect", str(copy), "--json", str(out)]) == UNUSABLE
        assert "Nichts wurde ausgegeben" in capsys.readouterr().err
    assert copy.read_bytes() == before
