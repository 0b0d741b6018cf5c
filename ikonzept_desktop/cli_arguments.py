"""How the command line is called: its verbs, what each asks for and how it may be said, in German."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from ikonzept_desktop.cli_files import DEFAULT_TEMPLATE, Refused

FIRST_SEED = 1
"""What a generated concept is drawn from where no number is said."""
LARGEST_SIDE = 10_000
"""Pixels; Qt has no paper for a picture beyond that."""


class _Formatter(argparse.HelpFormatter):
    """Says in German how a verb is called."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Set the line that argparse begins with `usage:`."""
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Speaks German, and in one line when something is wrong."""

    def __init__(self, *, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, formatter_class=_Formatter)
        # argparse would head its own two groups in English.
        self.named = self.add_argument_group("Angaben")
        self.options = self.add_argument_group("Schalter")
        self.options.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, _message: str) -> NoReturn:
        """Leave with the status for unusable input."""
        named = f"{self.prog} --help"
        raise Refused(f"Dieser Aufruf ist so nicht möglich. Nichts wurde verändert. „{named}“ zeigt, wie er lautet.")


def command_line() -> Parser:
    """Give what reads the command line; what it cannot read it raises as Refused."""
    whole = Parser(prog="ikonzept-desktop", description="Integrationskonzepte schreiben und ausgeben.")
    verbs = whole.add_subparsers(dest="verb", title="Befehle", metavar="BEFEHL", parser_class=Parser)
    for name, (summary, add_arguments) in _VERBS.items():
        add_arguments(verbs.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."))
    whole.epilog = "Ohne Befehl öffnet sich das Programm: ikonzept-desktop [DATEI]"
    return whole


def _size(text: str) -> tuple[int, int]:
    width, height = map(int, text.split("x"))
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise ValueError("no size of a picture")
    return width, height


def _day(text: str) -> date:
    return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007  # a day, whatever the zone


def _file(parser: Parser, help: str = "eine .ikonzept-Datei") -> None:
    parser.named.add_argument("file", type=Path, metavar="DATEI", help=help)


def _new_arguments(parser: Parser) -> None:
    _file(parser, "die neue Datei")
    parser.options.add_argument("--template", metavar="NAME", default=DEFAULT_TEMPLATE, help="die Mustervorlage")


def _example_arguments(parser: Parser) -> None:
    _file(parser, "die neue Datei")
    parser.options.add_argument(
        "--pages", type=int, metavar="N", help="statt des Beispiels ein erzeugtes Konzept von N Seiten"
    )
    parser.options.add_argument("--seed", type=int, metavar="N", help=f"gleiche Zahl, gleiches Konzept ({FIRST_SEED})")


def _info_arguments(parser: Parser) -> None:
    _file(parser)
    parser.options.add_argument("--json", action="store_true", help="als JSON")


def _import_arguments(parser: Parser) -> None:
    parser.named.add_argument("source", type=Path, metavar="KONZEPT.docx", help="das Dokument, das übernommen wird")
    _file(parser, "eine neue .ikonzept-Datei; mit --into eine, die es gibt")
    parser.options.add_argument(
        "--into", metavar="ABSCHNITT", default="", help="unter diesen Abschnitt, nach Nummer oder Titel"
    )
    parser.options.add_argument("--json", type=Path, metavar="DATEI.json", help="der Bericht als JSON in diese Datei")
    parser.options.add_argument("--template", metavar="NAME", help="die Mustervorlage des neuen Konzepts")


def _export_arguments(parser: Parser) -> None:
    _file(parser)
    parser.options.add_argument("--word", type=Path, metavar="DATEI.docx", help="Word-Entwurf")
    parser.options.add_argument("--packet", metavar="GRUPPE", help="nur deren Abschnitte lassen sich ändern")
    parser.options.add_argument("--reviewer", metavar="NAME", help="für wen der Word-Entwurf ist")
    parser.options.add_argument("--due", type=_day, metavar="TT.MM.JJJJ", help="bis wann er zurück sein soll")
    parser.options.add_argument("--return-to", metavar="TEXT", help="an wen er zurückgeht")
    parser.options.add_argument(
        "--revisions-only", action="store_true", help="Word lässt nur nachverfolgte Änderungen zu"
    )
    parser.options.add_argument("--pdf", type=Path, metavar="DATEI.pdf", help="PDF")
    parser.options.add_argument("--print-pdf", type=Path, metavar="DATEI.pdf", help="PDF/X-4 für die Druckerei")
    parser.options.add_argument(
        "--profile", metavar="NAME", help="das Druckprofil: coated, uncoated, gray oder die .icc-Datei der Druckerei"
    )
    parser.options.add_argument("--crop-marks", action="store_true", help="mit Schnittmarken")
    parser.options.add_argument(
        "--cover", choices=("part", "own"), help="der Umschlag als Teil (part) oder als eigene Datei daneben (own)"
    )


def _inspect_arguments(parser: Parser) -> None:
    parser.named.add_argument("copy", type=Path, metavar="KOPIE.docx", help="die Word-Datei")
    parser.options.add_argument("--json", type=Path, metavar="DATEI.json", help="alles als JSON in diese Datei")


def _review_arguments(parser: Parser) -> None:
    _file(parser)
    parser.named.add_argument("copies", type=Path, nargs="+", metavar="KOPIE.docx", help="die Kopien, die zurückkamen")
    parser.options.add_argument("--json", type=Path, metavar="DATEI.json", help="alles als JSON in diese Datei")
    parser.options.add_argument(
        "--accept", choices=("all", "none"), help="dazu der Text, wenn alles (all) oder nichts (none) übernommen wird"
    )


def _record_arguments(parser: Parser) -> None:
    _file(parser)
    parser.options.add_argument("--word", type=Path, metavar="DATEI.docx", help="als Word-Datei")
    parser.options.add_argument("--pdf", type=Path, metavar="DATEI.pdf", help="als PDF")
    parser.options.add_argument("--decided", action="store_true", help="nur das, worüber entschieden ist")
    parser.options.add_argument(
        "--section", metavar="NUMMER", default="", help="nur dieser Abschnitt, zum Beispiel 5.2.1"
    )


def _compare_arguments(parser: Parser) -> None:
    parser.named.add_argument("old", metavar="DATEI[@FASSUNG]", help="der ältere Stand: jetzt, oder eine Fassung")
    parser.named.add_argument("new", metavar="DATEI[@FASSUNG]", help="der neuere Stand")
    parser.options.add_argument(
        "--word", type=Path, metavar="DATEI.docx", required=True, help="der Text mit nachverfolgten Änderungen"
    )


def _picture_arguments(parser: Parser) -> None:
    _file(parser)
    parser.named.add_argument("out", type=Path, metavar="BILD.png", help="das Bild")
    parser.options.add_argument(
        "--size", type=_size, metavar="BREITExHÖHE", default=(1440, 900), help="in Pixeln (1440x900)"
    )
    parser.options.add_argument(
        "--section", metavar="NUMMER", default="", help="der Abschnitt, der offen ist, zum Beispiel 5.2.1"
    )
    parser.options.add_argument("--dark", action="store_true", help="dunkel")


def _selftest_arguments(parser: Parser) -> None:
    parser.named.add_argument("out", type=Path, metavar="BERICHT.json", help="was geprüft wurde und was herauskam")


_VERBS: Mapping[str, tuple[str, Callable[[Parser], None]]] = {
    "new": ("legt ein Konzept aus einer Mustervorlage an", _new_arguments),
    "example": ("legt das Beispielkonzept oder ein erzeugtes an", _example_arguments),
    "info": ("zählt Abschnitte, Blöcke, Wörter, Fußnoten, Tabellen, Abbildungen und Verweise", _info_arguments),
    "text": ("gibt den ganzen Text in Lesereihenfolge aus", _file),
    "import": (
        "übernimmt ein Dokument (Word, LibreOffice, Markdown, Text): als Konzept oder Teil davon",
        _import_arguments,
    ),
    "export": ("gibt einen Word-Entwurf, ein PDF und ein PDF für die Druckerei aus", _export_arguments),
    "inspect": (
        "sagt, was in einer Word-Datei steht, die zurückkam: Texte, Änderungen, Kommentare",
        _inspect_arguments,
    ),
    "review": (
        "hält Kopien, die zurückkamen, gegen den Text, der hinausging: was sie vorschlagen",
        _review_arguments,
    ),
    "record": ("gibt das Protokoll der Rückläufe aus: wer was vorschlug und wie entschieden wurde", _record_arguments),
    "compare": ("hält zwei Stände gegeneinander, als Word-Datei mit nachverfolgten Änderungen", _compare_arguments),
    "picture": ("zeichnet das Fenster des Programms in eine Bilddatei", _picture_arguments),
    "selftest": ("prüft diese Installation am Beispiel, ohne etwas von Ihnen zu berühren", _selftest_arguments),
}
"""In the order in which they are told."""
