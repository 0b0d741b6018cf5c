"""Whatever is typed or pasted stays as it is after the stated cleaning: on screen, on disk, undone, and given out."""

import html
import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.export.pdf.writer import write_pdf
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.blocks import Block, Paragraph, Table, lines_of
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.inline import Inlines, plain
from ikonzept_desktop.model.schema import problems
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.model.typography import EVERY_RULE
from ikonzept_desktop.publication.build import build
from tests.builders import chapter, doc, p
from tests.export.pdf import judges
from tests.export.pdf.builders import DATE
from tests.export.word import reading
from tests.ui.editor.any_texts import LONG, texts, to_qt
from tests.ui.editor.desk import Writer, press, seen, written_plainly

TEXTS = texts(seed=2015, count=500)
TYPED, PASTED = 0, 1
"""The section that is written by the keys, and the one that is pasted."""
HELPED = (
    '"',
    "'",
    " ",
    " - ",
    "--",
    "...",
    "z.B.",
    "d. h.",
    "§ 5",
    "10 km",
    "Wort",
    "(",
    ")",
    "é",
    "👍🏿",
    "§ 12 Abs. 3 ",
)
"""What the typographic help has a say in."""


@dataclass
class Book:
    """A concept's file in which all the texts were written."""

    path: Path
    begun: Document
    written: Document


