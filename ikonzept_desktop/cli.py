"""The command line: the same work as in the window, without one.

Exit status 0: done; 1: done, with findings; 2: nothing done, one German line on stderr says why.
"""

import argparse
import atexit
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, TextIO

from ikonzept_desktop import atomic_file, collector
from ikonzept_desktop.export.orders import Kind, Order, carry_out
from ikonzept_desktop.export.press import Part, Press, PressError, PressProfile, cover_beside
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.outline import new_document
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.freezing import freeze
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.project_file import create_project, open_project
from ikonzept_desktop.model.template_file import TemplateFileError, read_template
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.paths import is_same_file, resource
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.count import counts
from ikonzept_desktop.publication.plain import plain_text
from ikonzept_desktop.publication.tree import Publication, image_digests

DONE, FINDINGS, UNUSABLE = 0, 1, 2
DEFAULT_TEMPLATE = "integrationskonzept"

FIRST_SEED = 1
MOST_PAGES = 10_000
LARGEST_SIDE = 10_000
"""Pixels; Qt has no paper for a picture beyond that."""
ENDINGS = {Kind.WORD: ".docx", Kind.PDF: ".pdf", Kind.PRINT: ".pdf"}

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


class Refused(Exception):
    """What was asked for cannot be done; the message is one German sentence."""


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
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing is left to be told.
        _fall_silent(sys.stdout)
        return DONE
    except OSError as error:
        _fall_silent(sys.stdout)
        return _unusable(f"Das ging nicht: {in_german(error)}. Ihr Konzept ist sicher.")


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
    path = resource("templates", f"{asked.template}.toml")
    if Path(asked.template).name != asked.template or not path.is_file():
        known = ", ".join(sorted(file.stem for file in resource("templates").glob("*.toml")))
        raise Refused(f"Die Mustervorlage „{asked.template}“ gibt es nicht. Vorhanden sind: {known}.")
    try:
        template = read_template(path)
    except TemplateFileError as error:
        raise Refused(str(error)) from error
    _create(asked.file, new_document(template), {})
    return DONE


def _example(asked: argparse.Namespace) -> int:
    if asked.pages is None:
        _create_the_example(asked)
        return DONE
    if not 1 <= asked.pages <= MOST_PAGES:
        raise Refused("Ein Konzept hat mindestens eine Seite und höchstens 10.000 Seiten. Nichts wurde angelegt.")
    from ikonzept_desktop.example.generator import generate

    seed = FIRST_SEED if asked.seed is None else asked.seed
    generated = generate(asked.pages, seed, read_template(resource("templates", f"{DEFAULT_TEMPLATE}.toml")))
    _create(asked.file, generated.document, generated.images)
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
    _create(asked.file, example.document, example.images)


def _info(asked: argparse.Namespace) -> int:
    document = _read(asked.file)
    found = asdict(counts(document))
    if asked.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for name, count in found.items():
            print(f"{COUNT_NAMES[name]}: {count:,}".replace(",", "."))
    return DONE


def _text(asked: argparse.Namespace) -> int:
    document = _read(asked.file)
    for line in plain_text(build(document)):
        print(line)
    return DONE


def _export(asked: argparse.Namespace) -> int:
    wanted = _wanted(asked)
    if not wanted:
        raise Refused(
            "Bitte nennen Sie --word DATEI.docx, --pdf DATEI.pdf, --print-pdf DATEI.pdf oder mehrere davon. "
            "Nichts wurde ausgegeben."
        )
    for kind, out, _press in wanted:
        _check_target(out, ENDINGS[kind], asked.file)
    if len({out.absolute() for _, out, _ in wanted}) < len(wanted):
        raise Refused("Zwei Ausgaben hätten denselben Namen. Nichts wurde ausgegeben; wählen Sie zwei Namen.")
    now = datetime.now().astimezone()
    publication, images = _frozen(asked.file, now)
    findings = sum(_deliver(Order(kind, publication, images, out, now, press)) for kind, out, press in wanted)
    return FINDINGS if findings else DONE


