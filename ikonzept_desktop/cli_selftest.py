"""The verb by which an installation tells whether it works: it does with the example what a working day asks of it.

All of it happens in a folder of its own that is gone afterwards; no concept and no setting of the user is touched. What
was done, how long it took and what went wrong is one JSON file, for whoever has rolled the program out. Files are made
and read in child processes, as in the window.
"""

import argparse
import json
import os
import platform
import re
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ikonzept_desktop.cli_files import DONE, FINDINGS, check_target, create_concept, read_concept, taking_its_place
from ikonzept_desktop.export.orders import Kind, Order
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.paths import resource
from ikonzept_desktop.values import dataclass

WRITTEN = "Grüße aus der Prüfung: Straße, „Maßnahme“, Ελλάδα, عربي"
MEGABYTES, SECONDS = 2048, 300
"""What the child process may take that makes files, as in the window."""
SHOWN = (1280, 800)
PASSAGES = 50
"""Of the Handbuch, at least."""
_WORD = re.compile(r"[^\W\d_]{2,}")


class Failed(Exception):
    """A step did not come to what it should; the message says what was found, one thing after the other."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one step."""

    name: str
    seconds: float
    trouble: str = ""
    """What went wrong; empty where nothing did. An error that nobody expected comes with its traceback."""


@dataclass(frozen=True, slots=True)
class Files:
    """What the steps make, one after the other, in a folder of their own."""

    concept: Path
    word: Path
    pdf: Path
    print_pdf: Path
    picture: Path


def selftest(asked: argparse.Namespace) -> int:
    """Try everything, write down what came of it, and give the status; raises Refused where it cannot be written."""
    with tempfile.TemporaryDirectory(prefix="iKonzept Prüfung ", ignore_cleanup_errors=True) as folder:
        files = _files_in(Path(folder))
        check_target(asked.out, ".json", files.concept)
        outcomes = tried(files)
    passed = not any(each.trouble for each in outcomes)
    told = json.dumps(_told(outcomes, passed=passed), ensure_ascii=False, indent=1)
    with taking_its_place(asked.out) as unfinished:
        unfinished.write_text(told, encoding="utf-8")
    for each in outcomes:
        print(f"{each.name}: {each.trouble.splitlines()[-1] if each.trouble else 'in Ordnung'} ({each.seconds:.1f} s)")
    return DONE if passed else FINDINGS


def _files_in(folder: Path) -> Files:
    """Name them as people do in offices."""
    names = ("Maßnahmen & Übersicht.ikonzept", "Entwurf für alle.docx", "Konzept.pdf", "Druck.pdf", "Fenster.png")
    return Files(*(folder / name for name in names))


def tried(files: Files) -> list[Outcome]:
    """Take every step, also after one that failed: each says for itself what is wrong."""
    return [_tried(name, step, files) for name, step in STEPS.items()]


def _tried(name: str, step: Callable[[Files], None], files: Files) -> Outcome:
    began = time.perf_counter()
    try:
        step(files)
        trouble = ""
    except Failed as failure:
        trouble = str(failure)
    except Exception:  # noqa: BLE001  # whatever it is, it is what is asked for
        trouble = traceback.format_exc()
    return Outcome(name, round(time.perf_counter() - began, 3), trouble)


def _told(outcomes: Iterable[Outcome], *, passed: bool) -> dict[str, Any]:
    try:
        number = version("ikonzept-desktop")
    except PackageNotFoundError:
        number = ""
    return {
        "program": number,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.version()}",
        "at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "passed": passed,
        "steps": [
            {"name": each.name, "passed": not each.trouble, "seconds": each.seconds, "trouble": each.trouble}
            for each in outcomes
        ],
    }


# --- the steps


def _example(files: Files) -> None:
    from ikonzept_desktop.example.concept import read_example

    example = read_example(resource("example"))
    create_concept(files.concept, example.document, example.images.values())


def _write(files: Files) -> None:
    """Change a title, and find it in the file when that is opened anew."""
    from ikonzept_desktop.model.outline import set_attribute
    from ikonzept_desktop.model.store.project_file import open_project

    opened = open_project(files.concept)
    section = opened.project.document.sections[0].id
    edit = set_attribute(opened.project.document, section, "title", WRITTEN)
    assert edit is not None  # the example has another title
    opened.project.apply(edit, "Prüfung")
    opened.store.leave()
    again = open_project(files.concept, read_only=True)
    again.store.leave()
    found = again.project.document.sections[0].title
    if found != WRITTEN:
        raise Failed(f"Geschrieben wurde „{WRITTEN}“, in der Datei steht „{found}“.")


def _word(files: Files) -> None:
    """Make a draft and read it as one that came back: every word of the concept has to be in it, as often."""
    from ikonzept_desktop.publication.build import build
    from ikonzept_desktop.publication.plain import plain_text
    from ikonzept_desktop.reading.word.content import View
    from ikonzept_desktop.reading.word.intake import read_apart
    from ikonzept_desktop.reading.word.views import paragraphs

    _given_out(files, Kind.WORD, files.word)
    wanted = _words(plain_text(build(read_concept(files.concept))))
    read = read_apart(files.word, files.word.name)
    lost = wanted - _words(each.text for each in paragraphs(read.blocks, View.ACCEPTED))
    _no_flaws(f"„{word}“ fehlt im Entwurf" for word in lost)