@pytest.fixture(scope="module")
def book(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Book:
    path = tmp_path_factory.mktemp("texte") / "Texte.ikonzept"
    opened = create_project(path, doc(chapter("Getippt", p()), chapter("Eingefügt", p())))
    begun = opened.project.document
    for section, write in ((TYPED, types), (PASTED, pastes)):
        with closing(Writer(project=opened.project, section=section)) as writer:
            writer.view.typing.choice.off = EVERY_RULE
            for text in TEXTS:
                write(writer, text)
            see_whole(writer)
    written = opened.project.document
    assert opened.store.flush(60)
    opened.store.close()
    return Book(path, begun, written)


def types(writer: Writer, text: str) -> None:
    """Write a text by the keys, the long ones by an input method, in a paragraph of its own."""
    before = len(writer.blocks)
    if len(text) < LONG:
        expected = typed(text)
        for character in text:
            press(writer.view, to_qt(character))
    else:
        expected = dictated(text)
        writer.composes("", commit=to_qt(text))
    see_equal([shown(block) for block in writer.blocks[before - 1 :]], expected)
    press_return(writer)


def pastes(writer: Writer, text: str) -> None:
    """Paste a text into a paragraph of its own."""
    before = len(writer.blocks)
    data = QMimeData()
    data.setText(to_qt(text))
    writer.view.insertFromMimeData(data)
    new = writer.blocks[before - 1 :]
    if any(isinstance(block, Table) for block in new):
        see_equal(["".join(squeezed(shown(block)) for block in new)], [squeezed(clean(text))])
    else:
        see_equal([shown(block) for block in new], pasted(text))
    press_return(writer)


def see_whole(writer: Writer) -> None:
    """See that model and view are equal, and the concept is one."""
    assert list(problems(writer.project.document)) == []
    see_equal([seen(writer.view.document())], [written_plainly(writer.blocks)])


def see_equal(found: list[str], expected: list[str]) -> None:
    """Compare, and say no more than where they part."""
    if found != expected:
        left, right = "|".join(found), "|".join(expected)
        at = next((at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), 0)
        raise AssertionError(f"{left[max(at - 20, 0) : at + 20]!a} is not {right[max(at - 20, 0) : at + 20]!a}")


def press_return(writer: Writer) -> None:
    count = len(writer.blocks)
    writer.view.moveCursor(QTextCursor.MoveOperation.End)
    writer.types(Qt.Key.Key_Return)
    assert len(writer.blocks) == count + 1


def typed(text: str) -> list[str]:
    """Say what comes of keys: each writes its own; U+2028 is a line break, U+2029 a paragraph.

    No key writes a control character, or one of the first plane that is none.
    """
    never = {"Cc", "Cs", "Cn"}
    heard = "".join(sign for sign in text if sign == "\t" or sign > "\uffff" or unicodedata.category(sign) not in never)
    parts = [part.split("\u2028") for part in heard.split("\u2029")]
    return ["\n".join(unicodedata.normalize("NFC", "".join(map(clean, line))) for line in part) for part in parts]


def dictated(text: str) -> list[str]:
    """Say what comes of a text that is put in at once; Qt takes the ends of its frames for paragraphs too."""
    return [clean(part) for part in re.split("[\u2029\ufdd0\ufdd1]", text)]


def pasted(text: str) -> list[str]:
    """Say what a paste makes: a paragraph of every line that is not empty."""
    lines = [clean(line) for line in re.split("\r\n|[\r\n\u2029]", text)]
    return [line for line in lines if line.strip() or len(lines) == 1] or [""]


def shown(block: Block) -> str:
    return "\n".join(map(plain, lines_of(block)))


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_it_is_found_on_disk(book: Book) -> None:
    opened = open_project(book.path, read_only=True)
    try:
        assert opened.project.document == book.written
    finally:
        opened.store.close()


def test_all_of_it_is_undone_after_a_restart_and_done_again(book: Book, tmp_path: Path) -> None:
    opened = open_project(Path(shutil.copy(book.path, tmp_path)))
    project = opened.project
    try:
        for section in (PASTED, TYPED):
            with closing(Writer(project=project, section=section)) as writer:
                undoes_a_section(writer, book.begun)
        assert project.document == book.begun
        while project.redo_label():
            project.redo()
        assert project.document == book.written
    finally:
        opened.store.close()


def undoes_a_section(writer: Writer, begun: Document) -> None:
    steps = 0
    while writer.project.document.sections[writer.section] != begun.sections[writer.section]:
        assert writer.project.undo_label()
        writer.undoes()
        steps += 1
        if steps % 200 == 0:
            see_whole(writer)
    see_whole(writer)


def test_the_word_draft_says_all_of_it(book: Book, tmp_path: Path) -> None:
    out = tmp_path / "Texte.docx"
    write_draft(build(book.written), {}, out, DraftOptions(issued=DATE))
    body = reading.read(out).body
    lines = list(block_lines(book.written))
    assert len(lines) > len(TEXTS)
    for id, line in lines:
        if plain(line).strip():
            see_equal([reading.between(body, f"_ik_{id}")], [plain(line)])


def block_lines(document: Document) -> Iterator[tuple[str, Inlines]]:
    """Go through the paragraphs and cells."""
    for section in document.sections:
        for block in section.blocks("text"):
            match block:
                case Paragraph(id=id, inlines=inlines):
                    yield id, inlines
                case Table(rows=rows):
                    yield from ((cell.id, cell.inlines) for row in rows for cell in row.cells)


def test_the_pdf_says_all_of_it_or_tells_what_no_font_has(book: Book, tmp_path: Path) -> None:
    out = tmp_path / "Texte.pdf"
    document = replace(book.written, sections=book.written.sections[PASTED:])
    report = write_pdf(build(document), {}, out, date=DATE)
    assert judges.complaints_of_qpdf(out) == ""
    said = judges.raw_text(out)
    lines = [plain(line) for _, line in block_lines(document)]
    missing = {sign for sign, _ in report.missing_characters}
    assert not set(drawn("".join(lines)) - drawn(said)) - missing
    assert {sign for line in lines for sign in line if unicodedata.category(sign) in {"Co", "Cn"}} <= missing
    read = bare(said)
    simple = [bare(line) for line in lines if is_simple(line)]
    assert len(simple) > len(TEXTS) / 10
    assert [ascii(line) for line in simple if line not in read] == []


def drawn(text: str) -> Counter[str]:
    """Count what has a shape."""
    return Counter(bare(text))


def bare(text: str) -> str:
    """Give what has a shape; a hyphen may be that of a line's end."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "ZC" and sign != "-")


def is_simple(text: str) -> bool:
    """Tell whether pdftotext gives a text back as it stands: from left to right, each sign for itself."""
    plain = {"L", "EN", "ES", "ET", "CS", "WS", "ON"}
    return all(
        unicodedata.bidirectional(sign) in plain and unicodedata.category(sign) not in {"Co", "Cn"} for sign in text
    )


def test_a_paste_of_html_leaves_no_sign_behind() -> None:
    for text in (text for text in TEXTS if len(text) < LONG):
        data = QMimeData()
        data.setHtml(f"<p>{html.escape(to_qt(text))}</p>")
        with closing(Writer(p())) as writer:
            writer.view.insertFromMimeData(data)
            see_equal([bare("".join(map(shown, writer.blocks)))], [bare(clean(text))])
            see_whole(writer)


def test_whatever_the_typographic_help_has_made_undo_gives_back_what_was_typed() -> None:
    random = Random(30)
    corrections = 0
    for _ in range(60):
        text = "".join(random.choice(HELPED) for _ in range(12))
        with closing(Writer(p())) as writer:
            for count, character in enumerate(text, 1):
                press(writer.view, character)
                if writer.text != text[:count]:
                    corrections += 1
                    writer.undoes()
                see_equal([writer.text], [text[:count]])
            see_whole(writer)
    assert corrections > 60
