"""The command line: the same work as in the window, without one.

Exit status 0: done; 1: done, with findings; 2: nothing done, one German line on stderr says why; 70: not all of the
program could be loaded.
"""

import argparse
import atexit
import errno
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO

from ikonzept_desktop import collector
from ikonzept_desktop.cli_files import (
    DEFAULT_TEMPLATE,
    DONE,
    UNUSABLE,
    Refused,
    check_target,
    create_concept,
    own_template,
    read_concept,
    taking_its_place,
)
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.paths import resource

FIRST_SEED = 1
MOST_PAGES = 10_000
LARGEST_SIDE = 10_000
"""Pixels; Qt has no paper for a picture beyond that."""

COUNT_NAMES = {
    "sections": "Abschnitte",
    "blocks": "Blöcke",
    "words": "Wörter",
    "notes": "Fußnoten",
    "tables": "Tabellen",
    "figures": "Abbildungen",
    "references": "Querverweise",
}

Verb = Callable[[argparse.Namespace], int]


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


class _Parser(argparse.ArgumentParser):
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for and give the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_unicode()
    try:
        status = _carried_out(words)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where it can still be told that nobody takes it
        return status
    except Refused as refusal:
        return _unusable(str(refusal))
    except KeyboardInterrupt:
        return _unusable("Abgebrochen. Was schon da war, ist unverändert.")
    except OSError as error:
        _fall_silent(sys.stdout)
        if nobody_reads_on(error):
            return DONE
        return _unusable(f"Das ging nicht: {in_german(error)}. Ihr Konzept ist sicher.")


def nobody_reads_on(error: OSError, *, windows: bool = os.name == "nt") -> bool:
    """Tell whether whoever read our output has seen enough, so that nothing is left to be told.

    Windows' runtime has no word for it and calls the argument invalid, of no file and without a number of its own.
    """
    nameless = error.filename is None and getattr(error, "winerror", None) is None
    return isinstance(error, BrokenPipeError) or (windows and error.errno == errno.EINVAL and nameless)


def _carried_out(words: list[str]) -> int:
    if words and (words[0] in VERBS or words[0] in ("-h", "--help")):
        asked = _parser().parse_args(words)
        # At its end the interpreter would walk the whole concept once more, though the process frees it anyway.
        atexit.register(collector.settle)
        with collector.resting():
            return VERBS[asked.verb][1](asked)
    return _open_window(words)


def _unusable(sentence: str) -> int:
    """Say in one line why nothing was done, as far as somebody listens; a name may have line ends in it."""
    if sys.stderr is not None:
        try:
            print(" ".join(sentence.splitlines()), file=sys.stderr, flush=True)
        except OSError:
            _fall_silent(sys.stderr)
    return UNUSABLE