def _wanted(asked: argparse.Namespace) -> list[tuple[Kind, Path, Press | None]]:
    """Give the files that are asked for, a cover of its own after what is inside it."""
    wanted = [(kind, out, None) for kind, out in ((Kind.WORD, asked.word), (Kind.PDF, asked.pdf)) if out is not None]
    if asked.print_pdf is None:
        if asked.profile or asked.crop_marks or asked.cover:
            raise Refused("--profile, --crop-marks und --cover gehören zu --print-pdf. Nichts wurde ausgegeben.")
        return [*wanted]
    press = Press(_profile(asked.profile), asked.crop_marks)
    if asked.cover != "own":
        return [*wanted, (Kind.PRINT, asked.print_pdf, press)]
    inside, cover = replace(press, part=Part.INSIDE), replace(press, part=Part.COVER)
    return [*wanted, (Kind.PRINT, asked.print_pdf, inside), (Kind.PRINT, cover_beside(asked.print_pdf), cover)]


def _profile(name: str | None) -> PressProfile:
    """Give a profile by its name or, of a print shop's own, by its file."""
    from ikonzept_desktop.export.pdf.press_profiles import DEFAULT, ProfileError, bundled_profiles, profile_from

    profiles = {profile.key: profile for profile in bundled_profiles()}
    if (known := profiles.get(name or DEFAULT)) is not None:
        return known
    path = Path(name or DEFAULT)
    if not path.is_file():
        names = ", ".join(profiles)
        raise Refused(f"Das Druckprofil „{name}“ gibt es nicht. Nennen Sie {names} oder eine vorhandene .icc-Datei.")
    try:
        return profile_from(path)
    except ProfileError as error:
        raise Refused(f"„{name}“: {error} Nichts wurde ausgegeben.") from error
    except OSError as error:
        raise Refused(f"„{name}“ ist nicht lesbar ({in_german(error)}). Nichts wurde ausgegeben.") from error


def _frozen(path: Path, now: datetime) -> tuple[Publication, Mapping[str, bytes]]:
    """Keep the concept as it stands for good, and give it as it is to be given out, with its pictures."""
    opened = _opened(path)
    try:
        with ExitStack() as ending:
            ending.callback(opened.store.leave)
            publication = build(opened.project.document, snapshot=freeze(opened, "Ausgabe", now))
            return publication, {digest: opened.store.image(digest) for digest in image_digests(publication)}
    except StoreError as error:
        raise Refused(str(error)) from error


def _check_target(out: Path, ending: str, concept: Path) -> None:
    """Let nobody write a finished file over a concept, by whatever name, over a file of another kind, or nowhere."""
    if out.suffix.lower() != ending:
        raise Refused(f"„{out}“ müsste auf {ending} enden. Nichts wurde ausgegeben; wählen Sie einen anderen Namen.")
    if is_same_file(out, concept):
        raise Refused(f"„{out}“ ist das Konzept selbst. Nichts wurde ausgegeben; wählen Sie einen anderen Namen.")
    if not out.absolute().parent.is_dir():
        raise Refused(f"Den Ordner „{out.parent}“ gibt es nicht. Nichts wurde ausgegeben; legen Sie ihn zuerst an.")


def _picture(asked: argparse.Namespace) -> int:
    from ikonzept_desktop.app import PictureError, take_picture

    width, height = asked.size
    _check_target(asked.out, ".png", asked.file)
    try:
        with _taking_its_place(asked.out) as unfinished:
            take_picture(asked.file, unfinished, width=width, height=height, dark=asked.dark, section=asked.section)
    except PictureError as error:
        raise Refused(str(error)) from error
    return DONE


