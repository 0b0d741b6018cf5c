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
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from ikonzept_desktop import collector
from ikonzept_desktop.cli_arguments import FIRST_SEED, command_line
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

MOST_PAGES = 10_000

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
        asked = command_line().parse_args(words)
        # At its end the interpreter would walk the whole concept once more, though the process frees it anyway.
        atexit.register(collector.settle)
        with collector.resting():
            return VERBS[asked.verb](asked)
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


VERBS: Mapping[str, Verb] = {
    "new": _new,
    "example": _example,
    "info": _info,
    "text": _text,
    "import": _import,
    "export": _export,
    "inspect": _inspect,
    "review": _review,
    "record": _record,
    "compare": _compare,
    "picture": _picture,
    "selftest": _selftest,
}
