"""Text out of a PDF: lines that end with the page's width become paragraphs again."""

import pytest

from ikonzept_desktop.reading.clipboard.plain import is_wrapped, paragraphs_of
from tests.reading.clipboard.said import lines

PDF = """Die Integration der Menschen mit Zuwanderungsgeschichte ist eine Quer-
schnittsaufgabe. Sie gelingt, wenn alle Ämter der Kreisverwaltung zusam-
menarbeiten und die Städte sich beteiligen. Das gilt für die Sprach-
und Bildungsangebote in Nordrhein-
Westfalen ebenso.
Ein zweiter Absatz beginnt nach der kurzen Zeile und läuft dann wieder
über mehrere Zeilen bis an den rechten Rand der Seite, wo er schließlich
aufhört.

• Sprachkurse für Mütter mit Kindern am Vormittag in allen zehn Städten
des Kreises
• Beratung
1. anmelden
2. kommen"""


def said(text: str) -> list[str]:
    return [line for block in paragraphs_of(text) for line in lines(block)]


def test_paragraphs_are_whole_again_and_so_are_their_words() -> None:
    assert is_wrapped(PDF)
    assert said(PDF) == [
        (
            "Die Integration der Menschen mit Zuwanderungsgeschichte ist eine Querschnittsaufgabe. Sie gelingt, wenn "
            "alle Ämter der Kreisverwaltung zusammenarbeiten und die Städte sich beteiligen. Das gilt für die Sprach- "
            "und Bildungsangebote in Nordrhein-Westfalen ebenso."
        ),
        (
            "Ein zweiter Absatz beginnt nach der kurzen Zeile und läuft dann wieder über mehrere Zeilen bis an den "
            "rechten Rand der Seite, wo er schließlich aufhört."
        ),
        "- Sprachkurse für Mütter mit Kindern am Vormittag in allen zehn Städten des Kreises",
        "- Beratung",
        "1. anmelden",
        "1. kommen",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ein Satz.",
        "Kreis Mettmann\nSozialamt\nGoethestraße 23\n40822 Mettmann",
        (
            "Ein langer Absatz, der im Ganzen auf einer Zeile steht und nirgends bricht, weil er aus einem Programm "
            "kommt, das Absätze kennt, und nicht aus einem Bild der Seite.\nUnd noch einer, der ebenso lang ist wie "
            "der erste, damit niemand ihn für eine Zeile hält, die nur voll war, und der deshalb so bleibt."
        ),
        "Dieser Satz steht auf einer Zeile und hört mit ihr auf, wie es sein soll.\n" * 5,
    ],
)
def test_lines_that_end_by_themselves_are_left_alone(text: str) -> None:
    assert not is_wrapped(text)


def test_a_soft_hyphen_at_the_end_of_a_line_joins() -> None:
    assert said("eine Quer\u00ad\nschnittsaufgabe") == ["eine Querschnittsaufgabe"]