def _deliver(order: Order) -> int:
    """Make one file beside its target and put it in its place; give how many findings there were."""
    with _taking_its_place(order.out) as unfinished:
        try:
            delivery = carry_out(lambda _share, _doing: None, replace(order, out=unfinished))
        except PressError as error:
            raise Refused(f"„{order.out}“ wurde nicht fertig: {error} Ihr Konzept ist sicher.") from error
    blank = f", davon {delivery.blank_pages} leere" if delivery.blank_pages else ""
    print(f"{order.out}" + (f" ({delivery.pages} Seiten{blank})" if delivery.pages else ""))
    for finding in delivery.findings:
        print(f"Befund: {finding}")
    return len(delivery.findings)


@contextmanager
def _taking_its_place(out: Path) -> Iterator[Path]:
    """Give the path of a file that, once written, takes the place of the old one."""
    try:
        with atomic_file.writing(out) as unfinished:
            yield unfinished
    except atomic_file.FileHeldOpen as held:
        held.finished.unlink(missing_ok=True)
        raise Refused(f"{held} Die alte Datei ist unverändert; geben Sie danach noch einmal aus.") from held
    except OSError as error:
        sentence = f"„{out}“ konnte nicht geschrieben werden ({in_german(error)}). Eine ältere Datei ist unverändert."
        raise Refused(sentence) from error


def _create(path: Path, document: Document, images: Mapping[str, bytes]) -> None:
    if os.path.lexists(path):
        raise Refused(f"„{path}“ gibt es schon. Nichts wurde überschrieben; wählen Sie einen anderen Namen.")
    if not path.absolute().parent.is_dir():
        raise Refused(f"Den Ordner „{path.parent}“ gibt es nicht. Nichts wurde angelegt; legen Sie ihn zuerst an.")
    try:
        create_project(path, document, images.values()).store.close()
    except StoreError as error:
        raise Refused(str(error)) from error


def _opened(path: Path, *, read_only: bool = False) -> OpenProject:
    try:
        return open_project(path, read_only=read_only)
    except StoreError as error:
        if error.readable and not read_only:
            # Somebody is writing in it, or nobody may: what can be read can be given out.
            return _opened(path, read_only=True)
        raise Refused(str(error)) from error


def _read(path: Path) -> Document:
    opened = _opened(path, read_only=True)
    opened.store.close()
    return opened.project.document


def _size(text: str) -> tuple[int, int]:
    width, height = map(int, text.split("x"))
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise ValueError("no size of a picture")
    return width, height


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


def _export_arguments(parser: _Parser) -> None:
    _file(parser)
    parser.options.add_argument("--word", type=Path, metavar="DATEI.docx", help="Word-Entwurf")
    parser.options.add_argument("--pdf", type=Path, metavar="DATEI.pdf", help="PDF")
    parser.options.add_argument("--print-pdf", type=Path, metavar="DATEI.pdf", help="PDF/X-4 für die Druckerei")
    parser.options.add_argument(
        "--profile", metavar="NAME", help="das Druckprofil: coated, uncoated, gray oder die .icc-Datei der Druckerei"
    )
    parser.options.add_argument("--crop-marks", action="store_true", help="mit Schnittmarken")
    parser.options.add_argument(
        "--cover", choices=("part", "own"), help="der Umschlag als Teil (part) oder als eigene Datei daneben (own)"
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


VERBS: Mapping[str, tuple[str, Verb]] = {
    "new": ("legt ein Konzept aus einer Mustervorlage an", _new),
    "example": ("legt das Beispielkonzept oder ein erzeugtes an", _example),
    "info": ("zählt Abschnitte, Blöcke, Wörter, Fußnoten, Tabellen, Abbildungen und Verweise", _info),
    "text": ("gibt den ganzen Text in Lesereihenfolge aus", _text),
    "export": ("gibt einen Word-Entwurf, ein PDF und ein PDF für die Druckerei aus", _export),
    "picture": ("zeichnet das Fenster des Programms in eine Bilddatei", _picture),
}

_ARGUMENTS: Mapping[str, Callable[[_Parser], None]] = {
    "new": _new_arguments,
    "example": _example_arguments,
    "info": _info_arguments,
    "text": _file,
    "export": _export_arguments,
    "picture": _picture_arguments,
}
