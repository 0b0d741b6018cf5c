"""Files read with their forms say the same as without; and what other programs print and write is what is read."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given

from ikonzept_desktop.export.word.writer import write_draft
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.reading.word import symbols
from ikonzept_desktop.reading.word.content import Block, Copy, Span
from ikonzept_desktop.reading.word.intake import taken
from ikonzept_desktop.reading.word.refusals import WordRefused
from tests.export.word import judges
from tests.export.word.publications import OPTIONS
from tests.export.word.sample import sample
from tests.reading.word.corpus import corpus, needs_corpus
from tests.reading.word.files import docx, entries, p, packed
from tests.reading.word.test_conservation import bodies
from tests.reading.word.test_forms_numbers import abstract, begins, item, level, num, numbers

# The same text


@given(bodies())
def test_with_forms_every_file_says_the_same(body: str) -> None:
    data = docx(body)
    assert same(taken(data, "x"), taken(data, "x", forms=True))


@needs_corpus
def test_with_forms_the_corpus_says_the_same() -> None:
    wrong, signs = [], 0
    for path in corpus():
        data = path.read_bytes()
        try:
            plain = taken(data, path.name)
        except WordRefused:
            with pytest.raises(WordRefused):
                taken(data, path.name, forms=True)
            continue
        formed = taken(data, path.name, forms=True)
        signs += sum(one.text != other.text for one, other in zip(plain.blocks, formed.blocks, strict=True))
        if not same(plain, formed) or not all(block.form for block in formed.blocks):
            wrong.append(path.name)
    assert wrong == []
    assert signs < 20


def same(plain: Copy, formed: Copy) -> bool:
    """Tell whether two readings say the same: letters for signs of symbol fonts alone excepted, one for one."""
    texts = all(_same_text(one, other) for one, other in zip(plain.blocks, formed.blocks, strict=True))
    beside = ("comments", "bookmarks", "not_taken", "properties", "people", "saved_by", "title")
    return texts and all(getattr(plain, name) == getattr(formed, name) for name in beside)


def _same_text(one: Block, other: Block) -> bool:
    names = ("place", "flow", "mark", "within", "row", "style_id", "style", "outline", "bookmarks", "formats")
    if any(getattr(one, name) != getattr(other, name) for name in names) or len(one.text) != len(other.text):
        return False
    pairs = zip(_letters(one.spans), _letters(other.spans), strict=True)
    return all(before[1:] == after[1:] and _same_letter(before[0], after[0]) for before, after in pairs)


def _letters(spans: Sequence[Span]) -> Iterator[tuple[object, ...]]:
    for span in spans:
        atom = None if span.atom is None else (span.atom.kind, span.atom.ref, span.atom.text)
        for letter in span.text:
            yield letter, span.revisions, span.link, span.field, span.is_code, atom


def _same_letter(before: object, after: object) -> bool:
    return before == after or before == "\ufffc" or (isinstance(before, str) and symbols.is_private(before))


# Our own drafts, and what LibreOffice makes of them


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("draft") / "Entwurf.docx"
    write_draft(*sample(), out, OPTIONS)
    return out


@pytest.fixture(scope="module")
def ours(draft: Path) -> Copy:
    return taken(draft.read_bytes(), "x", forms=True)


@pytest.fixture(scope="module")
def saved_again(draft: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    again = judges.libreoffice(draft, tmp_path_factory.mktemp("office"), "docx")
    return taken(again.read_bytes(), "x", forms=True)


def headings(copy: Copy) -> list[tuple[str, str]]:
    """Give the numbered headings."""
    found = [(block.form.number, block.text) for block in copy.blocks if block.form and block.outline is not None]
    return [(number, text) for number, text in found if number]


def contents(copy: Copy) -> list[tuple[str, str]]:
    """Give the lines of the contents that have a number."""
    lines = [block.text.split("\t") for block in copy.blocks if block.form and block.form.is_contents]
    return [(line[0], line[1]) for line in lines if len(line) == 3]


def looks(copy: Copy, mark: Marks) -> list[str]:
    """Give the words that are set in some way, of the body, styles apart."""
    return [
        span.text.strip()
        for block in copy.blocks
        if block.form and block.outline is None and not block.form.is_contents
        for span in block.spans
        if mark in span.look.marks and span.text.strip() and not span.atom
    ]


def test_our_drafts_headings_have_the_numbers_of_the_contents(ours: Copy) -> None:
    assert len(contents(ours)) > 10
    assert [each for each in headings(ours) if each in contents(ours)] == [
        each for each in contents(ours) if each in headings(ours)
    ]
    assert set(contents(ours)) <= set(headings(ours))


def test_saved_again_by_libreoffice_the_numbers_and_the_contents_are_the_same(ours: Copy, saved_again: Copy) -> None:
    assert headings(saved_again) == headings(ours)
    assert contents(saved_again) == contents(ours)


def test_saved_again_by_libreoffice_what_is_bold_and_italic_is_the_same(ours: Copy, saved_again: Copy) -> None:
    assert looks(ours, Marks.BOLD)
    assert looks(saved_again, Marks.ITALIC) == looks(ours, Marks.ITALIC)
    assert "".join(looks(saved_again, Marks.BOLD)) == "".join(looks(ours, Marks.BOLD))


def test_saved_again_by_libreoffice_tables_and_images_are_the_same(ours: Copy, saved_again: Copy) -> None:
    assert [table.header_rows for table in saved_again.tables] == [table.header_rows for table in ours.tables]
    assert [len(table.columns) for table in saved_again.tables] == [len(table.columns) for table in ours.tables]
    assert widths(saved_again) == pytest.approx(widths(ours), abs=0.5)
    assert {len(data) for _, data in ours.images} == {len(data) for _, data in saved_again.images}
    assert (saved_again.language, saved_again.title) == (ours.language, ours.title)


def widths(copy: Copy) -> list[float]:
    atoms = [span.atom for block in copy.blocks for span in block.spans if span.atom is not None]
    return [atom.width for atom in atoms if atom.image]


TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{0}.document.main+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{0}.numbering+xml"/>
</Types>""".format("application/vnd.openxmlformats-officedocument.wordprocessingml")