def _fall_silent(stream: TextIO | None) -> None:
    """Have what a stream still holds go nowhere, or Python would complain of it on its way out."""
    if stream is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _speak_unicode() -> None:
    """Print names in any script, also where the console or a file would have them in another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open_window(words: list[str]) -> int:
    if len(words) > 1 or (words and words[0].startswith("-")):
        raise Refused("Bitte nennen Sie höchstens eine Datei. „ikonzept-desktop --help“ zeigt alle Befehle.")
    from ikonzept_desktop.app import run

    return run(Path(words[0]) if words else None)


def _new(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.model.outline import new_document

    create_concept(asked.file, new_document(own_template(asked.template)), ())
    return DONE


def _example(asked: argparse.Namespace) -> int:
    if asked.pages is None:
        _create_the_example(asked)
        return DONE
    if not 1 <= asked.pages <= MOST_PAGES:
        raise Refused("Ein Konzept hat mindestens eine Seite und höchstens 10.000 Seiten. Nichts wurde angelegt.")
    from ikonzept_desktop.example.generator import generate
    from ikonzept_desktop.model.template_file import read_template

    seed = FIRST_SEED if asked.seed is None else asked.seed
    generated = generate(asked.pages, seed, read_template(resource("templates", f"{DEFAULT_TEMPLATE}.toml")))
    create_concept(asked.file, generated.document, generated.images.values())
    return DONE


def _create_the_example(asked: argparse.Namespace) -> None:
    from ikonzept_desktop.example.concept import read_example
    from ikonzept_desktop.example.source import MarkupError

    if asked.seed is not None:
        raise Refused("--seed gehört zu --pages: Das Beispiel selbst ist immer dasselbe. Nichts wurde angelegt.")
    try:
        example = read_example(resource("example"))
    except MarkupError as error:
        raise Refused(f"Das Beispiel ist nicht zu lesen: {error}") from error
    create_concept(asked.file, example.document, example.images.values())


def _info(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.publication.count import counts

    document = read_concept(asked.file)
    found = asdict(counts(document))
    if asked.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for name, count in found.items():
            print(f"{COUNT_NAMES[name]}: {count:,}".replace(",", "."))
    return DONE


def _text(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.publication.build import build
    from ikonzept_desktop.publication.plain import plain_text

    document = read_concept(asked.file)
    for line in plain_text(build(document)):
        print(line)
    return DONE


def _import(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.cli_import import take_over

    return take_over(asked)


def _export(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.cli_export import export

    return export(asked)


def _review(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.cli_review import review

    return review(asked)


def _record(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.cli_record import record

    return record(asked)


def _inspect(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.cli_inspect import inspect

    return inspect(asked)


def _compare(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.cli_compare import compare

    return compare(asked)


def _selftest(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.cli_selftest import selftest

    return selftest(asked)


def _picture(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.app import PictureError, take_picture

    width, height = asked.size
    check_target(asked.out, ".png", asked.file)
    try:
        with taking_its_place(asked.out) as unfinished:
            take_picture(asked.file, unfinished, width=width, height=height, dark=asked.dark, section=asked.section)
    except PictureError as error:
        raise Refused(str(error)) from error
    return DONE


def _size(text: str) -> tuple[int, int]:
    width, height = map(int, text.split("x"))
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise ValueError("no size of a picture")
    return width, height


def _day(text: str) -> date:
    return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007  # a day, whatever the zone


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="ikonzept-desktop", description="Integrationskonzepte schreiben und ausgeben.")
    verbs = parser.add_subparsers(dest="verb", title="Befehle", metavar="BEFEHL", parser_class=_Parser)
    for name, (summary, _verb) in VERBS.items():
        verb = verbs.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        _ARGUMENTS[name](verb)
    parser.epilog = "Ohne Befehl öffnet sich das Programm: ikonzept-desktop [DATEI]"
    return parser


def _file(parser: _Parser, help: str = "eine .ikonzept-Datei") -> None:
    parser.named.add_argument("file", type=Path, metavar="DATEI", help=help)


def _new_arguments(parser: _Parser) -> None:
    _file(parser, "die neue Datei")
    parser.options.add_argument("--template", metavar="NAME", default=DEFAULT_TEMPLATE, help="die Mustervorlage")


def _example_arguments(parser: _Parser) -> None:
    _file(parser, "die neue Datei")
    parser.options.add_argument(
        "--pages", type=int, metavar="N", help="statt des Beispiels ein erzeugtes Konzept von N Seiten"
    )
    parser.options.add_argument("--seed", type=int, metavar="N", help=f"gleiche Zahl, gleiches Konzept ({FIRST_SEED})")


def _info_arguments(parser: _Parser) -> None:
    _file(parser)
    parser.options.add_argument("--json", action="store_true", help="als JSON")


def _import_arguments(parser: _Parser) -> None:
    parser.named.add_argument("source", type=Path, metavar="KONZEPT.docx", help="das Dokument, das übernommen wird")
    _file(parser, "eine neue .ikonzept-Datei; mit --into eine, die es gibt")
    parser.options.add_argument(
        "--into", metavar="ABSCHNITT", default="", help="unter diesen Abschnitt, nach Nummer oder Titel"
    )
    parser.options.add_argument("--json", type=Path, metavar="DATEI.json", help="der Bericht als JSON in diese Datei")
    parser.options.add_argument("--template", metavar="NAME", help="die Mustervorlage des neuen Konzepts")


def _export_arguments(parser: _Parser) -> None:
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


def _inspect_arguments(parser: _Parser) -> None:
    parser.named.add_argument("copy", type=Path, metavar="KOPIE.docx", help="die Word-Datei")
    parser.options.add_argument("--json", type=Path, metavar="DATEI.json", help="alles als JSON in diese Datei")


def _review_arguments(parser: _Parser) -> None:
    _file(parser)
    parser.named.add_argument("copies", type=Path, nargs="+", metavar="KOPIE.docx", help="die Kopien, die zurückkamen")
    parser.options.add_argument("--json", type=Path, metavar="DATEI.json", help="alles als JSON in diese Datei")
    parser.options.add_argument(
        "--accept", choices=("all", "none"), help="dazu der Text, wenn alles (all) oder nichts (none) übernommen wird"
    )


def _record_arguments(parser: _Parser) -> None:
    _file(parser)
    parser.options.add_argument("--word", type=Path, metavar="DATEI.docx", help="als Word-Datei")
    parser.options.add_argument("--pdf", type=Path, metavar="DATEI.pdf", help="als PDF")
    parser.options.add_argument("--decided", action="store_true", help="nur das, worüber entschieden ist")
    parser.options.add_argument(
        "--section", metavar="NUMMER", default="", help="nur dieser Abschnitt, zum Beispiel 5.2.1"
    )


def _compare_arguments(parser: _Parser) -> None:
    parser.named.add_argument("old", metavar="DATEI[@FASSUNG]", help="der ältere Stand: jetzt, oder eine Fassung")
    parser.named.add_argument("new", metavar="DATEI[@FASSUNG]", help="der neuere Stand")
    parser.options.add_argument(
        "--word", type=Path, metavar="DATEI.docx", required=True, help="der Text mit nachverfolgten Änderungen"
    )


def _picture_arguments(parser: _Parser) -> None:
    _file(parser)
    parser.named.add_argument("out", type=Path, metavar="BILD.png", help="das Bild")
    parser.options.add_argument(
        "--size", type=_size, metavar="BREITExHÖHE", default=(1440, 900), help="in Pixeln (1440x900)"
    )
    parser.options.add_argument(
        "--section", metavar="NUMMER", default="", help="der Abschnitt, der offen ist, zum Beispiel 5.2.1"
    )
    parser.options.add_argument("--dark", action="store_true", help="dunkel")


def _selftest_arguments(parser: _Parser) -> None:
    parser.named.add_argument("out", type=Path, metavar="BERICHT.json", help="was geprüft wurde und was herauskam")


VERBS: Mapping[str, tuple[str, Verb]] = {
    "new": ("legt ein Konzept aus einer Mustervorlage an", _new),
    "example": ("legt das Beispielkonzept oder ein erzeugtes an", _example),
    "info": ("zählt Abschnitte, Blöcke, Wörter, Fußnoten, Tabellen, Abbildungen und Verweise", _info),
    "text": ("gibt den ganzen Text in Lesereihenfolge aus", _text),
    "import": (
        "übernimmt ein Dokument (Word, LibreOffice, Markdown, Text): als Konzept oder Teil davon",
        _import,
    ),
    "export": ("gibt einen Word-Entwurf, ein PDF und ein PDF für die Druckerei aus", _export),
    "inspect": ("sagt, was in einer Word-Datei steht, die zurückkam: Texte, Änderungen, Kommentare", _inspect),
    "review": ("hält Kopien, die zurückkamen, gegen den Text, der hinausging: was sie vorschlagen", _review),
    "record": ("gibt das Protokoll der Rückläufe aus: wer was vorschlug und wie entschieden wurde", _record),
    "compare": ("hält zwei Stände gegeneinander, als Word-Datei mit nachverfolgten Änderungen", _compare),
    "picture": ("zeichnet das Fenster des Programms in eine Bilddatei", _picture),
    "selftest": ("prüft diese Installation am Beispiel, ohne etwas von Ihnen zu berühren", _selftest),
}

_ARGUMENTS: Mapping[str, Callable[[_Parser], None]] = {
    "new": _new_arguments,
    "example": _example_arguments,
    "info": _info_arguments,
    "text": _file,
    "import": _import_arguments,
    "export": _export_arguments,
    "inspect": _inspect_arguments,
    "review": _review_arguments,
    "record": _record_arguments,
    "compare": _compare_arguments,
    "picture": _picture_arguments,
    "selftest": _selftest_arguments,
}
