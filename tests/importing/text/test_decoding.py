"""The letters in the bytes of a text file, whoever has written it."""

import pytest

from ikonzept_desktop.importing.text.decoding import NotText, decoded

WORDS = "Übergänge für Ältere – „schöner“ leben\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "ascii"]
)
def test_the_letters_are_read_in_whatever_encoding(encoding: str) -> None:
    words = WORDS if encoding != "ascii" else "Nur Buchstaben\n"
    assert decoded(words.encode(encoding)).text == words


def test_a_declared_encoding_counts_where_the_bytes_are_no_unicode() -> None:
    assert decoded("Zażółć".encode("iso8859-2"), "ISO-8859-2").text == "Zażółć"


@pytest.mark.parametrize("declared", ["unicode_escape", "utf-7", "idna", "base64", "x-nonsense", "ü"])
def test_a_declared_encoding_that_is_none_of_characters_is_not_asked(declared: str) -> None:
    assert decoded("schön \\x41".encode("cp1252"), declared).text == "schön \\x41"


def test_what_was_read_wrongly_before_stays_as_it_is() -> None:
    assert decoded("fÃ¼r".encode()).text == "fÃ¼r"


def test_line_ends_of_all_systems_are_one() -> None:
    assert decoded(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_bytes_without_a_character_are_counted() -> None:
    read = decoded(b"sch\xf6n \x81 und \x8d gut")
    assert (read.text, read.lost) == ("schön \ufffd und \ufffd gut", 2)


def test_a_few_control_characters_are_left_out_and_counted() -> None:
    read = decoded(b"Ein Text\x00 mit\x01 Resten")
    assert (read.text, read.controls) == ("Ein Text mit Resten", 2)


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x7fELF" + b"\x00\x01\x02\x03" * 400, b"\x00" * 5000])
def test_what_is_no_text_is_not_taken_for_one(data: bytes) -> None:
    with pytest.raises(NotText):
        decoded(data)
