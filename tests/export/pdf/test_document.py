"""What we lean on in ReportLab's insides, and what we do otherwise."""

import io
import random
import re
import zlib

import pikepdf
import pytest

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.document import Raw, Stream, StreamedDocument, byte_string, name, number, text_string
from ikonzept_desktop.export.pdf.structure import Element


def finished(canvas: TaggedCanvas, file: io.BytesIO, root: Element) -> pikepdf.Pdf:
    """Close a file and read it back."""
    canvas.document.info = Raw("<</Title(x)>>")
    canvas.document.file_id = "00" * 16
    canvas.finish(root, dict)
    return pikepdf.open(io.BytesIO(file.getvalue()))


def test_pages_go_to_the_file_as_they_are_closed() -> None:
    file = io.BytesIO()
    canvas = TaggedCanvas(file, 200, 100)
    sizes = []
    for page in range(3):
        canvas.paint.append(f"% page {page} " + "x" * 500)
        canvas.close_page()
        sizes.append(file.tell())
    assert sizes == sorted(set(sizes))
    with finished(canvas, file, Element("Document")) as pdf:
        assert len(pdf.pages) == 3
        assert pdf.pages[1].Contents.read_bytes().startswith(b"% page 1 ")


def test_no_font_is_named_that_nobody_embedded() -> None:
    file = io.BytesIO()
    canvas = TaggedCanvas(file, 200, 100)
    canvas.close_page()
    finished(canvas, file, Element("Document")).close()
    assert b"Helvetica" not in file.getvalue()


def test_what_is_known_late_is_filled_in_at_the_end() -> None:
    file = io.BytesIO()
    canvas = TaggedCanvas(file, 200, 100)
    canvas.paint.append(lambda: f"% {canvas.page} pages")
    canvas.close_page()
    canvas.close_page()
    with finished(canvas, file, Element("Document")) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == b"% 2 pages"


def test_content_and_links_know_their_elements_and_these_know_them() -> None:
    file = io.BytesIO()
    canvas = TaggedCanvas(file, 200, 100)
    root = Element("Document")
    paragraph = root.below("P")
    link = paragraph.below("Link")
    root.below("P")
    canvas.paint.extend([canvas.mark(paragraph), "EMC"])
    canvas.link(link, (0, 0, 10, 10), "Netz", url="https://kreis.example/")
    canvas.close_page()
    with finished(canvas, file, root) as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        page = pdf.pages[0]
        assert parents[int(page.StructParents)][0].S == "/P"
        assert parents[int(page.Annots[0].StructParent)].S == "/Link"
        assert len(tree.K[0].K) == 1  # the empty paragraph is not there


def test_a_link_to_nowhere_leads_to_the_first_page_instead_of_breaking_the_file() -> None:
    file = io.BytesIO()
    canvas = TaggedCanvas(file, 200, 100)
    root = Element("Document")
    canvas.link(root.below("Link"), (0, 0, 1, 1), "weg", anchor="lost")
    canvas.close_page()
    with finished(canvas, file, root) as pdf:
        assert pdf.pages[0].Annots[0].Dest[0].objgen == pdf.pages[0].obj.objgen


@pytest.mark.parametrize("data", [b"abc", b"abc\r", b"abc\n", b"", b"\r\n\r"])
def test_a_stream_ends_with_a_line_end_that_is_not_its_own(data: bytes) -> None:
    document = StreamedDocument(io.BytesIO())
    written = Stream(data, compress=False).format(document)
    assert f"/Length {len(data)}>>".encode() in written
    body = re.sub(rb"^.*?stream\n", b"", written, count=1, flags=re.DOTALL)
    assert re.sub(rb"\r?\nendstream\n$", b"", body) == data


def test_texts_names_and_numbers_are_written_as_pdf_has_them() -> None:
    assert text_string("Ä😀") == "<FEFF00C4D83DDE00>"
    assert byte_string("a(b)\\") == "(a\\(b\\)\\\\)"
    assert name("A B#") == "/A#20B#23"
    assert [number(value) for value in (1.0, 0.5, 1 / 3, 0.0, -2.25)] == ["1", "0.5", "0.333", "0", "-2.25"]


def test_objects_stand_in_the_order_in_which_they_were_finished_though_some_are_compressed_beside() -> None:
    file = io.BytesIO()
    canvas = TaggedCanvas(file, 200, 100)
    document = canvas.document
    canvas.close_page()
    references = [document.put(f"S{count}", Stream(bytes([count]) * 300_000)) for count in range(5)]
    references.append(document.put("behind", Raw("(behind)")))
    finished(canvas, file, Element("Document")).close()
    starts = [file.getvalue().index(f"\n{reference.removesuffix('R')}obj".encode()) for reference in references]
    assert starts == sorted(starts)


def test_little_waits_for_what_is_being_compressed() -> None:
    file = io.BytesIO()
    document = StreamedDocument(file)
    unpressable = random.Random(1).randbytes(1_000_000)
    for count in range(12):
        document.put(f"S{count}", Stream(unpressable))
    assert file.tell() >= 7_000_000


def test_a_stream_that_was_compressed_for_one_file_is_the_same_in_the_next() -> None:
    first = Stream(b"words " * 5000)
    again = first.again()
    assert zlib.decompress(again.data) == b"words " * 5000
    assert (again.entries, again.size) == (first.entries, 30_000)