def _pdf(files: Files) -> None:
    from ikonzept_desktop.export.pdf.conformity.check import flaws_of

    _given_out(files, Kind.PDF, files.pdf)
    _no_flaws(map(str, flaws_of(files.pdf)))


def _print_pdf(files: Files) -> None:
    from ikonzept_desktop.export.pdf.press_check import flaws_of
    from ikonzept_desktop.export.pdf.press_profiles import DEFAULT, bundled_profiles

    profile = next(profile for profile in bundled_profiles() if profile.key == DEFAULT)
    _given_out(files, Kind.PRINT, files.print_pdf, Press(profile))
    _no_flaws(f"Seite {flaw.page}: {flaw.sentence}" for flaw in flaws_of(files.print_pdf))


def _pages(files: Files) -> None:
    """Draw a page of the PDF as the preview does: it is to have as many signs as a page of text."""
    from pypdfium2 import PdfDocument

    with PdfDocument(files.pdf) as document:
        page = document[len(document) // 2]
        picture = bytes(page.render(scale=1).buffer)
        words = page.get_textpage().get_text_range().split()
    if len(set(picture)) < 3 or len(words) < 20:
        raise Failed(f"Auf der Seite stehen {len(words)} Wörter, gezeichnet in {len(set(picture))} Tönen.")


def _spelling(_files: Files) -> None:
    from ikonzept_desktop.checking.lexicon import load

    lexicon = load(resource("dictionaries"))
    right, wrong = ("Integrationskonzept", "Straße", "Maßnahmen"), ("Intregation", "Strahße")
    _no_flaws(f"„{word}“ gilt als falsch" for word in right if not lexicon.knows(word))
    _no_flaws(f"„{word}“ gilt als richtig" for word in wrong if lexicon.knows(word))


def _books(_files: Files) -> None:
    """Read what one begins with, and what one looks things up in."""
    from ikonzept_desktop.model.template_file import read_template
    from ikonzept_desktop.ui.handbook.book import read_book

    templates = [read_template(file) for file in resource("templates").glob("*.toml")]
    passages = [passage for chapter in read_book(resource("handbuch")) for passage in chapter.passages]
    if not templates or len(passages) < PASSAGES:
        raise Failed(f"Gefunden: {len(templates)} Vorlagen und {len(passages)} Abschnitte des Handbuchs.")


def _window(files: Files) -> None:
    """Draw the window on the concept, without showing it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ikonzept_desktop.app import take_picture

    width, height = SHOWN
    take_picture(files.concept, files.picture, width=width, height=height, dark=False, section="")
    if files.picture.stat().st_size < width * height // 100:
        raise Failed(f"Das Bild des Fensters ist fast leer ({files.picture.stat().st_size} Byte).")


def _store(files: Files) -> None:
    """Look through the concept's file: pages, rows, manifest, document."""
    from ikonzept_desktop.model.store.verification import verify

    _no_flaws(verify(files.concept).flaws)


STEPS: Mapping[str, Callable[[Files], None]] = {
    "Beispiel anlegen": _example,
    "Schreiben und wieder lesen": _write,
    "Word-Entwurf": _word,
    "PDF (PDF/UA-1, PDF/A-2a)": _pdf,
    "PDF für die Druckerei (PDF/X-4)": _print_pdf,
    "Seiten zeichnen": _pages,
    "Rechtschreibung": _spelling,
    "Vorlagen und Handbuch": _books,
    "Fenster": _window,
    "Datei prüfen": _store,
}


def _given_out(files: Files, kind: Kind, out: Path, press: Press | None = None) -> None:
    """Make a file of the concept in a child process; what it tells besides belongs to the example and is no trouble."""
    from ikonzept_desktop.export.warm_orders import carry_out_warm
    from ikonzept_desktop.jobs import Worker
    from ikonzept_desktop.model.store.project_file import open_project
    from ikonzept_desktop.publication.build import build
    from ikonzept_desktop.publication.tree import image_digests

    opened = open_project(files.concept, read_only=True)
    try:
        publication = build(opened.project.document)
        images = {digest: opened.store.image(digest) for digest in image_digests(publication)}
    finally:
        opened.store.leave()
    order = Order(kind, publication, images, out, datetime.now().astimezone(), press)
    with Worker(memory_mb=MEGABYTES) as worker:
        worker.start_within(SECONDS, carry_out_warm, order).result()


def _words(lines: Iterable[str]) -> Counter[str]:
    """Count the words of lines, numbers apart: they are computed and stand elsewhere in a draft."""
    return Counter(word for line in lines for word in _WORD.findall(line))


def _no_flaws(found: Iterable[str]) -> None:
    flaws = list(found)
    if flaws:
        raise Failed("\n".join(flaws[:20]))