def test_lists_are_counted_as_libreoffice_counts(tmp_path: Path) -> None:
    outline = abstract(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"))
    forms = ["decimal", "lowerLetter", "upperRoman", "decimalZero", "decimal"]
    others = [abstract(level(0, "%1)", form), level(1, "%1-%2."), id=at) for at, form in enumerate(forms, 2)]
    lists = [num(at, at) for at in range(1, 7)]
    places = [(0, 1), (1, 1), (1, 1), (2, 1), (0, 2), (1, 2), (0, 3), (0, 3), (0, 1), (1, 1), (0, 4), (0, 4)]
    places += [(0, 5), (0, 2), (0, 7), (0, 7), (1, 7), (0, 7), (1, 1), (2, 1), (2, 1)]
    places += [(0, 1), (2, 1), (2, 1), (1, 1), (0, 1), (1, 6), (1, 6), (0, 6), (1, 6)]
    numbering = "".join([outline, *others, *lists, num(7, 2, begins(0, 9))])
    body = [item(at, id, "Text") for at, id in places]
    path = tmp_path / "Listen.docx"
    path.write_bytes(docx(*body, numbering=numbering, more={"[Content_Types].xml": TYPES}))
    printed = judges.libreoffice(path, tmp_path, "txt").read_text(encoding="utf-8-sig").splitlines()
    copy = taken(path.read_bytes(), "x", forms=True)
    assert [f"{number} Text" for number in numbers(copy)] == [" ".join(line.split()) for line in printed]


# Other names, and what nobody writes


def test_strict_files_have_forms_too() -> None:
    body = p("x", properties='<w:jc w:val="end"/><w:ind w:start="1cm"/><w:keepNext w:val="true"/>')
    run = '<w:p><w:r><w:rPr><w:b w:val="true"/></w:rPr><w:t>y</w:t></w:r></w:p>'
    names = "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"
    transitional, strict = (name.encode() for name in names)
    found = {name: data.replace(transitional, strict) for name, data in entries(body, run).items()}
    first, second = taken(packed(found), "x", forms=True).blocks
    assert first.form is not None
    assert (first.form.alignment, first.form.indent, first.form.keeps_next) == ("right", 10.0, True)
    assert second.spans[0].look.marks is Marks.BOLD


def test_a_long_chain_of_styles_and_a_host_of_levels_are_read() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{at}"><w:name w:val="S{at}"/><w:basedOn w:val="S{at + 1}"/></w:style>'
        for at in range(2000)
    )
    levels = "".join(f'<w:lvl w:ilvl="{at}"/>' for at in range(20_000))
    body = [item(at, 1, more=f'<w:pStyle w:val="S{at}"/>') for at in range(2000)]
    copy = taken(docx(*body, styles=styles, numbering=abstract(levels) + num(1)), "x", forms=True)
    assert all(block.form is not None and 1 <= len(block.form.styles) <= 50 for block in copy.blocks)
