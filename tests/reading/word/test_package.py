"""Files that are none, or that were made to do harm, are refused in one German sentence before they can do any."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ikonzept_desktop.jobs import JobDied, JobFailed, JobTimedOut
from ikonzept_desktop.reading.word import package, reading, story
from ikonzept_desktop.reading.word.intake import read_apart, refusal_of, taken
from ikonzept_desktop.reading.word.refusals import WordRefused
from tests.reading.word.files import docx, entries, p, packed, read, rejected, relationship


def refused(data: bytes) -> str:
    with pytest.raises(WordRefused) as caught:
        taken(data, "Kopie.docx")
    said = str(caught.value)
    assert said.startswith("„Kopie.docx“ ")
    assert "Ihr Konzept und die Datei selbst sind unverändert" in said
    assert said.endswith(".")
    assert "\n" not in said
    return said


def changed(**parts: bytes) -> bytes:
    """Give a Word file with entries exchanged: `document` is the main part."""
    return packed({**entries(p("x")), **{f"word/{name}.xml": data for name, data in parts.items()}})


def document(text: bytes) -> bytes:
    return entries(p("x"))["word/document.xml"].replace(b"?>", b"?>" + text, 1)


def with_entry(name: str, data: bytes = b"x") -> bytes:
    return packed({**entries(p("x")), name: data})


def raw_name(name: bytes) -> bytes:
    """Give a file with a name zipfile would not write."""
    return with_entry("a" * len(name)).replace(b"a" * len(name), name)


def encrypted() -> bytes:
    data = bytearray(docx(p("x")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        struct.pack_into("<H", data, place + at, 1)
    return bytes(data)


def twice() -> bytes:
    held = io.BytesIO(docx(p("x")))
    with zipfile.ZipFile(held, "a") as file:
        file.writestr("WORD/Document.xml", b"<x/>")
    return held.getvalue()


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le") + bytes(200)


def macros(kind: str) -> bytes:
    return packed(
        {**entries(p("x")), "[Content_Types].xml": f'<Types><Override ContentType="{kind}"/></Types>'.encode()}
    )


EXTERNAL = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "ist leer"),
        (b"  \n", "ist leer"),
        (b"Hallo", "ist keine Word-Datei"),
        (b"{\\rtf1\\ansi Hallo}", "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>Hallo", "HTML"),
        (b"%PDF-1.7", "PDF"),
        (compound("WordDocument"), "im alten Word-Format (.doc)"),
        (compound("EncryptedPackage"), "mit einem Kennwort verschlüsselt"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument-Text (.odt)"),
        (packed({"xl/workbook.xml": b"<x/>"}), "eine Excel-Arbeitsmappe"),
        (packed({"a.txt": b"x"}), "ist keine Word-Datei"),
        (docx(p("x"))[:400], "beschädigt oder unvollständig"),
        (encrypted(), "mit einem Kennwort verschlüsselt"),
        (twice(), "wie Word keine Datei schreibt"),
        (with_entry("../../x"), "wie Word keine Datei schreibt"),
        (with_entry("/x"), "wie Word keine Datei schreibt"),
        (raw_name(b"a\\b.xml"), "wie Word keine Datei schreibt"),
        (with_entry("C:x"), "wie Word keine Datei schreibt"),
        (with_entry("word/vbaProject.bin"), "enthält Makros"),
        (macros("application/vnd.ms-word.document.macroEnabled.main+xml"), "enthält Makros"),
        (changed(document=document(EXTERNAL)), "wie Word keine Datei schreibt"),
        (changed(document=document(EXTERNAL).decode().replace("UTF-8", "UTF-16").encode("utf-16")), "wie Word keine"),
        (changed(document=b"<!DOCTYPE x><w:document"), "wie Word keine Datei schreibt"),
        (changed(document=b"<w:document"), "beschädigt"),
        (changed(document=b"<x/>"), "ist keine Word-Datei"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "beschädigt"),
        (with_entry("word/big.bin", bytes(package.DENSE_FROM + 1)), "zu groß"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    assert said in refused(data)


@pytest.mark.parametrize(
    ("bound", "least"),
    [("MOST_ENTRIES", 2), ("MOST_UNPACKED", 300), ("MOST_XML", 300), ("MOST_MARKUP", 3), ("MOST_BYTES", 9)],
)
def test_every_bound_holds(bound: str, least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(p("x"))
    assert rejected(taken(data, "x")) == ["x"]
    monkeypatch.setattr(package, bound, least)
    assert "zu groß" in refused(data)


def test_there_may_be_only_so_many_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "MOST_BLOCKS", 2)
    assert rejected(read(p("a"), p("b"))) == ["a", "b"]
    assert "zu groß" in refused(docx(p("a"), p("b"), p("c")))


@pytest.mark.parametrize(("lie", "said"), [(-10, "beschädigt"), (10, "wie Word keine Datei schreibt")])
def test_a_part_that_is_longer_or_shorter_than_it_says_is_refused(lie: int, said: str) -> None:
    found = entries(p("x" * 500))
    data = bytearray(packed(found))
    size = len(found["word/document.xml"])
    place = data.rfind(struct.pack("<I", size))
    struct.pack_into("<I", data, place, size + lie)
    assert said in refused(bytes(data))


def test_the_deepest_that_can_be_parsed_is_read_without_an_end_of_the_stack() -> None:
    deep = "<w:sdt>" * 240 + p("tief") + "</w:sdt>" * 240
    assert rejected(read(deep)) == ["tief"]


def test_what_lies_outside_is_named_and_never_opened() -> None:
    links = "".join(
        relationship(f"rId{count}", kind, "http://127.0.0.1:9/x", outside=True)
        for count, kind in enumerate(("attachedTemplate", "footnotes", "header", "styles", "image", "aFChunk"))
    )
    assert rejected(read(p("x"), '<w:altChunk r:id="rId5"/>', links=links)) == ["x"]


def test_a_relationship_that_leads_out_of_the_package_leads_nowhere() -> None:
    assert rejected(read(p("x"), links=relationship("rId9", "header", "../../../etc/passwd"))) == ["x"]


def test_a_part_that_several_refer_to_is_read_once() -> None:
    links = relationship("rId8", "header", "header.xml") + relationship("rId9", "footer", "header.xml")
    assert rejected(read(p("x"), links=links, header=p("Kopf"))) == ["x", "Kopf"]


def test_the_main_part_is_found_by_its_relationship() -> None:
    found = entries(p("x"))
    found["word/anders.xml"] = found.pop("word/document.xml")
    found["word/_rels/anders.xml.rels"] = found.pop("word/_rels/document.xml.rels")
    found["_rels/.rels"] = found["_rels/.rels"].replace(b"word/document.xml", b"/word/anders.xml")
    assert rejected(taken(packed(found), "x")) == ["x"]


def test_strict_names_are_read_like_all() -> None:
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, data in entries(p("x", properties='<w:pStyle w:val="S"/>')).items()
    }
    copy = taken(packed(strict), "x")
    assert [(block.text, block.style_id) for block in copy.blocks] == [("x", "S")]


def test_documents_in_each_other_have_an_end() -> None:
    data = docx(p("innen"))
    for _ in range(reading.DEEPEST + 2):
        outer = entries('<w:altChunk r:id="rIdC"/>', links=relationship("rIdC", "aFChunk", "c.docx"))
        data = packed({**outer, "word/c.docx": data})
    copy = taken(data, "x")
    assert rejected(copy) == []
    assert [each.kind for each in copy.not_taken] == ["chunk"]


# In the child process


def test_a_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "Kopie.docx"
    path.write_bytes(docx(p("Der Kreis")))
    assert rejected(read_apart(path, path.name)) == ["Der Kreis"]


@pytest.mark.parametrize("make", [lambda folder: folder, lambda folder: folder / "fehlt.docx"])
def test_what_is_no_file_is_refused(make: Callable[[Path], Path], tmp_path: Path) -> None:
    with pytest.raises(WordRefused, match="unverändert"):
        read_apart(make(tmp_path), "Kopie.docx")


def test_whatever_becomes_of_the_child_is_told_in_one_sentence() -> None:
    for error in (JobDied(-11), JobTimedOut(30), JobFailed("ValueError", "x", "")):
        said = str(refusal_of(error, "Kopie.docx"))
        assert said.startswith("„Kopie.docx“")
        assert said.endswith(".")
