"""The record as Word file and PDF: every word of it in its order, no judge complains, whatever copies hold."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ikonzept_desktop.export.orders import Delivery, Kind, Order, carry_out
from ikonzept_desktop.export.pdf.conformity.check import flaws_of
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.proposals import Decision, LeftOut, Source, Verdict
from ikonzept_desktop.model.proposals import Kind as Of
from ikonzept_desktop.publication.record.build import record
from ikonzept_desktop.publication.tree import TableElement, TextRun, all_elements, all_sections
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.review.reading_back import Returned, read_back
from tests.builders import chapter, doc
from tests.export.pdf.judges import raw_text
from tests.export.pdf.judging import letters, letters_of_structure
from tests.publication.record.returned import JOBCENTER, WHEN, ground, proposal, returned
from tests.publication.record.test_record import NOW

_LONG = "Ein Satz, der sich hinzieht und nicht enden will. " * 40
_HOSTILE = {
    "markup": '<w:del/> &amp; ]]> <script>alert(1)</script> %PDF ) Tj ET \\ "',
    "controls": "a\x00b\x08c\x1bd\ud800e\ufffff\ufdd0g",
    "directions": "abc \u202eגנב\u202c محمد 123 \u2066שלום\u2069 x\u200bx\u200dx\ufeffx\u00ad",
    "borders": "\u2029\u2029\n\n\t\t\ufffc\ufffc\u2028\r\n",
    "one word": "Wort" * 250,
    "long": _LONG,
    "signs": "\U0001f600 𝔉𝔯𝔞𝔨 a\u0301\u0302\u0303\u0304 漢字",
    "nothing": "",
}


def given_out(document: Document, folder: Path, *kinds: Kind) -> dict[Kind, Delivery]:
    publication = record(document, NOW)
    return {kind: carry_out(_silent, Order(kind, publication, {}, folder / kind.value, NOW)) for kind in kinds}


def _silent(_share: float, _doing: str) -> None:
    return


def words_of_cells(document: Document) -> Iterator[str]:
    """Go through the letters of all cells in their order."""
    for section in all_sections(record(document, NOW).sections):
        for element in all_elements(section.elements):
            rows = element.rows if isinstance(element, TableElement) else ()
            for cell in (cell for row in rows for cell in row.cells):
                yield letters("".join(run.text for run in cell.runs if isinstance(run, TextRun)))


def first_missing(document: Document, read: str) -> str:
    at = 0
    for said in words_of_cells(document):
        found = read.find(said, at)
        if found < 0:
            return said
        at = found + len(said)
    return ""


def read_by_pandoc(path: Path) -> str:
    done = subprocess.run(["pandoc", "-f", "docx", "-t", "json", str(path)], check=True, capture_output=True)
    return letters("".join(_strings(json.loads(done.stdout)["blocks"])))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _strings(each)
    elif isinstance(node, dict):
        if node.get("t") == "Str":
            yield node["c"]
        else:
            yield from _strings(node.get("c", []))


def complaints(path: Path) -> list[str]:
    import outloud
    import page  # here, where they judge: not every system has them

    found = [str(flaw) for flaw in flaws_of(path)]
    for profile in ("ua1", "2a"):
        report = page.validate_pdf(str(path), profile=profile)
        found += [] if report.is_compliant else [f"{profile}: {report}"]
    heard = outloud.check(str(path))
    return found + [str(finding) for finding in heard.findings if finding.severity == "error"]


def test_every_word_stands_in_the_word_file_in_its_order(tmp_path: Path) -> None:
    given_out(returned(), tmp_path, Kind.WORD)
    assert first_missing(returned(), read_by_pandoc(tmp_path / "word")) == ""


def test_every_word_is_read_aloud_from_the_pdf_in_its_order_and_no_judge_complains(tmp_path: Path) -> None:
    delivery = given_out(returned(), tmp_path, Kind.PDF)[Kind.PDF]
    assert delivery.findings == ()
    assert first_missing(returned(), letters_of_structure(tmp_path / "pdf")) == ""
    assert complaints(tmp_path / "pdf") == []


def test_the_cells_of_the_head_and_the_numbers_are_headers(tmp_path: Path) -> None:
    given_out(returned(), tmp_path, Kind.PDF)
    done = subprocess.run(["pdfinfo", "-struct", str(tmp_path / "pdf")], check=True, capture_output=True)
    tree = done.stdout.decode()
    tables = [element for section in all_sections(record(returned(), NOW).sections) for element in section.elements]
    found = [cell for each in tables if isinstance(each, TableElement) for row in each.rows for cell in row.cells]
    expected = sum(cell.header for cell in found)
    assert expected > len(found) / 4
    assert len(re.findall(r"^ *TH\b", tree, re.MULTILINE)) == expected


@pytest.mark.parametrize("words", _HOSTILE.values(), ids=_HOSTILE)
def test_whatever_a_copy_holds_becomes_a_record(words: str, tmp_path: Path) -> None:
    document = hostile(words)
    deliveries = given_out(document, tmp_path, Kind.WORD, Kind.PDF)
    assert not [said for said in deliveries[Kind.PDF].findings if not said.startswith("Das Zeichen")]
    assert complaints(tmp_path / "pdf") == []
    assert read_by_pandoc(tmp_path / "word")


def hostile(words: str) -> Document:
    source = Source("c1", words, words)
    kinds = [
        replace(
            proposal(at, kind, words, (words, source), grounds=(ground(words), ground(words, id="b2"))),
            decision=Decision(Verdict.ACCEPTED, WHEN, 7, words, words),
            against=(source,),
        )
        for at, kind in enumerate(Of)
    ]
    conflict = proposal(99, Of.TEXT, words, (words, source), (words * 2, JOBCENTER), grounds=(ground(words),))
    document = returned()
    first, *others = document.returned
    left = replace(first, reviewer=words, name=words, left_out=(LeftOut(words, words, words),))
    return replace(document, returned=(left, *others), proposals=(*kinds, conflict))


def test_a_record_is_no_copy_of_its_concept(tmp_path: Path) -> None:
    given_out(returned(), tmp_path, Kind.WORD)
    copy = taken((tmp_path / "word").read_bytes(), "Protokoll.docx")
    assert dict(copy.properties).get("ikSnapshot", "") == ""
    assert read_back(copy, {"a": Returned(copy)}).proposals == ()


def test_no_heading_is_parted_from_its_table_and_no_page_left_half_empty(tmp_path: Path) -> None:
    sections = tuple(chapter(f"Abschnitt {letter}", id=f"s{letter.lower()}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    kept = tuple(
        replace(proposal(at, Of.TEXT, "alt", ("neu", JOBCENTER)), section=section.id)
        for at, section in enumerate(sections)
    )
    delivery = given_out(replace(doc(*sections), proposals=kept), tmp_path, Kind.PDF)[Kind.PDF]
    assert delivery.pages is not None
    pages = [raw_text(tmp_path / "pdf", at) for at in range(4, delivery.pages + 1)]
    headings = [re.findall(r"^\d+ Abschnitt [A-Z]$", page, re.MULTILINE) for page in pages]
    tables = [page.count("Nr. Art und Herkunft") for page in pages]
    assert [len(found) for found in headings] == tables
    assert min(tables[:-1]) >= 5
