"""Pages of a printed text: what stands at their edges is no part of it."""

from ikonzept_desktop.importing.text.reading import read_text
from tests.importing.written import told, written

PRINTED = (
    "Kreis Mettmann 2007\n\nZiele\n\nDer Kreis fördert alle, die hier leben, und ihre\n\nSeite 1\f"
    "Kreis Mettmann 2007\n\nKinder in den Kitas und Schulen.\n\n\n2\f\nKreis Mettmann 2007\n\nEnde.\n- 3 -\n"
)


def test_the_text_goes_on_over_the_edge_of_a_page() -> None:
    read = read_text(PRINTED.encode(), "Text.txt")
    assert written(read) == [
        "Ziele",
        "Der Kreis fördert alle, die hier leben, und ihre Kinder in den Kitas und Schulen.",
        "Ende.",
        "(header) Kreis Mettmann 2007",
    ]


def test_numbers_of_pages_and_running_heads_are_told_of() -> None:
    read = read_text(PRINTED.encode(), "Text.txt")
    assert sorted(told(read)) == [
        ("page_number", "- 3 -"),
        ("page_number", "2"),
        ("page_number", "Seite 1"),
        ("running_head", "Kreis Mettmann 2007"),
        ("running_head", "Kreis Mettmann 2007"),
    ]


def test_without_pages_a_number_alone_is_text() -> None:
    assert written(read_text(b"2015\n\nZiele\n\n12", "Text.txt")) == ["2015", "Ziele", "12"]
